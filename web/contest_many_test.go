package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// rewritten opens a house in which n delegations have changed every third word of
// a paragraph of 32 KB.
func rewritten(t testing.TB, n int) *webtest.House {
	t.Helper()
	var base []string
	for size := 0; size < negotiation.MaxText-100; size += len(base[len(base)-1]) + 1 {
		base = append(base, fmt.Sprintf("word%d", len(base)))
	}
	d := webtest.Draft()
	d.Paragraphs[2].Text = strings.Join(base, " ")
	for i := range n {
		words := append([]string(nil), base...)
		for at := i % 3; at < len(words); at += 3 {
			words[at] = fmt.Sprintf("n%d", at%100)
		}
		name := negotiation.Delegation(fmt.Sprintf("STATE%03d", i))
		d.Parties = append(d.Parties, negotiation.Party{Name: name, Kind: negotiation.MemberState})
		d.Proposals = append(d.Proposals, negotiation.Proposal{Delegation: name, Changes: []negotiation.Change{amend("p3", strings.Join(words, " "))}})
	}
	return webtest.New(t, webtest.WithDraft(d))
}

func TestAHundredRewritingsOfALongParagraphAreShownWithoutSigns(t *testing.T) {
	page := sitAt(t, rewritten(t, 100), webtest.Chair).open("/p/1").wants(200,
		"too many to compare (the limit is 2000). What clashes is not shown.", "Which proposals")
	page.lacks("clashes with STATE", "do not clash")
	for _, id := range []string{"proposal-1", "proposal-100"} {
		if card := page.says(id); !strings.Contains(card, "inserted") {
			t.Errorf("%s shows no change: %.200s", id, card)
		}
	}
}

func TestTwoLongRewritingsCanBeChosen(t *testing.T) {
	h := rewritten(t, 4)
	sitAt(t, h, webtest.Chair).open("/p/1/combine?with=1&with=2").wants(200).press(putOnTable).wants(200, "on the table as proposal 5")
}

// BenchmarkAHundredRewritings is the page of a long paragraph that a hundred
// delegations would change in every third word.
func BenchmarkAHundredRewritings(b *testing.B) {
	h := rewritten(b, 100)
	client := h.Join(webtest.Chair)
	for b.Loop() {
		res, err := client.Get(h.URL("/p/1"))
		if err != nil {
			b.Fatal(err)
		}
		if err := res.Body.Close(); err != nil || res.StatusCode != 200 {
			b.Fatalf("status %d, %v", res.StatusCode, err)
		}
	}
}
