package instruct

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// cutRepeat parts "5bis", "OP5bis" and "7.bbis" before the "bis".
func cutRepeat(label string) (stem, repeat string) {
	for _, repeat := range repeatOrder()[1:] {
		stem, ok := strings.CutSuffix(label, repeat)
		own := stem[strings.LastIndex(stem, ".")+1:]
		if ok && own != "" && (len(own) == 1 || own[len(own)-1] <= '9') {
			return stem, repeat
		}
	}
	return label, ""
}

// repeatOrder are the words that follow a label each time that it is used again.
func repeatOrder() []string {
	return []string{"", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"}
}

// isRepeated reports whether an address is one between two others: "5bis".
func isRepeated(address string) bool {
	_, repeat := cutRepeat(address)
	return repeat != ""
}

// printedLabel is the label in an address as it is printed: "5 bis" of "5bis".
func printedLabel(address string) string {
	stem, repeat := cutRepeat(address[strings.LastIndex(address, ".")+1:])
	return strings.TrimSpace(stem + " " + repeat)
}

// placeOf gives the paragraph beside which a label belongs: "5 bis" goes after
// 5, item d after item c, item a at the start of its list. The place is empty
// where the label does not tell, as with i, which follows h or comes first.
func placeOf(label string) (address string, place Place) {
	at := strings.LastIndex(label, ".") + 1
	parent, own := label[:at], label[at:]
	if stem, repeat := cutRepeat(own); repeat != "" {
		return parent + stem + repeatOrder()[slices.Index(repeatOrder(), repeat)-1], After
	}
	if resolution := strings.TrimLeft(own, "OP"); len(own)-len(resolution) == 2 {
		parent, own = own[:2], resolution
	}
	if n, err := strconv.Atoi(own); err == nil {
		if n > 1 {
			return parent + strconv.Itoa(n-1), After
		}
		return label, Before
	}
	if at := slices.Index(romans(), own); at > 0 && len(own) > 1 {
		return parent + romans()[at-1], After
	}
	switch {
	case len(own) != 1 || isRoman(own):
		return "", ""
	case own != "a":
		return parent + string(own[0]-1), After
	case len(parent) > 1:
		return strings.TrimSuffix(parent, "."), Start
	}
	return "", ""
}

func romans() []string {
	return []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"}
}

// ownLabel matches the label with which the text of a paragraph may begin.
var ownLabel = regexp.MustCompile(`^\(?(\d{1,3}(?: ?(?:bis|ter|quater|quinquies))?|[a-z]|[ivx]{1,5})[.)][\s\x{a0}]+`)

// unlabel takes the label off the text of a paragraph, where it is the one that
// the paragraph has, or a new one gets.
func (i *Instruction) unlabel() {
	m := ownLabel.FindStringSubmatch(i.New)
	if m == nil || len(m[0]) == len(i.New) {
		return
	}
	label := i.Label
	switch i.Verb {
	case ReplaceParagraph:
		label = printedLabel(i.Address)
	case InsertParagraph:
		if label == "" {
			i.Label, label = m[1], m[1]
		}
	}
	if label == m[1] {
		i.New = i.New[len(m[0]):]
	}
}
