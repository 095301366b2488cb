package negotiation

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNormal(t *testing.T) {
	for _, c := range []struct{ in, want, reason string }{
		{"", "", "nothing"},
		{" \t\r\n ", "", "white space only"},
		{"  a  b\r\n\tc ", "a b c", "a run is one space, none at the ends"},
		{"a\u2028b\u2003c\u0085d", "a b c d", "white space of Unicode"},
		{"§\u00a07 \u202f8\u20079", "§\u00a07 \u202f8\u20079", "no-break spaces are the author's choice"},
		{"e\u0301", "\u00e9", "NFC"},
		{"a\u200bb", "a\u200bb", "what is no white space stays"},
	} {
		if got := Normal(c.in); got != c.want {
			t.Errorf("%s: Normal(%q) = %q, want %q", c.reason, c.in, got, c.want)
		}
	}
}

// FuzzNormal holds Normal to being normal: a second time changes nothing.
func FuzzNormal(f *testing.F) {
	f.Add("e \u0301 \u00a0")
	f.Fuzz(func(t *testing.T, s string) {
		once := Normal(s)
		if twice := Normal(once); utf8.ValidString(s) && twice != once {
			t.Errorf("Normal(%q) = %q, and of that %q", s, once, twice)
		}
	})
}

func TestTextsAreCleanOrRefused(t *testing.T) {
	for _, c := range []struct {
		in   string
		want bool
	}{
		{"plain", true},
		{"tab\t line\n\r\n", true},
		{"left-to-right mark \u200e stays", true},
		{"\x00", false},
		{"bell \a", false},
		{"escape \x1b[31m", false},
		{"delete \x7f", false},
		{"next line \u0085", false},
		{"\u202aembedding", false},
		{"\u202eoverride", false},
		{"\u2066isolate", false},
		{"\u2069end of isolate", false},
		{"not UTF-8 \xff", false},
		{"surrogate \xed\xa0\x80", false},
	} {
		for name, read := range map[string]func(string, string, int) (string, *Refusal){"readText": readText, "readProse": readProse} {
			_, r := read("field", c.in, 100)
			if got := r == nil; got != c.want {
				t.Errorf("%s(%q) is taken: %v, want %v", name, c.in, got, c.want)
			}
			if r != nil && r.Code != BadText {
				t.Errorf("%s(%q) is refused as %s, want %s", name, c.in, r.Code, BadText)
			}
		}
	}
}

func TestProseKeepsItsLines(t *testing.T) {
	got, r := readProse("reason", "\r\n a\r\n\r\n- b  c\ne\u0301 \n", 100)
	if want := "a\n\n- b  c\n\u00e9"; r != nil || got != want {
		t.Errorf("readProse = %q, %v, want %q", got, r, want)
	}
}

// TestNormalFormCountsTowardsTheLimit: U+0958 has three bytes, and six in NFC.
func TestNormalFormCountsTowardsTheLimit(t *testing.T) {
	long := strings.Repeat("\u0958", 10)
	for name, read := range map[string]func(string, string, int) (string, *Refusal){"readText": readText, "readProse": readProse} {
		if got, r := read("text", long, 60); r != nil {
			t.Errorf("%s within 60 bytes = %q, %v", name, got, r)
		}
		if got, r := read("text", long, 59); r == nil || r.Code != TooLong || r.Details["length"] != "60" {
			t.Errorf("%s within 59 bytes = %q, %v, want %s", name, got, r, TooLong)
		}
	}
}
