package lint

import (
	"regexp"
	"strings"
)

// Placeholder is a place of the draft that is still to be filled in.
type Placeholder struct {
	Address string `json:"address"`
	// Nth counts the placeholders of the unit from 1.
	Nth int `json:"nth"`
	// Mark is the placeholder as it stands: "***", "[date]".
	Mark string `json:"mark"`
	// Behind is the last words before it, empty at the beginning of the text.
	Behind string `json:"behind"`
	// At is the byte of the text at which it begins.
	At int `json:"at"`
}

// gaps finds what stands for words still to come: asterisks, dots and underscores,
// square brackets around nothing or around what is to come, and dates and numbers
// of X. "XX" alone is a Roman numeral, as in "the XX Conference".
var gaps = regexp.MustCompile(`\[?\*{3,}\]?|\[[ \x{a0}_…]*\]|\[\.{2,}\]|_{3,}` +
	`|(?i:\[(?:insert [^\[\]]{1,40}|date|dates|place|venue|name|names|number|country|tbd|tbc|to be (?:determined|confirmed|completed|added)` +
	`|fecha|fechas|lugar|sede|nombre|número|país|por (?:definir|determinar|confirmar|completar)` +
	`|lieu|nom|numéro|pays|à (?:déterminer|définir|confirmer|compléter)` +
	`|data|datas|local|nome|a (?:definir|determinar|confirmar|completar))\])` +
	`|(?-i:\bX{2,}(?:(?: de | of |/|-)(?:X{2,}|20XX|[\pL]+ de X{2,}))+\b|\bX{4,}\b|\b20XX\b)`)

// wordsBehind is how many words are shown before a placeholder.
const wordsBehind = 6

// Placeholders lists the places of the draft that are still to be filled in, in
// its order.
func (d *Draft) Placeholders() []Placeholder {
	var all []Placeholder
	for i, u := range d.units {
		nth := 0
		for _, m := range gaps.FindAllStringIndex(u.Text, -1) {
			if u.Text[m[0]:m[1]] == "[]" {
				continue // nothing is to come: see EmptyPair
			}
			nth++
			all = append(all, Placeholder{u.Address, nth, u.Text[m[0]:m[1]], d.texts[i].behind(m[0]), m[0]})
		}
	}
	return all
}

// behind is the last words before a byte, with the marks between and behind them.
func (t *text) behind(at int) string {
	if first := max(t.upTo(at)-wordsBehind, 0); first < len(t.words) && t.words[first].from < at {
		return strings.TrimSpace(t.s[t.words[first].from:at])
	}
	return ""
}
