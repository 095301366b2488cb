package bracketed

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// maxAttribution is how many bytes from either end of a bracket its names stand.
const maxAttribution = 600

// attribute finds out whose a bracket is, and takes that off what it holds.
func (p *parser) attribute(b *Bracket) {
	tail, behind := p.takeTail(b)
	head, before := p.takeHead(b)
	switch {
	case behind != nil && before != nil && tail != head:
		// NAMES: words – delete: OTHERS is about what NAMES would insert.
		p.report(TwiceAttributed, b.At)
		inner := &Bracket{Kind: head, At: b.At, By: before, Inside: b.Inside}
		b.Kind, b.By, b.Inside = tail, behind, []Passage{{Bracket: inner}}
		b = inner
	case behind != nil && before != nil:
		p.report(TwiceAttributed, b.At)
		b.Kind, b.By = head, slices.Concat(before, behind)
	case behind != nil:
		b.Kind, b.By = tail, behind
	case before != nil:
		b.Kind, b.By = head, before
	default:
		p.perhaps(b)
	}
	if b.attributed() {
		b.takeLabel()
	}
}

// takeTail takes "– NAMES" and the like off the end of a bracket.
func (p *parser) takeTail(b *Bracket) (Kind, []string) {
	words := last(b.Inside)
	if words == nil {
		return "", nil
	}
	if len(b.Inside) == 1 {
		if kind, names := p.reads(words.Text); kind == Deletion {
			b.Inside = nil // [delete: NAMES]
			return kind, names
		}
	}
	at, behind := lastDash(words.Text)
	if at < 0 {
		return "", nil
	}
	kind, names := p.reads(words.Text[behind:])
	rest := strings.TrimRightFunc(words.Text[:at], unicode.IsSpace)
	if names == nil || p.isNames(rest) && len(b.Inside) == 1 {
		return "", nil // [Chile – Peru] are words
	}
	if cut := lastVerb().FindStringIndex(tailOf(rest)); cut != nil {
		kind, rest = Deletion, rest[:len(rest)-(cut[1]-cut[0])]
		rest = strings.TrimRightFunc(rest, unicode.IsSpace)
	}
	words.Text = rest
	b.trim()
	return kind, names
}

// takeHead takes "NAMES:" and the like off the beginning of a bracket.
func (p *parser) takeHead(b *Bracket) (Kind, []string) {
	words := first(b.Inside)
	if words == nil {
		return "", nil
	}
	colon := strings.IndexByte(words.Text[:min(len(words.Text), maxAttribution)], ':')
	if colon < 0 {
		return "", nil
	}
	kind, names := p.reads(words.Text[:colon])
	if names == nil {
		return "", nil
	}
	rest := strings.TrimLeftFunc(words.Text[colon+1:], unicode.IsSpace)
	begin := rest[:min(len(rest), maxAttribution)]
	if cut := firstVerb().FindStringIndex(begin); cut != nil {
		kind, rest = Deletion, strings.TrimLeftFunc(rest[cut[1]:], unicode.IsSpace)
	} else if cut := firstAdd().FindStringIndex(begin); cut != nil {
		rest = strings.TrimLeftFunc(rest[cut[1]:], unicode.IsSpace)
	} else if remark().MatchString(begin) {
		kind = Remark
	}
	words.Text = rest
	b.trim()
	return kind, names
}

// reads reads "NAMES", "delete: NAMES" and "NAMES: delete".
func (p *parser) reads(line string) (Kind, []string) {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > maxAttribution {
		return "", nil
	}
	if names := p.names(line); len(names) > 0 {
		return Insertion, names
	}
	for _, form := range attributions() {
		m := form.pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if names := p.names(strings.TrimSpace(m[1])); len(names) > 0 {
			return form.kind, names
		}
	}
	return "", nil
}

func (p *parser) isNames(words string) bool {
	words = strings.TrimSpace(words)
	return words != "" && len(words) <= maxAttribution && len(p.names(words)) > 0
}

// perhaps reports names in parentheses at the end of a bracket. Initials behind
// what they stand for are no attribution: "Caribbean Community (CARICOM)".
func (p *parser) perhaps(b *Bracket) {
	words := last(b.Inside)
	if words == nil {
		return
	}
	m := parenthesis().FindStringSubmatch(tailOf(words.Text))
	if m == nil {
		return
	}
	word := []rune(m[1])
	names := p.names(strings.TrimSpace(m[2]))
	if len(names) > 1 || len(names) == 1 && !(len(word) > 0 && unicode.IsUpper(word[0])) {
		p.report(PossibleAttribution, b.At)
	}
}

// parenthesis matches a parenthesis at the end, with the word before it.
var parenthesis = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([\pL\pN'’-]*)[\s\x{a0}]*\(([^()]+)\)[\s\x{a0}]*$`)
})

// lastDash returns where the last dash of a text stands, and what is behind it; a
// hyphen counts with spaces around it alone.
func lastDash(text string) (at, behind int) {
	from := len(text) - len(tailOf(text))
	at, behind = -1, -1
	for _, dash := range []string{"–", "—", " - ", "\u00a0- "} {
		if i := strings.LastIndex(text[from:], dash); i >= 0 && from+i > at {
			at, behind = from+i, from+i+len(dash)
		}
	}
	if at < 0 && strings.HasPrefix(text, "- ") && len(text) <= maxAttribution {
		return 0, len("- ") // behind a bracket
	}
	return at, behind
}

// tailOf returns the end of a text, in which names stand.
func tailOf(text string) string { return text[max(0, len(text)-maxAttribution):] }

// first returns the words that a list begins with, or nil.
func first(list []Passage) *Passage {
	if len(list) == 0 || list[0].Bracket != nil {
		return nil
	}
	return &list[0]
}

// last returns the words that a list ends with, or nil.
func last(list []Passage) *Passage {
	if len(list) == 0 || list[len(list)-1].Bracket != nil {
		return nil
	}
	return &list[len(list)-1]
}

// trim drops words at either end of which nothing was left.
func (b *Bracket) trim() {
	if words := last(b.Inside); words != nil && words.Text == "" {
		b.Inside = b.Inside[:len(b.Inside)-1]
	}
	if words := first(b.Inside); words != nil && words.Text == "" {
		b.Inside = b.Inside[1:]
	}
}

func isSpace(text string) bool { return strings.TrimSpace(text) == "" }
