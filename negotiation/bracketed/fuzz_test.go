package bracketed_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"plenary/negotiation/bracketed"
)

// FuzzParse holds Parse to its promises: without attributions the base is the
// text, byte for byte; what anybody would have holds words of the text alone, in
// their order; the same text is read alike; no bracket stands too deep; and the
// caller is asked no more than the text has room for.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"all workers[, including migrants – MEXICO] [and employers – PERU];", "[[[", "]]]", "[a [b – MEX] c – delete: PERU]",
		"[shall][should] [Option 1: x] [1] [...] [sic]", "[old] [delete: MEXICO]", "[MEXICO: a – delete: PERU]", "[\xff – MEXICO]",
		strings.Repeat("[", 60) + "a – MEXICO" + strings.Repeat("]", 60),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain := bracketed.Parse(text, nil)
		if plain.Base() != text || plain.Of("MEXICO") != text {
			t.Errorf("with nobody known, %q is %q", text, plain.Base())
		}
		asked := 0
		read := bracketed.Parse(text, func(line string) []string {
			asked += len(line)
			return names(line)
		})
		if most := 16 * len(text); asked > most {
			t.Errorf("Parse asked about %d bytes of a text of %d", asked, len(text))
		}
		if again := bracketed.Parse(text, names); !reflect.DeepEqual(again, read) {
			t.Errorf("%q is read as %+v, and then as %+v", text, read, again)
		}
		if len(read.Names()) == 0 && read.Base() != text {
			t.Errorf("nobody is named in %q, but the base is %q", text, read.Base())
		}
		for _, name := range append(read.Names(), "") {
			if of := read.Of(name); !within(of, text) {
				t.Errorf("%q as %q would have it has words of its own: %q", text, name, of)
			}
		}
		read.Alternatives()
		if got := depth(read.Passages); got > bracketed.MaxDepth+1 {
			t.Errorf("brackets of %q stand %d deep", text, got)
		}
	})
}

// within reports whether the letters of part stand in whole in their order.
func within(part, whole string) bool {
	at := 0
	for i := range len(part) {
		if unicode.IsSpace(rune(part[i])) || part[i] >= 0x80 {
			continue // a space that is more bytes is compared with what is around it
		}
		next := strings.IndexByte(whole[at:], part[i])
		if next < 0 {
			return false
		}
		at += next + 1
	}
	return true
}

func depth(list []bracketed.Passage) int {
	deepest := 0
	for _, p := range list {
		if p.Bracket != nil {
			deepest = max(deepest, 1+depth(p.Bracket.Inside))
		}
	}
	return deepest
}

func TestBracketsAreReadFiftyDeep(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("[a ", n) + strings.Repeat("]", n) }
	for n, want := range map[int]int{1: 1, bracketed.MaxDepth: 50, bracketed.MaxDepth + 1: 50, 1000: 50} {
		read := bracketed.Parse(nested(n), names)
		if got := depth(read.Passages); got != want {
			t.Errorf("of %d brackets inside one another %d are read, want %d", n, got, want)
		}
		if got, want := len(read.Problems), min(n-want, bracketed.MaxProblems); got != want {
			t.Errorf("of %d brackets inside one another %d are reported, want %d", n, got, want)
		}
		if got := read.Base(); got != nested(n) {
			t.Errorf("the base of %d brackets inside one another is %q", n, got)
		}
	}
}

// TestTheCallerIsAskedInProportion keeps the time linear: twice the text, twice
// the questions.
func TestTheCallerIsAskedInProportion(t *testing.T) {
	asked := func(text string) (bytes int) {
		bracketed.Parse(text, func(line string) []string { bytes += len(line); return nil })
		return bytes
	}
	for _, piece := range []string{"[a – b: c]", "[", "]", "[] [delete: x]", "– : (", "[a (b)] "} {
		one, two := asked(strings.Repeat(piece, 1000)), asked(strings.Repeat(piece, 2000))
		if two > 2*one+1000 {
			t.Errorf("Parse asked about %d bytes of %q a thousand times, and %d of it twice as often", one, piece, two)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{
		"flat":   strings.Repeat("all workers [and employers – MEXICO] ", 10000),
		"deep":   strings.Repeat(strings.Repeat("[a ", 50)+strings.Repeat(" – MEXICO]", 50), 500),
		"opened": strings.Repeat("[", 400000),
		"own":    strings.Repeat("[a] ", 100000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				read := bracketed.Parse(text, names)
				read.Base()
				read.Of("MEXICO")
				read.Alternatives()
			}
		})
	}
}
