package web

import "net/http"

func (m *moment) consoleRegions() ([]region, error) { return nil, nil }

func (s *Server) getConsole(http.ResponseWriter, *http.Request) error { return errNoPage }
