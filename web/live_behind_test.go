package web_test

import (
	"fmt"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestAPageOfOneParagraphIsSentNoOther(t *testing.T) {
	h := openLive(t)
	seen := h.View(webtest.Peru).Seq
	one, none := h.as(t, webtest.Peru, "part=side&paragraph=p5"), h.as(t, webtest.Peru, "part=side&paragraph=nowhere")
	one.hello()
	none.hello()
	for _, step := range []struct {
		id   negotiation.ParagraphID
		want string
	}{{"p5", "2.a"}, {"p12", ""}, {"p5", "2.a"}} {
		h.Table(webtest.Mexico, amend(step.id, "examine work;"))
		m := one.next()
		if got := m.addresses(); got != step.want || m.Said == "" {
			t.Errorf("the page of p5 is sent %q of a change on %s, and told %q; want %q and a sentence", got, step.id, m.Said, step.want)
		}
		if got := none.next().addresses(); got != "" {
			t.Errorf("a page of no paragraph is sent %q", got)
		}
	}
	late := h.as(t, webtest.Peru, fmt.Sprintf("part=side&paragraph=p5&since=%d", seen))
	late.hello()
	if m := late.next(); m.addresses() != "2.a" || m.Since != seen {
		t.Errorf("the page of p5 that comes back is sent %q from %d, want 2.a from %d", m.addresses(), m.Since, seen)
	}
	// What the page shows of the chapeau is in the fragment of the item.
	number := h.Table(webtest.Mexico, amend("p4", "Ask the Secretariat to:"))
	if m := one.next(); m.addresses() != "" {
		t.Errorf("the page of p5 is sent %q of a proposal on its chapeau", m.addresses())
	}
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: number})
	if m := one.next(); m.addresses() != "2.a" {
		t.Errorf("the page of p5 is sent %q of new words of its chapeau, want 2.a", m.addresses())
	}
}

func TestManyWhoAreBehindDifferentlyMissNothing(t *testing.T) {
	h := openLive(t, webtest.Public())
	// It keeps the feed with the changes that it has made.
	h.open(t, tried{}).hello()
	for range 20 {
		h.Table(webtest.Mexico, amend("p5", "examine work;"))
		h.Table(webtest.Cosate, amend("p12", "in all meetings; and"))
	}
	seq := h.View(webtest.Observer).Seq
	for since := seq - 1; since > 0; since-- {
		r := h.open(t, tried{query: fmt.Sprintf("since=%d", since)})
		r.hello()
		m := r.next()
		got := map[negotiation.ParagraphID]bool{}
		for _, p := range m.Paragraphs {
			got[negotiation.ParagraphID(p.ID)] = true
		}
		if m.Since > since || m.Seq != seq {
			t.Errorf("since %d: change from %d to %d, want to %d", since, m.Since, m.Seq, seq)
		}
		for _, p := range h.View(webtest.Observer).Since(since) {
			if !got[p.ID] {
				t.Errorf("since %d: the change does not have %s", since, p.Address)
			}
		}
	}
}
