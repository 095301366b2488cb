package negotiation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// checkRelease4 looks whether the journal of release 4, which holds sessions, still
// means what it did.
func checkRelease4(t *testing.T, v View) {
	t.Helper()
	got := map[string]string{}
	for _, p := range v.Paragraphs {
		for i, s := range p.Settlements {
			got[fmt.Sprintf("%s, outcome %d", p.Address, i+1)] = settledAs(s)
		}
	}
	for _, p := range v.Proposals {
		said := []string{string(p.Status()), fmt.Sprintf("raised in %d", p.Raised)}
		for _, t := range p.Positions {
			said = append(said, fmt.Sprintf("%s %s %s", t.By, t.Kind, t.Text))
		}
		got["proposal "+string(p.ID)] = strings.Join(said, "; ")
	}
	s := v.Session
	got["session"] = fmt.Sprintf("%d %s, %s, objecting within %d, speaking for %d, agenda %v", s.Number, s.Status, s.Title,
		s.Settings.ObjectWithin, s.Settings.SpeakFor, s.Agenda)
	for _, a := range s.Attendance {
		got["attends "+string(a.Seat)] = fmt.Sprintf("%s %s", a.Delegation, a.Place)
	}
	var acts []string
	for _, a := range v.Acts {
		acts = append(acts, string(a.Kind))
	}
	got["acts"] = strings.Join(acts, " ")
	want := map[string]string{
		"9, outcome 1":      "agreed-ad-ref 1 by  in 1, silent [MEXICO PERU], absent [CHILE], asked [], to , heard up to 58",
		"9.abis, outcome 1": "agreed-ad-ref 1 by 2 in 1, silent [MEXICO PERU], absent [CHILE], asked [], to , heard up to 51",
		"9.b, outcome 1":    "agreed-ad-ref 2 by 2 in 1, silent [MEXICO PERU], absent [CHILE], asked [], to , heard up to 51",
		"10, outcome 1": "agreed 2 by 3 in 1, silent [], absent [CHILE], asked [], to , heard up to 45, CHILE can-live-with via [GRULAC] stale false, " +
			"MEXICO can-live-with via [GRULAC] stale false, PERU supports-if via [] stale false, GRULAC can-live-with via [] stale false, reopened: a figure was wrong",
		"10, outcome 2":  "deferred 2 by  in 1, silent [], absent [], asked [], to , PERU supports via [] stale true",
		"11, outcome 1":  "bracketed 1 by  in 1, silent [], absent [], asked [PERU], to , MEXICO awaits-instructions via [] stale false",
		"11, outcome 2":  "parked 1 by  in 1, silent [], absent [], asked [], to Friends of the Chair, MEXICO awaits-instructions via [] stale false",
		"12, outcome 1":  "agreed-ad-ref 1 by  in 1, silent [MEXICO PERU], absent [CHILE], asked [], to , heard up to 58",
		"proposal 1":     "on-table; raised in 0",
		"proposal 2":     "accepted; raised in 0",
		"proposal 3":     "accepted; raised in 1; PERU supports-if the report is short; GRULAC can-live-with ",
		"session":        "1 closed, First reading, room A, objecting within 15, speaking for 120, agenda [p4 p3 p5]",
		"attends mexico": "MEXICO room",
		"attends peru":   "PERU remote",
		"acts":           "scheduled opened called spoke spoke drafted drafted raised frozen thawed frozen gavel objected took-back gavel void gavel settled called frozen gavel settled settled called settled called settled frozen gavel settled settled reopened suspended opened called settled closed",
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("the Chair sees (-got +want):\n%s", d)
	}
}

func settledAs(s Settlement) string {
	text := fmt.Sprintf("%s %d by %s in %d, silent %v, absent %v, asked %v, to %s", s.Kind, s.Version, s.Proposal, s.Session,
		s.Silent, s.Absent, s.Asked, s.To)
	if s.Hash != "" && !slices.Equal(s.Present, []Delegation{"MEXICO", "PERU"}) {
		text += fmt.Sprintf(", present %v", s.Present)
	}
	if s.Hash != "" {
		text += fmt.Sprintf(", heard up to %d", s.Heard)
	}
	for _, h := range s.Positions {
		text += fmt.Sprintf(", %s %s via %v stale %v", h.By, h.Kind, h.Via, h.Stale)
	}
	if s.Reopened != nil {
		text += ", reopened: " + s.Reopened.Reason
	}
	return text
}
