package web

import "net/http"

func (s *Server) getRecord(http.ResponseWriter, *http.Request) error { return errNoPage }
