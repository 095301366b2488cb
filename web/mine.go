package web

import "net/http"

func (s *Server) getMine(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postDeleteDraft(http.ResponseWriter, *http.Request) error { return errNoPage }
