package instruct_test

import (
	"strings"
	"testing"

	"plenary/negotiation/instruct"
)

// TestWhatIsAskedIsNoOrder holds a question, and what takes half of an order back, to
// a Doubt.
func TestWhatIsAskedIsNoOrder(t *testing.T) {
	parses(t, []reading{
		{"Delete paragraph 1?", "delete paragraph at=1 doubt=condition"},
		{"Delete paragraph 1 ?", "delete paragraph at=1 doubt=condition"},
		{"Delete paragraph 1??", "delete paragraph at=1 doubt=condition"},
		{"Delete paragraph 1 (?)", "delete paragraph at=1 comment=(?) doubt=condition"},
		{`Replace "sea" by "river"?`, "replace words old=sea new=river doubt=condition"},
		{`Replace "X" by "Y", as it is clearer?`, "replace words old=X new=Y comment=as it is clearer doubt=condition"},
		{"Delete paragraph 1. Can all agree?", "delete paragraph at=1 comment=Can all agree doubt=condition"},
		{"¿Suprimir el párrafo 1?", "delete paragraph at=1 doubt=condition"},
		{"Supprimer le paragraphe 1\u00a0?", "delete paragraph at=1 doubt=condition"},
		{"Delete paragraph 2 (or at least bracket it)", "delete paragraph at=2 comment=(or at least bracket it) doubt=condition"},
		{"Delete paragraph 2 - we can be flexible", "delete paragraph at=2 comment=we can be flexible doubt=condition"},
		{"Delete paragraph 2, we can be flexible", "delete paragraph at=2 comment=we can be flexible doubt=condition"},
		{"Delete paragraph 2 – for now", "delete paragraph at=2 comment=for now doubt=condition"},
		{"Delete paragraph 2 (to be discussed)", "delete paragraph at=2 comment=(to be discussed) doubt=condition"},
		{"Delete paragraph 2 (as a fallback)", "delete paragraph at=2 comment=(as a fallback) doubt=condition"},
		{"Suprimir el párrafo 2 (o al menos dejarlo entre corchetes)", "delete paragraph at=2 comment=(o al menos dejarlo entre corchetes) doubt=condition"},
		{"Supprimer le paragraphe 2 – nous sommes flexibles", "delete paragraph at=2 comment=nous sommes flexibles doubt=condition"},
		{"Suprimir o parágrafo 2 (ou pelo menos colocá-lo entre colchetes)", "delete paragraph at=2 comment=(ou pelo menos colocá-lo entre colchetes) doubt=condition"},
	})
}

// TestAReasonIsNoDoubt keeps why somebody wants it, in brackets or behind a dash.
func TestAReasonIsNoDoubt(t *testing.T) {
	for _, tail := range []string{
		"(because it repeats paragraph 1)", "– in order to save words", "- to align with paragraph 4", "(as it is redundant)",
		"— since it is agreed elsewhere", "(for consistency)", "- duplicates paragraph 1", "(see paragraph 1)",
		"(porque repite el párrafo 1)", "- para mayor claridad", "(con el fin de ahorrar palabras)", "– parce que c'est clair",
		"(afin de clarifier)", "- pour plus de clarté", "(porque repete o parágrafo 1)", "- para clareza", "(a fim de esclarecer)",
	} {
		list, ok := instruct.Parse("Delete paragraph 2 " + tail)
		if want := strings.TrimLeft(tail, "-–— "); !ok || len(list) != 1 || list[0].Doubt != "" || list[0].Comment != want {
			t.Errorf("the reason %q: got %s, %v, want it as comment", tail, showAll(list), ok)
		}
	}
}
