package markdown

import (
	"cmp"
	"fmt"
	"slices"

	"plenary/negotiation"
)

// maxAlike is how many notices of one code are kept: a document of nothing but
// stars must not fill the record with remarks about them.
const maxAlike = 200

// notices gathers what the reader has to say.
type notices struct {
	list []negotiation.Notice
	// more counts those left out, by their code.
	more map[string]int
	seen map[string]int
}

func (n *notices) add(line int, severity negotiation.Severity, code, format string, args ...any) {
	if n.seen == nil {
		n.seen, n.more = map[string]int{}, map[string]int{}
	}
	if n.seen[code]++; n.seen[code] > maxAlike {
		n.more[code]++
		return
	}
	n.list = append(n.list, negotiation.Notice{Line: line, Severity: severity, Code: code, Text: fmt.Sprintf(format, args...)})
}

// sorted gives the notices by line.
func (n *notices) sorted() []negotiation.Notice {
	list := slices.Clone(n.list)
	slices.SortStableFunc(list, func(a, b negotiation.Notice) int { return cmp.Compare(a.Line, b.Line) })
	for i := len(list) - 1; i >= 0; i-- {
		// The last one of its code tells how many are left out.
		if code := list[i].Code; n.more[code] > 0 {
			list[i].Text += fmt.Sprintf(" (and %d more like this)", n.more[code])
			list[i].More, n.more[code] = n.more[code], 0
		}
	}
	return list
}

// short gives the start of a text, for a notice.
func short(text string) string {
	const most = 100
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}
