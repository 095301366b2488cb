package web_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

const threeGroups = "Establish three working groups that meet in the period between conferences."

func TestEachActMovesTheProposalOn(t *testing.T) {
	for _, c := range []struct {
		act    string
		seat   negotiation.SeatID
		late   bool
		status negotiation.Status
	}{
		{"Withdraw", webtest.Mexico, false, negotiation.Withdrawn},
		{"Withdraw", webtest.Secretariat, false, negotiation.Withdrawn},
		{"Admit", webtest.Chair, true, negotiation.OnTable},
		{"Accept", webtest.Chair, false, negotiation.Accepted},
		{"Do not retain", webtest.Secretariat, false, negotiation.NotRetained},
		{"Do not retain", webtest.Chair, true, negotiation.NotRetained},
		// The author's own words are accepted as they are, whatever the button.
		{"Accept as amended", webtest.Secretariat, false, negotiation.Accepted},
	} {
		t.Run(c.act+" by "+string(c.seat), func(t *testing.T) {
			h := webtest.New(t)
			if c.late {
				h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Hour), Late: negotiation.MarkLate})
			}
			h.Table(webtest.Mexico, amend("p3", threeGroups))
			page := sitAt(t, h, c.seat).open("/p/1").press(c.act, "reason", "For *good* reason.").wants(200, "Recorded.", "For good reason")
			if page.Path != "/n/bridgetown/p/1" {
				t.Errorf("led to %s", page.Path)
			}
			p, _ := h.View(c.seat).Proposal("1")
			if p.Status() != c.status || p.Last().Reason != "For *good* reason." || p.Last().Seat != c.seat {
				t.Errorf("last step %+v, want %s by %s", p.Last(), c.status, c.seat)
			}
		})
	}
}

func TestAcceptingInOtherWordsTakesThem(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p5", "examine the future;"), negotiation.Change{Kind: negotiation.Insert, Paragraph: "p6", Base: 1, Text: "report on it;"},
		negotiation.Change{Kind: negotiation.Delete, Paragraph: "p6", Base: 1})
	form := sitAt(t, h, webtest.Secretariat).open("/p/2").wants(200)
	if got := form.field("text-0"); got != "examine the future;" {
		t.Fatalf("the form begins with %q", got)
	}
	form.press("Accept as amended", "text-1", "report on it yearly;").wants(200, "Recorded.")
	v := h.View(webtest.Mexico)
	p, _ := v.Proposal("1")
	amended, _ := v.Paragraph("2.a")
	inserted, _ := v.Paragraph("2.bbis")
	struck, _ := v.Paragraph("2.b")
	if p.Status() != negotiation.AcceptedAmended || amended.Text != "examine the future;" || inserted.Text != "report on it yearly;" || !struck.Deleted {
		t.Errorf("status %s, texts %q %q, struck %t", p.Status(), amended.Text, inserted.Text, struck.Deleted)
	}
}

func TestARequestIsAcceptedOnlyInWordsOfTheDraft(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.RequestText, Paragraph: "p3", Base: 1, Text: "Mention youth."})
	form := sitAt(t, h, webtest.Secretariat).open("/proposals/1").wants(200)
	if got, want := form.field("text-0"), "Establish two working groups that meet in the period between conferences."; got != want {
		t.Fatalf("the form begins with %q, want %q", got, want)
	}
	refused := form.press("Accept as amended", "reason", "why not").wants(422, "has no words that could enter the text")
	if got := refused.field("reason"); got != "why not" {
		t.Errorf("the reason is gone: %q", got)
	}
	refused.press("Accept as amended", "text-0", "Establish two working groups on youth.").wants(200, "accepted as amended", "inserted on youth end of insertion")
}

func TestAStaleDecisionKeepsTheWordsAndShowsTheNewerText(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	h.Table(webtest.Peru, amend("p3", "Establish two working groups."))
	form := sitAt(t, h, webtest.Chair).open("/proposals/2").wants(200)
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "1"})

	refused := form.press("Accept as amended", "text-0", "Establish <two> groups & more.", "reason", "A deal.").
		wants(409, "you worked on version 1, and it is now at version 2", "What changed in the draft",
			"Establish deleted two end of deletion inserted three end of insertion working groups")
	if text, reason := refused.field("text-0"), refused.field("reason"); text != "Establish <two> groups & more." {
		t.Errorf("typed words are gone: %q, %q", text, reason)
	}
	if got := refused.field("base-0"); got != "2" {
		t.Errorf("the form is about version %s, want 2", got)
	}
	if p, _ := h.View(webtest.Chair).Proposal("2"); p.Status() != negotiation.OnTable {
		t.Fatalf("the refused decision was recorded: %s", p.Status())
	}
	refused.press("Accept as amended").wants(200, "Recorded.")
	if p, _ := h.View(webtest.Chair).Paragraph("1"); p.Text != "Establish <two> groups & more." {
		t.Errorf("the text is %q", p.Text)
	}
}

func TestAcceptingWhatHasMovedOnSinceOneLookedIsRefused(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	h.Table(webtest.Peru, amend("p3", "Establish two working groups."))
	chair := sitAt(t, h, webtest.Chair)
	before := chair.open("/proposals/2").wants(200, "Accept Reason (optional)")
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "1"})
	refused := before.press("Accept", "reason", "Quick.").wants(409, "Paragraph 1 has changed since you read it", "Quick.",
		"Moved to version 2 after proposal 1 was accepted: nothing in it changed.")
	refused.press("Accept").wants(200, "Recorded.")
	if p, _ := h.View(webtest.Chair).Paragraph("1"); p.Text != "Establish three working groups." || p.Version != 3 {
		t.Errorf("version %d is %q", p.Version, p.Text)
	}
}

func TestWhatClashesWithTheTextIsAcceptedOnlyInOtherWords(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	h.Table(webtest.Peru, amend("p3", "Establish four working groups."))
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "1"})
	form := sitAt(t, h, webtest.Chair).open("/proposals/2").wants(200, "Waits for PERU: these words clash with version 2.").
		lacks("Accept Reason (optional)")
	if got, want := form.field("text-0"), "Establish three working groups."; got != want {
		t.Errorf("the form begins with %q, want %q: what carries over", got, want)
	}
	form.press("Accept as amended", "text-0", "Establish some working groups.").wants(200, "Recorded.")
	if p, _ := h.View(webtest.Chair).Paragraph("1"); p.Text != "Establish some working groups." || p.Version != 3 {
		t.Errorf("version %d is %q", p.Version, p.Text)
	}
}

// TestADeletionIsDecidedOnTheListAsItIsShown: what changed in the list before the
// page was made has been seen, what changes after it has not.
func TestADeletionIsDecidedOnTheListAsItIsShown(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p6", "promote the full protection of workers."))
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "1"})
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p4", Base: 1})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p6", Base: 2, Text: "promote the protection of all workers."})
	chair := sitAt(t, h, webtest.Chair)
	before := chair.open("/proposals/2").wants(200, "Accept Reason (optional)")
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "3"})
	before.press("Accept").wants(409, "Paragraph 2.b has changed since you read it")
	h.Do(webtest.Secretariat, negotiation.WithdrawProposal{Proposal: "2"})
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p4", Base: 1})
	chair.open("/proposals/4").press("Accept").wants(200, "Recorded.")
	if p, _ := h.View(webtest.Chair).Paragraph("2.b"); !p.Deleted {
		t.Errorf("2.b is at version %d and stands", p.Version)
	}
}

func TestAFormSentTwiceIsRecordedOnce(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	form := sitAt(t, h, webtest.Mexico).open("/p/1")
	form.press("Withdraw").wants(200, "Recorded.")
	form.press("Withdraw").wants(200, "Recorded.")
	if p, _ := h.View(webtest.Mexico).Proposal("1"); len(p.Steps) != 2 {
		t.Errorf("%d steps, want 2", len(p.Steps))
	}
}

func TestWhoMayNotDecideIsRefusedWithTheirWords(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	for _, c := range []struct {
		seat negotiation.SeatID
		act  string
		want string
	}{
		{webtest.Peru, "withdraw", "Only the delegation concerned (MEXICO)"},
		{webtest.Mexico, "accept", "does not have the right to do this"},
		{webtest.Observer, "not-retain", "does not have the right to do this"},
		{webtest.Chair, "withdraw", ""},
	} {
		page := sitAt(t, h, c.seat).send("/proposals/1/"+c.act, url.Values{"reason": {"Kept <words>."}}).
			wants(403, c.want, "What you typed is kept here:", "Kept <words>.")
		if strings.Contains(page.Body, "Recorded.") {
			t.Errorf("%s %s: says that it was recorded", c.seat, c.act)
		}
	}
	if p, _ := h.View(webtest.Chair).Proposal("1"); len(p.Steps) != 1 {
		t.Errorf("something was recorded: %+v", p.Steps)
	}
}

func TestActsOnADecidedProposalAreRefused(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	chair := sitAt(t, h, webtest.Chair)
	old := chair.open("/p/1")
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "1"})
	old.press("Accept", "reason", "Too late.").wants(409, "is not on the table", "Too late.")
	chair.send("/proposals/1/admit", nil).wants(409)
	sitAt(t, h, webtest.Peru).open("/p/1").wants(200, "Table again")
}

func TestStrangersAndUnknownActsComeToNothing(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	stranger := desk{t, h, h.Visitor()}
	stranger.send("/proposals/1/accept", nil).wants(403, "You are not signed in")
	chair := sitAt(t, h, webtest.Chair)
	chair.send("/proposals/1/praise", nil).wants(404)
	chair.send("/proposals/7/accept", nil).wants(404)
	chair.send("/proposals/1/not-retain", url.Values{"reason": {strings.Repeat("x", negotiation.MaxReason+1)}}).wants(413, "This is too long")
}

func TestADecisionOnACommentLeadsToItsPage(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Text: "Too long."})
	page := sitAt(t, h, webtest.Chair).open("/proposals/1").press("Do not retain").wants(200, "Recorded.", "not retained")
	if page.Path != "/n/bridgetown/proposals/1" {
		t.Errorf("led to %s", page.Path)
	}
}
