package negotiation

import "testing"

func TestLabels(t *testing.T) {
	for n, want := range map[int]string{1: "a", 2: "b", 26: "z", 27: "aa", 28: "ab", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := letter(n); got != want {
			t.Errorf("letter(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{1: "i", 3: "iii", 4: "iv", 5: "v", 8: "viii", 9: "ix", 14: "xiv", 40: "xl", 49: "xlix",
		90: "xc", 99: "xcix", 400: "cd", 944: "cmxliv", 1990: "mcmxc", 2017: "mmxvii"} {
		if got := roman(n); got != want {
			t.Errorf("roman(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{2: "bis", 3: "ter", 4: "quater", 10: "decies", 11: "(11)", 12: "(12)"} {
		if got := Again(n); got != want {
			t.Errorf("Again(%d) = %q, want %q", n, got, want)
		}
	}
	for k, want := range map[Kind]string{Numbered: "28", Lettered: "ab", Roman: "xxviii", Bullet: "bullet28", Plain: "par28",
		Group: "group28", Heading: "heading28"} {
		if got := firstLabel(k, 28); got != want {
			t.Errorf("firstLabel(%s, 28) = %q, want %q", k, got, want)
		}
	}
}

// The paragraph behind "Article 4" is "Article 4 bis", and not "Article bis".
func TestALabelLosesItsBisAndNothingElse(t *testing.T) {
	for label, want := range map[string]string{"7": "7", "7 bis": "7", "7 (11)": "7", "Article 4": "Article 4", "Article 4 ter": "Article 4",
		"OP 2": "OP 2", "OP 2 decies": "OP 2", "Annex I(3 bis)": "Annex I(3 bis)", "Article premier": "Article premier", "heading1 bis": "heading1"} {
		if got := once(label); got != want {
			t.Errorf("once(%q) = %q, want %q", label, got, want)
		}
	}
}

func TestPrintedLabels(t *testing.T) {
	for _, c := range []struct {
		kind        Kind
		label, want string
	}{
		{Numbered, "7", "7."}, {Numbered, "7 bis", "7 bis."}, {Lettered, "b", "b."}, {Roman, "ii", "ii."}, {Heading, "A", "A."},
		{Heading, "heading1", ""}, {Heading, "heading1 bis", ""}, {Bullet, "bullet3", ""}, {Group, "group1", ""}, {Plain, "par1", ""}, {Numbered, "", ""},
	} {
		if got := (Paragraph{Kind: c.kind, Label: c.label}).PrintedLabel(); got != c.want {
			t.Errorf("PrintedLabel of %s %q = %q, want %q", c.kind, c.label, got, c.want)
		}
	}
}
