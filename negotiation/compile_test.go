package negotiation

import (
	"strings"
	"testing"
)

func TestWhatMayNotBeReadIsNotPrinted(t *testing.T) {
	m := settled(t)
	_, err := Compile(m.For(Audience{Role: Public}), Comments)
	if r, ok := Refused(err); !ok || r.Code != NotAllowed {
		t.Errorf("for the public: %v, want %s", err, NotAllowed)
	}
	_, err = Compile(m.For(Audience{}), Comments)
	if r, ok := Refused(err); !ok || r.Code != NotAllowed {
		t.Errorf("for a role that is none: %v, want %s", err, NotAllowed)
	}
	_, err = Compile(m.For(Audience{Role: Observer}), "poem")
	if r, ok := Refused(err); !ok || r.Code != BadValue {
		t.Errorf("a poem: %v, want %s", err, BadValue)
	}
}

// TestADocumentThatLosesAProposalIsNotPrinted gives Compile a view with a
// proposal whose paragraph is gone.
func TestADocumentThatLosesAProposalIsNotPrinted(t *testing.T) {
	v := settled(t).For(Audience{Role: Secretariat})
	v.Proposals[2].Target = "p99"
	if c, err := Compile(v, Comments); err == nil || !strings.Contains(err.Error(), "proposal 3 of MEXICO would have no place") {
		t.Errorf("Compile = %+v, %v", c, err)
	}
}

func TestAViewFindsParagraphsAndProposals(t *testing.T) {
	v := settled(t).For(Audience{Role: Secretariat})
	for _, name := range []string{"1.bullet1", "p2"} {
		if p, ok := v.Paragraph(name); !ok || p.ID != "p2" {
			t.Errorf("Paragraph(%q) = %s, %v", name, p.ID, ok)
		}
	}
	if p, ok := v.Paragraph("3"); ok {
		t.Errorf("Paragraph(3) = %s", p.ID)
	}
	for id, want := range map[ProposalID]bool{"1": true, "3": true, "4": false, "": false, "01": false} {
		if p, ok := v.Proposal(id); ok != want || ok && p.ID != id {
			t.Errorf("Proposal(%q) = %s, %v", id, p.ID, ok)
		}
	}
	if p, _ := v.Proposal("2"); p.Tabled().Status != OnTable || p.Tabled().Seat != "mexico" || p.Last().By != "3" {
		t.Errorf("proposal 2 went %+v", p.Steps)
	}
	if got := v.Kind("ATLANTIS"); got != MemberState {
		t.Errorf("Kind of a stranger = %s", got)
	}
}
