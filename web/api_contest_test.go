package web_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

type contestBody struct {
	Version, Base                      int
	Paragraph, Address, Text, Combined string
	Parties                            []struct{ Name, Proposal, Delegation string }
	Aside                              []string
	Segments                           []struct {
		Op, Text      string
		By, Proposals []string
	}
	Conflicts []struct {
		Kind, Text         string
		Between, Proposals []string
	}
	Compatible [][]string
}

func TestTheAPIGivesWhatClashesOnAParagraph(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amendment("promote the protection of workers, with a gender perspective, everywhere."))
	h.Table(webtest.Cosate, amendment("promote the full protection of workers, with a gender perspective."))
	h.Table(webtest.Mexico, amendment("promote the full protection of labour, with a gender perspective."))
	h.Table(webtest.Peru, amendment("promote the protection of people, with a gender perspective."))
	var got contestBody
	h.Script(webtest.Observer).Get("paragraphs/2.b/contest").Into(http.StatusOK, &got)
	if got.Version != 1 || got.Base != 1 || got.Paragraph != "p6" || got.Address != "2.b" || len(got.Aside) != 0 {
		t.Errorf("the head is %+v", got)
	}
	if want := "[{MEXICO 3 MEXICO} {PERU 1 1 PERU} {PERU 4 4 PERU} {COSATE 2 COSATE}]"; fmt.Sprint(got.Parties) != want {
		t.Errorf("parties are %v, want %s", got.Parties, want)
	}
	if want := "promote the [full – MEXICO, COSATE] protection of [workers – delete: MEXICO, PERU 4] [labour – MEXICO] [people – PERU 4], with a gender perspective[, everywhere – PERU 1]."; got.Text != want {
		t.Errorf("the text is\n%s\nwant\n%s", got.Text, want)
	}
	if want := "promote the full protection of workers, with a gender perspective, everywhere."; got.Combined != want {
		t.Errorf("combined it is %q, want %q", got.Combined, want)
	}
	if want := "[{competing workers [MEXICO PERU 4] [3 4]}]"; fmt.Sprint(got.Conflicts) != want {
		t.Errorf("conflicts are %v, want %s", got.Conflicts, want)
	}
	if want := [][]string{{"MEXICO", "PERU 1"}, {"PERU 1", "PERU 4"}, {"PERU 1", "COSATE"}, {"PERU 4", "COSATE"}}; !containsAll(got.Compatible, want) {
		t.Errorf("compatible are %v, want %v among them", got.Compatible, want)
	}
	var base strings.Builder
	for _, s := range got.Segments {
		if s.Op != "insert" {
			base.WriteString(s.Text)
		}
		if (s.Op == "equal") != (len(s.By) == 0) || len(s.By) != len(s.Proposals) {
			t.Errorf("segment %+v has no authors, or too many", s)
		}
	}
	if want := webtest.Draft().Paragraphs[5].Text; base.String() != want {
		t.Errorf("the segments give %q for the base, want %q", base.String(), want)
	}
}

func containsAll(list, want [][]string) bool {
	return !slices.ContainsFunc(want, func(pair []string) bool {
		return !slices.ContainsFunc(list, func(other []string) bool { return slices.Equal(other, pair) })
	})
}

func TestAParagraphWithoutProposalsHasNothingToContest(t *testing.T) {
	var got contestBody
	answer := webtest.New(t).Script(webtest.Observer).Get("paragraphs/2.b/contest")
	answer.Into(http.StatusOK, &got)
	if got.Text != webtest.Draft().Paragraphs[5].Text || got.Combined != got.Text || strings.Contains(string(answer.Body), "null") {
		t.Errorf("an uncontested paragraph gives %s", answer.Body)
	}
}

func TestTheChairCombinesOverTheAPIOnce(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amendment("promote the full protection of workers, with a gender perspective."))
	h.Table(webtest.Peru, amendment("promote the protection of workers, with a gender perspective, everywhere."))
	body := map[string]any{"parents": []string{"1", "2"}, "paragraph": "2.b", "base": 1, "reason": "They do not clash."}
	chair := h.Script(webtest.Chair).With("Idempotency-Key", "k")
	for _, repeated := range []bool{false, true} {
		var r webtest.Receipt
		chair.Post("combinations", body).Into(http.StatusCreated, &r)
		if r.Proposal != "3" || r.Repeated != repeated {
			t.Errorf("receipt is %+v, want proposal 3, repeated %t", r, repeated)
		}
	}
	var p struct {
		Parents []string
		Changes []struct {
			Text    string
			Credits []struct {
				Text string
				From []string
			}
		}
	}
	h.Script(webtest.Observer).Get("proposals/3").Into(http.StatusOK, &p)
	var text strings.Builder
	var from []string
	for _, credit := range p.Changes[0].Credits {
		text.WriteString(credit.Text)
		from = append(from, credit.From...)
	}
	if !slices.Equal(p.Parents, []string{"1", "2"}) || text.String() != p.Changes[0].Text || !slices.Equal(from, []string{"1", "2"}) {
		t.Errorf("proposal 3 is %+v", p)
	}
	if got := h.Script(webtest.Mexico).Post("combinations", body).Problem(); got.Code != "not-allowed" {
		t.Errorf("a delegate is answered %s, want not-allowed", got.Code)
	}
	if got := chair.With("Idempotency-Key", "").Post("combinations", map[string]any{"parents": []string{"1"}, "paragraph": "2.b", "base": 1}).Problem(); got.Status >= 500 || got.Code == "malformed" {
		t.Errorf("one parent is answered %d %s", got.Status, got.Code)
	}
}

func TestAnAuthorConfirmsOverTheAPIWhatTheTextSaysAlready(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amendment("promote the full protection of workers, with a gender perspective, everywhere."))
	h.Table(webtest.Peru, amendment("promote the full protection of workers, with a gender perspective."))
	if p := h.Script(webtest.Peru).Post("proposals/2/confirm-satisfied", nil).Problem(); p.Code != "not-satisfied" {
		t.Errorf("before: %s, want not-satisfied", p.Code)
	}
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	var p struct {
		Status  string
		Changes []struct{ Waits string }
		Rebases []struct {
			Because, Outcome string
			Version          int
			Was              struct{ Base int }
		}
	}
	h.Script(webtest.Peru).Get("proposals/2").Into(http.StatusOK, &p)
	if p.Status != "on-table" || p.Changes[0].Waits != "satisfied" || fmt.Sprint(p.Rebases) != "[{1 satisfied 2 {1}}]" {
		t.Errorf("proposal 2 is %+v", p)
	}
	var r webtest.Receipt
	h.Script(webtest.Peru).Post("proposals/2/confirm-satisfied", map[string]string{"reason": "It is there."}).Into(http.StatusOK, &r)
	h.Script(webtest.Peru).Get("proposals/2").Into(http.StatusOK, &p)
	if p.Status != "satisfied" {
		t.Errorf("proposal 2 is %s, want satisfied", p.Status)
	}
}
