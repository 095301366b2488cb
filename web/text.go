package web

import "net/http"

func (s *Server) getText(http.ResponseWriter, *http.Request) error { return errNoPage }
