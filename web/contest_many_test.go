package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// rewritten opens a house in which n delegations have changed every word of so many
// in a paragraph of 32 KB.
func rewritten(t testing.TB, n, every int) *webtest.House {
	t.Helper()
	var base []string
	for size := 0; size < negotiation.MaxText-100; size += len(base[len(base)-1]) + 1 {
		base = append(base, fmt.Sprintf("word%d", len(base)))
	}
	d := webtest.Draft()
	d.Paragraphs[2].Text = strings.Join(base, " ")
	for i := range n {
		words := append([]string(nil), base...)
		for at := i % every; at < len(words); at += every {
			words[at] = fmt.Sprintf("n%d", at%100)
		}
		name := negotiation.Delegation(fmt.Sprintf("STATE%03d", i))
		d.Parties = append(d.Parties, negotiation.Party{Name: name, Kind: negotiation.MemberState})
		d.Proposals = append(d.Proposals, negotiation.Proposal{Delegation: name, Changes: []negotiation.Change{amend("p3", strings.Join(words, " "))}})
	}
	return webtest.New(t, webtest.WithDraft(d))
}

// 25,000 changes are twelve times as many as are compared; BenchmarkRewritings shows
// a page with 125,000.
func TestAHundredRewritingsOfALongParagraphAreShownWithoutSigns(t *testing.T) {
	page := sitAt(t, rewritten(t, 100, 15), webtest.Chair).open("/p/1").wants(200,
		"too many to compare (the limit is 2000). What clashes is not shown.", "Which proposals")
	page.lacks("clashes with STATE", "do not clash")
	for _, id := range []string{"proposal-1", "proposal-100"} {
		if card := page.says(id); !strings.Contains(card, "inserted") {
			t.Errorf("%s shows no change: %.200s", id, card)
		}
	}
}

func TestTwoLongRewritingsCanBeChosen(t *testing.T) {
	h := rewritten(t, 4, 3)
	sitAt(t, h, webtest.Chair).open("/p/1/combine?with=1&with=2").wants(200).press(putOnTable).wants(200, "on the table as proposal 5")
}

func TestASignStandsBesideTheRightOneOfTwoEqualChanges(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p3", "Establish two joint working groups that joint meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish two working groups that now meet in the period between conferences."))
	card := sitAt(t, h, webtest.Observer).open("/p/1").wants(200).says("proposal-1")
	want := "inserted joint end of insertion working groups that inserted joint end of insertion 1 (in the same place as MEXICO)"
	if !strings.Contains(card, want) {
		t.Errorf("the card says %q, want %q in it", card, want)
	}
}

// BenchmarkRewritings is the page of a long paragraph that many delegations would
// change: a hundred in every third word, which is too much to compare, and forty
// in as many words as are compared.
func BenchmarkRewritings(b *testing.B) {
	for _, size := range []struct{ parties, every int }{{100, 3}, {40, 90}} {
		b.Run(fmt.Sprintf("%d-%d", size.parties, size.every), func(b *testing.B) {
			benchmarkParagraph(b, rewritten(b, size.parties, size.every))
		})
	}
}
