package web_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// arrives has words on a paragraph come in writing from a delegation.
func arrives(h *webtest.House, who negotiation.Delegation, id negotiation.ParagraphID, text string) {
	h.Do(webtest.Secretariat, negotiation.ImportProposals{Draft: negotiation.Draft{Proposals: []negotiation.Proposal{
		{Delegation: who, Changes: []negotiation.Change{amend(id, text)}}}}})
}

// gavelled lets the gavel fall on what is frozen and take effect.
func gavelled(h *webtest.House) {
	h.Do(webtest.Chair, negotiation.LetGavelFall{Hash: h.View(webtest.Chair).Session.Floor.Frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed}})
	h.Clock.Advance(negotiation.DefaultObjection*time.Second + negotiation.SlowLink)
	h.Do(negotiation.SystemSeat, negotiation.TakeEffect{})
}

func TestWhatComesTooLateIsToldBeforeTheGavelAndAfterwards(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Chair, negotiation.FreezeText{})
	chair, mexico := sitAt(t, h, webtest.Chair), sitAt(t, h, webtest.Mexico)
	chair.open("/session/chair").wants(200).lacks("came while")
	arrives(h, "PERU", "p3", "Establish two groups.")
	one := "Proposal 3 (PERU) came while this text was frozen; it is not decided with it."
	mexico.open("/session").wants(200, one)
	for _, region := range []string{"chair-decide", "chair-text"} {
		if got := chair.open("/session/chair").says(region); !strings.Contains(got, one) {
			t.Errorf("%s says %q, want %q in it", region, got, one)
		}
	}
	arrives(h, "CHILE", "p3", "Establish one group.")
	mexico.open("/session?lang=es").wants(200, "Las propuestas 3 (PERU) y 4 (CHILE) llegaron mientras")
	gavelled(h)
	mexico.open("/p/1").wants(200, "Proposals 3 (PERU) and 4 (CHILE) came after this text was frozen or agreed, and were not decided with it.")
	h.Do(webtest.Chair, negotiation.ReopenParagraph{Paragraph: "p3", Reason: "They came by post."})
	mexico.open("/p/1").wants(200).lacks("not decided with it")
}

func TestOfAListTheMeetingIsToldOnceWhatCameTooLate(t *testing.T) {
	h := openRoom(t)
	h.Do(webtest.Chair, negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{"p5", "p6", "p8"}})
	h.Do(webtest.Secretariat, negotiation.ImportProposals{Draft: negotiation.Draft{Proposals: []negotiation.Proposal{
		{Delegation: "PERU", Changes: []negotiation.Change{amend("p5", "examine work;"), amend("p6", "promote work.")}}}}})
	page := sitAt(t, h, webtest.Observer).open("/session").wants(200, "Proposal 1 (PERU) came while this text was frozen")
	page.lacks("Proposals 1")
	gavelled(h)
	reader := sitAt(t, h, webtest.Observer)
	reader.open("/p/2.a").wants(200, "Proposal 1 (PERU) came after")
	reader.open("/p/3.bullet1").wants(200).lacks("came after")
}
