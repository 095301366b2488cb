package web

import "net/http"

// postSessionAct takes one act of a session as a form.
func (s *Server) postSessionAct(http.ResponseWriter, *http.Request) error { return errNoPage }
