package web_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/web/webtest"
)

// marks writes a redline of the API with marks.
func marks(spans []spanBody) string {
	script := make(diff.Script, len(spans))
	for i, span := range spans {
		if err := script[i].Op.UnmarshalText([]byte(span.Op)); err != nil {
			panic(err)
		}
		script[i].Text = span.Text
	}
	return diff.Marked(script)
}

func TestTheAPIComparesTwoVersionsOfAParagraph(t *testing.T) {
	h := combinedHouse(t)
	for query, want := range map[string]string{
		"":             "2-3 fine: promote the full **and lasting** protection of workers, with a gender perspective, everywhere.",
		"?from=1&to=2": "1-2 fine: promote the **full** protection of workers, with a gender perspective**, everywhere**.",
		"?from=1":      "1-3 fine: promote the **full and lasting** protection of workers, with a gender perspective**, everywhere**.",
		"?from=2&to=2": "2-2 fine: promote the full protection of workers, with a gender perspective, everywhere.",
		"?to=1":        "1-1 fine: promote the protection of workers, with a gender perspective.",
	} {
		var got struct {
			From, To         int
			Profile, Address string
			Redline          []spanBody
		}
		h.Script(webtest.Observer).Get("paragraphs/p6/compare"+query).Into(http.StatusOK, &got)
		if said := fmt.Sprintf("%d-%d %s: %s", got.From, got.To, got.Profile, marks(got.Redline)); said != want || got.Address != "2.b" {
			t.Errorf("compare%s gives %s, want %s", query, said, want)
		}
	}
}

func TestTheAPIComparesTheWholeTextAtTwoPlacesInTheRecord(t *testing.T) {
	h := combinedHouse(t)
	decided := uint64(h.View(webtest.Chair).Revisions()[1].Seq)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Move, Paragraph: "p9", Base: 1, After: "p5"})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "5"})
	type compared struct {
		Is, Address, Redline, From string
		Versions                   string
		Proposals                  string
	}
	for _, tt := range []struct {
		query string
		want  []compared
	}{
		{"", []compared{
			{"moved", "2.bullet1", "workshops on shared priorities", "3.bullet2 after 3.bullet1", "1-2", "[5]"},
			{"changed", "2.b", "promote the **full and lasting** protection of workers, with a gender perspective**, everywhere**.", "", "1-3", "[3 4]"}}},
		{fmt.Sprintf("?to=%d", decided), []compared{
			{"changed", "2.b", "promote the **full** protection of workers, with a gender perspective**, everywhere**.", "", "1-2", "[3]"}}},
		{fmt.Sprintf("?from=%d&to=%d", decided, decided+1), nil}, // an entry that changed no word
	} {
		var got struct {
			From, To   struct{ Seq uint64 }
			Paragraphs []struct {
				Is, Address string
				From, To    int
				Redline     []spanBody
				Proposals   []string
				MovedFrom   struct{ Address, After string } `json:"moved_from"`
			}
		}
		h.Script(webtest.Observer).Get("compare"+tt.query).Into(http.StatusOK, &got)
		var list []compared
		for _, p := range got.Paragraphs {
			if p.Is != "kept" {
				c := compared{p.Is, p.Address, marks(p.Redline), "", fmt.Sprintf("%d-%d", p.From, p.To), fmt.Sprint(p.Proposals)}
				if p.MovedFrom.Address != "" {
					c.From = p.MovedFrom.Address + " after " + p.MovedFrom.After
				}
				list = append(list, c)
			}
		}
		if len(got.Paragraphs) != len(webtest.Draft().Paragraphs) || !cmp.Equal(list, tt.want) {
			t.Errorf("compare%s: %d paragraphs, (-got +want):\n%s", tt.query, len(got.Paragraphs), cmp.Diff(list, tt.want))
		}
	}
}

func TestTheAPIRefusesComparisonsThatCannotBe(t *testing.T) {
	h := combinedHouse(t)
	last := h.View(webtest.Chair).Seq
	for _, tt := range []struct {
		path   string
		status int
		code   string
	}{
		{"paragraphs/2.b/compare?from=3&to=1", 422, "bad-value"},
		{"paragraphs/2.b/compare?from=1&to=99", 404, "not-found"},
		{"paragraphs/2.b/compare?from=one", 404, "not-found"},
		{"paragraphs/2.b/compare?profile=rough", 422, "bad-value"},
		{"paragraphs/99.z/compare", 404, "unknown-paragraph"},
		{fmt.Sprintf("compare?from=%d&to=%d", last, 9), 422, "bad-value"},
		{fmt.Sprintf("compare?to=%d", last+1), 404, "not-found"},
		{"compare?from=1", 404, "not-found"}, // there was no draft yet
		{"compare?to=now", 404, "not-found"},
	} {
		if p := h.Script(webtest.Observer).Get(tt.path).Problem(); p.Status != tt.status || p.Code != tt.code {
			t.Errorf("%s: %d %s, want %d %s", tt.path, p.Status, p.Code, tt.status, tt.code)
		}
	}
	empty := webtest.New(t, webtest.WithoutDraft())
	if p := empty.Script(webtest.Secretariat).Get("compare").Problem(); p.Code != "no-draft" {
		t.Errorf("without a draft: %s, want no-draft", p.Code)
	}
}

func TestThePublicComparesAlsoWhatWasNotPublicThen(t *testing.T) {
	h := combinedHouse(t)
	h.Do(webtest.Secretariat, negotiation.DescribeNegotiation{Title: webtest.Title, Language: "en", Public: true})
	var got struct{ Paragraphs []struct{ Is string } }
	h.Stranger().Get("compare").Into(http.StatusOK, &got)
	for i, p := range got.Paragraphs {
		if want := map[bool]string{true: "changed", false: "kept"}[i == 5]; p.Is != want {
			t.Errorf("paragraph %d is %s, want %s", i, p.Is, want)
		}
	}
}
