package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// blameBody is the blame of a version as scripts read it.
type blameBody struct {
	Paragraph, Address string
	Version            int
	Authors            []struct {
		Text, Proposal    string
		Version           int
		From, Delegations []string
		Amended           bool
	}
}

// combinedHouse is a house in which proposals 1 and 2 on 2.b were combined into 3,
// and that was accepted; then 4 was accepted in other words.
func combinedHouse(t testing.TB, options ...webtest.Option) *webtest.House {
	h := webtest.New(t, options...)
	h.Table(webtest.Mexico, amendment("promote the full protection of workers, with a gender perspective."))
	h.Table(webtest.Peru, amendment("promote the protection of workers, with a gender perspective, everywhere."))
	h.Do(webtest.Chair, negotiation.CombineProposals{Parents: []negotiation.ProposalID{"1", "2"}, Paragraph: "p6", Base: 1})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "3"})
	h.Table(webtest.Cosate, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p6", Base: 2,
		Text: "promote the full and equal protection of workers, with a gender perspective, everywhere."})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "4", Amended: []negotiation.AmendedText{{Change: 0, Base: 2,
		Text: "promote the full and lasting protection of workers, with a gender perspective, everywhere."}}})
	return h
}

func TestTheAPIGivesWhoWroteEachWord(t *testing.T) {
	h := combinedHouse(t)
	for _, tt := range []struct {
		query   string
		version int
		want    []string
	}{
		{"?version=1", 1, []string{"0  [] [] false: promote the protection of workers, with a gender perspective."}},
		{"?version=2", 2, []string{"0  [] [] false: promote the", "2 3 [1] [MEXICO] false:  full", "0  [] [] false:  protection of workers, with a gender perspective",
			"2 3 [2] [PERU] false: , everywhere", "0  [] [] false: ."}},
		{"", 3, []string{"0  [] [] false: promote the", "2 3 [1] [MEXICO] false:  full", "3 4 [] [COSATE] false:  and", "3 4 [] [] true:  lasting",
			"0  [] [] false:  protection of workers, with a gender perspective", "2 3 [2] [PERU] false: , everywhere", "0  [] [] false: ."}},
	} {
		var got blameBody
		h.Script(webtest.Observer).Get("paragraphs/2.b/blame"+tt.query).Into(http.StatusOK, &got)
		var words []string
		for _, a := range got.Authors {
			version := "0 "
			if a.Proposal != "" {
				version = string('0'+rune(a.Version)) + " " + a.Proposal
			}
			words = append(words, version+" ["+strings.Join(a.From, " ")+"] ["+strings.Join(a.Delegations, " ")+"] "+map[bool]string{true: "true", false: "false"}[a.Amended]+": "+a.Text)
		}
		if got.Version != tt.version || got.Address != "2.b" || got.Paragraph != "p6" || !slices.Equal(words, tt.want) {
			t.Errorf("blame%s is version %d of %s (%s):\n%s\nwant\n%s", tt.query, got.Version, got.Address, got.Paragraph, strings.Join(words, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

func TestTheAPIHasNoBlameOfWhatIsNotThere(t *testing.T) {
	h := combinedHouse(t)
	script := h.Script(webtest.Observer)
	for path, want := range map[string]string{
		"paragraphs/2.b/blame?version=99":  "not-found",
		"paragraphs/2.b/blame?version=0":   "not-found",
		"paragraphs/2.b/blame?version=-1":  "not-found",
		"paragraphs/2.b/blame?version=two": "not-found",
		"paragraphs/99.z/blame":            "unknown-paragraph",
	} {
		p := script.Get(path).Problem()
		if p.Status != http.StatusNotFound || p.Code != want {
			t.Errorf("%s: %d %s, want 404 %s", path, p.Status, p.Code, want)
		}
	}
	if p := script.Get("paragraphs/2.b/blame?version=99").Problem(); !strings.Contains(p.Detail, "it has versions 1 to 3") {
		t.Errorf("version 99 is answered %q", p.Detail)
	}
	if p := h.Stranger().Get("paragraphs/2.b/blame").Problem(); p.Status != http.StatusForbidden {
		t.Errorf("a stranger is answered %d", p.Status)
	}
}
