package web_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestAReaderIsToldWhatTheMeetingDoes reads the one sentence of each change.
func TestAReaderIsToldWhatTheMeetingDoes(t *testing.T) {
	h := openLive(t)
	r := h.as(t, webtest.Peru, "part=row")
	r.hello()
	frozen := func() string { return h.View(webtest.Chair).Session.Floor.Frozen.Hash }
	says := func(seat negotiation.SeatID, c negotiation.Command, want string) {
		t.Helper()
		h.Do(seat, c)
		if f := h.View(webtest.Chair).Session.Floor.Frozen; f != nil {
			want = strings.ReplaceAll(want, "HASH", f.Short())
		}
		if got := r.next().Said; got != want {
			t.Errorf("after %T by %s: said %q, want %q", c, seat, got, want)
		}
	}
	says(webtest.Chair, negotiation.ScheduleSession{}, "A session has been scheduled.")
	says(webtest.Chair, negotiation.OpenSession{}, "The session is open.")
	says(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"}, "The Chair calls paragraph 2.a.")
	says(webtest.Mexico, negotiation.AskFloor{}, "")
	says(webtest.Chair, negotiation.GiveFloor{}, "MEXICO has the floor.")
	says(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{amend("p5", "examine work;")}}},
		"MEXICO puts forward proposal 1 on paragraph 2.a.")
	says(webtest.Chair, negotiation.FreezeText{}, "The text of paragraph 2.a is frozen. Its hash is HASH.")
	says(webtest.Chair, negotiation.ThawText{}, "The text is open again.")
	says(webtest.Chair, negotiation.FreezeText{}, "The text of paragraph 2.a is frozen. Its hash is HASH.")
	says(webtest.Chair, negotiation.LetGavelFall{Hash: frozen(), Outcome: negotiation.Outcome{Kind: negotiation.Agreed}},
		"The gavel has fallen. There are 10 seconds to object.")
	says(webtest.Peru, negotiation.Object{Hash: frozen()}, "PERU objects.")
	says(webtest.Chair, negotiation.RuleOn{Outcome: negotiation.Outcome{Kind: negotiation.InBrackets}}, "Paragraph 2.a: in brackets.")
	says(webtest.Chair, negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{"p6", "p7"}}, "A list of paragraphs is frozen. Its hash is HASH.")
	says(webtest.Chair, negotiation.ThawText{}, "The texts of the list are open again.")
	says(webtest.Chair, negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{"p6", "p7"}}, "A list of paragraphs is frozen. Its hash is HASH.")
	says(webtest.Chair, negotiation.LetGavelFall{Hash: frozen(), Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}},
		"The gavel has fallen. There are 10 seconds to object.")
	h.Pass(negotiation.DefaultObjection*time.Second + negotiation.SlowLink)
	if got, want := r.next().Said, "2 paragraphs: agreed ad referendum."; got != want {
		t.Errorf("after the gavel: said %q, want %q", got, want)
	}
	says(webtest.Chair, negotiation.ReopenParagraph{Paragraph: "p6", Reason: "new instructions"}, "The Chair has reopened paragraph 2.b.")
	says(webtest.Chair, negotiation.CloseSession{}, "The session is closed.")
}
