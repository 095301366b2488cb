package markdown

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"plenary/diff"
	"plenary/negotiation"
)

// readings are those of a restated paragraph.
type readings struct {
	// literal has the marks taken at their word, and is empty where they strike the
	// whole paragraph. Probable has them repaired so that what is kept and struck is
	// the draft. They are the same where nobody could tell them apart by their words.
	literal, probable string
	why               []diff.Finding
}

// readTwice reads a restated paragraph against the draft's words.
func readTwice(own string, marked diff.Reading) readings {
	literal := likeDraft(own, plainText(marked))
	if !marked.HasMarks {
		return readings{literal: literal, probable: literal}
	}
	repaired := diff.Repair(own, marked)
	r := readings{literal: literal, probable: likeDraft(own, negotiation.Normal(repaired.Text)), why: repaired.Findings}
	if blank(r.probable) || literal == "" && !differs(own, r.probable) || !hasWords(compare(visible.Replace(literal), visible.Replace(r.probable))) {
		r.probable = r.literal
	}
	return r
}

// inDoubt reports whether the two readings differ.
func (r readings) inDoubt() bool { return r.literal != r.probable }

// amend adds the change of a paragraph, and what is in doubt about it.
func (s *resolver) amend(own *unit, marked diff.Reading, r readings) {
	text := r.probable
	if !differs(own.Text, text) {
		text = r.literal // the draft's own words would be no change; it is not empty then
	}
	if r.inDoubt() {
		s.doubts = append(s.doubts, negotiation.Doubt{Change: len(s.changes), Typed: typed(marked),
			Literal: r.literal, Probable: r.probable, Why: r.why})
	}
	s.add(negotiation.Change{Kind: negotiation.Amend, Paragraph: own.ID, Text: text})
}

// typed gives a marked text with its white space in normal form. White space by
// itself belongs to no mark.
func typed(marked diff.Reading) []diff.Span {
	var list []diff.Span
	add := func(op diff.Op, text string) {
		if n := len(list); n > 0 && list[n-1].Op == op {
			list[n-1].Text += text
			return
		}
		list = append(list, diff.Span{Op: op, Text: text})
	}
	spaced := true // none is due at the start
	for _, span := range marked.Spans {
		text := norm.NFC.String(span.Text)
		words := negotiation.Normal(text)
		if text != "" && !spaced && (words == "" || startsSpaced(text)) {
			if words == "" {
				add(diff.Equal, " ")
			} else {
				words = " " + words
			}
			spaced = true
		}
		if words == "" {
			continue
		}
		if spaced = endsSpaced(text); spaced {
			words += " "
		}
		add(span.Op, words)
	}
	if n := len(list); n > 0 {
		list[n-1].Text = strings.TrimRight(list[n-1].Text, " ")
		if list[n-1].Text == "" {
			list = list[:n-1]
		}
	}
	return list
}

// startsSpaced and endsSpaced report whether a text has white space at that end
// that the normal form folds.
func startsSpaced(text string) bool { return negotiation.Normal("x" + text)[1:2] == " " }

func endsSpaced(text string) bool {
	return len(negotiation.Normal(text+"x")) > len(negotiation.Normal(text))+1
}

// differs reports whether a text is another than the draft's: white space, the shape
// of quotation marks and what cannot be seen are none of its words.
func differs(own, text string) bool {
	change := compare(visible.Replace(own), visible.Replace(text))
	return change.Changed() && !change.Typographic()
}

// likeDraft gives a text with the quotation marks and the no-break spaces of the
// draft where it has the draft's words: their shape is never a change.
func likeDraft(own, text string) string {
	if straight.Replace(own) == own && straight.Replace(text) == text {
		return text
	}
	before, after := []rune(own), []rune(text)
	var out strings.Builder
	for _, span := range compare(own, text) {
		// The replacer gives a sign for a sign.
		n := len([]rune(span.Text))
		switch span.Op {
		case diff.Equal:
			out.WriteString(string(before[:n]))
			before, after = before[n:], after[n:]
		case diff.Delete:
			before = before[n:]
		case diff.Insert:
			out.WriteString(string(after[:n]))
			after = after[n:]
		}
	}
	return out.String()
}
