package markdown_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

func TestSignsThatTheLawRecordsNowhereAreLeftOut(t *testing.T) {
	tests := []struct{ src, want, codes string }{
		{"1. ro\x02ads", "roads", "1 signs-dropped"},
		{"1. x\n\n2. \u202eroads\u2069", "x", "3 signs-dropped"},
		{"1. \u0093Roads\u0094", "“Roads”", "1 recoded"},
		{"1. ro\u200bad\u2060s\ufeff", "roads", "1 soft-hyphens"},
		{"1. م\u200cن \u200d", "م\u200cن \u200d", ""},
	}
	for _, test := range tests {
		d := readWith(t, test.src, negotiation.ReadOptions{})
		if got := d.Paragraphs[0].Text; got != test.want || codes(d) != test.codes {
			t.Errorf("%q is read as %q with %q, want %q with %q", test.src, got, codes(d), test.want, test.codes)
		}
	}
}

func TestFilesOfOtherKindsAreRefused(t *testing.T) {
	for src, kind := range map[string]string{
		" <html><p>1. x": "HTML", "{\n \"version\": 1}": "JSON", "{\\rtf1 1. x": "RTF", "%PDF-1.7\n1. x": "PDF", "PK\x03\x04\xff": "ZIP",
	} {
		_, err := markdown.Read("x.md", []byte(src), negotiation.ReadOptions{})
		if want := `unreadable kind="` + kind + `" problem="kind"`; err == nil || err.Error() != want {
			t.Errorf("Read(%q): %v, want %s", src, err, want)
		}
	}
}

func TestMoreLinesThanAreReadAreRefused(t *testing.T) {
	_, err := markdown.Read("x.md", []byte(strings.Repeat("x\n\n", 500_001)), negotiation.ReadOptions{})
	if want := `too-many count="500001" field="lines" limit="500000"`; err == nil || err.Error() != want {
		t.Errorf("500001 lines: %v, want %s", err, want)
	}
}
