package web_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestAPageOfOneParagraphIsSentNoOther(t *testing.T) {
	h := openLive(t)
	seen := h.View(webtest.Peru).Seq
	one := h.as(t, webtest.Peru, "part=side&paragraph=p5")
	one.hello()
	for _, step := range []struct {
		id   negotiation.ParagraphID
		want string
	}{{"p5", "2.a"}, {"p12", ""}, {"p5", "2.a"}} {
		h.Table(webtest.Mexico, amend(step.id, "examine work;"))
		m := one.next()
		if got := m.addresses(); got != step.want || m.Said == "" {
			t.Errorf("the page of p5 is sent %q of a change on %s, and told %q; want %q and a sentence", got, step.id, m.Said, step.want)
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

func TestAPageOfAParagraphThatThereIsNotIsNotLetIn(t *testing.T) {
	h := openLive(t)
	epoch := h.as(t, webtest.Peru, "").hello().Epoch
	for _, query := range []string{"paragraph=nowhere", "part=side&paragraph=2.a", "as=json&since=1&paragraph=p5%20", "paragraph=nowhere&epoch=" + epoch} {
		for _, way := range []string{"/live?", "/events?"} {
			header := bearer(h.Bearer(webtest.Peru))
			if way == "/live?" {
				header["Upgrade"], header["Connection"] = []string{"websocket"}, []string{"Upgrade"}
			}
			res := h.request(t, http.MethodGet, way+query, header, "")
			var problem struct{ Code string }
			err := json.NewDecoder(res.Body).Decode(&problem)
			if closed := res.Body.Close(); err != nil || closed != nil || res.StatusCode != http.StatusNotFound || problem.Code != "unknown-paragraph" {
				t.Errorf("%s%s: %s, %q, %v; want 404 unknown-paragraph", way, query, res.Status, problem.Code, err)
			}
		}
	}
	// A page that was loaded before the server got another record is told so.
	for _, query := range []string{"paragraph=nowhere&since=1&epoch=another", "paragraph=nowhere&since=1000"} {
		r := h.as(t, webtest.Peru, "part=side&"+query)
		if got := r.hello().Epoch; got != epoch {
			t.Errorf("?%s: hello of epoch %q, want %q", query, got, epoch)
		}
	}
}

// The paragraph has been there for as long as the record has said so, wherever a feed is.
func TestAPageOfANewParagraphIsLetInAtOnce(t *testing.T) {
	h := openLive(t)
	stays := h.as(t, webtest.Peru, "part=side") // it keeps the feed
	stays.hello()
	for range 5 {
		number := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Insert, Paragraph: "p5", Base: 1, Text: "examine work;"})
		h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: number})
		list := h.View(webtest.Peru).Paragraphs
		newest := list[0]
		for _, p := range list {
			if p.Versions[0].Seq > newest.Versions[0].Seq {
				newest = p
			}
		}
		h.as(t, webtest.Peru, "part=side&paragraph="+string(newest.ID)).hello()
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
