package markdown

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"plenary/negotiation"
)

// by is the start of a proposal: whose it is.
type by struct {
	names []negotiation.Delegation
	late  bool
	// on is the address that it names, if it does, and version the one of that
	// paragraph which it is written on, or 0 for today's.
	on      string
	version int
	// text behind the colon.
	text string
}

// boldNames matches names that are not in capitals, which only stand so.
var boldNames = regexp.MustCompile(`^\*\*[^*:]+\*\*(?:(?:, | and )\*\*[^*:]+\*\*)*(?: \([^:]*\))?$`)

// qualified matches what may stand between the names and the colon.
var qualified = regexp.MustCompile(`^ \((?:reading not confirmed)?(?:(?:, )?(late))?(?:(?:, ?)?on ([^\s,]+(?: [^\s,]+)*)(?:, version (\d{1,9}))?)?\)$`)

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

// qualifiers takes "(late, on 7.b, version 1)" off the head of a proposal.
func (b *by) qualifiers(head string) string {
	at := strings.LastIndex(head, " (") // a name may have brackets too
	if at < 0 {
		return head
	}
	m := qualified.FindStringSubmatch(head[at:])
	if m == nil || m[0] == " ()" {
		return head
	}
	b.late, b.on = m[1] != "", m[2]
	b.version, _ = strconv.Atoi(m[3]) // 0 where there is none
	return head[:at]
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
