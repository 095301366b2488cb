package web

import (
	"net/http"
	"slices"
	"unicode/utf8"

	"plenary/negotiation"
)

// screenPage is the screen of the hall. Nobody sits at it: it has no control, and
// nothing that could have the focus.
type screenPage struct {
	screenPart
	besidePart
}

// screenPart is what the regions of the screen are made of: parts "screen-status",
// "screen-floor" and "screen-foot".
type screenPart struct {
	Base
	View  negotiation.View
	sides func() sides
}

// screenParts names the regions in the order of the page; each has its name as id.
func screenParts() []string { return []string{"screen-status", "screen-floor", "screen-foot"} }

func (m *moment) screenRegions() ([]region, error) {
	part := screenPart{Base: m.base, View: m.view, sides: m.sides}
	return m.rendered(screenParts(), part)
}

// getScreen shows the screen to whoever may read the text.
func (s *Server) getScreen(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	h.Part, h.Title = string(screenForm), h.T("screen.title")
	beside := s.board(h.View.ID)
	p := screenPage{screenPart{Base: h.Base, View: h.View, sides: beside.looks.sight(h.View).sides}, beside.parts(h.Base, h.View, screenForm)}
	s.pages.render(w, r, http.StatusOK, "screen", p, s.log)
	return nil
}

// Status and Speakers are the shared parts of those names.
func (p screenPart) Status() sessionStatusPart { return sessionStatus(p.Base, p.View) }

func (p screenPart) Speakers() sessionSpeakersPart { return sessionSpeakers(p.Base, p.View) }

// Frozen is the shared part of that name while something is frozen, else nil. It is
// without what could have links, and where that is too long to be read, without the
// words: their places say what is frozen, and the hash that it is the same for all.
func (p screenPart) Frozen() *sessionFrozenPart {
	if p.View.Session.Floor.Frozen == nil {
		return nil
	}
	part := sessionFrozen(p.Base, p.View)
	part.Objections = nil
	if !p.frozenFits() {
		part.Texts = nil
	}
	return &part
}

// Places are the addresses of what is frozen, where its words are too many.
func (p screenPart) Places() []string {
	if p.frozenFits() {
		return nil
	}
	var list []string
	for _, t := range sessionFrozen(p.Base, p.View).Texts {
		list = append(list, t.Address)
	}
	return list
}

func (p screenPart) frozenFits() bool {
	_, fits := p.frozenLayout()
	return fits
}

// FrozenSize is the step of the type in which what is frozen is shown.
func (p screenPart) FrozenSize() int {
	l, _ := p.frozenLayout()
	return l.Size
}

// frozenLayout leaves room for the hash, the clock and the objections.
func (p screenPart) frozenLayout() (layout, bool) {
	floor := p.View.Session.Floor
	var lengths []int
	for _, t := range floor.Frozen.Texts {
		lengths = append(lengths, utf8.RuneCountInString(t.Text))
	}
	for _, o := range floor.Objections {
		lengths = append(lengths, 20+utf8.RuneCountInString(o.Reason))
	}
	return frozenSpace().fit([][]int{lengths})
}

// Text is the paragraph on the floor, beside what is drafted where somebody drafts.
func (p screenPart) Text() screenText {
	in := floorSpace()
	if p.View.Session.Floor.Stage == negotiation.AtDrafting {
		in = besideSpace()
	}
	return screenTextOf(p.Base, p.sides(), in)
}

// Settled are the outcomes taken last, while nothing has been called since.
func (p screenPart) Settled() []settledEntry { return justSettled(p.Base, p.View) }

// mostNext is how many paragraphs are announced.
const mostNext = 6

// Next are the first paragraphs of the agenda that are still to be called, from the one
// that was called last.
func (p screenPart) Next() []negotiation.ParagraphView {
	var list []negotiation.ParagraphView
	if p.View.Session.Ended() {
		return nil
	}
	agenda := p.View.Session.Agenda
	for _, id := range behind(agenda, slices.Index(agenda, lastCalled(p.View))) {
		on, ok := p.View.Paragraph(string(id))
		if _, settled := on.Settled(); ok && !settled && !on.Deleted && len(list) < mostNext {
			list = append(list, on)
		}
	}
	return list
}

// Beginning is as much of a paragraph as tells it from others.
func (screenPart) Beginning(text string) string { return here{}.Beginning(text) }
