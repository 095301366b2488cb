package instruct

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// splice puts words between left and right: it gives what stays of both and
// the words with the spaces that the seams need. A mark that both sides of a seam
// hold stands once; the words are not touched, and no mark is added.
func splice(left, words, right string) (kept, middle, rest string) {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	if isClosing(first) {
		left = strings.TrimRightFunc(left, unicode.IsSpace)
	}
	if isPause(first) {
		left = strings.TrimSuffix(left, string(first))
	}
	if isPause(last) && !strings.HasPrefix(right, "..") {
		right = strings.TrimPrefix(right, string(last))
	}
	return left, gap(left, words) + words + gap(words, right), right
}

// gap is the space that keeps two words apart.
func gap(left, right string) string {
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	if left != "" && right != "" && inWord(last) && inWord(first) {
		return " "
	}
	return ""
}

// closeUp gives what stays on both sides of deleted words: one space of two,
// none before a mark that closes, and of two marks the one that says more.
func closeUp(left, right string) (kept, rest string) {
	bare := strings.TrimRightFunc(left, unicode.IsSpace)
	rest = strings.TrimLeftFunc(right, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(bare)
	switch {
	case bare == "" || isOpening(last) || endsElided(bare):
		return left, rest
	case rest == "":
		return bare, ""
	case isPause(first) && (last == ',' || last == first && first != '.'):
		return strings.TrimSuffix(bare, string(last)), right
	case rest != right:
		return bare, right // the space behind: it may be that of a French mark
	case isClosing(first):
		return bare, right
	}
	return left, right
}

// behind gives words with the space that parts them from what stands before.
func behind(words string) string {
	if first, _ := utf8.DecodeRuneInString(words); isClosing(first) {
		return words
	}
	return " " + words
}

// ahead gives words with the space that parts them from what stands behind.
func ahead(words string) string {
	if last, _ := utf8.DecodeLastRuneInString(words); isOpening(last) || isApostrophe(last) {
		return words
	}
	return words + " "
}

// cutStop cuts off what must stay last in a paragraph: its final mark, with
// the word behind it that leads to the next item of a list.
func cutStop(text string) (body, stop string) {
	body = strings.TrimRightFunc(text, unicode.IsSpace)
	if at := strings.LastIndexAny(body, ",;"); at > 0 && slices.Contains([]string{"and", "or", "y", "e", "o", "u", "et", "ou"}, strings.TrimSpace(body[at+1:])) {
		return body[:at], body[at:]
	}
	last, size := utf8.DecodeLastRuneInString(body)
	if !strings.ContainsRune(".;:!?…,", last) || strings.HasSuffix(body, "...") {
		return body, ""
	}
	return body[:len(body)-size], body[len(body)-size:]
}

// isPause reports whether r is a mark of which one says as much as two.
func isPause(r rune) bool { return r == ',' || r == ';' || r == ':' || r == '.' }

func isClosing(r rune) bool { return strings.ContainsRune(`,.;:!?)]}”’»%…`, r) }

func isOpening(r rune) bool { return strings.ContainsRune(`([{“‘«„¿¡`, r) }

// isStop reports whether a mark ends a sentence.
func isStop(mark string) bool { return mark == "." || mark == "!" || mark == "?" || mark == "…" }
