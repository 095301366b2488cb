package web

import "net/http"

func (s *Server) getDesk(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postWindow(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postSeat(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postInvite(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) postCloseSeat(http.ResponseWriter, *http.Request) error { return errNoPage }

func (s *Server) getFile(http.ResponseWriter, *http.Request) error { return errNoPage }
