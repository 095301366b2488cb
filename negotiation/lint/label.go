package lint

import (
	"strconv"
	"strings"
)

// learnLabels notes labels that do not follow those before them in their list.
// Labels that are not printed (bullet3, group1) are always in order, and a list
// may begin anew.
func (d *Draft) learnLabels() {
	d.labels = map[int]Note{}
	before := map[string]string{}
	for i, u := range d.units {
		place := d.parent(u.Address)
		label := strings.TrimPrefix(u.Address[len(place):], ".")
		if u.Heading {
			place += " heading"
		}
		previous := before[place]
		before[place] = label
		if previous == "" || follows(previous, label) {
			continue
		}
		if label == previous {
			d.labels[i] = Note{Code: LabelRepeats, Words: label, Suggest: after(previous, label)}
		} else if a, b := places(previous, label); b > a {
			d.labels[i] = Note{Code: LabelSkips, Words: label, Suggest: after(previous, label)}
		}
	}
}

func (d *Draft) mislabelled(i int) []Note {
	if n, ok := d.labels[i]; ok {
		return []Note{n}
	}
	return nil
}

// follows reports whether a label may stand behind another one: it is the next
// number, letter or Roman numeral, or they cannot be compared.
func follows(previous, label string) bool {
	a, b := places(previous, label)
	return b == a+1 || b == 0 && label != previous
}

// places gives what two labels of a list count, and zeros where they are of
// different kinds. "i" is a letter before "j" and a numeral before "ii".
func places(previous, label string) (a, b int) {
	if prefix(previous) != prefix(label) {
		return 0, 0
	}
	if a, b = roman(previous), roman(label); a > 0 && b > 0 && len(previous)+len(label) > 2 {
		return a, b
	}
	if a, b = number(previous), number(label); a > 0 && b > 0 {
		return a, b
	}
	return 0, 0
}

// prefix is the capitals before the number of a label: "OP" of "OP7".
func prefix(label string) string {
	letters := strings.TrimRight(label, "0123456789")
	if letters == label || strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return ""
	}
	return letters
}

// number is what a label counts: 7 for "7" and "OP7", 3 for "c". It is 0 for one
// that does not count.
func number(label string) int {
	if n, err := strconv.Atoi(label[len(prefix(label)):]); err == nil {
		return n
	}
	if lower := strings.ToLower(label); len(label) == 1 && lower[0] >= 'a' && lower[0] <= 'z' {
		return int(lower[0]-'a') + 1
	}
	return 0
}

// numerals are enough for any list with Roman numerals.
const numerals = " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv "

// roman is what a Roman numeral counts, or 0.
func roman(label string) int {
	at := strings.Index(numerals, " "+strings.ToLower(label)+" ")
	if at < 0 || label == "" {
		return 0
	}
	return strings.Count(numerals[:at+1], " ")
}

// after is the label that comes after one, of the kind of another, or "".
func after(previous, label string) string {
	if n := number(previous); len(previous) == 1 && len(label) == 1 && previous[0] > '9' {
		return string(previous[0] + 1)
	} else if strings.ContainsAny(previous, "0123456789") {
		return prefix(previous) + strconv.Itoa(n+1)
	}
	next, n := strings.Fields(numerals), roman(previous)
	if n == len(next) {
		return ""
	}
	if previous == strings.ToUpper(previous) {
		return strings.ToUpper(next[n])
	}
	return next[n]
}
