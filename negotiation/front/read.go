package front

import (
	"slices"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// Of reads the matter from a cover, for the next document of the same meeting. What
// it does not know by its place or by its words is left to the organization's lines,
// so that nothing of the cover is lost.
func Of(c negotiation.Cover) Matter {
	m := Matter{Symbol: c.Symbol, Title: c.Title, Channel: c.Channel}
	numbered := slices.IndexFunc(c.Blocks, func(b negotiation.CoverBlock) bool { return slices.Contains(b.Lines, c.Symbol) })
	for i, b := range c.Blocks {
		text := negotiation.Normal(strings.Join(b.Lines, " "))
		switch {
		case text == c.Title || isKind(text):
		case i == numbered:
			m.Series = strings.Join(b.Lines[:slices.Index(b.Lines, c.Symbol)], ", ")
		case m.readForum(text):
		case b.Bold:
			m.Meeting = append(m.Meeting, b.Lines...)
		case len(m.Meeting) > 0 && i < numbered:
			m.Held = append(m.Held, b.Lines...)
		default:
			m.Organization = append(m.Organization, b.Lines...)
		}
	}
	return m
}

// tongues are the languages in which a cover may be written.
func tongues() []lang.Tongue {
	var list []lang.Tongue
	for _, tag := range lang.Tags() {
		t, _ := lang.For(tag)
		list = append(list, t)
	}
	return list
}

// isKind reports whether a line says that the document is a compilation, or of what
// it is an addendum.
func isKind(text string) bool {
	return slices.ContainsFunc(tongues(), func(t lang.Tongue) bool {
		return strings.EqualFold(text, t.Say("front.compilation")) ||
			hasPrefixFold(text, t.Say("front."+string(negotiation.AddedIssue), "symbol", "")) ||
			hasPrefixFold(text, t.Say("front."+string(negotiation.CorrectedIssue), "symbol", ""))
	})
}

// readForum reads the line that says where and up to when comments came.
func (m *Matter) readForum(text string) bool {
	const mark = "\x00"
	for _, t := range tongues() {
		before, rest, _ := strings.Cut(t.Say("front.received-in", "forum", mark, "day", mark), mark)
		between, _, _ := strings.Cut(rest, mark)
		if hasPrefixFold(text, before) {
			if at := indexFold(text, between); at > len(before) {
				m.Forum = text[len(before):at]
				return true
			}
		}
		if start, _, _ := strings.Cut(t.Say("front.received", "day", mark), mark); hasPrefixFold(text, start) {
			return true
		}
	}
	return false
}

func hasPrefixFold(text, start string) bool {
	return start != "" && len(text) >= len(start) && strings.EqualFold(text[:len(start)], start)
}

// indexFold is the last place at which part stands in text, case aside, or -1.
func indexFold(text, part string) int {
	for at := len(text) - len(part); at >= 0; at-- {
		if strings.EqualFold(text[at:at+len(part)], part) {
			return at
		}
	}
	return -1
}
