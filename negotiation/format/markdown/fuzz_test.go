package markdown_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

// FuzzReadCompilation holds Read to its promises about any bytes: a draft that the law
// accepts, or a refusal; the same each time; and no word in it, of a paragraph or of a
// proposal, that does not stand in the document.
func FuzzReadCompilation(f *testing.F) {
	f.Add([]byte("1. ** d\n\nPEOPLE\"AF X: e\x01\n### Mexico\n\n1ragraph \nPc. \v1"))
	// A page that ends inside of a remark.
	f.Add([]byte("f the Parliamentary Group for the High Seas\n\n## CHAPTER I – GENERAL\n\n### 1.1 Name\n\n1. The Group is called the Parliamentary Group for the High Seas.\n\n### 1.2 Scope\n\n2. Any parliament of a coastal or landlocked Stat parliament ofbers to the Group.\n\n### Mexico\n\nAnye m!y send mem a coastal or landlocked St\xa5\fUate may send **up to four** members to the G\xcc\xcc\xcc\xcc\xcc\xcc\xcc\xcc## C"))
	f.Add(formattest.Bridgetown(f))
	f.Add([]byte(every))
	others, err := filepath.Glob(formattest.Document("other/*.*"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range others {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, seed := range []string{
		"1. ~~a~~\n- ~~b~~\n- c\n\nUN (on 1, version 2): ~~a~~ d\n\nOn 1.bullet1: e\n\nMove after 1: f\n\n# ~~x~~\n\n### y",
		"1)\nAA (on 1):",
		"1. a\n\nA: **b**\n- c\n- ~~d~~\n\nOn 1: e\n\nMove after 1: f",
		"Article 1\n\n1. a [b – PERU] c [[d][e] – CHL: f]\n\n3 bis. g\n\n1.2 H\n\n(1) i\n\nChapter II\nThe rest\n\nPERU and CHILE (late, reading not confirmed, on 1(1)): a **b**",
		"\xff\xfe1\x00.\x00 \x00a\x00", "1. caf\xe9\r\n\r\nPeru: caf\xe9 **au lait**", "A\n===\n\n- 3 -\n\n**B**\n\nco\u00ad\noperation\n\nWE ALL: co **and** operation",
		"1. a b c d\n\nPEOPLE OF X: a b **c** d\n\nPEOPLE OF X: e\n\n### Mexico\n\n1. a b c\n\nParagraph 1 – Peru\n\na **b** c d",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, err := markdown.Read("fuzz.md", src, negotiation.ReadOptions{})
		if _, refused := negotiation.Refused(err); err != nil && !refused {
			t.Fatalf("Read(%q): %v, want a draft or a refusal", src, err)
		}
		again, _ := markdown.Read("fuzz.md", src, negotiation.ReadOptions{})
		if diff := cmp.Diff(again, d); diff != "" {
			t.Errorf("Read(%q) twice differs (-second +first):\n%s", src, diff)
		}
		if err == nil {
			sound(t, src, d)
			source(t, src, d)
		}
	})
}

// sound checks that a draft is as the law wants it.
func sound(t testing.TB, src []byte, d negotiation.Draft) {
	t.Helper()
	if r := formattest.Refuses(d); r != nil && r.Code != negotiation.TooMany && r.Code != negotiation.TooLong {
		t.Errorf("Read(%q): the law refuses the draft: %v", src, r)
	}
	if len(d.Paragraphs) == 0 {
		t.Errorf("Read(%q): neither a paragraph nor a refusal", src)
	}
	addresses := map[string]bool{}
	for id, address := range negotiation.Addresses(d.Paragraphs) {
		if addresses[address] {
			t.Errorf("Read(%q): two paragraphs at %s (%s)", src, address, id)
		}
		addresses[address] = true
	}
}

// source checks that what was read stands in the document.
func source(t testing.TB, src []byte, d negotiation.Draft) {
	t.Helper()
	text := strings.NewReplacer("\v", " ", "\u0085", " ").Replace(decoded(src))
	letters := lettersOf(text)
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\f' }) {
		lines = append(lines, lettersOf(line))
	}
	for _, p := range d.Paragraphs {
		if !inOrder(lettersOf(p.Text), letters) {
			t.Errorf("Read(%q): the document has no paragraph %q", src, p.Text)
		}
	}
	for _, p := range d.Proposals {
		if len(p.Changes) == 0 || !strings.Contains(text, p.Received.Verbatim) {
			t.Errorf("Read(%q): proposal at line %d has %d changes of %q", src, p.Received.Line, len(p.Changes), p.Received.Verbatim)
		}
		for _, c := range p.Changes {
			for word := range strings.FieldsFuncSeq(c.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
				if word = lettersOf(word); !strings.Contains(letters, word) && !inOrderOfAny(word, lines) {
					t.Errorf("Read(%q): %q of %s at line %d stands nowhere", src, word, p.Delegation, p.Received.Line)
				}
			}
		}
	}
}

// decoded is the text of a file that can be read, by the rules of the package.
func decoded(src []byte) string {
	switch {
	case utf8.Valid(src):
		return strings.Map(func(r rune) rune {
			if r >= 0x80 && r < 0xa0 && r != 0x85 {
				if r = charmap.Windows1252.DecodeByte(byte(r)); r == unicode.ReplacementChar {
					return -1
				}
			}
			if unicode.IsControl(r) && !unicode.IsSpace(r) || strings.ContainsRune("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", r) {
				return -1
			}
			return r
		}, string(src))
	case len(src) > 1 && (src[0] == 0xff && src[1] == 0xfe || src[0] == 0xfe && src[1] == 0xff):
		order := binary.ByteOrder(binary.LittleEndian)
		if src[0] == 0xfe {
			order = binary.BigEndian
		}
		var units []uint16
		for i := 2; i+1 < len(src); i += 2 {
			units = append(units, order.Uint16(src[i:]))
		}
		return string(utf16.Decode(units))
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(src)
	if err != nil {
		return ""
	}
	return string(text)
}

// lettersOf is a text without all that is no letter and no digit.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFD.String(text))
}

// inOrder reports whether all letters of a text stand in another, in their order.
func inOrder(text, all string) bool {
	for _, r := range text {
		at := strings.IndexRune(all, r)
		if at < 0 {
			return false
		}
		all = all[at+utf8.RuneLen(r):]
	}
	return true
}

func inOrderOfAny(word string, lines []string) bool {
	for _, line := range lines {
		if inOrder(word, line) {
			return true
		}
	}
	return false
}
