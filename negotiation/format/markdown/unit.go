package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// finish gives the last unit its text.
func (r *reader) finish() {
	u := r.last()
	if u == nil || !r.unfinished {
		return
	}
	r.unfinished = false
	reading := diff.ReadMarks(strings.Join(u.parts, " "))
	u.Text, u.parts = plainText(reading), nil
	switch {
	case u.Text == "" && reading.HasMarks:
		u.Text, u.struck = negotiation.Normal(reading.Before()), true
		return
	case u.Text == "":
		u.Text = "***"
		r.add(u.line, negotiation.Ask, "empty-paragraph", "%s has no text: a placeholder stands for it", u.address)
	case len(reading.Struck) > 0:
		r.add(u.line, negotiation.Ask, "marks-in-draft", "struck words in the draft were left out of %s: %s", u.address, short(strings.Join(reading.Struck, " … ")))
	case reading.HasMarks:
		r.add(u.line, negotiation.Info, "marks-in-draft", "bold words in the draft were read as plain ones in %s: %s", u.address, short(strings.Join(reading.Bold, " … ")))
	}
	if reading.Unclosed {
		r.add(u.line, negotiation.Ask, "unclosed-mark", "a mark is opened and never closed in %s: it was read as text", u.address)
	}
	if len(u.Text) > negotiation.MaxText && r.refusal == nil {
		r.refusal = negotiation.Refuse(negotiation.TooLong, "field", "paragraph", "line", u.line, "limit", negotiation.MaxText, "length", len(u.Text))
	}
	if len(u.Text) <= negotiation.MaxText {
		r.brackets(u, len(r.units)-1)
	}
	r.placeholders(u)
}

// placeholders tells about each *** of a text.
func (r *reader) placeholders(u *unit) {
	for rest := u.Text; ; {
		at := strings.Index(rest, "***")
		if at < 0 {
			return
		}
		end := at + len(rest[at:]) - len(strings.TrimLeft(rest[at:], "*"))
		r.add(u.line, negotiation.Info, "placeholder", "%s leaves a place open (***) behind: %s", u.address, tail(rest[:at]))
		rest = rest[end:]
	}
}

// tail gives the end of a text, for a notice.
func tail(text string) string {
	words := strings.Fields(text[max(0, len(text)-200):])
	return strings.ToValidUTF8(strings.Join(words[max(0, len(words)-5):], " "), "")
}

// plainText gives a text without its marks in normal form, and nothing where there
// is nothing to read.
func plainText(reading diff.Reading) string {
	text := ""
	if reading.HasMarks {
		text = reading.After()
	} else {
		var whole strings.Builder
		for _, span := range reading.Spans {
			whole.WriteString(span.Text)
		}
		text = whole.String()
	}
	if blank(text) {
		return ""
	}
	return negotiation.Normal(text)
}

// visible leaves out what has no width and joins or parts nothing that could be
// seen, which comes along when a text is copied: no text is made of it.
var visible = strings.NewReplacer(softHyphen, "", "\u200b", "", "\u2060", "", "\ufeff", "")

func blank(text string) bool { return strings.TrimSpace(visible.Replace(text)) == "" }
