package web

import (
	"testing"

	"plenary/negotiation"
)

func TestAudiencesShareWhatTheySeeAlike(t *testing.T) {
	step := func(st negotiation.Status) negotiation.ProposalView {
		return negotiation.ProposalView{Standing: negotiation.Standing{Steps: []negotiation.Step{{Status: st}}}}
	}
	public, late := []negotiation.ProposalView{step(negotiation.OnTable)}, []negotiation.ProposalView{step(negotiation.OnTable), step(negotiation.Late)}
	peru := negotiation.Audience{Role: negotiation.Delegate, Delegation: "PERU"}
	everybody, desk := negotiation.Audience{Role: negotiation.Public}, negotiation.Audience{Role: negotiation.Secretariat}
	for _, tt := range []struct {
		name     string
		audience negotiation.Audience
		sees     []negotiation.ProposalView
		want     negotiation.Audience
	}{
		{"the public", everybody, public, everybody},
		{"a delegation that waits for nothing", peru, public, everybody},
		{"a delegation with a late proposal", peru, late, peru},
		{"the Chair", negotiation.Audience{Role: negotiation.Chair}, late, desk},
		{"the Secretariat where nothing waits", desk, public, desk},
	} {
		if got := class(negotiation.View{Audience: tt.audience, Proposals: tt.sees}); got != tt.want {
			t.Errorf("%s is of the class %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
