package web_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// convened is a house on the draft of Bridgetown whose session is on 9.c.
type convened struct {
	*webtest.House
	on     negotiation.ParagraphView
	raised negotiation.ProposalID
}

// convene opens it before the session, with a group of delegations.
func convene(t *testing.T) *convened {
	t.Helper()
	h := bridgetownHouse(t, webtest.Public())
	on, _ := h.View(webtest.Chair).Paragraph("9.c")
	h.Do(webtest.Secretariat, negotiation.NameGroup{Group: negotiation.DelegationGroup{Name: "GRULAC", Members: []negotiation.Delegation{"MEXICO", "PERU"}, Speaker: "PERU"}})
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Working Group 1", Settings: negotiation.SessionSettings{SpeakFor: 180}})
	return &convened{House: h, on: on}
}

// stages are what a session goes through, with the pages to look at after each.
func (m *convened) stages() []struct {
	name  string
	do    func()
	pages []shownAt
} {
	chair := func(c negotiation.Command) { m.Do(webtest.Chair, c) }
	frozen := func() string { return m.View(webtest.Chair).Session.Floor.Frozen.Hash }
	all := []shownAt{{webtest.Chair, "/session/chair"}, {webtest.Secretariat, "/session/pen"}, {webtest.Mexico, "/session"}, {webtest.Observer, "/screen"}}
	return []struct {
		name  string
		do    func()
		pages []shownAt
	}{
		{"due", func() {}, all},
		{"called", func() {
			chair(negotiation.OpenSession{})
			chair(negotiation.CallParagraph{Paragraph: m.on.ID})
			m.Do(webtest.Mexico, negotiation.AskFloor{})
			m.Do(webtest.Cosate, negotiation.AskFloor{Order: true})
			m.Do(webtest.Peru, negotiation.AskFloor{})
			chair(negotiation.GiveFloor{})
			m.Do(webtest.Mexico, negotiation.Attend{Place: negotiation.Remote})
			m.raised = m.Table(webtest.Mexico, amend(m.on.ID, m.on.Text+" This applies to all workers."))
			m.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{By: "GRULAC", Kind: negotiation.Supports, Proposal: m.raised}})
			m.Do(webtest.Cosate, negotiation.TakePosition{Position: negotiation.Position{Kind: negotiation.SupportsIf, Text: "migrants are named", Proposal: m.raised}})
		}, append(all, shownAt{webtest.Mexico, "/session/positions"}, shownAt{"", "/session"}, shownAt{webtest.Mexico, "/p/9.c"})},
		{"drafting", func() { m.Do(webtest.Secretariat, negotiation.TakePen{For: "MEXICO", From: m.raised}) }, all},
		{"frozen", func() { chair(negotiation.FreezeText{Proposal: m.raised}) }, all},
		{"gavel", func() {
			chair(negotiation.LetGavelFall{Hash: frozen(), Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}})
		}, all},
		{"objection", func() { m.Do(webtest.Peru, negotiation.Object{Hash: frozen(), Reason: "We have *no instructions*."}) }, all},
		{"settled", func() {
			chair(negotiation.FreezeText{Proposal: m.raised})
			chair(negotiation.LetGavelFall{Hash: frozen(), Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}})
			m.Pass(negotiation.DefaultObjection*time.Second + negotiation.SlowLink)
		}, append(all, shownAt{webtest.Mexico, "/p/9.c"}, shownAt{webtest.Mexico, "/session/record"}, shownAt{webtest.Mexico, ""})},
	}
}

// shownAt is a page as a seat sees it; no seat is the public.
type shownAt struct {
	seat negotiation.SeatID
	path string
}

// meetings shows the pages of a session to a check, stage by stage.
func meetings(t *testing.T, b *webtest.Browser, check func(t *testing.T, w *webtest.Window, name string), options ...webtest.WindowOption) {
	m := convene(t)
	windows := map[negotiation.SeatID]*webtest.Window{"": b.Window(t, m.House, options...)}
	for _, stage := range m.stages() {
		stage.do()
		for _, page := range stage.pages {
			w := windows[page.seat]
			if w == nil {
				w = sit(t, b, m.House, page.seat, options...)
				windows[page.seat] = w
			}
			w.Visit(page.path)
			check(t, w, "meeting-"+stage.name+"-"+string(page.seat)+strings.ReplaceAll(page.path, "/", "-"))
		}
	}
}
