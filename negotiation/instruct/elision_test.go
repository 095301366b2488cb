package instruct_test

import (
	"testing"

	"plenary/negotiation/instruct"
)

// TestAnElidedArticleNeedsAVowel refuses what would leave an article without its
// vowel before a consonant, and changes what goes with it.
func TestAnElidedArticleNeedsAVowel(t *testing.T) {
	for _, c := range []struct {
		before string
		do     instruct.Instruction
		want   string // empty for Unclear
	}{
		{"l’emploi décent", replace("emploi", "travail"), ""},
		{"Il s'agit d'emploi.", replace("emploi", "travail"), ""},
		{"ce qu'elles veulent", replace("elles", "toutes"), ""},
		{"l’emploi décent", replace("emploi", "« travail »"), ""},
		{"l’emploi décent", replace("emploi", "hasard"), ""},
		{"l’emploi décent", replace("emploi", "accès"), "l’accès décent"},
		{"l’emploi décent", replace("emploi", "« œuvre »"), "l’« œuvre » décent"},
		{"l’emploi décent", replace("emploi", "État"), "l’État décent"},
		{"l’emploi décent", replace("l'emploi", "le travail"), "le travail décent"},
		{"l'actuel plan", deleteWords("actuel"), ""},
		{"l'actuel emploi", deleteWords("actuel"), "l'emploi"},
		{"l'emploi", insert(instruct.Before, "emploi", "plein"), ""},
		{"l'emploi", insert(instruct.Before, "emploi", "autre"), "l'autre emploi"},
		{"l'emploi", insertAfter("emploi", "plein"), "l'emploi plein"},
		{"the group's plan", replace("plan", "text"), "the group's text"},
	} {
		got, problem := c.do.Apply(c.before)
		want, code := c.want, instruct.Applied
		if want == "" {
			want, code = c.before, instruct.Unclear
		}
		if got != want || problem.Code != code {
			t.Errorf("%s of %q: got %q %+v, want %q %q", show(c.do), c.before, got, problem, want, code)
		}
	}
}
