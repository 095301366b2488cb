package negotiation

import (
	"strings"
	"testing"
)

// TestAmendmentsAreNoDraft gives files of amendments of which nothing is recorded.
func TestAmendmentsAreNoDraft(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(d *Draft)
		code   Code
		field  string
	}{
		{"with paragraphs", func(d *Draft) { d.Paragraphs = littleDraft() }, AlreadyDraft, ""},
		{"with a name that is no text", func(d *Draft) { d.Source.Name = "\xff" }, BadText, "document"},
		{"with a passage that is no text", func(d *Draft) { d.Proposals[1].Received.Verbatim = "\xff" }, BadText, "document"},
		{"from a party without a name", func(d *Draft) { d.Parties = []Party{{Name: " "}} }, Empty, "delegation"},
		{"of nobody", func(d *Draft) { d.Proposals[1].Delegation = "" }, Empty, "delegation"},
		{"with a long number", func(d *Draft) { d.Proposals[1].Received.Unplaced = strings.Repeat("2", MaxText+1) }, TooLong, "unplaced"},
	} {
		m := received(t)
		m.must("system", OpenComments{})
		before := m.Seq()
		d := Draft{Proposals: []Proposal{unplacedComment(), unplacedComment()}}
		c.change(&d)
		m.wantRefusal(c.name, ImportProposals{Draft: d}, c.code, c.field)
		if m.Seq() != before || len(m.imports) > 0 || m.proposals.len() != 4 {
			t.Errorf("%s: something of it is recorded", c.name)
		}
	}
}
