package bracketed_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/negotiation/bracketed"
)

func TestAlternativesAreThoseSideBySide(t *testing.T) {
	for text, want := range map[string][]string{
		"[shall][should] act":                       {"shall|should"},
		"[shall] [should] act":                      {"shall|should"},
		"[shall] / [should] / [may] act":            {"shall|should|may"},
		"[shall] or [should] act":                   {"shall|should"},
		"[deberán] o [podrán] actuar":               {"deberán|podrán"},
		"[shall/should] act":                        {"shall|should"},
		"[will ensure / should ensure] that":        {"will ensure|should ensure"},
		"[and/or] act":                              nil,
		"[y/o]":                                     nil,
		"[see A/RES/70/1]":                          nil,
		"[2024/25]":                                 nil,
		"[shall] act [should]":                      nil,
		"[all States] [, in particular small ones]": nil,
		"[all States] [and others]":                 nil,
		"[all States] or [and others]":              {"all States|and others"},
		"[and][or] act":                             {"and|or"},
		"[Option 1: to act] [Option 2: to wait]":    {"Option 1=to act|Option 2=to wait"},
		"[Option 1: to act – MEXICO] [Option 2: and – PERU]": {"Option 1=to act|Option 2=and"},
		"[Option 1: to act] [shall]":                         nil,
		"[shall – MEXICO][should – PERU]":                    nil,
		"a [5][7] years, [may] [shall]":                      {"5|7", "may|shall"},
		"[all [shall][should] act] [all act]":                {"all [shall][should] act|all act", "shall|should"},
		"[act [now – MEXICO]] [wait]":                        {"act|wait"},
		"[date] [place]":                                     nil,
		"text[1] [2]":                                        nil,
		"none":                                               nil,
	} {
		var got []string
		for _, set := range bracketed.Parse(text, names).Alternatives() {
			var words []string
			for _, a := range set {
				if a.Label != "" {
					a.Text = a.Label + "=" + a.Text
				}
				words = append(words, a.Text)
			}
			got = append(got, strings.Join(words, "|"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("the alternatives in %q are %q, want %q", text, got, want)
		}
	}
}

func TestAnAlternativeStandsWhereItsBracketOpens(t *testing.T) {
	sets := bracketed.Parse("We [shall][should] act", names).Alternatives()
	if len(sets) != 1 || sets[0][0].At != 3 || sets[0][1].At != 10 {
		t.Errorf("the alternatives stand at %+v, want 3 and 10", sets)
	}
}
