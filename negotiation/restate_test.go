package negotiation_test

import (
	"reflect"
	"testing"

	"plenary/negotiation"
)

func TestRestateWritesOutAsCompileDoes(t *testing.T) {
	v := negotiation.View{ID: "n1", Readable: true}
	for _, p := range []negotiation.Paragraph{
		{ID: "p1", Kind: negotiation.Numbered, Label: "1", Text: "Mandate:", Version: 1},
		{ID: "p2", Kind: negotiation.Lettered, Label: "a", Parent: "p1", Text: "one;", Version: 1},
		{ID: "p3", Kind: negotiation.Lettered, Label: "b", Parent: "p1", Text: "two.", Version: 1},
	} {
		v.Paragraphs = append(v.Paragraphs, negotiation.ParagraphView{Paragraph: p, Address: string(p.ID)})
	}
	for i, status := range []negotiation.Status{negotiation.OnTable, negotiation.Withdrawn} {
		p := negotiation.ProposalView{Target: "p1"}
		p.ID, p.Delegation = []negotiation.ProposalID{"1", "2"}[i], "PERU"
		p.Changes = []negotiation.Change{{Kind: negotiation.Insert, Paragraph: "p2", Base: 1, As: negotiation.Lettered, Text: "more;"}, {Kind: negotiation.Delete, Paragraph: "p3", Base: 1}}
		p.Steps = []negotiation.Step{{Status: status}}
		v.Proposals = append(v.Proposals, p)
	}
	c, err := negotiation.Compile(v, negotiation.Comments)
	if err != nil {
		t.Fatal(err)
	}
	got := negotiation.Restate(v, v.Proposals)
	if len(got) != 2 || got[1].Proposal != "2" || len(got[1].Lines) != 4 {
		t.Fatalf("Restate gives %+v, want both proposals, the withdrawn one with 4 lines", got)
	}
	for _, b := range c.Blocks {
		if b.Restated != nil && !reflect.DeepEqual(*b.Restated, got[0]) {
			t.Errorf("compiled %+v, restated %+v", *b.Restated, got[0])
		}
	}
}
