package web

import "net/http"

func (s *Server) getCompilation(http.ResponseWriter, *http.Request) error { return errNoPage }
