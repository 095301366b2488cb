package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type tokenKind int

const (
	endToken tokenKind = iota
	wordToken
	markToken
	quoteToken
)

// token is a word, a mark or a quotation of an instruction.
type token struct {
	kind tokenKind
	// key is a word in small letters without accents, or the mark.
	key string
	// text is the word, the mark or what is inside the quotation.
	text       string
	start, end int
	// gap says that white space stands before it, line that a line ends there.
	gap, line bool
}

// scan cuts text into tokens, the last of which is an endToken. An apostrophe
// or a hyphen inside a word parts two words: "l'alinéa" is "l", "alinea".
func scan(text string, possessive bool) []token {
	var list []token
	quotations := quotes(text, possessive)
	gap, line := false, false
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		t := token{kind: markToken, start: at, end: at + size, gap: gap, line: line}
		switch {
		case len(quotations) > 0 && quotations[0].start == at:
			q := quotations[0]
			quotations = quotations[1:]
			t.kind, t.end, t.text = quoteToken, q.end, plain(text[q.inStart:q.inEnd])
		case unicode.IsSpace(r):
			gap, line = true, line || r == '\n'
			at += size
			continue
		case isLetterOrDigit(r):
			t.kind, t.end = wordToken, at+runLength(text[at:])
			t.text = text[at:t.end]
			t.key = fold(t.text)
		case joinsWords(text, at, size):
			at += size
			continue
		default:
			t.text = text[at:t.end]
			t.key = t.text
		}
		list = append(list, t)
		gap, line = false, false
		at = t.end
	}
	return append(list, token{start: len(text), end: len(text), gap: true, line: true})
}

// runLength is the length of the letters and digits with which text begins.
func runLength(text string) int {
	at := strings.IndexFunc(text, func(r rune) bool { return !isLetterOrDigit(r) && !unicode.IsMark(r) })
	if at < 0 {
		return len(text)
	}
	return at
}

// joinsWords reports whether there is a hyphen or an apostrophe between letters.
func joinsWords(text string, at, size int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return (isApostrophe(r) || isHyphen(r)) && unicode.IsLetter(before) && (unicode.IsLetter(after) || isApostrophe(r) && strings.ContainsRune(`«"“„`, after))
}

// fold is a word in small letters without accents, as people in a hurry type it.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word))
}

// plain gives words as they are kept: single spaces, none at the ends. A
// no-break space inside is an author's choice and stays.
func plain(words string) string {
	return strings.Join(strings.FieldsFunc(strings.TrimSpace(words), func(r rune) bool {
		return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
	}), " ")
}

// phrases are fixed expressions in the form of token keys.
type phrases struct {
	list    map[string]bool
	longest int
}

// phrasesOf makes phrases of lists in which a bar parts one from the next.
func phrasesOf(lists ...string) phrases {
	p := phrases{list: map[string]bool{}}
	for _, list := range lists {
		for phrase := range strings.SplitSeq(list, "|") {
			p.list[phrase] = true
			p.longest = max(p.longest, strings.Count(phrase, " ")+1)
		}
	}
	return p
}

// match is how many of tokens the longest phrase takes with which they begin.
func (p phrases) match(tokens []token) int {
	key, longest := "", 0
	for n, t := range tokens[:min(len(tokens), p.longest)] {
		if t.kind != wordToken {
			break
		}
		if n > 0 {
			key += " "
		}
		key += t.key
		if p.list[key] {
			longest = n + 1
		}
	}
	return longest
}
