package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// spokenOn is a room in which something was said of two paragraphs, by states, a body
// and a group.
func spokenOn(t *testing.T) *webtest.House {
	t.Helper()
	h := onFloor(t)
	h.Table(webtest.Peru, amend("p5", "examine the future of all work;"))
	h.Do(webtest.Secretariat, negotiation.NameGroup{Group: negotiation.DelegationGroup{Name: "GRULAC", Members: []negotiation.Delegation{"MEXICO", "PERU"}, Speaker: "MEXICO"}})
	says(h, webtest.Cosate, negotiation.Reserves, "We say more in writing.")
	h.Do(webtest.Mexico, negotiation.TakePosition{Position: negotiation.Position{By: "GRULAC", Proposal: "2", Kind: negotiation.Supports}})
	says(h, webtest.Peru, negotiation.Opposes, "")
	h.Do(webtest.Cosate, negotiation.TakePosition{Position: negotiation.Position{Proposal: "3", Kind: negotiation.AwaitsInstructions}})
	return h
}

func TestTheMatrixHasARowATextAndAColumnADelegation(t *testing.T) {
	page := sitAt(t, spokenOn(t), webtest.Observer).open("/session/positions").wants(200,
		"Text In a sentence MEXICO PERU COSATE 1 as it stands",
		"1 Proposal 1 MEXICO on the table PERU opposes, COSATE reserves its position COSATE reserves its position: We say more in writing. opposes reserves its position We say more in writing.",
		"1 Proposal 2 PERU on the table MEXICO and PERU support (via GRULAC) supports via GRULAC supports via GRULAC",
		"2.a Proposal 3 PERU on the table COSATE awaits instructions awaits instructions").lacks("Take a position")
	if n := strings.Count(page.Body, `<td class="matrix-nothing"></td>`); n != 10 {
		t.Errorf("%d cells of delegations that have said nothing, want 10", n)
	}
}

func TestTheMatrixOfOneParagraphHasOnlyThat(t *testing.T) {
	cosate := sitAt(t, spokenOn(t), webtest.Cosate)
	one := cosate.open("/session/positions?paragraph=2.a").wants(200, "Proposal 3", "Take the position back").lacks("Proposal 1")
	one.pressIn("position-3", "kind", "supports").wants(200, "COSATE supports")
	refused := cosate.open("/session/positions?paragraph=1").pressIn("position-1", "kind", "supports-if", "text", "")
	refused.wants(422, "Proposal 1").lacks("Proposal 3")
	cosate.open("/session/positions?paragraph=99").wants(404)
}

func TestTheChairRecordsWhatWasSaidInTheRoom(t *testing.T) {
	h := spokenOn(t)
	sitAt(t, h, webtest.Chair).open("/session/positions?paragraph=2.a").
		pressIn("position-3", "by", "MEXICO", "kind", "can-live-with").wants(200, "MEXICO can live with it (as said in the room)", "can live with it as said in the room awaits instructions")
	got := h.View(webtest.Observer).Proposals[2].Positions
	if len(got) != 2 || got[0].By != "MEXICO" || got[0].Kind != negotiation.CanLiveWith {
		t.Errorf("positions %+v, want that MEXICO can live with it", got)
	}
}

func TestAMatrixOfNothingSaysWhatToDo(t *testing.T) {
	page := sitAt(t, webtest.New(t), webtest.Mexico).open("/session/positions").wants(200, "Nothing is proposed and nothing has been said yet.")
	if got := page.link("The whole text"); got != "/n/bridgetown" {
		t.Errorf("it leads to %q", got)
	}
}
