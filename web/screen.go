package web

import "net/http"

func (m *moment) screenRegions() ([]region, error) { return nil, nil }

func (s *Server) getScreen(http.ResponseWriter, *http.Request) error { return errNoPage }
