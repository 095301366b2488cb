package web

import (
	"context"
	"net/http"

	"plenary/negotiation"
)

// homePage lists the negotiations that the visitor may read.
type homePage struct {
	Base
	Negotiations []homeEntry
}

type homeEntry struct {
	ID         negotiation.NegotiationID
	Title      string
	View       negotiation.View
	Paragraphs int
	Seat       negotiation.Seat
	// Window says whether one may table there, and until when.
	Window string
}

func (s *Server) getHome(w http.ResponseWriter, r *http.Request) error {
	ids, err := s.room.Negotiations(r.Context())
	if err != nil {
		return err
	}
	p := homePage{Base: s.base(r)}
	p.Title = p.T("home.title")
	if r.URL.Query().Has("signed-out") && !s.signedIn(r.Context()) {
		p.Done = p.T("join.signed-out")
	}
	for _, id := range ids {
		entry, err := s.homeEntry(r.Context(), p, id)
		switch {
		case err != nil && status(err) != http.StatusInternalServerError:
			return err // it is about the reader, and not about this one
		case err != nil:
			// One that cannot be read must not hide the others.
			s.log.ErrorContext(r.Context(), "negotiation left out of the front page", "negotiation", id, "error", err)
		case entry.View.Readable:
			p.Negotiations = append(p.Negotiations, entry)
		}
	}
	s.pages.render(w, r, http.StatusOK, "home", p, s.log)
	return nil
}

func (s *Server) homeEntry(ctx context.Context, p homePage, id negotiation.NegotiationID) (homeEntry, error) {
	seat, err := s.seatIn(ctx, id)
	if err != nil {
		return homeEntry{}, err
	}
	v, err := s.room.View(ctx, id, seat.Audience())
	return homeEntry{ID: id, Title: v.Title, View: v, Paragraphs: units(v), Seat: seat, Window: p.window(v.Window)}, err
}

// window says in few words whether one may table.
func (p homePage) window(w negotiation.Window) string {
	past := !w.CutOff.IsZero() && p.Now.After(w.CutOff)
	switch {
	case !w.Open, past && w.Late == negotiation.RefuseLate:
		return p.T("home.closed")
	case w.CutOff.IsZero(), past:
		return p.T("home.open")
	}
	// The zone is that of each negotiation, not of the page.
	b := p.Base
	b.Negotiation = &Heading{Window: w}
	return p.T("home.open-until", "time", b.Date(w.CutOff))
}

// units counts the paragraphs of a draft that are not headings and not struck.
func units(v negotiation.View) int {
	n := 0
	for _, p := range v.Paragraphs {
		if !p.Kind.IsHeading() && !p.Deleted {
			n++
		}
	}
	return n
}
