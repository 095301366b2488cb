package web

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

// penPage is the desk of whoever types what the meeting drafts: of the Secretariat.
type penPage struct {
	penPart
	besidePart
}

// penPart is what the regions of the desk are made of: parts "pen-status",
// "pen-words" and "pen-ask". A region that is sent to all seats of the Secretariat
// knows none of them: what is for the holder alone, and what for the others, is
// both in it, and a script shows the one.
type penPart struct {
	Base
	View  negotiation.View
	board *board
	typed typed
	// usesKept says that the field is to begin with what was kept.
	usesKept bool
}

// penParts names the regions in the order of the page; each has its name as id.
func penParts() []string { return []string{"pen-status", "pen-words", "pen-ask"} }

func (m *moment) penRegions() ([]region, error) {
	part := penPart{Base: m.base, View: m.view, board: m.feed.live.server.board(m.view.ID)}
	return m.rendered(penParts(), part)
}

// getPen shows the desk. With ?kept the field has the words that were kept of an
// earlier pen, for whoever has no scripts.
func (s *Server) getPen(w http.ResponseWriter, r *http.Request) error {
	h, typed, err := s.enterRoom(r)
	if err != nil {
		return err
	}
	if err := h.sits(h.Seat.Role.HoldsPen(), "pen"); err != nil {
		return err
	}
	h.Here, h.Part, h.Title = "pen", string(penForm), h.T("pen.title")
	beside := s.board(h.View.ID)
	p := penPage{
		penPart{Base: h.Base, View: h.View, board: beside, typed: typed, usesKept: r.URL.Query().Has("kept")},
		beside.parts(h.Base, h.View, penForm),
	}
	s.pages.render(w, r, typed.Status(), "pen", p, s.log)
	return nil
}

// Status and Frozen are the shared parts of those names.
func (p penPart) Status() sessionStatusPart { return sessionStatus(p.Base, p.View) }

func (p penPart) Frozen() sessionFrozenPart { return sessionFrozen(p.Base, p.View) }

// Floor is what the meeting is on.
func (p penPart) Floor() negotiation.Floor { return p.View.Session.Floor }

// Paragraph is the one on the floor; without an ID there is none.
func (p penPart) Paragraph() negotiation.ParagraphView {
	on, _ := p.View.Paragraph(string(p.Floor().Paragraph))
	return on
}

// Held reports whether somebody holds the pen, Mine whether the reader does, and
// ForAll that it is not known who reads.
func (p penPart) Held() bool { return p.View.Session.Running() && p.Floor().Pen.Seat != "" }

func (p penPart) Mine() bool { return p.Held() && p.Seat.ID == p.Floor().Pen.Seat }

func (p penPart) ForAll() bool { return p.Seat.ID == "" }

// Takes reports whether the pen can be taken now.
func (p penPart) Takes() bool {
	taken := []negotiation.Stage{negotiation.AtCalled, negotiation.AtFloor, negotiation.AtDrafting, negotiation.AtObjection}
	return p.View.Session.Running() && p.Paragraph().ID != "" && p.Outcome() == "" && slices.Contains(taken, p.Floor().Stage)
}

// Outcome closes the paragraph on the floor, or is empty.
func (p penPart) Outcome() negotiation.OutcomeKind {
	last, closed := p.Paragraph().Closed()
	if !closed {
		return ""
	}
	return last.Kind
}

// IsFrozen reports whether the Chair has frozen the text.
func (p penPart) IsFrozen() bool {
	return p.Floor().Stage == negotiation.AtFrozen || p.Floor().Stage == negotiation.AtGavel
}

// Words are those in the field: what was typed and refused, else what was typed
// last, else those from which the pen starts. A region has the last alone, so that
// it stays as it is while somebody types into it.
func (p penPart) Words() string {
	if text := p.typed.Value("put-drafted", "text"); text != "" {
		return text
	}
	if kept := p.Kept(); p.usesKept && kept != nil {
		return kept.Text
	}
	if d, open := p.board.drafting(p.View); open && !p.ForAll() {
		return d.Text
	}
	return startOf(p.View, p.Floor().Pen)
}

// Unput are words that were refused and have no field to go back to: the pen is
// another's by now, or nobody's.
func (p penPart) Unput() string {
	if p.Mine() {
		return ""
	}
	return p.typed.Value("put-drafted", "text")
}

// Reason is what was typed as the reason of what was refused.
func (p penPart) Reason() string { return p.typed.Value("put-drafted", "reason") }

// keptWords were typed with an earlier pen and never put to the meeting.
type keptWords struct {
	Text   string
	Script diff.Script
	At     time.Time
}

// Kept are such words on the paragraph on the floor, or nil.
func (p penPart) Kept() *keptWords {
	on := p.Paragraph()
	d, ok := p.board.draft(on.ID)
	text := negotiation.Normal(d.Text)
	if !ok || p.Held() && d.Pen == p.Floor().Pen.Seq || text == "" || text == on.Text || p.wasPut(on, text) {
		return nil
	}
	return &keptWords{Text: d.Text, Script: diff.Words(on.Text, text), At: d.At}
}

// wasPut reports whether a proposal has these words.
func (p penPart) wasPut(on negotiation.ParagraphView, text string) bool {
	return slices.ContainsFunc(on.Proposals, func(id negotiation.ProposalID) bool {
		other, _ := p.View.Proposal(id)
		c, ok := other.Amendment(on.ID)
		return ok && c.Text == text
	})
}

// Sources are the open proposals from which a pen can start.
func (p penPart) Sources() []negotiation.ProposalView {
	var list []negotiation.ProposalView
	on := p.Paragraph()
	for _, id := range on.Proposals {
		other, _ := p.View.Proposal(id)
		if _, amends := other.Amendment(on.ID); amends && other.Status().Open() {
			list = append(list, other)
		}
	}
	return list
}

// Asks reports whether this is what was chosen in a form that was refused.
func (p penPart) Asks(field, value string) bool { return p.typed.Has("take-pen", field, value) }

// Key is the idempotency key of a form about the floor as it is.
func (p penPart) Key(act string) string {
	return fmt.Sprintf("%s-%d-%d", act, p.View.Session.Number, p.Floor().Seq)
}
