package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// strike deletes a paragraph from the draft of a house.
func strike(t testing.TB, h *webtest.House, id negotiation.ParagraphID, version int) {
	t.Helper()
	decide(t, h, negotiation.Change{Kind: negotiation.Delete, Paragraph: id, Base: version})
}

// decide tables and accepts one change.
func decide(t testing.TB, h *webtest.House, c negotiation.Change) {
	t.Helper()
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: h.Table(webtest.Mexico, c)})
}

func TestTwoVersionsOfAParagraphAreShownAsARedline(t *testing.T) {
	observer := sitAt(t, combinedHouse(t), webtest.Observer)
	page := observer.open("/p/2.b/compare?from=1&to=3").wants(200,
		"promote the inserted full and lasting end of insertion protection", "inserted , everywhere end of insertion",
		"What came between", "MEXICO PERU Proposal 3", "COSATE Proposal 4")
	for name, want := range map[string]string{"from": "1", "to": "3", "profile": "fine"} {
		if got := page.field(name); got != want {
			t.Errorf("the field %s has %q, want %q", name, got, want)
		}
	}
	observer.open("/p/2.b/compare").wants(200, "full inserted and lasting end of insertion", "Version 2, from proposal 3 (MEXICO and PERU)").lacks("proposals/3")
	observer.open("/p/2.b/compare?from=2&to=2&profile=coarse").wants(200, "The words are the same in both versions.").lacks("What came between")
	observer.open("/p/2.a/compare").wants(200, "The words are the same in both versions.")
}

func TestAComparisonThatCannotBeKeepsItsForm(t *testing.T) {
	observer := sitAt(t, combinedHouse(t), webtest.Observer)
	for _, tt := range []struct {
		path string
		code int
		says string
	}{
		{"/p/2.b/compare?from=3&to=1", 422, "A comparison leads from the older version to the newer one."},
		{"/p/2.b/compare?from=1&to=99", 404, "Paragraph 2.b has no version 99: it has versions 1 to 3."},
		{"/p/2.b/compare?from=x", 404, "Paragraph 2.b has no version x"},
		{"/compare?from=14&to=9", 422, "A comparison leads from the older version to the newer one."},
		{"/compare?to=99999", 404, "There is no text at entry 99999 of the record: the draft came with entry 8,"},
		{"/compare?from=1", 404, "There is no text at entry 1 of the record"},
		{"/compare?from=soon", 404, "There is no text at entry soon of the record"},
	} {
		page := observer.open(tt.path).wants(tt.code, tt.says, "Compare")
		if page.field("to") == "" || strings.Contains(page.Body, "<ins>") {
			t.Errorf("%s has no form, or a redline", tt.path)
		}
	}
}

func TestTheWholeTextIsComparedInTheOrderOfTheLaterOne(t *testing.T) {
	h := combinedHouse(t)
	before := h.View(webtest.Chair).Seq
	strike(t, h, "p3", 1)
	decide(t, h, negotiation.Change{Kind: negotiation.Insert, Paragraph: "p14", Base: 1, Text: "Thank the interpreters."})
	decide(t, h, negotiation.Change{Kind: negotiation.Move, Paragraph: "p9", Base: 1, After: "p5"})
	observer := sitAt(t, h, webtest.Observer)
	page := observer.open("/compare").wants(200, "1 changed · 1 inserted · 1 deleted · 1 moved · 11 unchanged",
		"deleted Establish two working groups that meet in the period between conferences. end of deletion",
		"inserted Thank the interpreters. end of insertion", "moved: it was 3.bullet2, after 3.bullet1",
		"Draft as imported, 16 October 2017", "Now: Proposal 7 on 2.bullet1,")
	for i, id := range []string{"p3", "p5", "p9", "p6", "p14", "p15"} {
		if at := strings.Index(page.Body, `id="`+id+`"`); at < 0 || i > 0 && at < strings.Index(page.Body, `id="p3"`) {
			t.Errorf("paragraph %s is not at its place", id)
		}
	}
	if got := page.field("from"); got != "8" {
		t.Errorf("from is %q, want the import", got)
	}
	since := fmt.Sprintf("/compare?from=%d&only=changed", before)
	observer.open(since).wants(200, "1 inserted · 1 deleted · 1 moved · 12 unchanged", "Paragraph 2.bullet1 moved: it was").lacks("full and lasting", "Mandate the working groups")
	observer.open(fmt.Sprintf("/compare?from=%d&to=%d", before, before)).wants(200, "The text is the same at both times.")
}

func TestATextThatHasNotChangedOrIsNotThereSaysSo(t *testing.T) {
	sitAt(t, webtest.New(t), webtest.Observer).open("/compare").wants(200, "The text is the same at both times.")
	sitAt(t, webtest.New(t, webtest.WithoutDraft()), webtest.Secretariat).open("/compare").wants(409, "no draft").lacks("From")
}

func TestTheTextLeadsToItsComparison(t *testing.T) {
	h := webtest.New(t)
	if got := sitAt(t, h, webtest.Observer).open("").link("Compare two versions of the text"); got != "/n/bridgetown/compare" {
		t.Errorf("the link leads to %q", got)
	}
}
