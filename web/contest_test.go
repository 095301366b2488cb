package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestTheContestedParagraphsOfBridgetownSayWhatClashes holds the sentences on the
// contested paragraphs of the imported compilation to what somebody who read it
// closely would say.
func TestTheContestedParagraphsOfBridgetownSayWhatClashes(t *testing.T) {
	h := bridgetownHouse(t)
	chair := sitAt(t, h, webtest.Chair)
	for _, c := range []struct {
		address string
		want    string
	}{
		{"8.bullet1", "1 MEXICO and CEATAL insert in the same place: the order changes the sense (“, including migrant workers” / “and employers”). Combine them."},
		{"9.c", "1 CEATAL would delete words in which MEXICO has 3 changes; they have no place if the deletion is taken. Combine what does not clash."},
		{"9.e", "MEXICO and PERU do not clash. Combine them."},
		{"9.g", "CHILE and MEXICO do not clash. Combine them. The words that CHILE would add follow words that MEXICO would delete, " +
			"and may refer to them: “In that sense, we encourage consolidating – with the collaboration of RIAL – th…”."},
	} {
		p, _ := h.View(webtest.Chair).Paragraph(c.address)
		if got := chair.open("/p/" + c.address).wants(200).says("contest-" + string(p.ID)); got != c.want {
			t.Errorf("%s says:\n%s\nwant:\n%s", c.address, got, c.want)
		}
	}
}

func TestEachKindOfClashHasItsSentence(t *testing.T) {
	const base = "Establish two working groups that meet in the period between conferences."
	for _, c := range []struct {
		name         string
		mexico, peru string
		want         string
	}{
		{"rivals", "Establish three working groups that meet in the period between conferences.",
			"Establish four working groups that meet in the period between conferences.",
			"1 MEXICO and PERU want different words in place of “two”: “three” / “four”."},
		{"one of them has no words there", "Establish three working groups that meet in the period between conferences.",
			"Establish working groups that meet in the period between conferences.",
			"1 MEXICO and PERU want different words in place of “two”: “three” / no words."},
		{"overlapping", "Establish a big forum that meet in the period between conferences.",
			"Establish two working bodies in the period between conferences.",
			"1 MEXICO and PERU change the same words differently: “groups”."},
		{"moot", "Establish two working groups that meet in the long period between conferences.",
			"Establish two working groups.",
			"1 PERU would delete words in which MEXICO has 1 change; it has no place if the deletion is taken."},
		{"deletions that overlap", "Establish two working groups that meet in the period.",
			"Establish two working groups that meet between conferences.",
			"MEXICO and PERU do not clash."},
		{"alike", "Establish two working groups.", "Establish two working groups.", "MEXICO and PERU do not clash."},
	} {
		h := webtest.New(t)
		h.Table(webtest.Mexico, amend("p3", c.mexico))
		h.Table(webtest.Peru, amend("p3", c.peru))
		if got := sitAt(t, h, webtest.Observer).open("/p/1").wants(200).says("contest-p3"); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q says %q, want %q", c.name, base, got, c.want)
		}
	}
}

func TestTwoProposalsOfOneDelegationAreNumberedAndNeverMerged(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish four working groups that meet in the period between conferences."))
	page := sitAt(t, h, webtest.Chair).open("/p/1").wants(200,
		"1 MEXICO · 1 and MEXICO · 2 want different words in place of “two”: “three” / “four”.", "Proposal 1", "Proposal 2")
	if got := page.link("1 clashes with MEXICO · 2"); got != "#proposal-2" {
		t.Errorf("the sign leads to %q", got)
	}
}

func TestWordsThatClashBearASignThatLeadsToTheOther(t *testing.T) {
	h := bridgetownHouse(t)
	page := sitAt(t, h, webtest.Observer).open("/p/9.c").wants(200,
		"inserted which end of insertion 1 (has no place if the deletion of CEATAL is taken)",
		"deleted of power end of deletion 1 (has no place if the deletion of CEATAL is taken)",
		"1 would delete words that MEXICO would change")
	if got, want := page.link("1 would delete words that MEXICO would change"), "#proposal-18"; got != want {
		t.Errorf("the sign of CEATAL leads to %q, want %q", got, want)
	}
}

// crowd opens a house in which n delegations have tabled, each their own words.
func crowd(t testing.TB, n int) *webtest.House {
	t.Helper()
	d := webtest.Draft()
	for i := range n {
		name := negotiation.Delegation(fmt.Sprintf("STATE%03d", i))
		text := fmt.Sprintf("Establish %d working groups that meet in the period between conferences.", i+3)
		if i%4 == 1 {
			text = fmt.Sprintf("Establish two working groups, number %d, that meet in the period between conferences.", i)
		}
		d.Parties = append(d.Parties, negotiation.Party{Name: name, Kind: negotiation.MemberState})
		d.Proposals = append(d.Proposals, negotiation.Proposal{Delegation: name, Changes: []negotiation.Change{amend("p3", text)}})
	}
	return webtest.New(t, webtest.WithDraft(d))
}

func TestAHundredDelegationsOnOneParagraphStayReadable(t *testing.T) {
	h := crowd(t, 100)
	page := sitAt(t, h, webtest.Chair).open("/p/1").wants(200)
	if got, want := page.says("clash-p3-1"), "1 STATE000, STATE002, STATE003 and 72 others want different words in place of “two”: “3” / “5” / “6” / …. All 75 STATE000 ,"; !strings.HasPrefix(got, want) {
		t.Errorf("says %.200q, want %q", got, want)
	}
	if got, want := page.says("clash-p3-2"), "2 STATE001, STATE005, STATE009 and 22 others insert in the same place: the order changes the sense ("; !strings.HasPrefix(got, want) {
		t.Errorf("says %.200q, want %q", got, want)
	}
	for i := range 100 {
		if card := page.says(fmt.Sprintf("proposal-%d", i+1)); !strings.Contains(card, "clashes with STATE") && !strings.Contains(card, "in the same place as STATE") {
			t.Fatalf("proposal %d says of no clash: %s", i+1, card)
		}
	}
}

func TestWhatIsTooMuchToCompareIsSaidToBe(t *testing.T) {
	page := sitAt(t, crowd(t, diff.MaxParties+2), webtest.Observer).open("/p/1").wants(200,
		"These are too many to compare: the first 200 are compared, 2 more are not.")
	page.says("proposal-202")
}

// BenchmarkAHundredDelegations is the page of a paragraph that a hundred
// delegations would change, as the Chair sees it.
func BenchmarkAHundredDelegations(b *testing.B) { benchmarkParagraph(b, crowd(b, 100)) }

// benchmarkParagraph opens the page of paragraph 1 as the Chair.
func benchmarkParagraph(b *testing.B, h *webtest.House) {
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
