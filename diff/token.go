package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word or a mark: text[start:end] of its sequence. The white space
// between the end of the token before and its own start belongs to it.
type token struct{ start, end int }

// sequence is a text and its tokens. Equal ids are equal tokens.
type sequence struct {
	text   string
	tokens []token
	ids    []int32
}

// opening returns where the white space before token i begins. For i just past
// the last token that is the white space at the end of the text.
func (s sequence) opening(i int) int {
	if i == 0 {
		return 0
	}
	return s.tokens[i-1].end
}

// start returns where token i begins, or the end of the text past the last.
func (s sequence) start(i int) int {
	if i == len(s.tokens) {
		return len(s.text)
	}
	return s.tokens[i].start
}

// space returns the white space before token i.
func (s sequence) space(i int) string { return s.text[s.opening(i):s.start(i)] }

// word returns token i as it was typed.
func (s sequence) word(i int) string { return s.text[s.tokens[i].start:s.tokens[i].end] }

// table numbers the tokens of both texts, so that they compare as numbers. It
// finds a token by its bytes first: the key is made once for each spelling.
type table struct {
	ids     map[string]int32
	size    int32   // ids given so far
	classes []class // of each id
}

func newTable() *table { return &table{ids: make(map[string]int32)} }

// id returns the number of a token as typed.
func (t *table) id(typed string) int32 {
	if id, ok := t.ids[typed]; ok {
		return id
	}
	key := key(typed)
	id, ok := t.ids[key]
	if !ok {
		id = t.size
		t.size++
		t.classes = append(t.classes, classOf(key))
		t.ids[key] = id
	}
	if key != typed {
		t.ids[typed] = id
	}
	return id
}

// read cuts a text into tokens.
func (t *table) read(text string) sequence {
	// English has a token for about every five bytes.
	guess := len(text)/5 + 4
	s := sequence{text: text, tokens: make([]token, 0, guess), ids: make([]int32, 0, guess)}
	for at := 0; ; {
		if len(s.tokens) == cap(s.tokens) {
			s.grow(at)
		}
		start := at + spaceLen(text[at:])
		if start == len(text) {
			return s
		}
		at = start + tokenLen(text[start:])
		s.tokens = append(s.tokens, token{start, at})
		s.ids = append(s.ids, t.id(text[start:at]))
	}
}

// grow makes room for the tokens still to come, if they are as dense as those
// before at: a large text should not be copied more than once or twice.
func (s *sequence) grow(at int) {
	n := len(s.tokens)
	more := int(float64(n)*float64(len(s.text)-at)/float64(at))*17/16 + 4
	s.tokens = append(make([]token, 0, n+more), s.tokens...)
	s.ids = append(make([]int32, 0, n+more), s.ids...)
}

// straightQuotes folds the quotation marks that are compared alike.
var straightQuotes = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'")

// key returns what tokens are compared by: NFC with straight quotation marks.
// Bytes that are no UTF-8 stand for themselves.
func key(typed string) string {
	for i := range len(typed) {
		if typed[i] >= utf8.RuneSelf {
			return straightQuotes.Replace(norm.NFC.String(typed))
		}
	}
	return typed
}

// spaceLen returns the length of the white space that text begins with.
func spaceLen(text string) int {
	for i, r := range text {
		if !unicode.IsSpace(r) {
			return i
		}
	}
	return len(text)
}

// tokenLen returns the length of the token that text begins with; text is not
// empty and begins with no white space. A byte that is no UTF-8 decodes as one
// wrong rune of length one and so becomes a token of its own.
func tokenLen(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	n += extensionLen(text[n:])
	if !isWord(first) || isSolo(first) {
		return n
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if isApostrophe(r) {
			// Inside a word only: the next rune must go on with it.
			r, _ = utf8.DecodeRuneInString(text[n+size:])
		}
		if !isWord(r) || isSolo(r) {
			break
		}
		n += size
		n += extensionLen(text[n:])
	}
	return n
}

// extensionLen returns the length of the runes at the start of text that extend
// the one before. They stay with whatever they extend, a mark as well as a
// letter, so that canonically equivalent texts have the same tokens.
func extensionLen(text string) int {
	for i, r := range text {
		if r < 0x300 || !isExtension(r) {
			return i
		}
	}
	return len(text)
}

// isExtension follows the rule for grapheme extenders [UAX #29 GB9].
func isExtension(r rune) bool {
	const zeroWidthNonJoiner, zeroWidthJoiner = '\u200C', '\u200D'
	return unicode.IsMark(r) || r == zeroWidthNonJoiner || r == zeroWidthJoiner
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isSolo reports whether r belongs to a script written without spaces, where
// the words cannot be told by their letters [UAX #29 section 4] and each rune
// is compared on its own.
func isSolo(r rune) bool {
	const firstThai = 0x0E00
	return r >= firstThai && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
