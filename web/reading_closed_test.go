package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// What MEXICO's first proposal probably means strikes a word of the draft; its marks,
// as they were typed, strike none.
func TestWhatLeftTheTableUnreadIsShownAsItWasMarked(t *testing.T) {
	h := inDoubt(t)
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "1"})
	for _, path := range []string{"/mine", "/proposals/1"} {
		sitAt(t, h, webtest.Mexico).open(path).wants(200, "Establish three inserted two end of insertion working groups")
	}
}
