package web

import "net/http"

type live struct{ server *Server }

func newLive(s *Server) *live { return &live{server: s} }

func (l *live) serve(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }

func (l *live) close() {}

func (l *live) count() int { return 0 }
