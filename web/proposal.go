package web

import "net/http"

func (s *Server) getProposal(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postFate(http.ResponseWriter, *http.Request) error { return errNoPage }
