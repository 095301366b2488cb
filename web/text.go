package web

import (
	"net/http"

	"plenary/negotiation"
)

// textPage is the whole draft, each paragraph with what hangs on it.
type textPage struct {
	Base
	Rows     []rowPart
	Sections []sectionEntry
	Filters  []filterEntry
	Query    string
	// All says that nothing was left out.
	All      bool
	Progress progressPart
	// BurnDown is how the brackets went; nothing is drawn before there are any.
	BurnDown burndownPart
	// Propose says that the reader may table now.
	Propose bool
	// Room says where the meeting is.
	Room sessionStatusPart
	// General are the comments on the whole draft.
	General []proposalPart
}

// sectionEntry is a line of the rail. Part "rail-count" shows Open, in a region of
// the page.
type sectionEntry struct {
	Base
	ID    negotiation.ParagraphID
	Kind  negotiation.Kind
	Label string
	Text  string
	// Open counts the proposals below it that wait for a decision.
	Open int
}

// CountID is the name of that region.
func (e sectionEntry) CountID() string { return railCount + string(e.ID) }

// railCount begins the names of the regions that count what is open in a section.
const railCount = "open-"

type filterEntry struct {
	Value    string
	Count    int
	Selected bool
}

// textHistory is how many points of the burn-down the text page shows. It is less
// than the document has: the page is asked for far more often.
const textHistory = 16

// progressPart is how far the meeting has come with the draft: part "text-progress",
// which is a region of the page.
type progressPart struct {
	Base
	Decided, Proposals, Contested, Untouched, Agreed int
}

// Window is a sentence on the window for proposals.
func (p progressPart) Window() string { return p.windowSentence() }

// MayTable reports whether the reader may be the first to propose something.
func (p progressPart) MayTable() bool { return p.mayTable() }

func (s *Server) getText(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	h.Here, h.Part, h.Shown = "text", "row", shownAs(r)
	h.Title = h.T("text.title")
	counts, err := s.burndown(r.Context(), h.View)
	if err != nil {
		return err
	}
	at := place(h.View)
	f := readFilter(r.URL.Query(), h.Seat)
	p := textPage{Base: h.Base, Query: f.query, All: f.all(), Propose: h.mayTable(), Progress: at.progress(h.Base), Room: sessionStatus(h.Base, h.View),
		BurnDown: burndownPart{h.Base, counts, "/n/" + string(h.View.ID) + "/compilation?what=consolidated"},
		Sections: at.sections(h.Base), Filters: at.filters(f, h.Seat), Rows: f.rows(h.Base, at), General: proposalsOf(h.Base, h.View, at.general)}
	s.pages.render(w, r, http.StatusOK, "text", p, s.log)
	return nil
}

// windowSentence says whether one may table, and until when.
func (b Base) windowSentence() string {
	w := b.Negotiation.Window
	switch {
	case !w.Open:
		return b.T("text.window-closed")
	case w.CutOff.IsZero():
		return b.T("text.window-open")
	case !b.Now.After(w.CutOff):
		return b.T("text.window-until", "time", b.Date(w.CutOff), "ago", b.Ago(w.CutOff))
	case w.Late == negotiation.RefuseLate:
		return b.T("text.window-over", "time", b.Date(w.CutOff), "ago", b.Ago(w.CutOff))
	}
	return b.T("text.window-late", "time", b.Date(w.CutOff), "ago", b.Ago(w.CutOff))
}

func (s placed) progress(b Base) progressPart {
	g := progressPart{Base: b, Proposals: len(s.Proposals)}
	for _, p := range s.Proposals {
		if !p.Status().Open() {
			g.Decided++
		}
	}
	for _, p := range s.Paragraphs {
		if s.contested(p.ID) {
			g.Contested++
		}
		if s.untouched(p) {
			g.Untouched++
		}
		if closed(p) {
			g.Agreed++
		}
	}
	return g
}

// sections lists the headings of the draft for the rail.
func (s placed) sections(b Base) []sectionEntry {
	var list []sectionEntry
	counted := map[negotiation.ProposalID]bool{}
	for _, p := range s.Paragraphs {
		if p.Kind.IsHeading() {
			list = append(list, sectionEntry{Base: b, ID: p.ID, Kind: p.Kind, Label: p.PrintedLabel(), Text: p.Text})
		}
		for _, at := range s.at[p.ID] {
			if len(list) > 0 && at.Status().Open() && !counted[at.ID] {
				counted[at.ID] = true
				list[len(list)-1].Open++
			}
		}
	}
	return list
}

// filters lists what a seat may choose, each with the number of paragraphs.
func (s placed) filters(chosen filter, seat negotiation.Seat) []filterEntry {
	var list []filterEntry
	for _, show := range filters(seat) {
		e := filterEntry{Value: show, Selected: show == chosen.show}
		f := filter{show: show, mine: seat.Delegation}
		for _, p := range s.Paragraphs {
			if !p.Kind.IsHeading() && f.takes(s, p) {
				e.Count++
			}
		}
		list = append(list, e)
	}
	return list
}

// shownAs is which of the three readings of a redline the address asks for.
func shownAs(r *http.Request) string {
	switch view := r.URL.Query().Get("view"); view {
	case "clean", "draft":
		return view
	}
	return "redline"
}
