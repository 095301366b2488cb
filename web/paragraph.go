package web

import "net/http"

func (s *Server) getParagraph(http.ResponseWriter, *http.Request) error { return errNoPage }
