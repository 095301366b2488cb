package markdown_test

import (
	"strings"
	"testing"
)

// French has a no-break space before its punctuation. Who restates a paragraph
// does not ask for plain ones there.
func TestNoBreakSpacesOfTheDraftAreKept(t *testing.T) {
	const draft = "1. Les États se consultent\u00a0; ils invitent l’Organisation, soit 5\u202f000\u00a0personnes.\n\nFRANCE: "
	for _, typed := range []string{
		"Les États **parties** se consultent\u00a0; ils invitent l’Organisation, soit 5\u202f000\u00a0personnes.",
		"Les États **parties** se consultent ; ils invitent l'Organisation, soit 5 000 personnes.",
		"Les États parties se consultent ; ils invitent l'Organisation, soit 5 000 personnes.",
	} {
		const want = `FRANCE: [amend 1 "Les États parties se consultent\u00a0; ils invitent l’Organisation, soit 5\u202f000\u00a0personnes."]`
		if got := outline(read(t, draft+typed+"\n")); !strings.Contains(got, want) {
			t.Errorf("%q is read as\n%swant %s", typed, got, want)
		}
	}
}
