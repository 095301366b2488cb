package web

import "net/http"

// route is one line of the table of addresses.
type route struct {
	pattern string // method and path [net/http.ServeMux]
	handle  func(http.ResponseWriter, *http.Request) error
}

// routes makes the handler for everything. Which seat may do what is not said
// here: the law decides commands, and a View holds only what may be read.
func (s *Server) routes() (http.Handler, error) {
	mux := http.NewServeMux()
	for _, r := range s.table() {
		mux.Handle(r.pattern, s.page(r.handle))
	}
	mux.Handle("GET /static/", s.assets)
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.HandleFunc("GET /readyz", s.readyz)
	mux.Handle("GET /metrics", s.metrics())
	s.mountAPI(mux)
	top := http.NewServeMux()
	for pattern, handle := range map[string]http.HandlerFunc{
		"GET /n/{id}/live":     s.live.serve,
		"GET /n/{id}/events":   s.live.stream,
		"POST /n/{id}/signals": s.live.hear,
	} {
		top.Handle(pattern, s.remembered(s.seated(handle)))
	}
	top.Handle("/", s.sessions.LoadAndSave(s.seated(s.paced(mux))))
	return s.secured(top)
}

func (s *Server) table() []route {
	return []route{
		{"GET /{$}", s.getHome},
		{"GET /{path...}", s.getNothing},
		{"POST /language", s.postLanguage},
		{"POST /sign-out", s.postSignOut},
		{"GET /join/{token}", s.getJoin},
		{"POST /join/{token}", s.postJoin},

		{"GET /n/{id}", s.getText},
		{"GET /n/{id}/p/{address}", s.getParagraph},
		{"GET /n/{id}/p/{address}/combine", s.getCombine},
		{"POST /n/{id}/p/{address}/combine", s.postCombine},
		{"GET /n/{id}/p/{address}/blame", s.getBlame},
		{"GET /n/{id}/p/{address}/compare", s.getCompareParagraph},
		{"GET /n/{id}/compare", s.getCompareText},
		{"GET /n/{id}/p/{address}/propose", s.getPropose},
		{"POST /n/{id}/p/{address}/propose", s.postPropose},
		{"GET /n/{id}/propose", s.getPropose},
		{"POST /n/{id}/propose", s.postPropose},
		{"POST /n/{id}/redline", s.postRedline},
		{"GET /n/{id}/proposals/{proposal}", s.getProposal},
		{"POST /n/{id}/proposals/{proposal}/{act}", s.postFate},
		{"GET /n/{id}/proposals/{proposal}/reading", s.getReading},
		{"POST /n/{id}/proposals/{proposal}/reading", s.postReading},
		{"GET /n/{id}/proposals/{proposal}/place", s.getPlace},
		{"POST /n/{id}/proposals/{proposal}/place", s.postPlace},
		{"GET /n/{id}/compilation", s.getCompilation},
		{"GET /n/{id}/issued/{entry}", s.getIssued},
		{"GET /n/{id}/mine", s.getMine},
		{"POST /n/{id}/mine/drafts/delete", s.postDeleteDraft},
		{"GET /n/{id}/mine/readings", s.getReadings},
		{"POST /n/{id}/mine/readings", s.postReadings},
		{"GET /n/{id}/session", s.getRoom},
		{"GET /n/{id}/session/chair", s.getConsole},
		{"GET /n/{id}/session/pen", s.getPen},
		{"GET /n/{id}/session/positions", s.getPositions},
		{"GET /n/{id}/session/record", s.getRecord},
		{"POST /n/{id}/session/{act}", s.postSessionAct},
		{"GET /n/{id}/screen", s.getScreen},
		{"GET /n/{id}/desk", s.getDesk},
		{"GET /n/{id}/desk/readings", s.getReadings},
		{"POST /n/{id}/desk/readings", s.postReadings},
		{"POST /n/{id}/desk/placeholders", s.postPlaceholder},
		{"POST /n/{id}/desk/description", s.postDescription},
		{"POST /n/{id}/desk/window", s.postWindow},
		{"POST /n/{id}/desk/seats", s.postSeat},
		{"POST /n/{id}/desk/seats/{seat}/invite", s.postInvite},
		{"POST /n/{id}/desk/seats/{seat}/close", s.postCloseSeat},
		{"POST /n/{id}/desk/import", s.postImport},
		{"GET /n/{id}/desk/import/{sha}", s.getImport},
		{"GET /n/{id}/desk/files/{sha}", s.getFile},
		{"GET /n/{id}/desk/issue", s.getIssue},
		{"POST /n/{id}/desk/issue", s.postIssue},
	}
}

// getNothing answers for every address that is not in the table, so that the
// answer is a page like the others.
func (s *Server) getNothing(http.ResponseWriter, *http.Request) error { return errNoPage }
