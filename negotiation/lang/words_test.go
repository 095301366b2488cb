package lang_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// details are those that negotiation/refusal.go promises with each code.
var details = map[negotiation.Code]string{
	negotiation.Stale:              "paragraph base current text",
	negotiation.UnknownParagraph:   "paragraph",
	negotiation.UnknownProposal:    "proposal",
	negotiation.UnknownSeat:        "seat",
	negotiation.UnknownNegotiation: "",
	negotiation.NotAllowed:         "role act",
	negotiation.NotYours:           "proposal delegation",
	negotiation.WindowClosed:       "",
	negotiation.CutOffPassed:       "cutoff",
	negotiation.TooLong:            "field limit length",
	negotiation.TooMany:            "field limit count",
	negotiation.Empty:              "field",
	negotiation.BadText:            "field",
	negotiation.BadValue:           "field value",
	negotiation.NoChange:           "paragraph",
	negotiation.ParagraphGone:      "paragraph",
	negotiation.NotOnTable:         "proposal status",
	negotiation.NotLate:            "proposal status",
	negotiation.NothingToApply:     "proposal",
	negotiation.AlreadyDraft:       "",
	negotiation.NoDraft:            "",
	negotiation.AlreadyExists:      "field value",
	negotiation.SameKey:            "key",
	negotiation.BadPlace:           "paragraph after",
	negotiation.Busy:               "",
	negotiation.Unreadable:         "problem",
	negotiation.Uncombinable:       "proposal",
	negotiation.NotSatisfied:       "proposal",
	negotiation.Unconfirmed:        "proposal delegation",
	negotiation.NotInDoubt:         "proposal",
	negotiation.NoSession:          "status",
	negotiation.WrongStage:         "stage paragraph",
	negotiation.FloorMoved:         "stage paragraph",
	negotiation.HeldFrozen:         "paragraph",
	negotiation.IsSettled:          "paragraph outcome",
	negotiation.IsContested:        "paragraph",
	negotiation.PenHeld:            "seat delegation",
	negotiation.ListClosed:         "",
	negotiation.NotConnected:       "delegations",
	negotiation.TooLateToObject:    "until",
	negotiation.OtherText:          "hash",
}

// unfilled finds what Say leaves where it has no value.
var unfilled = regexp.MustCompile(`⟦([^⟧]*)⟧`)

func TestEveryRefusalHasASentenceThatItsDetailsFill(t *testing.T) {
	for _, tag := range lang.Tags() {
		tongue, _ := lang.For(tag)
		for _, code := range negotiation.Codes() {
			promised, ok := details[code]
			if !ok {
				t.Errorf("this test does not know the details of %q", code)
			}
			key := "refusal." + string(code)
			for _, hit := range unfilled.FindAllStringSubmatch(tongue.Say(key), -1) {
				if !slices.Contains(strings.Fields(promised), hit[1]) {
					t.Errorf("%s: %q lacks %q, which a refusal does not carry", tag, key, hit[1])
				}
			}
		}
	}
}

// keys are those under which the words of one type are kept.
func keys[W ~string](family string, words ...W) []string {
	var all []string
	for _, w := range words {
		all = append(all, family+"."+string(w))
	}
	return all
}

func TestEveryWordOfTheLawHasAName(t *testing.T) {
	for _, key := range slices.Concat(
		keys("status", negotiation.OnTable, negotiation.Late, negotiation.Accepted, negotiation.AcceptedAmended,
			negotiation.NotRetained, negotiation.Withdrawn, negotiation.Superseded),
		keys("role", negotiation.System, negotiation.Secretariat, negotiation.Chair, negotiation.Delegate,
			negotiation.Observer, negotiation.Public),
		keys("category", negotiation.Substantive, negotiation.Editorial, negotiation.Translation, negotiation.Technical),
		keys("change", negotiation.Amend, negotiation.Insert, negotiation.Delete, negotiation.Move,
			negotiation.RequestText, negotiation.Comment),
		keys("kind", negotiation.Heading, negotiation.Group, negotiation.Numbered, negotiation.Plain,
			negotiation.Lettered, negotiation.Roman, negotiation.Bullet),
		keys("late-policy", negotiation.RefuseLate, negotiation.MarkLate, negotiation.AddendumLate),
		keys("party", negotiation.MemberState, negotiation.ConsultativeBody),
		keys("severity", negotiation.Info, negotiation.Ask, negotiation.Error),
		keys("document", negotiation.Comments, negotiation.Clean),
		keys("language", negotiation.Languages()...),
	) {
		if !(lang.Tongue{}).Has(key) {
			t.Errorf("no catalogue has %q", key)
		}
	}
}

func TestLanguagesAreThoseOfTheNegotiation(t *testing.T) {
	if got, want := lang.Tags(), negotiation.Languages(); !slices.Equal(got, want) {
		t.Errorf("Tags() = %q, want %q", got, want)
	}
}

// TestNoteReadsAsTheHousePrintsIt: the sentence on the cover of a compilation.
func TestNoteReadsAsTheHousePrintsIt(t *testing.T) {
	states, bodies := []string{"Chile", "Mexico", "Peru"}, []string{"COSATE", "CEATAL"}
	tests := []struct {
		tag, key string
		n        int
		names    []string
		want     string
	}{
		{"en", "document.note", 3, states,
			"Note: The delegations of Chile, Mexico and Peru, as well as COSATE and CEATAL, made comments to the Draft Plan via e-mail."},
		{"en", "document.note", 1, states[:1],
			"Note: The delegation of Chile, as well as COSATE and CEATAL, made comments to the Draft Plan via e-mail."},
		{"es", "document.note-states", 1, states[:1],
			"Nota: La delegación de Chile formuló comentarios sobre el documento “Draft Plan” por el siguiente medio: e-mail."},
		{"fr", "document.note-bodies-direct", 2, nil,
			"Note\u00a0: COSATE et CEATAL ont formulé des observations sur le document «\u00a0Draft Plan\u00a0»."},
		{"pt", "document.note-states-direct", 3, states,
			"Nota: As seguintes delegações: Chile, Mexico e Peru, formularam comentários sobre o documento “Draft Plan”."},
	}
	for _, tt := range tests {
		tongue, _ := lang.For(tt.tag)
		got := tongue.Count(tt.key, tt.n, "states", tongue.List(tt.names), "bodies", tongue.List(bodies),
			"title", "Draft Plan", "channel", "e-mail")
		if got != tt.want {
			t.Errorf("%s: %s for %d =\n%q, want\n%q", tt.tag, tt.key, tt.n, got, tt.want)
		}
	}
}
