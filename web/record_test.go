package web_test

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// whisper is what one delegation tells to the Chair alone.
const whisper = "Nobody is to know this"

// inRecord is a house in whose session 1 was agreed with Mexico's words, on the next
// day after it was opened, while Peru objected and took it back.
func inRecord(t testing.TB) *webtest.House {
	t.Helper()
	h := webtest.New(t, webtest.Public())
	mexico := h.Table(webtest.Mexico, amendment("promote the rights of workers."))
	peru := h.Table(webtest.Peru, amendment("promote the rights of employers."))
	on := h.View(webtest.Chair).Proposals[0].Changes[0].Paragraph
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "<b>Morning</b>"})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Clock.Advance(24 * time.Hour)
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: on})
	h.Do(webtest.Chair, negotiation.GiveFloor{Delegation: "PERU"})
	h.Do(webtest.Cosate, negotiation.TakePosition{Position: negotiation.Position{Kind: negotiation.Reserves, Text: "Our statutes", Proposal: mexico}})
	h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Kind: negotiation.Opposes, Text: whisper, Proposal: mexico, ToChair: true}})
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: mexico})
	hash := h.View(webtest.Chair).Session.Floor.Frozen.Hash
	h.Do(webtest.Peru, negotiation.Object{Hash: hash, Reason: "*Employers* <i>too</i>"})
	h.Do(webtest.Peru, negotiation.WithdrawObjection{})
	h.Do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}, Hash: hash})
	h.Pass(15 * time.Second)
	if p, _ := h.View(webtest.Chair).Proposal(peru); p.Status() != negotiation.Lapsed {
		t.Fatalf("the proposal of Peru is %s", p.Status())
	}
	return h
}

func TestTheRecordTellsWhatHappenedAndWhatIsOpen(t *testing.T) {
	h := inRecord(t)
	v := h.View(webtest.Chair)
	for _, seat := range []negotiation.SeatID{webtest.Chair, webtest.Secretariat, webtest.Peru, webtest.Observer} {
		page := sitAt(t, h, seat).open("/session/record").wants(200, "The session was opened.", "PERU had the floor.", "PERU objected.",
			"Reservation by COSATE: Our statutes", "lapsed: ", "What still needs a decision", "Employers too").lacks(whisper)
		if strings.Contains(page.Body, "<i>too") || strings.Contains(page.Body, "<b>Morning") {
			t.Errorf("%s gets markup of others", seat)
		}
		if !strings.Contains(page.Body, "<em>Employers</em>") {
			t.Errorf("%s gets the reason of the objection as it was typed", seat)
		}
		for _, a := range v.Acts {
			if page.byID(a.Anchor()) == nil {
				t.Errorf("%s finds no %s", seat, a.Anchor())
			}
		}
		for _, p := range v.Paragraphs {
			for _, s := range p.Settlements {
				if page.byID(s.Anchor(p.ID)) == nil {
					t.Errorf("%s finds no %s", seat, s.Anchor(p.ID))
				}
			}
		}
	}
	desk{t, h, h.Visitor()}.open("/session/record").wants(200, "agreed ad referendum")
}

func TestAnOutcomeLeadsToItsPlaceInTheRecord(t *testing.T) {
	h := inRecord(t)
	for _, p := range h.View(webtest.Peru).Paragraphs {
		s, settled := p.Settled()
		if !settled {
			continue
		}
		link := fmt.Sprintf("/n/bridgetown/session/record#act-%d", s.Seq)
		if !sitAt(t, h, webtest.Peru).open("/p/" + p.Address).wants(200).leads(link) {
			t.Errorf("nothing on %s leads to %s", p.Address, link)
		}
	}
}

func TestTheRecordIsHadByTheDay(t *testing.T) {
	h := inRecord(t)
	peru := sitAt(t, h, webtest.Peru)
	acts := h.View(webtest.Peru).Acts
	first, second := acts[0].At.UTC().Format(time.DateOnly), acts[len(acts)-1].At.UTC().Format(time.DateOnly)
	peru.open("/session/record?day="+first).wants(200, "The session was opened.").lacks("PERU objected.")
	page := peru.open("/session/record?day="+second).wants(200, "PERU objected.").lacks("The session was opened.")
	if !page.leads("/n/bridgetown/session/record") || !page.leads("/n/bridgetown/session/record?day="+first) {
		t.Error("no link leads to the other days")
	}
	peru.open("/session/record?day=2001-01-01").wants(200, "Nothing happened in a session on 1 January 2001.")
	for _, bad := range []string{"yesterday", "%3Cscript%3E", strings.Repeat("9", 3000)} {
		page := peru.open("/session/record?day="+bad).wants(422, "is not possible here (day)", "The session was opened.")
		if strings.Contains(page.Body, "<script>”") || len(page.Body) > 40_000 {
			t.Errorf("%.20s comes back as it was sent", bad)
		}
	}
}

func TestTheRecordIsAFileAndADocumentLikeTheOthers(t *testing.T) {
	h := inRecord(t)
	peru := sitAt(t, h, webtest.Peru)
	acts := h.View(webtest.Peru).Acts
	day := acts[len(acts)-1].At.UTC().Format(time.DateOnly)
	page := peru.open("/session/record").wants(200)
	asOf := url.QueryEscape(h.View(webtest.Peru).At.UTC().Format(time.RFC3339Nano))
	for _, name := range []string{"html", "md", "json"} {
		address := "/n/bridgetown/compilation?as_of=" + asOf + "&format=" + name + "&lang=en&what=record"
		if !page.leads(address) {
			t.Errorf("no link leads to %s", address)
		}
	}
	peru.open("/compilation?what=record").wants(200, "PERU objected.", "1 of 11 paragraphs agreed; the first is still open.").lacks(whisper)
	peru.open("/compilation?what=record&day="+day).wants(200, "PERU objected.").lacks("The session was opened.")
	peru.open("/compilation?what=consolidated").wants(200, "agreed ad referendum, ", "Reservation by COSATE: Our statutes")
	peru.open("/compilation?what=clean&day="+day).wants(422, "(day)")
	file := peru.open("/compilation?what=record&format=md&day="+day).wants(200, "PERU objected.").lacks("The session was opened.", whisper)
	if got := file.Header.Get("Content-Disposition"); !strings.Contains(got, "bridgetown-record-"+day) {
		t.Errorf("it is saved as %q", got)
	}
	script := h.Script(webtest.Peru)
	whole, today := script.Get("compilation?what=record&format=md"), script.Get("compilation?what=record&format=md&day="+day)
	if today.Status != 200 || !bytes.Contains(today.Body, []byte("PERU objected.")) || bytes.Contains(today.Body, []byte("was opened")) || !bytes.Contains(whole.Body, []byte("was opened")) {
		t.Errorf("of the day: %d\n%s", today.Status, today.Body)
	}
	if p := script.Get("compilation?what=record&format=md&day=soon").Problem(); p.Status != 422 || p.Code != "bad-value" {
		t.Errorf("of no day: %d %s", p.Status, p.Code)
	}
}

func TestWithoutASessionTheRecordPageSaysSo(t *testing.T) {
	sitAt(t, webtest.New(t), webtest.Peru).open("/session/record").wants(200, "No session has been held.")
	closed := webtest.New(t)
	desk{t, closed, closed.Visitor()}.open("/session/record").wants(403)
	sitAt(t, webtest.New(t, webtest.WithoutDraft()), webtest.Peru).open("/session/record").wants(200, "No session has been held.")
}
