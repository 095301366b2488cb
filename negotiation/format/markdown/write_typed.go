package markdown

import (
	"strings"

	"plenary/diff"
)

// typedMarked writes a passage with its marks as they were typed, where diff.Marked
// would write those of the reading: no word of an author moves while its reading
// is not confirmed. Marks stand close to their words where that changes nothing.
func typedMarked(spans []diff.Span) string {
	faithful := markSpans(spans, func(text string) (lead, words, trail string) { return "", text, "" })
	close := markSpans(spans, func(text string) (lead, words, trail string) {
		words = strings.Trim(text, " ")
		if words == "" {
			return "", text, ""
		}
		from := strings.Index(text, words)
		return text[:from], words, text[from+len(words):]
	})
	own, other := diff.ReadMarks(faithful), diff.ReadMarks(close)
	if own.Before() == other.Before() && own.After() == other.After() {
		return close
	}
	return faithful
}

func markSpans(spans []diff.Span, cut func(string) (lead, words, trail string)) string {
	var out strings.Builder
	for _, span := range spans {
		mark := map[diff.Op]string{diff.Insert: "**", diff.Delete: "~~"}[span.Op]
		if mark == "" {
			out.WriteString(escapeMarks(span.Text))
			continue
		}
		lead, words, trail := cut(span.Text)
		out.WriteString(lead + mark + escapeMarks(words) + mark + trail)
	}
	return out.String()
}

// escapeMarks keeps signs of a text from being read as marks. The placeholder,
// three asterisks, is none, unless it stands where a mark may be beside it.
func escapeMarks(text string) string {
	var out strings.Builder
	for at := 0; at < len(text); {
		sign := text[at]
		if strings.IndexByte(`*~\`, sign) < 0 {
			out.WriteByte(sign)
			at++
			continue
		}
		n := len(text[at:]) - len(strings.TrimLeft(text[at:], text[at:at+1]))
		end := at + n
		bare := sign != '\\' && n != 2 && n != 4 || sign == '\\' && n == 1 && end < len(text) && strings.IndexByte("*~", text[end]) < 0
		if !bare || at == 0 || end == len(text) {
			out.WriteString(strings.Repeat(`\`+string(sign), n))
		} else {
			out.WriteString(text[at:end])
		}
		at = end
	}
	return out.String()
}
