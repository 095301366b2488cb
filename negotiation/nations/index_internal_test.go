package nations

import (
	"strings"
	"testing"
)

// TestNoTwoNationsShareAName proves that the tables leave nothing to chance: no
// name, initials or code of one is that of another.
func TestNoTwoNationsShareAName(t *testing.T) {
	x := build()
	owner := map[string]int16{}
	for _, table := range []string{states, associates, groups, bodies} {
		for _, line := range lines(table) {
			if table == states || table == associates {
				line = strings.SplitN(line, " ", 3)[2]
			}
			first, _, _ := strings.Cut(line, "|")
			i := int16(len(owner))
			owner[first] = i
			for _, name := range strings.Split(line, "|") {
				if initials, ok := strings.CutPrefix(name, "="); ok {
					if got := x.nations[x.initials[initials]].Name; got != first {
						t.Errorf("the initials %s are those of %s and %s", initials, got, first)
					}
					continue
				}
				key, ok := fold(name)
				if got, known := x.names[string(key)]; !ok || !known || x.nations[got].Name != first {
					t.Errorf("the name %q of %s is that of %s", name, first, x.nations[got].Name)
				}
			}
		}
	}
	if len(owner) != len(x.nations) {
		t.Errorf("%d nations have %d names of their own", len(x.nations), len(owner))
	}
}
