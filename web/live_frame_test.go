package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestAParagraphsPageLearnsWhetherOneMayTable(t *testing.T) {
	h := openLive(t)
	elsewhere := h.Table(webtest.Mexico, amend("p12", "in all meetings; and"))
	seen := h.View(webtest.Peru).Seq
	r := h.as(t, webtest.Peru, "part=side&paragraph=p5")
	r.hello()
	offered := func(m liveMessage) bool {
		return len(m.Paragraphs) == 1 && strings.Contains(m.Paragraphs[0].HTML, "Propose a change")
	}
	for _, step := range []struct {
		do   negotiation.Command
		want bool
	}{{negotiation.CloseComments{}, false}, {negotiation.OpenComments{}, true}, {negotiation.CloseComments{}, false}} {
		h.Do(webtest.Secretariat, step.do)
		if m := r.next(); m.addresses() != "2.a" || offered(m) != step.want {
			t.Errorf("after %T: shown %q, a change offered %t; want 2.a, %t", step.do, m.addresses(), offered(m), step.want)
		}
	}
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: elsewhere})
	if m := r.next(); m.addresses() != "" {
		t.Errorf("when another paragraph is changed, shown %q", m.addresses())
	}
	for since, want := range map[negotiation.Seq]string{seen: "2.a", seen + 2: "2.a", seen + 3: ""} {
		back := h.as(t, webtest.Peru, fmt.Sprintf("part=side&paragraph=p5&since=%d", since))
		back.hello()
		if m := back.next(); m.addresses() != want {
			t.Errorf("who comes back with %d, of %d, is shown %q, want %q", since, m.Seq, m.addresses(), want)
		}
	}
}

func TestAParagraphsPageLearnsWhoSpeaksForAGroup(t *testing.T) {
	h := openLive(t)
	r := h.as(t, webtest.Peru, "part=side&paragraph=p5")
	r.hello()
	for _, step := range []struct {
		speaker negotiation.Delegation
		want    bool
	}{{"MEXICO", false}, {"PERU", true}, {"MEXICO", false}} {
		h.Do(webtest.Secretariat, negotiation.NameGroup{Group: negotiation.DelegationGroup{Name: "GRULAC",
			Members: []negotiation.Delegation{"MEXICO", "PERU"}, Speaker: step.speaker}})
		m := r.next()
		if m.addresses() != "2.a" || strings.Contains(m.Paragraphs[0].HTML, "GRULAC") != step.want {
			t.Errorf("with %s as speaker: shown %q, want 2.a, with a position for the group %t", step.speaker, m.addresses(), step.want)
		}
	}
}

// Of what stands around it a row has only the zone of its times.
func TestARowIsShownAnewOnlyForWhatItHas(t *testing.T) {
	house := onFloor(t)
	h := serveLive(t, house, house.Clock.Now)
	agree(house)
	r := h.as(t, webtest.Peru, "")
	r.hello()
	for _, step := range []struct {
		do   negotiation.Command
		want string
	}{{negotiation.CloseComments{}, ""}, {negotiation.OpenComments{Zone: "America/Lima"}, "1"}, {negotiation.CloseComments{}, ""}} {
		h.Do(webtest.Secretariat, step.do)
		if m := r.next(); m.addresses() != step.want {
			t.Errorf("after %+v: shown %q, want %q", step.do, m.addresses(), step.want)
		}
	}
}
