package web_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// derived are the queries of the three documents that are made of the record.
var derived = []string{"?what=consolidated", "?what=comparative", "?what=dispositions"}

func TestTheConsolidatedTextShowsWhatIsOpenInBrackets(t *testing.T) {
	h, _ := filled(t)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.RequestText, Paragraph: "p14", Base: 1, Text: "Thank <b>all</b>."})
	page := sitAt(t, h, webtest.Observer).open("/compilation?what=consolidated").wants(200,
		"Consolidated text", "Brackets: 4. Paragraphs with brackets: 3. Proposals on the table: 4.",
		"– delete: MEXICO ] end of bracket", "bracket, to be inserted:", "bracket, to be deleted:",
		"new paragraph after 2.b", "count the workers.", "Proposal 5", "Request", "2 brackets", "General comments")
	for _, address := range []string{"/n/bridgetown/proposals/1", "/n/bridgetown/proposals/2", "/n/bridgetown/proposals/5", "/n/bridgetown/p/1", "/n/bridgetown/p/par1"} {
		if !page.leads(address) {
			t.Errorf("no link leads to %s", address)
		}
	}
	if strings.Contains(page.Body, "Thank <b>all") {
		t.Error("the words of a delegation are markup")
	}
	page.lacks("Rev.")
}

func TestEveryBracketLeadsToTheNext(t *testing.T) {
	h, _ := filled(t)
	for _, query := range []string{"", "&only=bracketed"} {
		page := sitAt(t, h, webtest.Observer).open("/compilation?what=consolidated"+query).wants(200, "Next paragraph with brackets: 2.a")
		next := 0
		for _, href := range page.links() {
			if anchor, inside := strings.CutPrefix(href, "#"); inside && anchor != "main" {
				next++
				if page.byID(anchor) == nil {
					t.Errorf("the link %q leads nowhere", href)
				}
			}
		}
		if next < 2 {
			t.Errorf("%d links lead on, want 2 or more", next)
		}
	}
}

func TestOnlyParagraphsWithBracketsAreShownWhereAsked(t *testing.T) {
	h, _ := filled(t)
	peru := sitAt(t, h, webtest.Peru)
	peru.open("/compilation?what=consolidated&only=bracketed").wants(200, "ORGANIZATION", "Mandate the working groups to:", "future of work", "count the workers.", "Show the whole text").
		lacks("Strengthen the capacity", "Thank the Government", "PARTICIPANTS AND RESOURCES")
	peru.open("/compilation?what=consolidated").wants(200, "Strengthen the capacity", "Show only paragraphs with brackets")
	empty := sitAt(t, webtest.New(t), webtest.Peru)
	empty.open("/compilation?what=consolidated&only=bracketed").wants(200, "No paragraph has brackets.", "Brackets: 0.", "The chart begins when the first proposal is tabled.")
}

func TestBracketsOfTheDraftItselfAreTheSecretariatsConcern(t *testing.T) {
	draft := webtest.Draft()
	draft.Paragraphs[2].Text = "Establish [two working groups."
	h := webtest.New(t, webtest.WithDraft(draft))
	const warning = "the bracket at character 11 opens and is never closed"
	warning2 := "1 already holds brackets: 1; a bracket at character 11 opens and is never closed"
	sitAt(t, h, webtest.Secretariat).open("/compilation?what=consolidated").wants(200, warning2)
	sitAt(t, h, webtest.Mexico).open("/compilation?what=consolidated").wants(200, "Establish [two").lacks("never closed", warning)
}

func TestBracketsInsideProposedWordsAreToldToThoseWhoDecide(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", "Establish [three working groups."))
	for seat, told := range map[negotiation.SeatID]bool{webtest.Secretariat: true, webtest.Chair: true, webtest.Mexico: false, webtest.Observer: false} {
		page := sitAt(t, h, seat).open("/compilation?what=consolidated").wants(200, "[three")
		const warning = "proposal 1 on 1 brings brackets in its words: 1; a bracket at character 11 opens and is never closed"
		if !told {
			page.lacks("Brackets inside proposed words", warning)
			continue
		}
		page.wants(200, "Brackets inside proposed words")
		if got := page.link(warning); got != "/n/bridgetown/proposals/1" {
			t.Errorf("to %s the warning leads to %q", seat, got)
		}
	}
}

func TestBracketsFallAndTheRevisionRisesAsTheChairDecides(t *testing.T) {
	h := bridgetownHouse(t)
	p, _ := h.View(webtest.Chair).Paragraph("9.e")
	for seat, words := range map[negotiation.SeatID]string{
		webtest.Mexico: strings.Replace(p.Text, "school study plans", "school study plans and vocational training", 1),
		webtest.Peru:   strings.Replace(p.Text, "Continue", "Continue without delay", 1)} {
		h.Table(seat, negotiation.Change{Kind: negotiation.Amend, Paragraph: p.ID, Base: p.Version, Text: words})
	}
	var parents []negotiation.ProposalID
	for _, q := range h.View(webtest.Chair).Proposals {
		if q.Target == p.ID && q.Status() == negotiation.OnTable && len(q.Changes) == 1 && q.Changes[0].Kind == negotiation.Amend {
			parents = append(parents, q.ID)
		}
	}
	chair := sitAt(t, h, webtest.Chair)
	before := bracketsOn(t, chair.open("/compilation?what=consolidated").wants(200, "Consolidated text").lacks("Rev."))
	combined := h.Do(webtest.Chair, negotiation.CombineProposals{Parents: parents[len(parents)-2:], Paragraph: p.ID, Base: p.Version}).Proposal
	if now := bracketsOn(t, chair.open("/compilation?what=consolidated")); now != before {
		t.Errorf("combining alone takes the brackets from %d to %d", before, now)
	}
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: combined})
	page := chair.open("/compilation?what=consolidated").wants(200, "Rev.1")
	if after := bracketsOn(t, page); after >= before {
		t.Errorf("after the decision %d brackets, before it %d", after, before)
	}
	file := chair.answer(chair.client.Get(h.Server.URL+page.link("Markdown"))).wants(200, "Rev.1", "vocational training")
	if name := file.Header.Get("Content-Disposition"); !strings.Contains(name, "bridgetown-consolidated-rev1-") || !strings.HasSuffix(name, ".md") {
		t.Errorf("saved as %q", name)
	}
}

// bracketsOn reads the number of brackets off a page.
func bracketsOn(t *testing.T, s sheet) int {
	t.Helper()
	var n int
	_, rest, _ := strings.Cut(s.words(), "Brackets: ")
	if _, err := fmt.Sscanf(rest, "%d", &n); err != nil {
		t.Fatalf("%s counts no brackets: %v", s.Path, err)
	}
	return n
}

func TestNoDocumentTellsOfWhatWaitsToBeAdmitted(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	h.Table(webtest.Cosate, amend("p5", "examine the future of all work in all its forms;"))
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Hour), Late: negotiation.MarkLate})
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups."))
	asOf := "&as_of=" + url.QueryEscape(h.View(webtest.Mexico).At.Format(time.RFC3339Nano))
	paths := []string{""}
	for _, query := range derived {
		paths = append(paths, "/compilation"+query, "/compilation"+query+"&only=bracketed&paragraph=1&delegation=MEXICO", "/compilation"+query+asOf, "/compilation"+query+"&format=json")
	}
	for _, path := range paths {
		for _, d := range []desk{sitAt(t, h, webtest.Peru), {t, h, h.Visitor()}} {
			d.open(path).wants(200).lacks("MEXICO", "three working", "2 brackets", "3 brackets", "late, not yet")
		}
	}
	for _, query := range derived {
		sitAt(t, h, webtest.Secretariat).open("/compilation"+query).wants(200, "MEXICO", "late, not yet admitted")
	}
}

func TestADocumentSaysThatTheRecordHasMovedOn(t *testing.T) {
	h, first := filled(t)
	peru := sitAt(t, h, webtest.Peru)
	for _, query := range derived {
		page := peru.open("/compilation"+query+"&as_of="+url.QueryEscape(first.Format(time.RFC3339Nano))).wants(200, "The record has moved on since.", "MEXICO").lacks("COSATE")
		peru.answer(peru.client.Get(h.Server.URL+page.link("Show the latest state"))).wants(200, "COSATE").lacks("moved on")
		if strings.Contains(page.Body, "data-live") {
			t.Errorf("%s is of the past and follows the record", query)
		}
		if now := peru.open("/compilation" + query); !strings.Contains(now.Body, "data-live") {
			t.Errorf("%s does not follow the record", query)
		}
	}
}
