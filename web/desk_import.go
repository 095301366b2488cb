package web

import "net/http"

func (s *Server) postImport(http.ResponseWriter, *http.Request) error { return errNoPage }

// maxUpload bounds an upload, in bytes: a document and the form around it.
const maxUpload = 9 << 20
