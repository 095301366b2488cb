package diff

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// sequence is a text and its tokens, each a word or a mark. Equal ids are equal
// tokens. Of a token only the end is kept, for there may be millions: the white
// space behind the token before belongs to it.
type sequence struct {
	text string
	ends []int32
	ids  []int32
}

// len returns how many tokens there are.
func (s sequence) len() int { return len(s.ends) }

// opening returns where the white space before token i begins. For i just past
// the last token that is the white space at the end of the text.
func (s sequence) opening(i int) int {
	if i == 0 {
		return 0
	}
	return int(s.ends[i-1])
}

// start returns where token i begins, or the end of the text past the last.
func (s sequence) start(i int) int {
	at := s.opening(i)
	return at + spaceLen(s.text[at:])
}

// end returns where token i ends.
func (s sequence) end(i int) int { return int(s.ends[i]) }

// space returns the white space before token i.
func (s sequence) space(i int) string { return s.text[s.opening(i):s.start(i)] }

// word returns token i as it was typed.
func (s sequence) word(i int) string { return s.text[s.start(i):s.ends[i]] }

// table numbers the tokens of both texts, so that they compare as numbers. It
// finds a token by its bytes first: the key is made once for each spelling.
type table struct {
	ids     map[string]int32
	ascii   [utf8.RuneSelf]int32 // the ids of tokens of one byte, plus one
	size    int32                // ids given so far
	classes []class              // of each id
}

func newTable() *table { return &table{ids: make(map[string]int32)} }

// id returns the number of a token as typed.
func (t *table) id(typed string) int32 {
	if len(typed) > 1 || typed[0] >= utf8.RuneSelf {
		return t.lookup(typed)
	}
	id := &t.ascii[typed[0]]
	if *id == 0 {
		*id = t.lookup(typed) + 1
	}
	return *id - 1
}

func (t *table) lookup(typed string) int32 {
	if id, ok := t.ids[typed]; ok {
		return id
	}
	key := key(typed)
	if key != typed {
		if id, ok := t.ids[key]; ok {
			t.ids[typed] = id
			return id
		}
		t.ids[typed] = t.size
	}
	id := t.size
	t.size++
	t.classes = append(t.classes, classOf(key))
	t.ids[key] = id
	return id
}

// read cuts a text, of less than 2 GiB, into tokens.
func (t *table) read(text string) sequence {
	s, _ := t.readUpTo(math.MaxInt, text)
	return s
}

// readUpTo cuts a text into tokens, if it has no more than most.
func (t *table) readUpTo(most int, text string) (s sequence, ok bool) {
	// English has a token for about every five bytes.
	guess := min(len(text)/5+4, most)
	s = sequence{text: text, ends: make([]int32, 0, guess), ids: make([]int32, 0, guess)}
	for at := 0; ; {
		start := at + spaceLen(text[at:])
		if start == len(text) {
			return s, true
		}
		if s.len() == most {
			return sequence{}, false
		}
		if s.len() == cap(s.ends) {
			s.grow(at, most)
		}
		at = start + tokenLen(text[start:])
		s.ends = append(s.ends, int32(at))
		s.ids = append(s.ids, t.id(text[start:at]))
	}
}

// grow makes room for the tokens still to come, if they are as dense as those
// before at: a large text should not be copied more than once or twice.
func (s *sequence) grow(at, most int) {
	n := s.len()
	more := int(float64(n)*float64(len(s.text)-at)/float64(at))*17/16 + 4
	size := min(n+more, most)
	s.ends = append(make([]int32, 0, size), s.ends...)
	s.ids = append(make([]int32, 0, size), s.ids...)
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
	// Most often it is one space or none.
	switch {
	case text == "":
		return 0
	case text[0] > ' ' && text[0] < utf8.RuneSelf:
		return 0
	case text[0] == ' ' && len(text) > 1 && text[1] > ' ' && text[1] < utf8.RuneSelf:
		return 1
	}
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
	if isHan(r) {
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isSolo reports whether r belongs to a script written without spaces, where
// the words cannot be told by their letters [UAX #29 section 4] and each rune
// is compared on its own.
func isSolo(r rune) bool {
	const firstThai = 0x0E00
	return isHan(r) || r >= firstThai && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// isHan finds most of Chinese without a look at the tables.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }
