package negotiation_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
)

func TestProposalsArePrintedStatesFirstThenBodiesEachByNumber(t *testing.T) {
	v := negotiation.View{Parties: []negotiation.Party{
		{Name: "CHILE", Kind: negotiation.MemberState}, {Name: "PERU", Kind: negotiation.MemberState},
		{Name: "CEATAL", Kind: negotiation.ConsultativeBody}, {Name: "COSATE", Kind: negotiation.ConsultativeBody}}}
	want := []string{"CHILE 2", "CHILE 10", "PERU 1", "ZAMBIA 9", "CEATAL 3", "COSATE 4", "COSATE 11"} // ZAMBIA is no party
	proposal := func(name string) negotiation.ProposalView {
		var p negotiation.ProposalView
		by, id, _ := strings.Cut(name, " ")
		p.Delegation, p.ID = negotiation.Delegation(by), negotiation.ProposalID(id)
		return p
	}
	for i, x := range want {
		for j, y := range want {
			if got := v.Before(proposal(x), proposal(y)); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("Before(%s, %s) = %d", x, y, got)
			}
		}
	}
	for _, name := range []string{"PERU 1", "CHILE 2", "CEATAL 3", "COSATE 4", "ZAMBIA 9", "CHILE 10", "COSATE 11"} {
		v.Proposals = append(v.Proposals, proposal(name))
	}
	for i, at := range v.InOrder() {
		if p := v.Proposals[at]; string(p.Delegation)+" "+string(p.ID) != want[i] {
			t.Errorf("in order there is proposal %s of %s at %d, want %s", p.ID, p.Delegation, i, want[i])
		}
	}
}
