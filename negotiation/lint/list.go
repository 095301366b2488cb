package lint

import "strings"

// list is what is known of the units below one address, headings left out.
type list struct {
	// tails counts the marks at the ends, without the "and" behind them.
	tails map[string]int
	count int
	// last is its last unit.
	last int
}

// learnLists learns how the lists and the headings of the draft end.
func (d *Draft) learnLists() {
	d.lists, d.headings = map[string]*list{}, map[int]*list{}
	for i, u := range d.units {
		mark, _, _ := strings.Cut(tail(d.texts[i]), " ")
		if u.Heading {
			count(d.headings, depth(u.Address), mark, i)
		} else if len(d.texts[i].words) > 0 {
			count(d.lists, d.parent(u.Address), mark, i)
		}
	}
}

// count adds a unit to one of several lists.
func count[K comparable](lists map[K]*list, k K, mark string, i int) {
	l := lists[k]
	if l == nil {
		l = &list{tails: map[string]int{}}
		lists[k] = l
	}
	l.tails[mark]++
	l.count++
	l.last = i
}

func depth(address string) int { return strings.Count(address, ".") }

// usualTail is the mark with which a new text at an address should end, because
// all of its list do so with one; "" where they are too few to tell.
func (d *Draft) usualTail(address string) string {
	l := d.lists[d.parent(address)]
	if l == nil || l.count < 2 || l.tails[""] > 0 || titled(address) {
		return ""
	}
	return l.most("")
}

// titled reports whether an address is that of a heading: "C", "C.group1".
func titled(address string) bool {
	label := address[strings.LastIndexByte(address, '.')+1:]
	return label == strings.ToUpper(label) && strings.Trim(label, "0123456789") == label ||
		strings.HasPrefix(label, "group") || strings.HasPrefix(label, "heading")
}

// most is the mark that ends most of a list; one of the given mark is left out.
func (l *list) most(without string) string {
	best, n := "", 0
	for _, mark := range []string{";", ".", ","} {
		count := l.tails[mark]
		if mark == without {
			count--
		}
		if count > n {
			best, n = mark, count
		}
	}
	return best
}

// endsInCommas reports whether it is usual to end with a comma at an address.
func (d *Draft) endsInCommas(address string) bool {
	l := d.lists[d.parent(address)]
	return l != nil && l.tails[","] > 1
}

// unended notes that the last mark of a unit is missing, where all others of its
// list have theirs, or that it is a comma.
func (d *Draft) unended(i int) []Note {
	u, t := d.units[i], d.texts[i]
	notes := leading(t)
	if ends := trailing(t); len(ends) > 0 {
		if strings.HasSuffix(ends[0].Words, ",") && d.endsInCommas(u.Address) {
			return notes
		}
		return append(notes, ends...)
	}
	l := d.lists[d.parent(u.Address)]
	if u.Heading || l == nil || tail(t) != "" || l.count < 3 || l.tails[""] > 1 {
		return notes
	}
	want := l.most("")
	if u.Chapeau {
		want = ":"
	} else if !u.Item && number(u.Address) == 0 {
		return notes // a closing line, or the name of a place
	} else if l.last == i {
		want = "."
	} else if last, _, _ := strings.Cut(tail(d.texts[l.last]), " "); l.count > 2 {
		want = l.most(last) // the last of a list ends otherwise
	}
	if want == "" || want == "," {
		return notes
	}
	return append(notes, lacking(t, want)...)
}

// headingStop notes that a heading ends with a full stop where no other of its
// level does.
func (d *Draft) headingStop(i int) []Note {
	u, t := d.units[i], d.texts[i]
	last := len(t.words) - 1
	if !u.Heading || last < 0 || t.gap(last+1) != "." || t.abbreviates(last) {
		return nil
	}
	if l := d.headings[depth(u.Address)]; l.count < 2 || l.tails[""] < l.count-1 {
		return nil
	}
	return []Note{t.span(HeadingStop, t.words[last].from, len(t.s), t.word(last))}
}
