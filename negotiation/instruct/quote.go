package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoted is a quotation: where it and what is inside of it start and end.
type quoted struct{ start, inStart, inEnd, end int }

// family are quotes that close each other: people and programs mix them.
type family rune

const (
	double   family = '"'
	single   family = '\''
	guillmet family = '«'
	bold     family = '*'
	struck   family = '~'
)

// quotes finds the outermost quotations of text in one pass. A quote opens
// before a word and closes behind one, so that an apostrophe is none; one that
// never closes is none either. With possessive set, one behind an s is taken
// for an apostrophe (workers' rights) if a later one can close.
func quotes(text string, possessive bool) []quoted {
	var pairs []quoted
	var open []opening
	counts := map[family]int{}
	for at := 0; at < len(text); {
		m, ok := readMark(text, at, counts)
		if !ok {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		at += m.size
		switch {
		case m.closes && counts[m.family] > 0:
			if possessive && m.apostrophe && laterCloses(text[at:]) {
				continue
			}
			var start opening
			for start.family != m.family {
				start = open[len(open)-1]
				open = open[:len(open)-1]
				counts[start.family]--
			}
			pairs = append(pairs, quoted{start.at, start.at + start.size, at - m.size, at})
		case m.opens:
			open = append(open, opening{m.family, at - m.size, m.size})
			counts[m.family]++
		}
	}
	return outermost(pairs)
}

type opening struct {
	family
	at, size int
}

// outermost leaves out what is inside another; pairs are in order of their ends.
func outermost(pairs []quoted) []quoted {
	var kept []quoted
	for _, p := range pairs {
		for len(kept) > 0 && kept[len(kept)-1].start > p.start {
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, p)
	}
	return kept
}

// quoteMark is a quote as it stands in a text.
type quoteMark struct {
	family
	size          int
	opens, closes bool
	// apostrophe says that it may as well be that of a plural's genitive.
	apostrophe bool
}

// readMark reads the quote at a place of text; open counts those that are open.
func readMark(text string, at int, open map[family]int) (quoteMark, bool) {
	r, size := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	for _, two := range []string{"''", "``", "**", "~~", "<<", ">>"} {
		if strings.HasPrefix(text[at:], two) {
			return readPair(text, at, two, before)
		}
	}
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	glued := at > 0 && isLetterOrDigit(before)
	spaced := at == 0 || unicode.IsSpace(before)
	m := quoteMark{size: size}
	switch r {
	case '“', '‟':
		m.family, m.opens, m.closes = double, true, open[double] > 0 && !spaced && !isLetterOrDigit(after)
	case '„':
		m.family, m.opens = double, true
	case '”':
		m.family, m.opens, m.closes = double, !glued, true
	case '"':
		m.family, m.opens = double, !glued
		m.closes = !spaced || unicode.IsSpace(after) || at+size == len(text)
	case '«':
		m.family, m.opens = guillmet, true
	case '»':
		m.family, m.closes = guillmet, true
	case '‘', '‚', '\'', '’':
		m.family = single
		m.opens = !glued && r != '’' && !unicode.IsSpace(after)
		m.closes = r != '‘' && r != '‚' && !isLetterOrDigit(after) && !spaced
		m.apostrophe = (before == 's' || before == 'z') && after == ' '
	default:
		return quoteMark{}, false
	}
	return m, true
}

// readPair reads a quote of two characters. A row of more than two asterisks is
// a place left open in a draft and no mark.
func readPair(text string, at int, two string, before rune) (quoteMark, bool) {
	m := quoteMark{size: len(two)}
	behind := text[at+len(two):]
	if two == "**" && (strings.HasPrefix(behind, "*") || before == '*') {
		return quoteMark{}, false
	}
	switch two {
	case "''":
		m.family, m.opens, m.closes = double, !isLetterOrDigit(before), true
	case "``":
		m.family, m.opens = double, true
	case "**":
		m.family, m.opens, m.closes = bold, true, true
	case "~~":
		m.family, m.opens, m.closes = struck, true, true
	case "<<":
		m.family, m.opens = guillmet, true
	case ">>":
		m.family, m.closes = guillmet, true
	}
	return m, true
}

// laterCloses reports whether the next single quote of text closes, and does not
// open a new quotation.
func laterCloses(text string) bool {
	const far = 200 // bytes, as genitives stand close to what they go with
	text = text[:min(len(text), far)]
	at := strings.IndexAny(text, "'’‘‚")
	if at < 0 {
		return false
	}
	m, ok := readMark(text, at, nil)
	return ok && m.closes && !m.opens
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
