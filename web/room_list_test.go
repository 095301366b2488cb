package web_test

import (
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestAListThatIsFrozenIsNotTakenForTheParagraphOnTheFloor freezes two paragraphs
// while a third is called, and lets the gavel fall on them.
func TestAListThatIsFrozenIsNotTakenForTheParagraphOnTheFloor(t *testing.T) {
	h := openRoom(t)
	do := func(c negotiation.Command) { t.Helper(); h.Do(webtest.Chair, c) }
	do(negotiation.CallParagraph{Paragraph: "p5"})
	do(negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{"p6", "p7"}})
	chair, mexico := sitAt(t, h, webtest.Chair), sitAt(t, h, webtest.Mexico)
	mexico.open("/session").wants(200, "On the floor: a list of paragraphs, frozen", "2 paragraphs are frozen", "The draft as it stands 2.b ").lacks("On the floor: 2.a")
	chair.open("/session/chair").wants(200, "2.a called", "2.b frozen").lacks("Put in brackets")
	do(negotiation.LetGavelFall{Hash: h.View(webtest.Chair).Session.Floor.Frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed}})
	h.Pass(negotiation.DefaultObjection*time.Second + negotiation.SlowLink)
	room := mexico.open("/session").wants(200, "2 paragraphs : agreed on 16 October 2017")
	for _, id := range []string{"p6", "p7"} {
		on, _ := h.View(webtest.Chair).Paragraph(id)
		if !room.leads("/n/bridgetown/p/" + on.Address + "#settled") {
			t.Errorf("the room has no link to the outcome of %s", on.Address)
		}
	}
	mexico.open("/screen").wants(200, "2 paragraphs: agreed on 16 October 2017")
}
