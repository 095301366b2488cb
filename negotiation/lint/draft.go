package lint

import "strings"

// Draft is a whole draft: the judge of what is foreign to it. It does not change
// after New and may be shared between goroutines.
type Draft struct {
	units []Unit
	texts []*text
	index map[string]int

	spacedColons bool
	habits       habits
	bodies       map[string][]body
	plurals      map[string]bool
	lists        map[string]*list
	headings     map[int]*list
	labels       map[int]Note
	numbering    numbering
}

// New reads a draft, its units in order.
func New(units []Unit) *Draft {
	d := &Draft{units: units, index: map[string]int{}}
	for i, u := range units {
		d.index[u.Address] = i
		d.texts = append(d.texts, cut(u.Text))
	}
	d.joinBrackets()
	d.learnColons()
	d.learnSpelling()
	d.learnBodies()
	d.learnPossessives()
	d.learnLists()
	d.learnLabels()
	d.learnNumbering()
	return d
}

// parent is the address that one hangs below, or "".
func (d *Draft) parent(address string) string {
	for dot := strings.LastIndexByte(address, '.'); dot > 0; dot = strings.LastIndexByte(address[:dot], '.') {
		if _, ok := d.index[address[:dot]]; ok {
			return address[:dot]
		}
	}
	return ""
}

// check looks for one kind of fault in a text that stands at an address.
type check func(d *Draft, address string, t *text) []Note

// checks are those for which no other text is needed than the draft.
func checks() []check {
	return []check{unbalanced, emptyPairs, spaces, doubleMarks, doubleWords, lowerCase, runOn,
		spelling, names, references, possessives, correlatives, series}
}

func (d *Draft) notes(address string, t *text) []Note {
	var notes []Note
	for _, c := range checks() {
		notes = append(notes, c(d, address, t)...)
	}
	return notes
}

// Result notes what is wrong with the text after, at an address, that was not
// wrong with the text before in the same way, in the order of the text and
// MaxNotes at most. Before is empty for a new text; after is for one that is
// deleted, of which is noted who refers to it. The address of a new text is the
// one it will have, so that its list is known; it need not be in the draft.
//
// To find what is lost where proposals are combined, the text before may be that
// of the draft or that of any one of them.
func (d *Draft) Result(address, before, after string) []Note {
	if strings.TrimSpace(after) == "" {
		return ordered(d.referring(address))
	}
	was, is := cut(before), cut(after)
	old := map[key]bool{}
	for _, n := range d.notes(address, was) {
		old[n.key()] = true
	}
	var notes []Note
	for _, n := range d.notes(address, is) {
		if !old[n.key()] {
			notes = append(notes, n)
		}
	}
	notes = append(notes, beginning(was, is)...)
	notes = append(notes, d.ending(address, was, is)...)
	return ordered(append(notes, dangling(was, is)...))
}

// Slips notes what is wrong with the draft itself, in its order.
func (d *Draft) Slips() []Slip {
	var slips []Slip
	for i, u := range d.units {
		t := d.texts[i]
		notes := d.notes(u.Address, t)
		notes = append(notes, d.unended(i)...)
		notes = append(notes, d.headingStop(i)...)
		notes = append(notes, d.mislabelled(i)...)
		for _, n := range ordered(notes) {
			slips = append(slips, Slip{u.Address, n})
		}
	}
	return slips
}
