package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair is an opening mark and its closing one: the bytes from the first of the
// one to the first of the other.
type pair struct {
	from, to int
	quote    bool
}

// stray is a bracket or quotation mark without a partner.
type stray struct {
	at    int
	mark  rune
	opens bool
}

// opening gives the family of each opening mark. All double quotation marks are
// one family, because many texts mix straight and curly ones.
var opening = map[rune]byte{'(': ')', '[': ']', '{': '}', '«': '>', '“': '"', '„': '"'}

var closing = map[rune]byte{')': ')', ']': ']', '}': '}', '»': '>', '”': '"'}

// pair finds the pairs, inner ones first, and the strays in no order.
func (t *text) pair() {
	open := map[byte][]stray{}
	previous := ' '
	for at := 0; at < len(t.s); {
		r, n := utf8.DecodeRuneInString(t.s[at:])
		next, _ := utf8.DecodeRuneInString(t.s[at+n:])
		family, opens := opening[r]
		if family == 0 {
			family = closing[r]
		}
		if r == '"' {
			family, opens = '"', len(open['"']) == 0 || begins(previous, next)
		}
		if top := len(open['"']) - 1; r == '“' && top >= 0 && open['"'][top].mark == '„' {
			opens = false // „so“
		}
		switch {
		case family == 0:
		case opens && r == '"' && unicode.IsDigit(previous) && !inWord(next):
			// Inches or seconds.
		case opens:
			open[family] = append(open[family], stray{at, r, true})
		case len(open[family]) > 0:
			last := len(open[family]) - 1
			t.pairs = append(t.pairs, pair{open[family][last].at, at, family == '"' || family == '>'})
			open[family] = open[family][:last]
		case r != ')' || !t.label(at):
			t.strays = append(t.strays, stray{at, r, false})
		}
		previous, at = r, at+n
	}
	for _, left := range open {
		t.strays = append(t.strays, left...)
	}
	slices.SortFunc(t.strays, func(a, b stray) int { return a.at - b.at })
}

// joinBrackets takes square brackets that open in one unit and close in a later
// one for pairs: in a negotiated text whole paragraphs stand in brackets.
func (d *Draft) joinBrackets() {
	type place struct{ unit, at int }
	var open []place
	joined := map[place]bool{}
	for u, t := range d.texts {
		for _, s := range t.strays {
			if s.mark == '[' {
				open = append(open, place{u, s.at})
			} else if s.mark == ']' && len(open) > 0 {
				joined[open[len(open)-1]], joined[place{u, s.at}] = true, true
				open = open[:len(open)-1]
			}
		}
	}
	for u, t := range d.texts {
		t.strays = slices.DeleteFunc(t.strays, func(s stray) bool { return joined[place{u, s.at}] })
	}
}

// begins reports whether a straight quotation mark between two runes opens.
func begins(previous, next rune) bool {
	return (unicode.IsSpace(previous) || strings.ContainsRune("([{—–/", previous)) && !unicode.IsSpace(next) && next != utf8.RuneError
}

// label reports whether the bracket at a byte closes the label of a list: "a)",
// "12)", "iv)".
func (t *text) label(at int) bool {
	i := t.upTo(at) - 1
	if i < 0 || t.words[i].to != at {
		return false
	}
	if gap := t.gap(i); gap != "" && !strings.HasSuffix(gap, " ") && !strings.HasSuffix(gap, "\n") && !strings.HasSuffix(gap, "\u00a0") && !strings.HasSuffix(gap, ".") {
		return false
	}
	return isLabel(t.fold(i))
}

// isLabel reports whether a word may be the label of a list.
func isLabel(w string) bool {
	return len(w) <= 5 && (len(w) == 1 || strings.Trim(w, "ivx") == "" || len(w) <= 3 && strings.Trim(w, "0123456789") == "")
}

// unbalanced notes the marks without a partner.
func unbalanced(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for _, s := range t.strays {
		// Each paragraph of a long quotation begins with a mark; the last ends with one.
		if s.opens && (s.mark == '“' || s.mark == '«') && strings.TrimSpace(t.s[:s.at]) == "" {
			continue
		}
		notes = append(notes, t.strayNote(s))
	}
	return notes
}

// strayNote shows the mark with the word beside it.
func (t *text) strayNote(s stray) Note {
	from, to := s.at, s.at+utf8.RuneLen(s.mark)
	if i := t.upTo(s.at); s.opens && i < len(t.words) && near(t.s[to:t.words[i].from]) {
		to = t.words[i].to
	} else if !s.opens && i > 0 && near(t.s[t.words[i-1].to:s.at]) {
		from = t.words[i-1].from
	}
	return t.span(Unbalanced, from, to, "")
}

// near reports whether nothing or one space stands between a word and its mark.
func near(between string) bool { return len(between) <= 3 && strings.TrimSpace(between) == "" }

// emptyPairs notes brackets and quotation marks around nothing. White space
// between square brackets is a place to be filled in, and no slip.
func emptyPairs(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for _, p := range t.pairs {
		_, n := utf8.DecodeRuneInString(t.s[p.from:])
		_, m := utf8.DecodeRuneInString(t.s[p.to:])
		inside := t.s[p.from+n : p.to]
		if len(inside) > 8 || strings.Trim(inside, " ,;\u00a0") != "" || t.s[p.from] == '[' && inside != "" {
			continue
		}
		notes = append(notes, t.span(EmptyPair, p.from, p.to+m, ""))
	}
	return notes
}
