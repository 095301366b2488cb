package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestWhatIsCombinedIsSaidInOneSentence holds the sentences that screen readers
// get: one on each command, whatever follows from it for other proposals.
func TestWhatIsCombinedIsSaidInOneSentence(t *testing.T) {
	h := openLive(t)
	h.Table(webtest.Peru, amend("p3", "Establish two joint working groups that meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish two working groups that meet yearly in the period between conferences."))
	h.Table(webtest.Cosate, amend("p3", "Establish two joint working groups that meet in the period between conferences."))
	r := h.as(t, webtest.Cosate, "")
	r.hello()
	parents := []negotiation.ProposalID{"1", "2"}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { h.Do(webtest.Chair, negotiation.CombineProposals{Parents: parents, Paragraph: "p3", Base: 1}) },
			"Proposals on paragraph 1 were combined in proposal 4."},
		{func() { h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "4"}) },
			"Proposal 4 of MEXICO on paragraph 1 was accepted."},
		{func() { h.Do(webtest.Cosate, negotiation.ConfirmSatisfied{Proposal: "3"}) },
			"COSATE confirmed that proposal 4 satisfies proposal 3 on paragraph 1."},
	} {
		step.do()
		m := r.next()
		if m.Said != step.want || m.addresses() != "1" || m.Paragraphs[0].Said != step.want {
			t.Errorf("said %q on %q, want %q", m.Said, m.addresses(), step.want)
		}
	}
}

func TestACombinedTextThatIsMootIsNotSaidBesideItsReason(t *testing.T) {
	h := openLive(t)
	h.Table(webtest.Peru, amend("p3", "Establish two joint working groups that meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish two working groups that meet yearly in the period between conferences."))
	h.Do(webtest.Chair, negotiation.CombineProposals{Parents: []negotiation.ProposalID{"1", "2"}, Paragraph: "p3", Base: 1})
	r := h.as(t, webtest.Cosate, "")
	r.hello()
	h.Do(webtest.Peru, negotiation.WithdrawProposal{Proposal: "1"})
	if got, want := r.next().Said, "PERU withdrew proposal 1 on paragraph 1."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}
