package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// says takes a position on proposal 1 for a seat.
func says(h *webtest.House, seat negotiation.SeatID, kind negotiation.PositionKind, text string) {
	h.Do(seat, negotiation.TakePosition{Position: negotiation.Position{Proposal: "1", Kind: kind, Text: text}})
}

func TestThePositionsOnATextAreOneSentence(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(h *webtest.House)
		want string
	}{
		{"nobody", func(*webtest.House) {}, "No delegation has taken a position yet."},
		{"each by name", func(h *webtest.House) {
			says(h, webtest.Peru, negotiation.Opposes, "")
			says(h, webtest.Cosate, negotiation.AwaitsInstructions, "")
		}, "PERU opposes, COSATE awaits instructions"},
		{"several of one mind", func(h *webtest.House) {
			says(h, webtest.Peru, negotiation.Supports, "")
			says(h, webtest.Cosate, negotiation.Supports, "")
		}, "PERU and COSATE support"},
		{"a condition is said", func(h *webtest.House) {
			says(h, webtest.Peru, negotiation.SupportsIf, "if the funds are found")
		}, "PERU supports it on a condition PERU supports it on a condition: if the funds are found"},
		{"a group speaks for those who have said nothing", func(h *webtest.House) {
			h.Do(webtest.Secretariat, negotiation.NameGroup{Group: negotiation.DelegationGroup{Name: "GRULAC", Members: []negotiation.Delegation{"MEXICO", "PERU"}, Speaker: "MEXICO"}})
			h.Do(webtest.Mexico, negotiation.TakePosition{Position: negotiation.Position{By: "GRULAC", Proposal: "1", Kind: negotiation.Supports}})
			says(h, webtest.Peru, negotiation.Opposes, "")
		}, "MEXICO supports (via GRULAC), PERU opposes"},
		{"the Secretariat takes down what was said in the room", func(h *webtest.House) {
			for _, d := range []negotiation.Delegation{"PERU", "COSATE"} {
				h.Do(webtest.Secretariat, negotiation.TakePosition{Position: negotiation.Position{By: d, Proposal: "1", Kind: negotiation.Supports}})
			}
			says(h, webtest.Cosate, negotiation.Supports, "")
			h.Do(webtest.Chair, negotiation.TakePosition{Position: negotiation.Position{By: "MEXICO", Proposal: "1", Kind: negotiation.Reserves, Text: "Our law."}})
		}, "PERU and COSATE support (1 as said in the room), MEXICO reserves its position (as said in the room)" +
			" MEXICO reserves its position (as said in the room): Our law."},
		{"what was taken back is gone", func(h *webtest.House) {
			says(h, webtest.Peru, negotiation.Opposes, "")
			says(h, webtest.Peru, negotiation.NoPosition, "")
		}, "No delegation has taken a position yet."},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := onFloor(t)
			c.do(h)
			got := sitAt(t, h, webtest.Observer).open("/session").wants(200).says("floor-1")
			if !strings.HasSuffix(got, "conferences. "+c.want) {
				t.Errorf("proposal 1 says %q, want %q at its end", got, c.want)
			}
		})
	}
}

// TestADelegationSeesWhatWasTakenDownForIt: and can take it back.
func TestADelegationSeesWhatWasTakenDownForIt(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Secretariat, negotiation.TakePosition{Position: negotiation.Position{By: "PERU", Proposal: "1", Kind: negotiation.Supports}})
	page := sitAt(t, h, webtest.Peru).open("/session").wants(200, "PERU supports (as said in the room) Take the position back")
	page.press("Take the position back").wants(200).lacks("as said in the room")
}

func TestManyOfOneMindAreCounted(t *testing.T) {
	h := onFloor(t)
	for _, name := range strings.Fields("ARUBA BRAZIL CHILE CUBA PANAMA") {
		seat := negotiation.SeatID(strings.ToLower(name))
		h.Do(webtest.Secretariat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: seat, Role: negotiation.Delegate, Delegation: negotiation.Delegation(name), MayTable: true}})
		says(h, seat, negotiation.Supports, "")
	}
	says(h, webtest.Cosate, negotiation.Opposes, "")
	sitAt(t, h, webtest.Observer).open("/session").wants(200, "5 support, COSATE opposes")
}

func TestAPositionIsNeverReadAsAWordOnAnotherText(t *testing.T) {
	h := onFloor(t)
	says(h, webtest.Peru, negotiation.Opposes, "")
	h.Do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{Replaces: "1", Changes: []negotiation.Change{amend("p3", "Establish four working groups.")}}})
	page := sitAt(t, h, webtest.Cosate).open("/session").wants(200)
	if got := page.says("floor-3"); !strings.Contains(got, "On an earlier text: PERU opposes") {
		t.Errorf("the new version says %q", got)
	}
	page.open("/session/positions").wants(200, "opposes on an earlier text")
}

func TestAPositionToldToTheChairAloneIsOnNoOtherPage(t *testing.T) {
	h := onFloor(t, webtest.Public())
	h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Proposal: "1", Kind: negotiation.Reserves, Text: "a secret footnote", ToChair: true}})
	pages := []string{"", "/session", "/session/positions", "/session/positions?paragraph=1", "/p/1", "/proposals/1"}
	for _, path := range pages {
		for _, seat := range []negotiation.SeatID{webtest.Mexico, webtest.Cosate, webtest.Observer} {
			sitAt(t, h, seat).open(path).wants(200).lacks("a secret footnote", "PERU reserves", "Told to the Chair only")
		}
		desk{t, h, h.Visitor()}.open(path).wants(200).lacks("a secret footnote", "PERU reserves")
	}
	for _, path := range pages[1:] {
		for _, seat := range []negotiation.SeatID{webtest.Peru, webtest.Chair, webtest.Secretariat} {
			sitAt(t, h, seat).open(path).wants(200, "a secret footnote", "Told to the Chair only:")
		}
	}
}

func TestAPositionIsTakenAndTakenBackInTheRoom(t *testing.T) {
	h := onFloor(t)
	peru := sitAt(t, h, webtest.Peru)
	room := peru.open("/session")
	room.pressIn("position-1", "kind", "opposes").wants(200, "PERU opposes")
	if got := h.View(webtest.Chair).Proposals[0].Positions; len(got) != 1 || got[0].Kind != negotiation.Opposes || got[0].By != "PERU" {
		t.Errorf("positions %+v, want that PERU opposes", got)
	}
	peru.open("/session").press("Take the position back").wants(200, "The room").lacks("PERU opposes")
	refused := peru.open("/session").pressIn("position-1", "kind", "supports-if", "to_chair", "1")
	refused.wants(422, "On the floor: 1")
	if got := refused.says("position-1"); !strings.Contains(got, "supports it if") {
		t.Errorf("the form says %q", got)
	}
}

func TestAGroupSpeaksThroughItsSpeaker(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Secretariat, negotiation.NameGroup{Group: negotiation.DelegationGroup{Name: "GRULAC", Members: []negotiation.Delegation{"MEXICO", "PERU"}, Speaker: "MEXICO"}})
	sitAt(t, h, webtest.Mexico).open("/session").pressIn("position-2", "kind", "can-live-with", "by", "GRULAC").
		wants(200, "MEXICO and PERU can live with it (via GRULAC)")
	sitAt(t, h, webtest.Peru).open("/session").wants(200).lacks("In the name of")
}
