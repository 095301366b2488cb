package diff

import (
	"unicode"
	"unicode/utf8"
)

// between returns the white space between two chunks: what somebody typed there
// if they are neighbours in any text, and what fits if not.
func (w *weaver) between(x, y chunk) string {
	switch {
	case x.row < 0 && y.row < 0:
		if x.token+1 == y.token {
			return w.spell.token(y.token).space
		}
		if cut, ok := w.cuts[[2]int{x.token + 1, y.token}]; ok {
			return w.before(y.token, cut)
		}
	case x.row < 0 && x.token == w.m.rows[y.row].from-1:
		return w.spell.typed(y.row).lead
	case y.row < 0 && y.token == w.m.rows[x.row].to:
		return w.before(y.token, x.row)
	}
	return w.fit(x, y)
}

// before returns the white space before a token that follows a row: the row's
// if that changed it.
func (w *weaver) before(token, row int) string {
	if trail := w.spell.typed(row).trail; trail != w.m.base.space(token) {
		return trail
	}
	return w.spell.token(token).space
}

// fit returns the white space between two chunks that stand side by side in
// nobody's text: what y has before it, or else what x has behind it.
func (w *weaver) fit(x, y chunk) string {
	end := w.m.base.len()
	if x.row < 0 && x.token < 0 {
		return w.spell.token(0).space
	}
	if y.token == end {
		return w.spell.token(end).space
	}
	left, _ := utf8.DecodeLastRuneInString(w.text.String())
	right, _ := utf8.DecodeRuneInString(w.words(y))
	space := w.lead(y)
	switch trail := w.trail(x); {
	case opens(left) || closes(right):
		if space != "" && trail != "" {
			return space
		}
		space = ""
	case space == "":
		space = trail
	}
	loose := x.row >= 0 && y.row >= 0 && w.m.rows[x.row].to == end && w.m.rows[y.row].from == 0
	if space == "" && (fuse(left, right) || loose && !opens(left) && !closes(right) && !isSolo(left)) {
		return " "
	}
	return space
}

func (w *weaver) words(c chunk) string {
	if c.row >= 0 {
		return w.spell.typed(c.row).words
	}
	return w.spell.token(c.token).word
}

func (w *weaver) lead(c chunk) string {
	if c.row >= 0 {
		return w.spell.typed(c.row).lead
	}
	return w.spell.token(c.token).space
}

func (w *weaver) trail(c chunk) string {
	if c.row >= 0 {
		return w.spell.typed(c.row).trail
	}
	return w.spell.token(c.token + 1).space
}

// fuse reports whether two runes side by side would be one token, and the words
// on either side no longer what was typed.
func fuse(left, right rune) bool {
	return isWord(left) && !isSolo(left) && isWord(right) && !isSolo(right) || isExtension(right)
}

// opens reports whether a mark stands close to the word behind it.
func opens(r rune) bool { return classOfMark(r) == opening || unicode.Is(unicode.Pi, r) }

// closes reports whether a mark stands close to the word before it.
func closes(r rune) bool {
	switch classOfMark(r) {
	case closing, comma, sentenceMark:
		return true
	}
	return unicode.Is(unicode.Pf, r)
}
