package markdown

import (
	"strconv"
	"strings"
)

// numberParts finds the numbers of several parts before words that begin small, as
// items do: "3.1.2 on time". Such a number is a label where it goes on from one before
// it, 3.1 or 3.1.1, in a line that stands by itself; else it may count something.
func numberParts(lines []line) []line {
	seen := map[string]bool{}
	for i, l := range lines {
		if m := find(partsStart, l.words); l.shape == prose && !l.escaped && l.blanks > 0 && m != nil && goesOnFrom(seen, m[1]) {
			if text := strings.TrimSpace(l.words[len(m[0]):]); text != "" {
				lines[i].form = form{shape: parted, label: m[1] + spaced(m[2]), text: text}
			}
		}
		if l = lines[i]; l.shape == parted || l.shape == numbered {
			seen[once(l.label)] = true
		}
	}
	return lines
}

// goesOnFrom reports whether a number of several parts is the first below one that was
// seen, or the next behind one.
func goesOnFrom(seen map[string]bool, label string) bool {
	at := strings.LastIndexByte(label, '.')
	before, last := label[:at], label[at+1:]
	n := numberIn(last)
	return n == 1 && seen[before] || n > 1 && seen[before+"."+strconv.Itoa(n-1)]
}
