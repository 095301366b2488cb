package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

func TestEveryRefusalHasAStatusAndASentenceInEveryLanguage(t *testing.T) {
	details := []any{"paragraph", "7.b", "base", 1, "current", 2, "proposal", 3, "seat", "x", "role", "delegate", "act", "decide", "delegation", "MEXICO",
		"cutoff", "2017-09-27T22:00:00Z", "zone", "America/New_York", "field", "reason", "limit", 10, "length", 11, "count", 12, "value", "x", "status", "withdrawn", "key", "k", "after", "7", "problem", "empty",
		"stage", "frozen", "outcome", "agreed", "delegations", "PERU", "until", "2017-09-27T22:00:00Z", "hash", "3f2a9c01"}
	for _, code := range negotiation.Codes() {
		err := fmt.Errorf("wrapped: %w", negotiation.Refuse(code, details...))
		if got := status(err); got < 400 || got == http.StatusInternalServerError {
			t.Errorf("%s has status %d", code, got)
		}
		for _, tag := range lang.Tags() {
			tongue, _ := lang.For(tag)
			if got := (Base{Tongue: tongue}).Sentence(err, ""); strings.Contains(got, "⟦") || got == "" {
				t.Errorf("%s in %s: %q", code, tag, got)
			}
		}
	}
}

func TestARefusalSaysItsDetailsInTheReadersWords(t *testing.T) {
	for _, c := range []struct {
		refusal *negotiation.Refusal
		want    string
	}{
		{negotiation.Refuse(negotiation.NotAllowed, "role", "delegate", "act", "decide"), "Your seat (delegate) does not have the right to do this: decide on a proposal."},
		{negotiation.Refuse(negotiation.NotOnTable, "proposal", 3, "status", "not-retained"), "its status: not retained"},
		{negotiation.Refuse(negotiation.Empty, "field", "reason"), "(reason)"},
		{negotiation.Refuse(negotiation.WrongStage, "stage", "", "paragraph", ""), "(nothing on the floor)"},
		{negotiation.Refuse(negotiation.CutOffPassed, "cutoff", "2017-09-27T22:00:00Z", "zone", "America/New_York"), "The cut-off was 27 September 2017, 18:00 (America/New_York, UTC−04:00)"},
		{negotiation.Refuse(negotiation.CutOffPassed, "cutoff", "2017-09-27T22:00:00Z", "zone", "Nowhere/Land"), "The cut-off was 27 September 2017, 22:00 (UTC)"},
	} {
		if got := (Base{}).Refusal(c.refusal); !strings.Contains(got, c.want) {
			t.Errorf("%v: %q, want %q in it", c.refusal, got, c.want)
		}
	}
}

func TestAFaultIsNotToldToTheReader(t *testing.T) {
	err := errors.New("append entry 7 of n1: disk on fire")
	if got := (Base{}).Sentence(err, "ABC"); strings.Contains(got, "fire") || !strings.Contains(got, "ABC") || status(err) != 500 {
		t.Errorf("status %d, %q", status(err), got)
	}
}
