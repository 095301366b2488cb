package web

import (
	"strings"

	"plenary/negotiation"
)

// shut says that the law takes in nothing that would change a paragraph.
type shut struct {
	Paragraph negotiation.ParagraphID
	// Held says that the meeting is being asked to agree to its words, and not that it
	// has agreed.
	Held bool
	// Says is why, in a sentence.
	Says string
}

// shutFor gives what stands in the way of admitting or accepting p; nil for nothing. It
// only spares people forms that would be refused.
func (b Base) shutFor(v negotiation.View, p negotiation.ProposalView) *shut {
	for _, c := range p.Changes {
		if c.Kind == negotiation.Comment || c.Kind == negotiation.Insert {
			continue
		}
		if on, ok := v.Paragraph(string(c.Paragraph)); ok {
			if at := b.shutAt(v, on); at != nil && (at.Held || !on.Deleted) {
				return at
			}
		}
		if c.Kind == negotiation.Delete || c.Kind == negotiation.Move {
			if at := b.shutBelow(v, c); at != nil {
				return at
			}
		}
	}
	return nil
}

// shutBelow is shutAt for what goes with a chapeau: what was agreed may move with it,
// and is not struck with it.
func (b Base) shutBelow(v negotiation.View, c negotiation.Change) *shut {
	for _, on := range v.Paragraphs {
		if on.Parent != c.Paragraph || !on.Kind.Sub() || on.Deleted {
			continue
		}
		if at := b.shutAt(v, on); at != nil && (at.Held || c.Kind == negotiation.Delete) {
			return at
		}
	}
	return nil
}

// shutAt gives what stands in the way of changing a paragraph; nil for nothing.
func (b Base) shutAt(v negotiation.View, on negotiation.ParagraphView) *shut {
	switch {
	case v.Session.Floor.Holds(on.ID):
		return &shut{on.ID, true, b.T("shut.held", "paragraph", on.Address)}
	case closed(on):
		last, _ := on.Settled()
		return &shut{on.ID, false, b.T("shut.settled", "paragraph", on.Address, "outcome", b.T("outcome."+string(last.Kind)))}
	}
	return nil
}

// closed reports whether a paragraph can be changed only after it was reopened.
func closed(on negotiation.ParagraphView) bool {
	_, closed := on.Closed()
	return closed
}

// Held are the paragraphs that are frozen now, by which a script knows what it may
// show on a page of the text: a freeze changes nothing of a paragraph itself.
func (p sessionStatusPart) Held() string {
	return strings.Join(texts(p.Session.Floor.Held()), " ")
}
