package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheDeskTellsWhatWaitsForItsAuthorFromWhatCanBeDecided(t *testing.T) {
	h := overtakenBy(t, "Establish four working groups.")
	h.Table(webtest.Peru, amend("p5", "examine the future;"))
	for _, seat := range []negotiation.SeatID{webtest.Secretariat, webtest.Chair} {
		page := sitAt(t, h, seat).open("/desk").wants(200)
		page.inOrder("Proposal 2 MEXICO waits for MEXICO", "Proposal 3 PERU")
		page.lacks("waits for PERU")
	}
}
