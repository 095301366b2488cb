package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// controls are what somebody could press, or put the focus on.
func (s sheet) controls() (list []string) {
	for n := range s.root.Descendants() {
		switch {
		case n.Data == "a" && has(n, "href"), n.Data == "button", n.Data == "input", n.Data == "select", n.Data == "textarea",
			n.Data == "summary", n.Data == "form", has(n, "tabindex"), has(n, "contenteditable"):
			list = append(list, n.Data)
		}
	}
	return list
}

func TestTheScreenOfTheHallFollowsTheSessionAndHasNoControl(t *testing.T) {
	h := onFloor(t, webtest.Public())
	screen := desk{t, h, h.Visitor()}
	steps := []struct {
		name string
		do   func()
		says []string
	}{
		{"called", func() {}, []string{"On the floor: 1, called", "Draft", "Establish two working groups", "MEXICO Proposal 1", "PERU Proposal 2", "inserted every year"}},
		{"drafted", func() { h.Do(webtest.Secretariat, negotiation.TakePen{For: "COSATE"}) }, []string{"being drafted", "Paragraph 1 is being drafted for COSATE"}},
		{"put", func() { h.Do(webtest.Secretariat, negotiation.PutDrafted{Text: "Establish groups."}) }, []string{"COSATE Proposal 3 · put forward last"}},
		{"asked", func() { h.Do(webtest.Peru, negotiation.AskFloor{}); h.Do(webtest.Chair, negotiation.GiveFloor{}) }, []string{"PERU has the floor"}},
		{"frozen", func() { h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "3"}) }, []string{"The text is frozen", "Hash", "Establish groups."}},
		{"objected", func() {
			h.Do(webtest.Peru, negotiation.Object{Hash: frozenHash(h), Reason: "See https://example.org/why"})
		},
			[]string{"There is an objection", "PERU objects See https://example.org/why"}},
		{"taken back", func() { h.Do(webtest.Chair, negotiation.ThawText{}) }, []string{"MEXICO Proposal 1"}},
		{"parked", func() {
			h.Do(webtest.Chair, negotiation.RuleOn{Outcome: negotiation.Outcome{Kind: negotiation.Parked, To: "friends of the Chair"}})
		},
			[]string{"Nothing is on the floor", "Decided", "friends of the Chair", "Next", "2.a"}},
		{"suspended", func() { h.Do(webtest.Chair, negotiation.SuspendSession{}) }, []string{"Session 1 is suspended", "Third reading"}},
		{"closed", func() { h.Do(webtest.Chair, negotiation.CloseSession{}) }, []string{"Session 1 is closed"}},
	}
	for _, step := range steps {
		step.do()
		page := screen.open("/screen").wants(200, step.says...)
		if list := page.controls(); len(list) > 0 {
			t.Errorf("%s: the screen has %v", step.name, list)
		}
	}
}

func frozenHash(h *webtest.House) string {
	return h.View(webtest.Chair).Session.Floor.Frozen.Hash
}

func TestTheScreenSaysHowManyProposalsItHasNoRoomFor(t *testing.T) {
	h := webtest.New(t)
	for i := range 30 {
		h.Table(webtest.Mexico, amend("p3", fmt.Sprintf("Establish %d working groups %s.", i, strings.Repeat("that meet now and then ", 20))))
	}
	last := h.Table(webtest.Peru, amend("p3", "Establish few working groups."))
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "First"})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	screen := sitAt(t, h, webtest.Observer)
	screen.open("/screen").wants(200, "MEXICO Proposal 1", "30 other proposals are on the table.").lacks("Proposal 2", "Proposal "+string(last))

	h.Do(webtest.Secretariat, negotiation.TakePen{For: "COSATE"})
	h.Do(webtest.Secretariat, negotiation.PutDrafted{Text: "Establish groups."})
	screen.open("/screen").wants(200, "COSATE Proposal 32", "31 other proposals are on the table.").lacks("Proposal 1 ")
}

func TestTheScreenOfAListNamesItsPlaces(t *testing.T) {
	d := webtest.Draft()
	for i := range d.Paragraphs {
		if !d.Paragraphs[i].Kind.IsHeading() {
			d.Paragraphs[i].Text = strings.TrimSpace(strings.Repeat("words of it ", 60))
		}
	}
	h := webtest.New(t, webtest.WithDraft(d))
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "First"})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Do(webtest.Chair, negotiation.FreezeList{Paragraphs: h.View(webtest.Chair).Session.Agenda})
	sitAt(t, h, webtest.Observer).open("/screen").wants(200, "paragraphs are frozen", "Hash", " 2.a ").lacks("words of it")
}
