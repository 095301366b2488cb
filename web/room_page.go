package web

import "net/http"

func (m *moment) roomRegions() ([]region, error) { return nil, nil }

func (s *Server) getRoom(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) getPositions(http.ResponseWriter, *http.Request) error { return errNoPage }
