package web_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/web/webtest"
)

// lived opens a public house in which everything has happened once.
func lived(t *testing.T) *webtest.House {
	t.Helper()
	h := webtest.New(t, webtest.Public())
	h.Do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{
		Reason: "For *all*.", Category: negotiation.Technical, Language: "pt", Sponsors: []negotiation.Delegation{"COSATE"},
		Changes: []negotiation.Change{amend("p5", "examine the future;"), {Kind: negotiation.Insert, Paragraph: "p6", Base: 1, Text: "report."},
			{Kind: negotiation.RequestText, Paragraph: "p4", Base: 1, Text: "Mention youth."}, {Kind: negotiation.Comment, Paragraph: "p4", Base: 1, Text: "Thanks."}}}})
	h.Table(webtest.Peru, amend("p5", "examine work;"))
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Move, Paragraph: "p6", Base: 1, After: "p4"})
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Text: "Too long."})
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups."))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "5", Reason: "Agreed."})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p13", Base: 1})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "6"})
	h.Table(webtest.Cosate, amend("p8", "cooperation"))
	h.Do(webtest.Cosate, negotiation.TableProposal{Proposal: negotiation.Proposal{Replaces: "7", Changes: []negotiation.Change{amend("p8", "peers")}}})
	h.Do(webtest.Cosate, negotiation.WithdrawProposal{Proposal: "8"})
	h.Do(webtest.Peru, negotiation.TableProposal{Proposal: negotiation.Proposal{Again: "8", Changes: []negotiation.Change{amend("p8", "peers")}}})
	h.Do(webtest.Chair, negotiation.NotRetainProposal{Proposal: "9"})
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Hour), Zone: "America/Bogota", Late: negotiation.MarkLate})
	h.Table(webtest.Mexico, amend("p14", "Thank Barbados."))
	return h
}

func TestPagesOfTheTextSpeakEachLanguageToEachRole(t *testing.T) {
	h := lived(t)
	paths := []string{"/", "/n/bridgetown", "/n/bridgetown?show=decision", "/n/bridgetown?q=zzz", "/n/bridgetown/p/2", "/n/bridgetown/p/2.a", "/n/bridgetown/p/2.b",
		"/n/bridgetown/p/1", "/n/bridgetown/p/4.ii", "/n/bridgetown/p/3.bullet1", "/n/bridgetown/p/par1", "/n/bridgetown/p/A", "/n/bridgetown/p/A.group1",
		"/n/bridgetown/proposals/1", "/n/bridgetown/proposals/4", "/n/bridgetown/proposals/7", "/n/bridgetown/proposals/9", "/n/bridgetown/proposals/10", "/n/bridgetown/p/nowhere", "/nowhere"}
	for _, seat := range []negotiation.SeatID{"", webtest.Observer, webtest.Mexico, webtest.Cosate, webtest.Chair, webtest.Secretariat} {
		d := desk{t, h, h.Visitor()}
		if seat != "" {
			d = sitAt(t, h, seat)
		}
		for _, tag := range lang.Tags() {
			for _, path := range paths {
				mark := "?"
				if strings.Contains(path, "?") {
					mark = "&"
				}
				page := d.front(path + mark + "lang=" + tag)
				if page.Code >= 500 || strings.Contains(page.Body, "⟦") {
					_, missing, _ := strings.Cut(page.Body, "⟦")
					t.Errorf("%q reads %s: status %d, missing %.60q", seat, page.Path, page.Code, missing)
				}
				page.wellFormed()
			}
		}
	}
}

// wellFormed holds a page to what all pages promise: one main heading, ids that
// are given once, a name for every field, and nothing inline.
func (s sheet) wellFormed() {
	s.t.Helper()
	var ids []string
	labelled := map[string]bool{}
	headings := 0
	for n := range s.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "h1" {
			headings++
		}
		if id := attr(n, "id"); id != "" {
			if slices.Contains(ids, id) {
				s.t.Errorf("%s: two elements have the id %q", s.Path, id)
			}
			ids = append(ids, id)
		}
		labelled[attr(n, "for")] = true
		if n.Data == "style" || n.Data == "script" && n.FirstChild != nil {
			s.t.Errorf("%s: inline %s", s.Path, n.Data)
		}
	}
	if headings != 1 {
		s.t.Errorf("%s: %d main headings, want 1", s.Path, headings)
	}
	for n := range s.root.Descendants() {
		field := n.Data == "textarea" || n.Data == "select" || n.Data == "input" && attr(n, "type") != "hidden"
		if field && !labelled[attr(n, "id")] && n.Parent.Data != "label" {
			s.t.Errorf("%s: the field %q has no label", s.Path, attr(n, "name"))
		}
	}
}

func TestEveryStyleSheetAndScriptOfAPageIsThere(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	for _, path := range []string{"", "/p/1"} {
		for n := range mexico.open(path).root.Descendants() {
			address := attr(n, "src")
			if n.Data == "link" && attr(n, "rel") == "stylesheet" {
				address = attr(n, "href")
			}
			if address != "" {
				if res := mexico.front(address); res.Code != 200 {
					t.Errorf("%s: status %d", address, res.Code)
				}
			}
		}
	}
}

func TestTheNavigationLeadsWhereTheSeatMayGo(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	for seat, want := range map[negotiation.SeatID]string{
		"":                  "Text Documents",
		webtest.Observer:    "Text Documents",
		webtest.Mexico:      "Text Documents My proposals",
		webtest.Chair:       "Text Documents Console Secretariat’s desk",
		webtest.Secretariat: "Text Documents Console Secretariat’s desk",
	} {
		d := desk{t, h, h.Visitor()}
		if seat != "" {
			d = sitAt(t, h, seat)
		}
		page := d.open("")
		for n := range page.root.Descendants() {
			if attr(n, "class") == "top-nav" {
				page.root = n
				break
			}
		}
		if got := page.words(); got != want {
			t.Errorf("%q is led to %q, want %q", seat, got, want)
		}
	}
}

func TestTheTitleOfANegotiationIsMarkedAsOfItsLanguage(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	reader := desk{t, h, h.Visitor()}
	for _, path := range []string{"/n/bridgetown", "/n/bridgetown/compilation", "/"} {
		page := reader.front(path + "?lang=fr")
		found := 0
		for n := range page.root.Descendants() {
			if n.Type == html.TextNode && n.Data == webtest.Title && n.Parent.Data != "title" {
				found++
				if got := languageOf(n); got != "en" {
					t.Errorf("%s: the title stands as %q in <%s>", path, got, n.Parent.Data)
				}
			}
		}
		if found == 0 {
			t.Errorf("%s has no title", path)
		}
	}
}

// languageOf is the language that a browser takes n to be in.
func languageOf(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if tag := attr(n, "lang"); tag != "" {
			return tag
		}
	}
	return ""
}
