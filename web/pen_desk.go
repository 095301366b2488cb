package web

import "net/http"

func (m *moment) penRegions() ([]region, error) { return nil, nil }

func (s *Server) getPen(http.ResponseWriter, *http.Request) error { return errNoPage }
