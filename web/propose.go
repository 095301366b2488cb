package web

import "net/http"

func (s *Server) getPropose(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postPropose(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postRedline(http.ResponseWriter, *http.Request) error { return errNoPage }
