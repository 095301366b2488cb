package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// together opens a house with two proposals on 1 that do not clash: of PERU (1)
// and of MEXICO (2).
func together(t *testing.T) *webtest.House {
	t.Helper()
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p3", "Establish two joint working groups that meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish two working groups that meet yearly in the period between conferences."))
	return h
}

const bothTogether = "Establish two joint working groups that meet yearly in the period between conferences."

const putOnTable = "Put the combined text on the table"

func TestTheCombinedTextNamesTheAuthorOfEachWord(t *testing.T) {
	page := sitAt(t, together(t), webtest.Observer).open("/p/1").wants(200)
	got := page.says("combined-p3")
	for _, want := range []string{"inserted joint end of insertion (from PERU", "inserted yearly end of insertion (from MEXICO",
		"PERU Insert “joint”", "MEXICO Insert “yearly”"} {
		if !strings.Contains(got, want) {
			t.Errorf("the combined text says %q, want %q in it", got, want)
		}
	}
	page.lacks(putOnTable, "Which proposals")
}

func TestWhatIsCombinedIsTabledWithItsParents(t *testing.T) {
	h := together(t)
	done := sitAt(t, h, webtest.Chair).open("/p/1").press(putOnTable, "reason", "They fit.").
		wants(200, "The combined text is on the table as proposal 3.", "MEXICO and PERU, combined by the Chair from 2 , 1", "On the table as proposal 3")
	p, ok := h.View(webtest.Chair).Proposal("3")
	if !ok || p.Changes[0].Text != bothTogether || p.Reason != "They fit." {
		t.Fatalf("recorded %+v", p)
	}
	for id, want := range map[string]string{"proposal-1": "combined in 3", "proposal-2": "combined in 3",
		"proposal-3": "inserted joint end of insertion (from PERU"} {
		if got := done.says(id); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q in it", id, got, want)
		}
	}
	sitAt(t, h, webtest.Mexico).open("/proposals/3").wants(200, "MEXICO and PERU, combined from 2 , 1").
		lacks("Withdraw", "Propose a new version")
}

func TestACombinedTextThatIsAcceptedTakesItsParentsAlong(t *testing.T) {
	h := together(t)
	chair := sitAt(t, h, webtest.Chair)
	chair.open("/p/1").press(putOnTable).wants(200)
	chair.open("/proposals/3").press("Accept").wants(200, "Recorded.", "Version 2")
	if p, _ := h.View(webtest.Chair).Paragraph("1"); p.Text != bothTogether {
		t.Errorf("the text is %q", p.Text)
	}
	mexico := sitAt(t, h, webtest.Mexico)
	page := mexico.open("/proposals/2").wants(200, "merged into proposal 3, accepted")
	if got, want := page.link("merged into proposal 3, accepted"), "/n/bridgetown/proposals/3"; got != want {
		t.Errorf("the fate leads to %q, want %q", got, want)
	}
	mexico.open("/mine").wants(200, "merged into proposal 3, accepted")
	mexico.open("/mine?receipt=2").wants(200, "merged into proposal 3, accepted")
}

func TestAParentGoesOnWithWhatWasLeftOut(t *testing.T) {
	h := bridgetownHouse(t)
	chair := sitAt(t, h, webtest.Chair)
	chair.open("/p/9.c").press(putOnTable).wants(200)
	page := chair.open("/proposals/35").press("Accept").wants(200, "Version 2")
	for id, rest := range map[string]string{"proposal-18": "inserted which end of insertion", "proposal-19": "bargaining, deleted establishing measures"} {
		card := page.says(id)
		for _, want := range []string{"Moved to version 2 after proposal 35 was accepted: some of it is in the text now, the rest stands here.", rest} {
			if !strings.Contains(card, want) {
				t.Errorf("%s says %q, want %q in it", id, card, want)
			}
		}
	}
}

func TestACombinedTextIsMootWhenAParentIsWithdrawn(t *testing.T) {
	h := together(t)
	chair := sitAt(t, h, webtest.Chair)
	chair.open("/p/1").press(putOnTable).wants(200)
	h.Do(webtest.Peru, negotiation.WithdrawProposal{Proposal: "1"})
	chair.open("/proposals/3").wants(200, "because of proposal 1")
}

func TestTheOrderThatIsChosenIsTabled(t *testing.T) {
	for first, want := range map[string]string{
		"1": "Establish two working groups of the region, open to all, that meet in the period between conferences.",
		"2": "Establish two working groups, open to all, of the region that meet in the period between conferences.",
	} {
		h := webtest.New(t)
		h.Table(webtest.Peru, amend("p3", "Establish two working groups of the region that meet in the period between conferences."))
		h.Table(webtest.Mexico, amend("p3", "Establish two working groups, open to all, that meet in the period between conferences."))
		chair := sitAt(t, h, webtest.Chair)
		page := chair.open("/p/1").wants(200, "Two orders are possible", "MEXICO first, then PERU", "PERU first, then MEXICO")
		if got := page.field("first"); got != "2" {
			t.Errorf("the form begins with %q first, want 2", got)
		}
		page.press(putOnTable, "first", first).wants(200)
		if p, _ := h.View(webtest.Chair).Proposal("3"); p.Changes[0].Text != want {
			t.Errorf("with %s first: %q, want %q", first, p.Changes[0].Text, want)
		}
	}
}

func TestTheOrderOfMoreThanTwoIsNumbered(t *testing.T) {
	h := webtest.New(t)
	for seat, word := range map[negotiation.SeatID]string{webtest.Mexico: "one", webtest.Peru: "two", webtest.Cosate: "three"} {
		h.Table(seat, amend("p3", "Establish two working groups "+word+" that meet in the period between conferences."))
	}
	ids := map[negotiation.Delegation]string{}
	for _, p := range h.View(webtest.Chair).Proposals {
		ids[p.Delegation] = string(p.ID)
	}
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/p/1").wants(200, "order 1")
	page.press(putOnTable, "place-"+ids["COSATE"], "1", "place-"+ids["PERU"], "2", "place-"+ids["MEXICO"], "3").
		wants(409, "Nothing is recorded yet").press(putOnTable).wants(200)
	p, _ := h.View(webtest.Chair).Proposal("4")
	if want := "Establish two working groups three two one that meet in the period between conferences."; p.Changes[0].Text != want {
		t.Errorf("tabled %q, want %q", p.Changes[0].Text, want)
	}
}

func TestThePreviewShowsTheChoiceAndRecordsNothing(t *testing.T) {
	h := together(t)
	before := h.View(webtest.Chair).Seq
	chair := sitAt(t, h, webtest.Chair)
	preview := chair.open("/p/1/combine?with=1&with=2&reason=They+fit.").wants(200, "Combine proposals on paragraph 1", "PERU Insert “joint”")
	if got := preview.field("reason"); got != "They fit." {
		t.Errorf("the reason is %q", got)
	}
	chair.open("/p/1/combine?with=1").wants(200, "Choose at least two proposals.")
	chair.open("/p/1/combine").wants(200, "Choose at least two proposals.")
	chair.open("/p/9.z/combine").wants(404)
	sitAt(t, h, webtest.Observer).open("/p/1/combine?with=1&with=2").wants(200, "PERU Insert “joint”").lacks(putOnTable)
	if got := h.View(webtest.Chair).Seq; got != before {
		t.Errorf("the record went from %d to %d", before, got)
	}
	preview.press(putOnTable).wants(200, "on the table as proposal 3")
}

func TestAChoiceOnAnOlderVersionIsAnsweredWithWhatIsNew(t *testing.T) {
	h := together(t)
	form := sitAt(t, h, webtest.Chair).open("/p/1").wants(200)
	accepted(h, amend("p3", "Establish two working groups that meet in the week between conferences."))
	refused := form.press(putOnTable, "reason", "They fit.").wants(409, "Paragraph 1 has changed since you read it",
		"What changed in the draft", "deleted period end of deletion inserted week end of insertion", "PERU Insert “joint”")
	if got := refused.field("reason"); got != "They fit." {
		t.Errorf("the reason is gone: %q", got)
	}
	refused.press(putOnTable).wants(200, "on the table as proposal 4")
}

func TestTheReasonIsKeptWhereNothingIsLeftToCombine(t *testing.T) {
	h := together(t)
	form := sitAt(t, h, webtest.Chair).open("/p/1").wants(200)
	h.Do(webtest.Peru, negotiation.WithdrawProposal{Proposal: "1"})
	form.press(putOnTable, "reason", "They fit.").wants(409, "Proposal 1 is not on the table", "What you typed is kept here:", "They fit.")
}

func TestAChoiceSentTwiceIsTabledOnce(t *testing.T) {
	h := together(t)
	form := sitAt(t, h, webtest.Chair).open("/p/1")
	form.press(putOnTable).wants(200)
	form.press(putOnTable).wants(200)
	if n := len(h.View(webtest.Chair).Proposals); n != 3 {
		t.Errorf("%d proposals, want 3", n)
	}
}

func TestOfRivalsTheMachineTakesNone(t *testing.T) {
	h := together(t)
	h.Table(webtest.Cosate, amend("p3", "Establish two working groups that meet in the week between conferences."))
	h.Do(webtest.Secretariat, negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CHILE",
		Changes: []negotiation.Change{amend("p3", "Establish two working groups that meet in the month between conferences.")}}})
	page := sitAt(t, h, webtest.Chair).open("/p/1").wants(200, "COSATE: Replace “period” by “week”. Clashes with CHILE.",
		"CHILE: Replace “period” by “month”. Clashes with COSATE.")
	if got := page.says("combined-p3"); strings.Contains(got, "inserted week") || strings.Contains(got, "inserted month") {
		t.Errorf("the combined text takes a side: %s", got)
	}
}

func TestWhoDoesNotDecideCannotCombine(t *testing.T) {
	h := together(t)
	for _, seat := range []negotiation.SeatID{webtest.Mexico, webtest.Observer} {
		sitAt(t, h, seat).send("/p/1/combine", map[string][]string{"with": {"1", "2"}, "base": {"1"}, "key": {"k"}}).wants(403)
	}
}
