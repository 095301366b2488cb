package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// ceatal is the seat of the employers, which a house does not open with.
const ceatal negotiation.SeatID = "ceatal"

// meeting is the five windows of a session on 9.c.
type meeting struct {
	*webtest.House
	t                                  *testing.T
	chair, pen, mexico, ceatal, screen *webtest.Window
}

// all are the windows by name, in a fixed order.
func (m *meeting) all() []namedWindow {
	return []namedWindow{{"the Chair", m.chair}, {"the pen-holder", m.pen}, {"MEXICO", m.mexico}, {"CEATAL", m.ceatal}, {"the projector", m.screen}}
}

type namedWindow struct {
	name string
	*webtest.Window
}

// everywhere waits until all windows show some words.
func (m *meeting) everywhere(words string) {
	m.t.Helper()
	for _, w := range m.all() {
		w.WaitFor("main", words)
	}
}

// spotless fails where axe-core has something to say on a window.
func (m *meeting) spotless() {
	m.t.Helper()
	for _, w := range m.all() {
		w.Axe()
	}
}

func (m *meeting) session() negotiation.Session {
	m.t.Helper()
	return m.View(webtest.Chair).Session
}

func openMeeting(t *testing.T, b *webtest.Browser) *meeting {
	t.Helper()
	h := bridgetownHouse(t)
	h.Do(webtest.Secretariat, negotiation.OpenSeat{
		Seat: negotiation.Seat{ID: ceatal, Role: negotiation.Delegate, Delegation: "CEATAL", MayTable: true}, Kind: negotiation.ConsultativeBody})
	m := &meeting{House: h, t: t,
		chair: sit(t, b, h, webtest.Chair), pen: sit(t, b, h, webtest.Secretariat),
		mexico: sit(t, b, h, webtest.Mexico), ceatal: sit(t, b, h, ceatal), screen: sit(t, b, h, webtest.Observer)}
	m.chair.Visit("/session/chair")
	m.pen.Visit("/session/pen")
	m.mexico.Visit("/session")
	m.ceatal.Visit("/session")
	m.screen.Visit("/screen")
	for _, w := range m.all() {
		if w.Window != m.screen {
			w.WaitFor("#live", "Connected")
		}
		w.Mark()
	}
	return m
}

// paragraphIsAgreed plays 9.c of Bridgetown from the call to the gavel, with one
// objection on the way, in five windows that nobody loads anew.
func paragraphIsAgreed(t *testing.T, b *webtest.Browser) {
	m := openMeeting(t, b)
	m.chair.Click("#schedule button")
	m.chair.WaitFor("#chair-status button", "Open")
	m.chair.Click("#chair-status form[action$='/session/open'] button")
	on, _ := m.View(webtest.Chair).Paragraph("9.c")
	call := fmt.Sprintf("#call-%s", on.ID)
	m.chair.WaitFor(call, "")
	m.chair.Click(call)
	m.everywhere("9.c")
	m.takeTheFloor()

	first := m.draftFor("CEATAL", strings.TrimSuffix(on.Text, ".")+", with due regard to small enterprises.")
	m.freeze(first)
	m.spotless()
	m.chair.Click("#gavel button[value=agreed]")
	m.everywhere("Time left to object")
	m.mexico.Click("#object .button-object")
	m.everywhere("MEXICO")
	m.chair.WaitFor(".objections", "MEXICO")
	m.screen.WaitFor("main", "MEXICO")
	if got := m.session().Floor.Stage; got != negotiation.AtObjection {
		t.Fatalf("after the objection the floor is at %q", got)
	}

	agreed := strings.TrimSuffix(on.Text, ".") + ", with due regard to small and medium-sized enterprises."
	second := m.draftFor("MEXICO", agreed)
	m.freeze(second)
	m.chair.Click("#gavel button[value=agreed]")
	m.everywhere("Time left to object")
	m.Pass(negotiation.DefaultObjection*time.Second + negotiation.SlowLink)
	for _, w := range m.all() {
		w.Wait("!document.querySelector('.frozen-gavel')")
	}
	m.spotless()
	for _, w := range m.all() {
		if !w.Marked() {
			t.Errorf("the page of %s was loaded anew", w.name)
		}
	}
	m.recordIsRight(on, second, agreed)
}

// takeTheFloor lets Mexico ask to speak with one key, and speak.
func (m *meeting) takeTheFloor() {
	m.t.Helper()
	m.mexico.Press("f")
	m.chair.WaitFor("#chair-speakers li", "MEXICO")
	m.chair.Click("#chair-speakers li form[action$='/session/give-floor'] button")
	m.everywhere("MEXICO")
	m.mexico.WaitFor("#room-speakers", "MEXICO")
	if got := m.session().Floor.Speaker.Delegation; got != "MEXICO" {
		m.t.Fatalf("%q has the floor, want MEXICO", got)
	}
}

// draftFor lets the pen-holder type words for a delegation, which everybody sees
// appear, and put them forward. It gives the number of the proposal.
func (m *meeting) draftFor(d negotiation.Delegation, words string) negotiation.ProposalID {
	m.t.Helper()
	m.pen.WaitFor("#take-pen button", "")
	webtest.Ask[bool](m.pen, fmt.Sprintf("document.getElementById('pen-delegation').value = %q, true", d))
	m.pen.Click("#take-pen button")
	m.pen.WaitFor("#put-drafted .pen-for", string(d))
	m.pen.Write("#pen-text", words)
	last := words[strings.LastIndex(words, " with due")+1:]
	for _, w := range m.all() {
		w.WaitFor("ins", strings.TrimSuffix(last, "."))
	}
	m.pen.Click("#put-drafted .pen-put button")
	m.everywhere(string(d))
	m.chair.WaitFor("#chair-text .column-newest", strings.TrimSuffix(last, "."))
	proposals := m.View(webtest.Chair).Proposals
	p := proposals[len(proposals)-1]
	if p.Delegation != d || p.Raised == 0 || p.Changes[0].Text != words {
		m.t.Fatalf("what was drafted for %s is %+v", d, p)
	}
	return p.ID
}

// freeze lets the Chair freeze the paragraph with a proposal, and sees the same hash
// on all five screens.
func (m *meeting) freeze(with negotiation.ProposalID) {
	m.t.Helper()
	m.chair.Click(fmt.Sprintf("#chair-decide form[action$='/session/freeze']:has(input[name=proposal][value='%s']) button", with))
	m.chair.Wait("document.querySelector('#chair-text .hash') !== null")
	frozen := m.session().Floor.Frozen
	if frozen == nil || frozen.Proposal != with {
		m.t.Fatalf("frozen: %+v, want proposal %s", frozen, with)
	}
	m.everywhere(frozen.Short())
	m.chair.WaitFor("#session-presence", "5")
}

// recordIsRight holds the record and the new version to what was seen.
func (m *meeting) recordIsRight(was negotiation.ParagraphView, by negotiation.ProposalID, words string) {
	m.t.Helper()
	v := m.View(webtest.Chair)
	p, _ := v.Paragraph("9.c")
	last := p.Versions[len(p.Versions)-1]
	if p.Version != was.Version+1 || p.Text != words || last.Proposal != by || !slices.Equal(last.Delegations, []negotiation.Delegation{"MEXICO"}) {
		m.t.Errorf("9.c is version %d by proposal %s of %v: %q", p.Version, last.Proposal, last.Delegations, p.Text)
	}
	settled, ok := p.Settled()
	if !ok || settled.Kind != negotiation.Agreed || !slices.Equal(settled.Silent, []negotiation.Delegation{"CEATAL"}) {
		m.t.Errorf("9.c is settled %t: %+v", ok, settled)
	}
	var kinds []negotiation.ActKind
	for _, a := range v.Acts {
		kinds = append(kinds, a.Kind)
	}
	want := []negotiation.ActKind{negotiation.ActScheduled, negotiation.ActOpened, negotiation.ActCalled, negotiation.ActSpoke,
		negotiation.ActDrafted, negotiation.ActRaised, negotiation.ActFrozen, negotiation.ActGavel, negotiation.ActObjected,
		negotiation.ActDrafted, negotiation.ActRaised, negotiation.ActFrozen, negotiation.ActGavel, negotiation.ActSettled}
	if !slices.Equal(kinds, want) {
		m.t.Errorf("the record has %v, want %v", kinds, want)
	}
	for _, id := range p.Proposals {
		if q, _ := v.Proposal(id); q.Status().Open() {
			m.t.Errorf("proposal %s is still %s", id, q.Status())
		}
	}
	m.mexico.Visit("/session/record")
	m.mexico.WaitFor("main", settled.Hash[:negotiation.ShortHash])
	m.mexico.WaitFor("main", "MEXICO")
}
