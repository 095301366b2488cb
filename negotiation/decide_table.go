package negotiation

import (
	"slices"
	"time"

	"plenary/diff"
)

// tableProposal tables p, or a new version of a proposal of the same
// delegation (Replaces), or again one that was withdrawn (Again).
func (s State) tableProposal(seat Seat, at time.Time, p Proposal) ([]Event, *Refusal) {
	if !s.HasDraft() {
		return nil, Refuse(NoDraft)
	}
	if p.Delegation == "" {
		p.Delegation = seat.Delegation
	}
	p, r := s.readProposal(p)
	if r != nil {
		return nil, r
	}
	if !seat.speaksFor(p.Delegation) {
		return nil, Refuse(NotYours, "delegation", p.Delegation, "proposal", "")
	}
	events, r := s.namedAll(p)
	if r != nil {
		return nil, r
	}
	if r := s.follows(seat, p); r != nil {
		return nil, r
	}
	p.Received = nil
	tabled, r := s.onTime(at, p)
	if r != nil {
		return nil, r
	}
	events = append(events, tabled)
	if s.supersedes(tabled) {
		events = append(events, ProposalSuperseded{Proposal: p.Replaces, By: p.ID})
	}
	return events, nil
}

// supersedes reports whether a proposal takes the place of the one it replaces
// at once. One that is held leaves what is on the table there until it is
// admitted: being late must not cost a delegation what it sent in time, nor show
// others a number that they cannot look up.
func (s State) supersedes(ev ProposalTabled) bool {
	old, ok := s.proposal(ev.Proposal.Replaces)
	return ok && (!ev.Held || old.Status() == Late)
}

// namedAll makes the delegation of p known. Its sponsors must be known already:
// a typing error there would put a state's name under words it never saw.
func (s State) namedAll(p Proposal) ([]Event, *Refusal) {
	for _, d := range p.Sponsors {
		if _, known := s.parties[d]; !known {
			return nil, Refuse(BadValue, "field", "sponsors", "value", d)
		}
	}
	return s.named(Party{Name: p.Delegation})
}

// onTime applies the cut-off to p.
func (s State) onTime(at time.Time, p Proposal) (ProposalTabled, *Refusal) {
	w := s.window
	if !w.Open {
		return ProposalTabled{}, Refuse(WindowClosed)
	}
	p.Late = !w.CutOff.IsZero() && at.After(w.CutOff)
	if p.Late && w.Late == RefuseLate {
		return ProposalTabled{}, Refuse(CutOffPassed, "cutoff", w.CutOff.Format(time.RFC3339), "zone", w.Zone)
	}
	return ProposalTabled{Proposal: p, Held: p.Late && w.Late == MarkLate}, nil
}

// follows checks that p may be the new version of Replaces and table Again
// again. What the seat may not see is unknown to it.
func (s State) follows(seat Seat, p Proposal) *Refusal {
	if p.Replaces != "" {
		old, ok := s.proposal(p.Replaces)
		switch {
		case !ok, !seat.Audience().sees(old):
			return Refuse(UnknownProposal, "proposal", p.Replaces)
		case old.Delegation != p.Delegation:
			return Refuse(NotYours, "proposal", p.Replaces, "delegation", old.Delegation)
		case !old.Status().Open():
			return Refuse(NotOnTable, "proposal", p.Replaces, "status", old.Status())
		}
	}
	if p.Again != "" {
		old, ok := s.proposal(p.Again)
		switch {
		case !ok, !seat.Audience().sees(old):
			return Refuse(UnknownProposal, "proposal", p.Again)
		case old.Status() != Withdrawn:
			return Refuse(NotOnTable, "proposal", p.Again, "status", old.Status())
		}
	}
	return nil
}

// readProposal gives p in normal form, numbered and with its redlines, or refuses.
func (s State) readProposal(p Proposal) (Proposal, *Refusal) {
	if s.proposals.len() >= MaxProposals {
		return p, Refuse(TooMany, "field", "proposals", "limit", MaxProposals, "count", s.proposals.len()+1)
	}
	p.ID = proposalID(s.proposals.len() + 1)
	p.Late = false
	var r *Refusal
	if p.Delegation, r = readDelegation(p.Delegation); r != nil {
		return p, r
	}
	if p.Sponsors, r = readSponsors(p.Delegation, p.Sponsors); r != nil {
		return p, r
	}
	if p.Reason, r = readProse("reason", p.Reason, MaxReason); r != nil {
		return p, r
	}
	if p.Language == "" {
		p.Language = s.language
	}
	if !slices.Contains(Languages(), p.Language) {
		return p, Refuse(BadValue, "field", "language", "value", p.Language)
	}
	if p.Category == "" {
		p.Category = Substantive
	}
	if !p.Category.Known() {
		return p, Refuse(BadValue, "field", "category", "value", p.Category)
	}
	p.Changes, r = s.readChanges(p.Changes)
	return p, r
}

func readSponsors(own Delegation, sponsors []Delegation) ([]Delegation, *Refusal) {
	if len(sponsors) > MaxSponsors {
		return nil, Refuse(TooMany, "field", "sponsors", "limit", MaxSponsors, "count", len(sponsors))
	}
	var list []Delegation
	for _, d := range sponsors {
		name, r := readDelegation(d)
		if r != nil {
			return nil, r
		}
		if name != own && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list, nil
}

func (s State) readChanges(changes []Change) ([]Change, *Refusal) {
	if len(changes) == 0 {
		return nil, Refuse(Empty, "field", "changes")
	}
	if len(changes) > MaxChanges {
		return nil, Refuse(TooMany, "field", "changes", "limit", MaxChanges, "count", len(changes))
	}
	list := make([]Change, 0, len(changes))
	var once rewrites
	for _, c := range changes {
		c, r := s.readChange(c)
		if r != nil {
			return nil, r
		}
		if !once.add(c) {
			return nil, Refuse(BadValue, "field", "changes", "value", s.address(c.Paragraph))
		}
		list = append(list, c)
	}
	return list, nil
}

// rewrites are the paragraphs that the changes of one proposal alter. Two
// changes of one paragraph in one proposal could not both be taken.
type rewrites struct{ seen []ParagraphID }

// add notes what c alters, and is false where an earlier change altered it.
func (w *rewrites) add(c Change) bool {
	if c.Kind != Amend && c.Kind != Delete && c.Kind != Move {
		return true
	}
	if slices.Contains(w.seen, c.Paragraph) {
		return false
	}
	w.seen = append(w.seen, c.Paragraph)
	return true
}

// readChange gives c in normal form with its redline, or refuses.
func (s State) readChange(c Change) (Change, *Refusal) {
	c.Redline, c.Algorithm = nil, 0
	if c.Kind == Comment && c.Paragraph == "" {
		c.Base = 0 // the whole draft has no version
		return s.readRemark(c)
	}
	p, ok := s.paragraph(c.Paragraph)
	if !ok {
		return c, Refuse(UnknownParagraph, "paragraph", c.Paragraph)
	}
	if c.Kind == RequestText || c.Kind == Comment {
		// A remark replaces no words, so it may be on any version there was.
		if c.Base < 1 || c.Base > p.Version {
			c.Base = p.Version
		}
		return s.readRemark(c)
	}
	if r := s.fresh(p, c.Base); r != nil {
		return c, r
	}
	switch c.Kind {
	case Amend:
		return s.readAmend(c, p)
	case Delete:
		c.Text, c.As, c.After = "", "", ""
		c.Redline, c.Algorithm = diff.Script{{Op: diff.Delete, Text: p.Text}}, diff.Algorithm
		return c, nil
	case Insert:
		return s.readInsert(c, p)
	case Move:
		c.Text, c.As = "", ""
		return c, s.movable(p, c.After)
	}
	return c, Refuse(BadValue, "field", "kind", "value", c.Kind)
}

// fresh refuses a change of a paragraph that its author has not seen as it is.
func (s State) fresh(p paragraphState, base int) *Refusal {
	if p.Deleted {
		return Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	if base != p.Version {
		// Never merge silently: a delegation must see the text it amends.
		return Refuse(Stale, "paragraph", s.address(p.ID), "base", base, "current", p.Version, "text", p.Text)
	}
	return nil
}

func (s State) readAmend(c Change, p paragraphState) (Change, *Refusal) {
	text, r := readWords(c.Text)
	if r != nil {
		return c, r
	}
	if text == p.Text {
		return c, Refuse(NoChange, "paragraph", s.address(p.ID))
	}
	return Change{Kind: Amend, Paragraph: c.Paragraph, Base: c.Base, Text: text,
		Redline: diff.Words(p.Text, text), Algorithm: diff.Algorithm}, nil
}

func (s State) readInsert(c Change, p paragraphState) (Change, *Refusal) {
	text, r := readWords(c.Text)
	if r != nil {
		return c, r
	}
	if c.As == "" {
		c.As = p.Kind
	}
	if !c.As.Known() {
		return c, Refuse(BadValue, "field", "as", "value", c.As)
	}
	if _, ok := s.parentAt(p.Paragraph, c.As); !ok {
		return c, Refuse(BadPlace, "paragraph", c.As, "after", s.address(p.ID))
	}
	return Change{Kind: Insert, Paragraph: c.Paragraph, Base: c.Base, Text: text, As: c.As}, nil
}

// readRemark reads a request for text or a comment.
func (s State) readRemark(c Change) (Change, *Refusal) {
	text, r := readProse("text", c.Text, MaxText)
	if r == nil && blank(text) {
		r = Refuse(Empty, "field", "text")
	}
	return Change{Kind: c.Kind, Paragraph: c.Paragraph, Base: c.Base, Text: text}, r
}

// readWords reads the words of a paragraph, which may not be empty: to take a
// paragraph away is a change of its own.
func readWords(s string) (string, *Refusal) {
	text, r := readText("text", s, MaxText)
	if r == nil && blank(text) {
		r = Refuse(Empty, "field", "text")
	}
	return text, r
}

// movable refuses a move to where p cannot stand. A section heading does not
// move: its groups and their addresses hang on it.
func (s State) movable(p paragraphState, to ParagraphID) *Refusal {
	after, ok := s.paragraph(to)
	if !ok {
		return Refuse(UnknownParagraph, "paragraph", to)
	}
	_, fits := s.parentAt(after.Paragraph, p.Kind)
	if !fits || p.Kind == Heading || after.ID == p.ID || after.Parent == p.ID || after.Deleted {
		return Refuse(BadPlace, "paragraph", s.address(p.ID), "after", s.address(to))
	}
	return nil
}

// address is that of a paragraph, or its id where it has none.
func (s State) address(id ParagraphID) string {
	p, ok := s.paragraph(id)
	if !ok {
		return string(id)
	}
	if p.Parent == "" {
		return p.addressPart()
	}
	return s.address(p.Parent) + "." + p.addressPart()
}
