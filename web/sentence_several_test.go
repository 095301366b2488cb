package web

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

func TestSeveralProposalsAreNamedInThePlural(t *testing.T) {
	tongue, _ := lang.For("en")
	b := Base{Tongue: tongue}
	one := b.wrote(negotiation.Authored{From: []negotiation.ProposalID{"9"}})
	several := b.wrote(negotiation.Authored{From: []negotiation.ProposalID{"9", "12"}})
	if !strings.Contains(one, "proposal 9, combined") || !strings.Contains(several, "proposals 9 and 12, combined") {
		t.Errorf("written by %q and %q", one, several)
	}
	v := negotiation.View{}
	for i, id := range []negotiation.ProposalID{"9", "12"} {
		v.Paragraphs = append(v.Paragraphs, negotiation.ParagraphView{Address: string(rune('a' + i)), Versions: []negotiation.Version{{Seq: 1}, {Seq: 2, Proposal: id}}})
	}
	if got := b.revisions(v, negotiation.Revision{})[1].Said; !strings.Contains(got, "Proposals 9 and 12 on a and b") {
		t.Errorf("the revision is %q", got)
	}
}

// TestOlderWordsAreOfAnotherWindow: with the newer ones is answered who has the pen.
func TestOlderWordsAreOfAnotherWindow(t *testing.T) {
	tongue, _ := lang.For("en")
	r := negotiation.Refuse(negotiation.PenHeld, "seat", "secretariat", "delegation", "PERU", "text", "")
	if got := (Base{Tongue: tongue}).Refusal(r); !strings.HasPrefix(got, "Another window of yours") {
		t.Errorf("says %q", got)
	}
}
