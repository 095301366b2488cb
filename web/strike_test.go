package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// listStruck opens a house in which MEXICO would delete paragraph 2 with its list
// (1), on whose items stand two proposals of PERU.
func listStruck(t *testing.T) *webtest.House {
	t.Helper()
	h := webtest.New(t)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p4", Base: 1})
	h.Table(webtest.Peru, amend("p5", "examine the future;"), amend("p6", "promote workers."))
	h.Table(webtest.Peru, amend("p5", "examine;"))
	return h
}

func TestAnItemSaysThatItsChapeauWouldBeDeletedWithIt(t *testing.T) {
	h := listStruck(t)
	observer := sitAt(t, h, webtest.Observer)
	const want = "MEXICO would delete paragraph 2 with its list."
	page := observer.open("/p/2.a").wants(200, want)
	if got := page.link(want); got != "/n/bridgetown/proposals/1" {
		t.Errorf("the sentence leads to %q", got)
	}
	page.inOrder(want, "Draft Version 1")
	for _, path := range []string{"/p/2", "/p/1", "/p/4.i"} {
		observer.open(path).wants(200).lacks("with its list")
	}
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "1"})
	observer.open("/p/2.a").wants(200).lacks("with its list")
}

func TestWhoeverAcceptsADeletionIsToldOfTheProposalsOnTheItems(t *testing.T) {
	h := listStruck(t)
	const want = "2 open proposals stand on the items of its list"
	chair := sitAt(t, h, webtest.Chair)
	if got := chair.open("/p/2").wants(200).says("proposal-1"); !strings.Contains(got, want) {
		t.Errorf("the deletion says %q, want %q in it", got, want)
	}
	chair.open("/proposals/1").wants(200, want)
	sitAt(t, h, webtest.Peru).open("/p/2").wants(200).lacks("on the items of its list")
	h.Do(webtest.Peru, negotiation.WithdrawProposal{Proposal: "2"})
	chair.open("/p/2").wants(200, "1 open proposal stands on the items")
}

func TestAnItemIsTouchedByTheDeletionOfItsChapeau(t *testing.T) {
	h := webtest.New(t)
	before := h.View(webtest.Observer).Seq
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p4", Base: 1})
	var got []string
	for _, p := range h.View(webtest.Observer).Since(before) {
		got = append(got, p.Address)
	}
	if got, want := strings.Join(got, " "), "2 2.a 2.b"; got != want {
		t.Errorf("touched are %q, want %q", got, want)
	}
}
