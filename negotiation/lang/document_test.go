package lang_test

import (
	"slices"
	"testing"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/lang"
)

func TestDocumentsHaveAWordForEverythingTheySay(t *testing.T) {
	for _, key := range slices.Concat(
		keys("document", negotiation.Documents()...),
		keys("status", negotiation.Statuses()...),
		keys("bracket", negotiation.UnclosedBracket, negotiation.UnopenedBracket, negotiation.EmptyBracket, negotiation.DeepBracket),
		keys("document", "why-"+negotiation.CombinedWords, "why-"+negotiation.SameWords, "why-"+negotiation.TooManyWordings),
		keys("document", "waits-"+diff.Conflict, "waits-"+diff.Satisfied),
		keys("document", negotiation.Superseded+"-by", negotiation.Merged+"-by", negotiation.Moot+"-by", negotiation.Satisfied+"-by"),
	) {
		if !(lang.Tongue{}).Has(key) {
			t.Errorf("no catalogue has %q", key)
		}
	}
}
