package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"plenary/negotiation"
)

// foreign refuses a file that begins as no text does that this package reads, whatever
// its name says.
func foreign(src []byte) *negotiation.Refusal {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(src[:min(len(src), 512)], []byte("\ufeff"))))
	for _, k := range []struct{ sign, kind string }{
		{"<!doctype", "HTML"}, {"<html", "HTML"}, {"<?xml", "XML"}, {`{\rtf`, "RTF"}, {"%pdf", "PDF"}, {"pk\x03\x04", "ZIP"},
	} {
		if bytes.HasPrefix(start, []byte(k.sign)) {
			return negotiation.Refuse(negotiation.Unreadable, "problem", "kind", "kind", k.kind)
		}
	}
	if rest, ok := bytes.CutPrefix(start, []byte("{")); ok && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"`)) {
		return negotiation.Refuse(negotiation.Unreadable, "problem", "kind", "kind", "JSON")
	}
	return nil
}

// fitting takes out of a text what the law records nowhere, tells of it, and reads the
// second control characters of ISO 8859 as what Windows-1252 has in their place: so
// they come out of a converter that took one for the other. A zero stays, and is refused.
func (r *reader) fitting(text string) string {
	// White space that the law keeps in no text, and that ends no line here.
	text = strings.NewReplacer("\v", " ", "\u0085", " ").Replace(text)
	if !strings.ContainsFunc(text, isStraySign) {
		return text
	}
	const most = 10 // signs that are named
	var signs []string
	dropped, recoded, hidden := 0, 0, 0
	first := 1 + strings.Count(text[:strings.IndexFunc(text, isStraySign)], "\n")
	last := ' '
	text = strings.Map(func(sign rune) rune {
		before := last
		last = sign
		if !isStraySign(sign) || isHidden(sign) && strings.ContainsRune("*~", before) {
			return sign // behind a mark it is all that is marked, for the marks to tell
		}
		if own := charmap.Windows1252.DecodeByte(byte(sign)); sign >= 0x80 && sign < 0xa0 && own != sign && own != unicode.ReplacementChar {
			recoded++
			return own
		}
		if isHidden(sign) {
			hidden++
			return -1
		}
		dropped++
		if name := fmt.Sprintf("U+%04X", sign); len(signs) < most && !slices.Contains(signs, name) {
			signs = append(signs, name)
		}
		return -1
	}, text)
	if recoded > 0 {
		r.add(first, negotiation.Ask, "recoded", "%d control characters were read as the signs that Windows-1252 has in their place: look at quotation marks and dashes", recoded)
	}
	if hidden > 0 {
		r.add(first, negotiation.Info, "soft-hyphens", "%d signs without a width were left out of the words", hidden)
	}
	if dropped > 0 {
		r.add(first, negotiation.Ask, "signs-dropped", "%d control characters or marks that turn the direction of writing were left out: %s", dropped, strings.Join(signs, ", "))
	}
	return text
}

func isStraySign(r rune) bool { return r != 0 && (unfitSign(r) || isHidden(r)) }

// isHidden reports whether a sign only shows where a line may break. Those that join
// letters are part of words.
func isHidden(r rune) bool { return r == '\u200b' || r == '\u2060' || r == '\ufeff' }
