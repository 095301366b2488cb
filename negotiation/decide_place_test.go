package negotiation

import (
	"strings"
	"testing"

	"plenary/diff"
)

// TestADoubtHasLimits gives a doubt with one thing too much of each, or of a form
// that no record could keep.
func TestADoubtHasLimits(t *testing.T) {
	text := func(n int) string { return strings.Repeat("x", n) }
	place := func(change func(d *Doubt)) Command {
		p := inDoubt("p3", "The Chair sings", "The Chair")
		change(&p.Received.Doubts[0])
		return PlaceProposal{Proposal: "4", Changes: p.Changes, Doubts: p.Received.Doubts}
	}
	for _, c := range []struct {
		name   string
		change func(d *Doubt)
		code   Code
		field  string
	}{
		{"literal words", func(d *Doubt) { d.Literal = text(MaxText + 1) }, TooLong, "text"},
		{"probable words", func(d *Doubt) { d.Probable = text(MaxText + 1) }, TooLong, "text"},
		{"marks", func(d *Doubt) { d.Typed = []diff.Span{{Text: text(8*MaxText + 1)}} }, TooLong, "doubts"},
		{"findings", func(d *Doubt) { d.Why = make([]diff.Finding, MaxChanges+1) }, TooLong, "doubts"},
		{"words of a finding", func(d *Doubt) { d.Why = []diff.Finding{{Words: text(4 * MaxText), Run: text(4*MaxText + 1)}} }, TooLong, "doubts"},
		{"an unknown mark", func(d *Doubt) { d.Typed = []diff.Span{{Op: 7, Text: "x"}} }, BadText, "doubts"},
		{"a mark without form", func(d *Doubt) { d.Typed = []diff.Span{{Text: "\x00"}} }, BadText, "doubts"},
		{"a finding without form", func(d *Doubt) { d.Why = []diff.Finding{{Kind: "\xff"}} }, BadText, "doubts"},
		{"words of a finding without form", func(d *Doubt) { d.Why = []diff.Finding{{Words: "\u202e"}} }, BadText, "doubts"},
		{"a run without form", func(d *Doubt) { d.Why = []diff.Finding{{Run: "\x07"}} }, BadText, "doubts"},
	} {
		received(t).wantRefusal(c.name, place(c.change), c.code, c.field)
	}
	m := received(t)
	m.must("system", place(func(d *Doubt) {
		d.Typed, d.Why = []diff.Span{{Op: diff.Insert, Text: text(4 * MaxText)}}, make([]diff.Finding, MaxChanges)
		d.Why[0].Run = text(4 * MaxText)
	}))
	if p, _ := m.proposal("4"); !p.Unconfirmed() || p.Unplaced() {
		t.Errorf("placed with a doubt at its limits: unconfirmed %v, unplaced %v", p.Unconfirmed(), p.Unplaced())
	}
}
