package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// manyOn opens a house with n proposals on paragraph 1, each of a delegation of its
// own, which insert between the words.
func manyOn(t *testing.T, n int) *webtest.House {
	t.Helper()
	h := webtest.New(t)
	words := strings.Fields("Establish two working groups that meet in the period between conferences.")
	for i := range n {
		at := i%(len(words)-1) + 1
		text := strings.Join(words[:at], " ") + fmt.Sprintf(" word%d ", i) + strings.Join(words[at:], " ")
		h.Do(webtest.Secretariat, negotiation.TableProposal{Proposal: negotiation.Proposal{
			Delegation: negotiation.Delegation(fmt.Sprintf("DELEGATION %03d", i)), Changes: []negotiation.Change{amend("p3", text)}}})
	}
	return h
}

func TestOfManyProposalsTheCombinedTextStandsBesideTheDraft(t *testing.T) {
	for n, want := range map[int][]string{8: {"proposal-1", "proposal-8", "combined-p3"}, 9: {"combined-p3", "proposal-1", "proposal-9"}} {
		page := sitAt(t, manyOn(t, n), webtest.Chair).open("/p/1").wants(200)
		rest := page.Body
		for _, id := range want {
			_, after, ok := strings.Cut(rest, `id="`+id+`"`)
			if !ok {
				t.Fatalf("of %d proposals %s does not stand in the order %q", n, id, want)
			}
			rest = after
		}
	}
}

func TestOfManyProposalsEachIsDecidedOnItsOwnPage(t *testing.T) {
	sitAt(t, manyOn(t, 8), webtest.Chair).open("/p/1").wants(200, "Accept as amended").lacks("Decide")
	h := manyOn(t, 100)
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/p/1").wants(200).lacks("Accept as amended", "Do not retain")
	if got, want := page.link("Decide"), "/n/bridgetown/proposals/1"; got != want {
		t.Errorf("the first leads to %q, want %q", got, want)
	}
	if got, most := len(page.Body), 300_000; got >= most {
		t.Errorf("the page of 100 proposals has %d bytes, want fewer than %d", got, most)
	}
	form := chair.open("/proposals/7").wants(200, "Accept as amended")
	h.Do(webtest.Secretariat, negotiation.WithdrawProposal{Proposal: "9"})
	form.press("Accept as amended", "text-0", "", "reason", "Because.").wants(422, "Because.", "Accept as amended")
	sitAt(t, h, webtest.Observer).open("/p/1").wants(200).lacks("Decide")
}

func TestAuthorsWithOneBeginningAreToldApart(t *testing.T) {
	page := sitAt(t, manyOn(t, 3), webtest.Chair).open("/p/1").wants(200)
	got := page.says("combined-p3")
	for _, want := range []string{"DELEGATIO. 1", "DELEGATIO. 2", "DELEGATIO. 3"} {
		if !strings.Contains(got, want) {
			t.Errorf("the signs of the authors are in %q, want %q", got, want)
		}
	}
}

func TestTheNumberOfAProposalIsSetApartFromTheName(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish four working groups that meet in the period between conferences."))
	h.Table(webtest.Peru, amend("p3", "Establish two working groups that meet in the week between conferences."))
	sitAt(t, h, webtest.Chair).open("/p/1").wants(200, "MEXICO · 1 and MEXICO · 2 want different words")
}
