package negotiation

import (
	"testing"

	"plenary/diff"
)

// struck is a draft whose only paragraph MEXICO strikes, as its marks stand, in one
// run with the words that are probably to stand in its place.
func struck() Draft {
	const whole = "The seat is in Vienna. It moves to Bonn."
	return Draft{
		Paragraphs: []Paragraph{{ID: "p1", Kind: Numbered, Label: "2", Text: "The seat is in Vienna.", Version: 1}},
		Proposals: []Proposal{{Delegation: "MEXICO", Changes: []Change{{Kind: Amend, Paragraph: "p1", Base: 1, Text: "It moves to Bonn."}},
			Received: &Received{Line: 3, Verbatim: "MEXICO: ~~" + whole + "~~", Doubts: []Doubt{{Typed: []diff.Span{{Op: diff.Delete, Text: whole}},
				Probable: "It moves to Bonn.", Why: []diff.Finding{{Kind: diff.BoldInStruck, Words: "It moves to Bonn.", Run: whole}}}}}}},
	}
}

func TestMarksThatStrikeAParagraphAreADeletionOnceTheirAuthorSaysSo(t *testing.T) {
	m := unimported(t)
	m.must("system", ImportDraft{Draft: struck()})
	m.wantRefusal("before", AcceptProposal{Proposal: "1"}, Unconfirmed, "")
	m.must("system", ConfirmReading{Proposal: "1", Reading: Literal, Word: "letter"})
	if got, _ := m.For(Audience{Role: Chair}).Proposal("1"); got.Changes[0].Kind != Delete || got.Changes[0].Redline.After() != "" {
		t.Fatalf("it asks for %+v", got.Changes[0])
	}
	m.must("system", AcceptProposal{Proposal: "1"})
	if p := m.For(Audience{Role: Chair}).Paragraphs[0]; !p.Deleted {
		t.Errorf("the paragraph is %+v", p.Paragraph)
	}
	if err := m.Check(); err != nil {
		t.Error(err)
	}
}

func TestADoubtThatShowsNothingIsRefused(t *testing.T) {
	m := unimported(t)
	d := struck()
	d.Proposals[0].Received.Doubts[0].Typed = nil
	m.wantRefusal("nothing typed", ImportDraft{Draft: d}, Empty, "doubts")
}

// TestAnImportOfManyProposalsOnOneParagraph would take minutes if each of them were
// listed by itself.
func TestAnImportOfManyProposalsOnOneParagraph(t *testing.T) {
	m := unimported(t)
	d := Draft{Paragraphs: littleDraft()}
	for range MaxImported {
		d.Proposals = append(d.Proposals, Proposal{Delegation: "PERU", Changes: []Change{{Kind: Comment, Paragraph: "p3", Text: "x"}}})
	}
	m.must("system", ImportDraft{Draft: d})
	if got := len(m.For(Audience{Role: Chair}).Paragraphs[2].Proposals); got != MaxImported {
		t.Errorf("%d proposals are listed, want %d", got, MaxImported)
	}
	other := unimported(t)
	d.Proposals = append(d.Proposals, d.Proposals[0])
	other.wantRefusal("one more", ImportDraft{Draft: d}, TooMany, "proposals")
}
