package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestNotesOnAProposalAreForItsAuthorAndThoseWhoDecide(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	id := h.Table(webtest.Mexico, amend("p6", "promote the protection of workers, with a gender perspective,"))
	const heading, note = "If accepted as it stands", "Ends with “"
	for seat, sees := range map[negotiation.SeatID]bool{webtest.Mexico: true, webtest.Secretariat: true, webtest.Chair: true,
		webtest.Peru: false, webtest.Observer: false, "": false} {
		d := desk{t, h, h.Visitor()}
		if seat != "" {
			d = sitAt(t, h, seat)
		}
		page := d.open("/proposals/" + string(id)).wants(200)
		if sees {
			page.wants(200, heading, note)
		} else {
			page.lacks(heading, note)
		}
		d.open("/p/2.b").lacks(note)
	}
	sitAt(t, h, webtest.Mexico).open("/mine").wants(200, heading, note)
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: id})
	sitAt(t, h, webtest.Mexico).open("/mine").wants(200).lacks(heading)
}

func TestNotesStandInThePreviewAndOnTheReceiptAndChangeNothing(t *testing.T) {
	h := webtest.New(t)
	const words, note = "Establish three working groups,", "Ends with “"
	form := sitAt(t, h, webtest.Mexico).open("/p/1/propose")
	form.press("preview", "words.p3", words).wants(200, note, "Offered to the author")
	asked := form.press("table", "words.p3", words).wants(200, note)
	asked.press("Yes, table it").wants(200, "Your proposal is tabled", note)
	if p, _ := h.View(webtest.Peru).Proposal("1"); p.Changes[0].Text != words {
		t.Errorf("tabled %q", p.Changes[0].Text)
	}
}

func TestATextWithoutSlipsHasNoNotes(t *testing.T) {
	h := webtest.New(t)
	form := sitAt(t, h, webtest.Mexico).open("/p/1/propose")
	form.press("preview", "words.p3", newWords).wants(200, "1 change").lacks("If accepted as it stands")
}

func TestSlipsOfTheDraftAreForTheSecretariat(t *testing.T) {
	h := inDoubt(t)
	sitAt(t, h, webtest.Secretariat).open("/desk").wants(200, "Slips in the draft", "The same word twice: “its its”")
	sitAt(t, h, webtest.Chair).open("/desk").wants(200).lacks("Slips in the draft")
}

func TestALabelThatWasStruckIsNoSlip(t *testing.T) {
	d := webtest.Draft()
	d.Paragraphs = append(d.Paragraphs, negotiation.Paragraph{ID: "p15", Kind: negotiation.Lettered, Label: "a", Parent: "p14", Text: "one;", Version: 1},
		negotiation.Paragraph{ID: "p16", Kind: negotiation.Lettered, Label: "b", Parent: "p14", Text: "two;", Version: 1},
		negotiation.Paragraph{ID: "p17", Kind: negotiation.Lettered, Label: "c", Parent: "p14", Text: "three.", Version: 1})
	h := webtest.New(t, webtest.WithDraft(d))
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p16", Base: 1})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	sitAt(t, h, webtest.Secretariat).open("/desk").wants(200).lacks("comes where")
}
