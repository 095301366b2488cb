package web_test

import (
	"net/url"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

const threeInOnePlace = "Establish two %s working groups that meet in the period between conferences."

// inOneGap opens a house with three proposals that insert in one place: small (1),
// joint (2) and open (3). A fourth is tabled if its text is not empty.
func inOneGap(t *testing.T, fourth string) *webtest.House {
	t.Helper()
	h := webtest.New(t)
	for _, p := range []struct {
		seat negotiation.SeatID
		word string
	}{{webtest.Peru, "small"}, {webtest.Mexico, "joint"}, {webtest.Cosate, "open"}} {
		h.Table(p.seat, amend("p3", strings.Replace(threeInOnePlace, "%s", p.word, 1)))
	}
	if fourth != "" {
		h.Do(webtest.Secretariat, negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CHILE",
			Changes: []negotiation.Change{amend("p3", fourth)}}})
	}
	return h
}

// combinedText is the text that a proposal would give paragraph 1.
func combinedText(t *testing.T, h *webtest.House, id negotiation.ProposalID) string {
	t.Helper()
	p, ok := h.View(webtest.Chair).Proposal(id)
	if !ok || len(p.Changes) != 1 {
		t.Fatalf("proposal %s is %+v", id, p)
	}
	return p.Changes[0].Text
}

func TestWhatIsPreviewedIsWhatIsTabled(t *testing.T) {
	words := map[string]string{"1": "small", "2": "joint", "3": "open"}
	for _, order := range [][]string{{"1", "2", "3"}, {"1", "3", "2"}, {"2", "1", "3"}, {"2", "3", "1"}, {"3", "1", "2"}, {"3", "2", "1"}, {"2", "1"}, {"1", "2"}, {"3", "1"}} {
		h := inOneGap(t, "")
		preview := sitAt(t, h, webtest.Chair).open("/p/1/combine?" + url.Values{"with": order}.Encode()).wants(200)
		var inserted []string
		for _, id := range order {
			inserted = append(inserted, words[id])
		}
		preview.press(putOnTable).wants(200, "on the table as proposal 4")
		if got, want := combinedText(t, h, "4"), strings.Replace(threeInOnePlace, "%s", strings.Join(inserted, " "), 1); got != want {
			t.Errorf("with %q: tabled %q, want %q", order, got, want)
		}
	}
}

func TestWhatGoesTogetherOnlyWithoutAnotherCanBeChosen(t *testing.T) {
	h := inOneGap(t, "Establish some bodies that meet in the period between conferences.")
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/p/1").wants(200, putOnTable, "Combine what does not clash.")
	if got := page.says("combined-p3"); strings.Contains(got, "inserted") {
		t.Errorf("the combined text takes a side: %s", got)
	}
	sitAt(t, h, webtest.Observer).open("/p/1").wants(200).lacks(putOnTable)
	chair.open("/p/1/combine?with=3&with=1&with=2").wants(200, "order 1").press(putOnTable).wants(200)
	if got, want := combinedText(t, h, "5"), strings.Replace(threeInOnePlace, "%s", "open small joint", 1); got != want {
		t.Errorf("tabled %q, want %q", got, want)
	}
}

func TestWordsThatWereNotShownAreNotTabled(t *testing.T) {
	h := inOneGap(t, "")
	before := h.View(webtest.Chair).Seq
	form := sitAt(t, h, webtest.Chair).open("/p/1").wants(200)
	preview := form.press(putOnTable, "place-1", "3", "place-3", "1", "reason", "They fit.").
		wants(409, "Nothing is recorded yet: your choice gives another text than the one that was shown.")
	if got := h.View(webtest.Chair).Seq; got != before {
		t.Fatalf("the record went from %d to %d", before, got)
	}
	if got := preview.field("reason"); got != "They fit." {
		t.Errorf("the reason is %q", got)
	}
	shown := preview.says("main")
	small, open := strings.Index(shown, "inserted small"), strings.Index(shown, "open")
	if open < 0 || small >= 0 && small < open {
		t.Errorf("the preview has another order: %s", shown)
	}
	preview.press(putOnTable).wants(200, "on the table as proposal 4")
}

func TestAPlaceOutOfBoundsIsNone(t *testing.T) {
	h := inOneGap(t, "")
	query := "/p/1/combine?with=1&with=2&with=3&place-1=9223372036854775807&place-2=-9223372036854775808&place-3=201"
	sitAt(t, h, webtest.Chair).open(query).wants(200).press(putOnTable).wants(200)
	if got, want := combinedText(t, h, "4"), strings.Replace(threeInOnePlace, "%s", "small joint open", 1); got != want {
		t.Errorf("tabled %q, want %q", got, want)
	}
}

func TestThePreviewNamesWhatItCannotCombine(t *testing.T) {
	h := inOneGap(t, "")
	h.Do(webtest.Cosate, negotiation.WithdrawProposal{Proposal: "3"})
	chair := sitAt(t, h, webtest.Chair)
	chair.open("/p/1/combine?with=1&with=2&with=3").wants(200, "Proposal 3 is not in this text", putOnTable)
	chair.open("/p/1/combine?with=77&with=x&with=1").wants(200, "Proposals 77 and x are not in this text", "Choose at least two proposals.")
}
