package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"plenary/negotiation"
)

// by is the start of a proposal: whose it is.
type by struct {
	names []negotiation.Delegation
	late  bool
	// on is the address that it names, if it does.
	on string
	// text behind the colon.
	text string
}

// boldNames matches names that are not in capitals, which only stand so.
var boldNames = regexp.MustCompile(`^\*\*[^*:]+\*\*(?:(?:, | and )\*\*[^*:]+\*\*)*(?: \([^:]*\))?$`)

// readBy reads "MEXICO: text", "CHILE and PERU (late, on 7.b): text", "**MEXICO:**
// text". Names in capitals are taken as they come; others stand in bold and
// must be known to the note on the cover, for bold words and a colon begin many a
// paragraph.
func readBy(words string, listed func(string) bool) (by, bool) {
	const longest = 600
	at := strings.IndexByte(words[:min(len(words), longest)], ':')
	if at < 0 {
		return by{}, false
	}
	head, text := words[:at], words[at+1:]
	if text != "" && strings.TrimLeft(text, " \t\u00a0*~") == text {
		return by{}, false // a colon inside a word
	}
	if rest, ok := strings.CutPrefix(text, "**"); ok && strings.HasPrefix(head, "**") && !strings.Contains(head[2:], "*") {
		head, text = head[2:], rest
	}
	b := by{text: strings.TrimSpace(text)}
	head = b.qualifiers(head)
	bold := boldNames.MatchString(head)
	for _, name := range splitNames(head, bold) {
		if bold && !isName(name) && !listed(name) || !bold && !isName(name) {
			return by{}, false
		}
		b.names = append(b.names, negotiation.Delegation(name))
	}
	return b, len(b.names) > 0
}

// qualifiers takes "(late, on 7.b)" off the head of a proposal.
func (b *by) qualifiers(head string) string {
	names, inner, ok := strings.Cut(head, " (")
	if !ok || !strings.HasSuffix(inner, ")") {
		return head
	}
	inner = strings.TrimSuffix(inner, ")")
	late, inner := cutWord(inner, "late")
	named, address := cutWord(inner, "on")
	if !late && !named || named != (address != "") {
		return head
	}
	b.late, b.on = late, address
	return names
}

// cutWord cuts a word and the comma or space behind it off the start of s.
func cutWord(s, word string) (found bool, rest string) {
	rest, found = strings.CutPrefix(s, word)
	if !found || rest != "" && rest[0] != ',' && rest[0] != ' ' {
		return false, s
	}
	return true, strings.TrimLeft(rest, ", ")
}

// splitNames splits the names of a joint proposal: "CHILE, MEXICO and PERU". An
// AND in capitals is part of a name.
func splitNames(head string, bold bool) []string {
	between := strings.NewReplacer(" and ", "\n", " & ", "\n", ", ", "\n")
	if bold {
		between = strings.NewReplacer("** and **", "\n", "**, **", "\n", "**", "")
	}
	return strings.Split(between.Replace(head), "\n")
}

// isName reports whether s is the name of a delegation in capitals.
func isName(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case !strings.ContainsRune(" -'’.()", r):
			return false
		}
	}
	// These begin other things.
	others := []string{"NOTE", "NOTA", "TITLE", "ANNEX", "SUMMARY", "REQUEST", "COMMENT", "REASON"}
	return letters >= 2 && len(s) <= negotiation.MaxName && !strings.HasPrefix(s, " ") && !slices.Contains(others, s)
}
