package markdown

import (
	"strings"

	"plenary/diff"
)

// plain writes words of others, which are one line, so that Markdown reads them as
// words [CommonMark 2.4, GFM 6.9]: as no markup, no link, no entity, no cell, and
// at the start of a line as nothing but a paragraph. Brackets among them are never
// raw: those that are raw are the document's own.
func plain(text string) string {
	var w escaper
	for w.text = text; w.at < len(text); {
		if strings.IndexByte(`*~\`, text[w.at]) >= 0 {
			w.out.WriteByte('\\')
			w.out.WriteByte(text[w.at])
			w.at++
			continue
		}
		w.next()
	}
	return w.out.String()
}

// redline writes words with their marks, and all else as plain does.
func redline(s diff.Script) string {
	text := diff.Marked(s)
	var w escaper
	for w.text = text; w.at < len(text); {
		rest := text[w.at:]
		switch {
		case rest[0] == '\\' && len(rest) > 1 && isSign(rest[1]):
			w.out.WriteString(rest[:2]) // diff has escaped it
			w.at += 2
		case rest[0] == '\\':
			w.out.WriteString(`\\`)
			w.at++
		case strings.HasPrefix(rest, "***") && !strings.HasPrefix(rest, "****"):
			w.out.WriteString(`\*\*\*`) // the placeholder
			w.at += 3
		case rest[0] == '*' || rest[0] == '~':
			n := len(rest) - len(strings.TrimLeft(rest, rest[:1]))
			w.out.WriteString(rest[:n])
			w.at += n
		default:
			w.next()
		}
	}
	return w.out.String()
}

// proseText writes a remark, which keeps its lines.
func proseText(text string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for i, l := range lines {
		lines[i] = plain(strings.TrimSpace(l))
	}
	return strings.Join(lines, "\n")
}

// escaper writes a stretch of words, which may begin a line or stand right behind
// a bracket of the document's own.
type escaper struct {
	text string
	at   int
	// begins is 1 more than start, once that is known.
	begins int
	out    strings.Builder
}

// next writes one sign that is no mark of a redline.
func (w *escaper) next() {
	c, rest := w.text[w.at], w.text[w.at+1:]
	if w.escapes(c, rest) {
		w.out.WriteByte('\\')
	}
	w.out.WriteByte(c)
	w.at++
}

func (w *escaper) escapes(c byte, rest string) bool {
	before := w.text[:w.at]
	first := w.at == w.start()
	switch c {
	case '`', '_', '[', ']', '<', '|', '#', '@', '$':
		return true
	case '&':
		return rest != "" && (rest[0] == '#' || isAlnum(rest[0]))
	case ':': // of an address, or of a definition
		return first || strings.HasPrefix(rest, "//")
	case '-', '+', '=', '>', '(':
		return first
	case '.':
		return len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www") || w.numbers(before, rest)
	case ')':
		return w.numbers(before, rest)
	}
	return false
}

// start is where the words begin, behind white space.
func (w *escaper) start() int {
	if w.begins == 0 {
		w.begins = 1 + len(w.text) - len(strings.TrimLeft(w.text, " \t"))
	}
	return w.begins - 1
}

// numbers reports whether before and a sign make the number of a list, which has
// nine digits at most [CommonMark 5.2].
func (w *escaper) numbers(before, rest string) bool {
	const longest = 9
	digits := before[min(w.start(), len(before)):]
	return digits != "" && len(digits) <= longest && strings.Trim(digits, "0123456789") == "" && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// isSign reports whether a backslash escapes c [CommonMark 2.4].
func isSign(c byte) bool { return c > ' ' && c < 0x7f && !isAlnum(c) }
