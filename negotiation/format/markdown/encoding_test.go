package markdown_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf16"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

func readWith(t testing.TB, src string, opts negotiation.ReadOptions) negotiation.Draft {
	t.Helper()
	d, err := markdown.Read("draft.md", []byte(src), opts)
	if err != nil {
		t.Fatalf("Read(%.200q): %v", src, err)
	}
	return d
}

// inUTF16 writes a text in UTF-16, with a byte order mark.
func inUTF16(text string, big bool) string {
	var b strings.Builder
	for _, unit := range append([]uint16{0xfeff}, utf16.Encode([]rune(text))...) {
		if high, low := byte(unit>>8), byte(unit); big {
			b.Write([]byte{high, low})
		} else {
			b.Write([]byte{low, high})
		}
	}
	return b.String()
}

func TestEncodings(t *testing.T) {
	const text = "1. “Añadir” – 1\u00a0000 € 𝔸"
	tests := []struct{ name, src, want, codes string }{
		{"UTF-8", text, "“Añadir” – 1\u00a0000 € 𝔸", ""},
		{"with a byte order mark", "\ufeff" + text, "“Añadir” – 1\u00a0000 € 𝔸", "1 byte-order-mark"},
		{"UTF-16, the low byte first", inUTF16(text, false), "“Añadir” – 1\u00a0000 € 𝔸", "1 recoded"},
		{"UTF-16, the high byte first", inUTF16(text, true), "“Añadir” – 1\u00a0000 € 𝔸", "1 recoded"},
		{"Windows-1252", "1. \x93A\xf1adir\x94 \x96 1\xa0000 \x80", "“Añadir” – 1\u00a0000 €", "1 recoded"},
		{"Windows-1252 with Windows line ends", "1. caf\xe9\r\nau lait", "café au lait", "1 recoded, 1 line-ends"},
		{"soft hyphens", "1. co\u00adoper\u00ad\nation of all\u00ad\nWorkers", "cooperation of all Workers", "1 soft-hyphens"},
		{"a hyphen at the end of a line", "1. a long-\nterm aim, and one -\nthe short one", "a long-term aim, and one - the short one", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := readWith(t, test.src, negotiation.ReadOptions{})
			if got := d.Paragraphs[0].Text; got != test.want {
				t.Errorf("%q is read as %q, want %q", test.src, got, test.want)
			}
			if got := codes(d); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
			hash := sha256.Sum256([]byte(test.src))
			if d.Source.SHA256 != hex.EncodeToString(hash[:]) || d.Source.Bytes != len(test.src) {
				t.Errorf("source of %q is %v, want the hash and the length of the file", test.src, d.Source)
			}
		})
	}
}

func TestBytesThatAreNoText(t *testing.T) {
	tests := []struct{ name, src, byte string }{
		{"a zero among bytes that are not UTF-8", "1. caf\xe9\x00", "6"},
		{"a program", "\x7fELF\x02\x01\x01\x00\xff\xfe", "8"},
		{"a byte without a sign in Windows-1252", "1. a\x81", "4"},
		{"UTF-8 that was damaged", "1. ñandú, año\xff y güe", "16"},
		{"half a sign of UTF-16", "\xff\xfe1\x00.", "0"},
		{"half a pair of UTF-16", "\xff\xfe1\x00\x00\xd8", "0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := markdown.Read("x.txt", []byte(test.src), negotiation.ReadOptions{})
			r, refused := negotiation.Refused(err)
			if !refused || r.Code != negotiation.Unreadable || r.Details["problem"] != "encoding" || r.Details["byte"] != test.byte {
				t.Errorf("Read(%q): %v, want a refusal for its encoding at byte %s", test.src, err, test.byte)
			}
		})
	}
}

// What a delegation sent is kept as it stands, signs that are no part of a text and all.
func TestThePassageIsKeptAsItStands(t *testing.T) {
	const passage = "CHILE: All **the** work\u00aders have rights."
	d := read(t, "1. All workers have rights.\n\n"+passage+"\n")
	if got := d.Proposals[0].Received.Verbatim; got != passage {
		t.Errorf("the passage is %q, want %q", got, passage)
	}
	if got, want := d.Proposals[0].Changes[0].Text, "All the workers have rights."; got != want {
		t.Errorf("its words are %q, want %q", got, want)
	}
}

func TestProgressIsToldToTheEnd(t *testing.T) {
	src := strings.Repeat("1. One.\n", 2000)
	last, times := 0, 0
	readWith(t, src, negotiation.ReadOptions{Progress: func(read, all int) {
		if read < last || read > all || all != len(src) {
			t.Errorf("after %d bytes it tells of %d of %d, of a file of %d", last, read, all, len(src))
		}
		last, times = read, times+1
	}})
	if last != len(src) || times < 3 {
		t.Errorf("it told %d times, up to %d bytes of %d", times, last, len(src))
	}
}
