package web

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"plenary/negotiation"
)

// ask is what a reader wants of the live channel.
type ask struct {
	// since is the Seq that the reader has; none means: from now on.
	since negotiation.Seq
	none  bool
	// epoch is the record that since is of, if the reader knows.
	epoch string
	form  form
	// only is the one paragraph that the reader shows; none means all.
	only negotiation.ParagraphID
	// newest is the Seq of the record when the reader asked; a feed may be on its
	// way there.
	newest negotiation.Seq
	wire   wire
}

// form is in which form changes are wanted.
type form string

const (
	rowForm  form = "row"  // the fragments of the text page
	sideForm form = "side" // the fragments of a paragraph's page
	jsonForm form = "json" // data, for programs
)

// readAsk reads ?since=SEQ&epoch=E&part=FORM&paragraph=ID&as=json, or says that it
// is not of this form. A stream that comes back by itself asks as it did at first;
// what it has by now is in its Last-Event-ID [HTML 9.2.4].
func readAsk(r *http.Request) (a ask, ok bool) {
	q := r.URL.Query()
	a = ask{none: true, epoch: q.Get("epoch"), form: form(q.Get("part")), only: negotiation.ParagraphID(q.Get("paragraph"))}
	since := q.Get("since")
	if last := r.Header.Get("Last-Event-ID"); last != "" {
		since = last
	}
	if since != "" {
		n, err := strconv.ParseUint(since, 10, 64)
		if err != nil {
			return a, false
		}
		a.since, a.none = negotiation.Seq(n), false
	}
	if as := q.Get("as"); as != "" {
		a.form = jsonForm
		return a, as == "json"
	}
	if a.form == "" {
		a.form = rowForm
	}
	return a, a.form == rowForm || a.form == sideForm || a.form.ofRoom()
}

// from is where the changes for the reader begin, given what the server has.
// A since of another epoch, or in the future, is no place in the record: the
// hello says so, and there is nothing else that would fit.
func (a ask) from(epoch string, seq negotiation.Seq) negotiation.Seq {
	if a.none || a.ofAnother(epoch, seq) {
		return seq
	}
	return a.since
}

// ofAnother reports whether what the reader has is of another record than that which
// the server has up to seq.
func (a ask) ofAnother(epoch string, seq negotiation.Seq) bool {
	return a.since > seq || a.epoch != "" && a.epoch != epoch
}

// has reports whether there is the paragraph that a reader shows, if it shows one
// only: each has bytes of its own, and there are not to be more than paragraphs. One
// of another record, which has to be told so, shows none of this one.
func (f *feed) has(ctx context.Context, a *ask) bool {
	if a.only == "" {
		return true
	}
	m := f.reach(ctx, a.newest)
	if m == nil {
		return true // it is about to be sent away
	}
	if slices.ContainsFunc(m.view.Paragraphs, func(p negotiation.ParagraphView) bool { return p.ID == a.only }) {
		return true
	}
	if !a.ofAnother(f.epoch, m.view.Seq) {
		return false
	}
	a.only = ""
	return true
}

// remembered gives handlers the session of a request without its response
// writer, which would be between a websocket and its connection: what they
// change in it is lost.
func (s *Server) remembered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, err := s.sessions.Load(r.Context(), s.cookie(r))
		if err != nil {
			s.sessions.ErrorFunc(w, r, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (s *Server) cookie(r *http.Request) string {
	c, err := r.Cookie(s.sessions.Cookie.Name)
	if err != nil {
		return "" // there is none
	}
	return c.Value
}

// pass is what a reader showed at the door, to be looked at again: a session
// can end, and an invitation be revoked, while a connection is open.
type pass struct {
	cookie  string
	visitor visitor
}

func passOf(s *Server, r *http.Request) pass {
	return pass{cookie: s.cookie(r), visitor: visitorOf(r.Context())}
}

// seatBy gives the seat to which a pass entitles now.
func (s *Server) seatBy(ctx context.Context, p pass, id negotiation.NegotiationID) (negotiation.Seat, error) {
	ctx, err := s.sessions.Load(ctx, p.cookie)
	if err != nil {
		return negotiation.Seat{}, err
	}
	return s.seatIn(context.WithValue(ctx, visitorKey{}, p.visitor), id)
}
