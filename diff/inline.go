package diff

import "strings"

// Marked writes a redline as text, as delegations type it: **inserted** and
// ~~deleted~~, with the deletion first in a replaced place. What [ReadMarks]
// makes of it are the text before and the text after, white space folded.
//
// Marks stand close to the words they enclose, as CommonMark asks of emphasis;
// white space is set outside of them, and a deletion and its replacement are
// set apart by a space where that can be taken back. Where marks so set would
// not be read back, what stands up to the next white space on either side is
// marked too; and where even that fails, the whole text: ~~before~~ **after**.
//
// Signs that would be read as marks are escaped: \* and \~ always, \\ where a
// sign follows. But *** stays as it is in equal text, away from other asterisks
// and from marks: it is the placeholder for a name still to come.
func Marked(s Script) string {
	before, after := fold(s.Before()), fold(s.After())
	edits, tail := editsOf(s)
	fit(edits, tail)
	text := marked(widen(edits, tail))
	if reads(text, before, after) {
		return text
	}
	return marked([]edit{{deleted: before, inserted: after}}, "")
}

// reads reports whether a text with marks is read as the two folded texts.
func reads(text, before, after string) bool {
	r := ReadMarks(text)
	return r.Before() == before && r.After() == after
}

// marked writes edits as they are laid out, and the equal text behind the last.
func marked(edits []edit, tail string) string {
	var out strings.Builder
	touched := false // a mark was written last
	for _, e := range edits {
		deleted, inserted := strings.TrimSpace(e.deleted), strings.TrimSpace(e.inserted)
		enclosed := deleted != "" || inserted != ""
		lead, trail := e.margins()
		escapeEqual(&out, e.equal, touched, enclosed && lead == "")
		out.WriteString(lead)
		enclose(&out, deleted, "~~")
		if deleted != "" && inserted != "" && e.layout != joined {
			out.WriteByte(' ')
		}
		enclose(&out, inserted, "**")
		out.WriteString(trail)
		touched = enclosed && trail == ""
	}
	escapeEqual(&out, tail, touched, false)
	return out.String()
}

// enclose writes words between marks, unless there are none.
func enclose(out *strings.Builder, words, mark string) {
	if words == "" {
		return
	}
	out.WriteString(mark)
	for rest := words; rest != ""; {
		rest = escapeNext(out, rest)
	}
	out.WriteString(mark)
}

// escapeEqual writes equal text, which a mark may touch on either side.
func escapeEqual(out *strings.Builder, text string, left, right bool) {
	for rest := text; rest != ""; {
		stars := len(rest) - len(strings.TrimLeft(rest, "*"))
		lone := stars == 3 &&
			(len(rest) < len(text) || !left) && (len(rest) > 3 || !right)
		if lone {
			out.WriteString(rest[:3])
			rest = rest[3:]
			continue
		}
		rest = escapeNext(out, rest)
	}
}

// escapeNext writes the first stretch of text, either signs of one kind or what
// stands before the next, and returns the rest.
func escapeNext(out *strings.Builder, text string) (rest string) {
	n := 1
	switch text[0] {
	case '*', '~':
		for n < len(text) && text[n] == text[0] {
			n++
		}
		for range n {
			out.WriteByte('\\')
			out.WriteByte(text[0])
		}
		return text[n:]
	case '\\':
		// At the end a mark may follow, so it is as good as a sign.
		if n == len(text) || isSign(text[n]) {
			out.WriteByte('\\')
		}
		out.WriteByte('\\')
		return text[n:]
	}
	if n = strings.IndexAny(text, `*~\`); n < 0 {
		n = len(text)
	}
	out.WriteString(text[:n])
	return text[n:]
}

// isSign reports whether CommonMark lets a backslash escape c: any punctuation
// and symbol of ASCII.
func isSign(c byte) bool {
	return c > ' ' && c < 0x7F && !isWord(rune(c))
}
