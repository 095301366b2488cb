package web

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/store"
)

// part renders a part of the desk: for a seat, or as it is sent to all of them.
func (h *boardHouse) part(name string, seat negotiation.SeatID) string {
	h.t.Helper()
	v := h.view(negotiation.Audience{Role: negotiation.Secretariat})
	b := Base{Negotiation: headingOf(v, "e"), Seat: negotiation.Seat{ID: seat, Role: negotiation.Secretariat}}
	html, err := h.server.pages.part(name, penPart{Base: b, View: v, board: h.board})
	if err != nil {
		h.t.Fatal(err)
	}
	return html
}

func TestAFreezeKeepsTheWordsOfThePen(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatPen, "")
	h.types(1, "Urge all Member States to act.")
	h.do(seatChair, negotiation.FreezeText{})
	got := h.part("pen-status", seatPen)
	if !strings.Contains(got, "The Chair froze the text; your words are kept.") || !strings.Contains(got, "Member") {
		t.Errorf("while the text is frozen the desk says %s", got)
	}
	h.do(seatChair, negotiation.ThawText{})
	h.takePen(seatPen, "")
	if got := h.part("pen-words", seatPen); !strings.Contains(got, `data-kept="Urge all Member States to act."`) {
		t.Errorf("with the next pen the desk offers %s", got)
	}
	h.types(1, "Urge all Member States to act.")
	h.do(seatPen, negotiation.PutDrafted{Text: "Urge all Member States to act."})
	if got := h.part("pen-status", seatPen); strings.Contains(got, "kept") {
		t.Errorf("after the words were put to the meeting the desk says %s", got)
	}
}

func TestARegionOfTheDeskStaysAsItIsWhileSomebodyTypes(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatPen, "")
	before := h.part("pen-words", "")
	h.types(1, "Urge all Member States to act.")
	h.do(seatMexico, negotiation.AskFloor{})
	if after := h.part("pen-words", ""); after != before {
		t.Errorf("the region was\n%s\nand is\n%s", before, after)
	}
	if got := h.part("pen-words", seatPen); !strings.Contains(got, "Urge all Member States to act.</textarea>") {
		t.Errorf("a page that is loaded then has %s", got)
	}
}

func TestTheDeskSaysWhoHoldsThePen(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatOther, "")
	mine, theirs, all := h.part("pen-words", seatOther), h.part("pen-words", seatPen), h.part("pen-words", "")
	for _, tt := range []struct {
		who, html   string
		field, told bool
	}{{"the holder", mine, true, false}, {"another seat", theirs, false, true}, {"all of them", all, true, true}} {
		if field, told := strings.Contains(tt.html, "<textarea"), strings.Contains(tt.html, "The seat second holds the pen, for MEXICO."); field != tt.field || told != tt.told {
			t.Errorf("%s: field %t, told who holds it %t; want %t, %t: %s", tt.who, field, told, tt.field, tt.told, tt.html)
		}
	}
	if got := h.part("pen-ask", seatPen); !strings.Contains(got, `name="over" value="second"`) || !strings.Contains(got, "Take the pen over from second") {
		t.Errorf("another seat is offered %s", got)
	}
}

func TestTheDeskOffersTheHolderNoPenOfTheirOwn(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatOther, "")
	again, over := `<span data-holder="second">Begin anew for this delegation</span>`, `<span data-others="second">Take the pen over from second</span>`
	for _, tt := range []struct {
		who         string
		seat        negotiation.SeatID
		again, over bool
	}{{"the holder", seatOther, true, false}, {"another seat", seatPen, false, true}, {"all of them", "", true, true}} {
		html := h.part("pen-ask", tt.seat)
		if a, o := strings.Contains(html, again), strings.Contains(html, over); a != tt.again || o != tt.over {
			t.Errorf("%s: offered to begin again %t, to take it over %t; want %t, %t: %s", tt.who, a, o, tt.again, tt.over, html)
		}
	}
}
