package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestADraftIsOpenedAsItWasLeftByTheSameDelegationOnly(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("/p/1/propose").press("save", "words.p3", newWords, "reason", "Because.").wants(200, "Draft saved just now")
	h.Do(webtest.Secretariat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: "mexico-2", Role: negotiation.Delegate, Delegation: "MEXICO", MayTable: true}})
	for _, seat := range []negotiation.SeatID{webtest.Mexico, "mexico-2"} {
		form := sitAt(t, h, seat).open("/p/1/propose").wants(200, "Only your delegation sees it")
		if form.field("words.p3") != newWords || form.field("reason") != "Because." {
			t.Errorf("%s finds %q", seat, form.field("words.p3"))
		}
	}
	for _, seat := range []negotiation.SeatID{webtest.Peru, webtest.Secretariat} {
		d := sitAt(t, h, seat)
		for _, path := range []string{"/p/1/propose", "/mine"} {
			if page := d.open(path); strings.Contains(page.Body, "three working") {
				t.Errorf("%s sees the draft of Mexico at %s", seat, path)
			}
		}
	}
}

func TestADraftIsListedAndForgotten(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("/mine").wants(200, "You have not tabled anything yet", "No drafts.")
	mexico.open("/p/1/propose?kind=comment").press("save", "text", "A thought.").wants(200)
	mexico.open("/propose").press("save", "text", "Another thought.").wants(200)
	list := mexico.open("/mine").wants(200, "A thought.", "Another thought.")
	sitAt(t, h, webtest.Peru).send("/mine/drafts/delete", map[string][]string{"key": {"p3.comment"}}).wants(200)
	mexico.open("/p/1/propose?kind=comment").wants(200, "Draft saved")
	mexico.open("/mine").wants(200, "A thought.")
	list.press("Discard draft").press("Discard draft").wants(200, "No drafts.")
	mexico.open("/p/1/propose?kind=comment").wants(200).lacks("Draft saved")
}

func TestADraftIsForgottenOnlyWhenItIsRecorded(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	asked := mexico.open("/p/1/propose").press("save", "words.p3", newWords).press("table")
	h.Store.Fail = func(negotiation.Entry) error { return errFull }
	asked.press("Yes, table it").wants(http.StatusInsufficientStorage)
	mexico.open("/mine").wants(200, "three working")
	h.Store.Fail = nil
	asked.press("Yes, table it").wants(200)
	mexico.open("/mine").wants(200, "No drafts.")
}

func TestADraftOnAnOlderVersionSaysSo(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("/p/1/propose").press("save", "words.p3", newWords).wants(200)
	accepted(h, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: "Establish two joint working groups."})
	mexico.open("/p/1/propose").wants(200, "The paragraph has changed in the meantime", newWords)
}

func TestMineTellsTheFateOfEachProposalWithItsReason(t *testing.T) {
	h := webtest.New(t)
	amend := negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: newWords}
	for range 3 {
		h.Table(webtest.Mexico, amend)
	}
	h.Do(webtest.Chair, negotiation.NotRetainProposal{Proposal: "1", Reason: "Two are enough."})
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "2"})
	accepted(h, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: "Establish two joint working groups."})
	page := sitAt(t, h, webtest.Mexico).open("/mine").wants(200, "not retained", "Two are enough.", "withdrawn",
		"Waits for MEXICO: these words clash with version 2. Proposal 4", "“three” the text now “two joint”", "Waits for your answer", "Decided")
	if got, want := page.link("Table again"), "/n/bridgetown/p/p3/propose?again=2"; got != want {
		t.Errorf("table again leads to %s, want %s", got, want)
	}
	if got, want := page.link("Propose a new version"), "/n/bridgetown/p/p3/propose?replaces=3"; got != want {
		t.Errorf("a new version leads to %s, want %s", got, want)
	}
}

func TestMineAndItsReceiptsAreForTheirDelegation(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Comment, Text: "Good."})
	sitAt(t, h, webtest.Mexico).open("/mine?receipt=1").wants(200, "Your proposal is tabled")
	sitAt(t, h, webtest.Peru).open("/mine?receipt=1").wants(404)
	sitAt(t, h, webtest.Mexico).open("/mine?receipt=7").wants(404)
	desk{t, h, h.Visitor()}.open("/mine").wants(403)
}

func TestADraftTooManyIsRefusedWithWhatWasTyped(t *testing.T) {
	h := webtest.New(t)
	for i := range negotiation.MaxForms {
		d := negotiation.FormDraft{Negotiation: webtest.ID, Delegation: "MEXICO", Key: fmt.Sprintf("p%d.comment", i+100), Form: []byte("{}")}
		if err := h.Store.SaveDraft(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	page := sitAt(t, h, webtest.Mexico).open("/p/1/propose").press("save", "words.p3", "Establish nothing.")
	page.wants(413, "500")
	if got := page.field("words.p3"); got != "Establish nothing." {
		t.Errorf("the form came back with %q", got)
	}
	if strings.Contains(h.Logged(), "level=ERROR") {
		t.Error("a draft too many is logged as a fault")
	}
}
