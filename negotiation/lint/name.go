package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// body is how a draft spells out an acronym.
type body struct {
	// words in the form for comparison, and the same with what stands between.
	words []string
	text  string
	count int
}

// longestName is how many words before an acronym are looked at.
const longestName = 15

// connectors join the words of a name and have no capital.
var connectors = set(`of and the for on in to with between at by from de del la las el los y e en para por con
	da do das dos du des le les et pour sur dans a à au aux entre a`)

// acronyms calls f for each acronym between brackets and the name before it: the
// words from i to j, not included, with capitals.
func (t *text) acronyms(f func(acronym string, i, j int)) {
	for j := 1; j < len(t.words); j++ {
		if strings.TrimSpace(t.gap(j)) != "(" || !strings.HasPrefix(t.gap(j+1), ")") || !isAcronym(t.word(j)) {
			continue
		}
		i := j
		for i > 0 && j-i < longestName && t.inName(i-1) && (i == j || withinName(t.gap(i))) {
			i--
		}
		for i < j && connectors[t.fold(i)] {
			i++
		}
		// One word is too little to know a name by.
		if j-i > 1 {
			f(t.word(j), i, j)
		}
	}
}

func isAcronym(w string) bool {
	return utf8.RuneCountInString(w) >= 2 && w == strings.ToUpper(w) && strings.IndexFunc(w, unicode.IsLetter) == 0
}

func (t *text) inName(i int) bool {
	return !unicode.IsLower(t.first(i)) || connectors[t.fold(i)]
}

// withinName reports whether what stands between two words lets them be one name.
func withinName(gap string) bool {
	return strings.Trim(gap, " \u00a0'’") == ""
}

// key is the words from i to j as names are compared: in one spelling.
func (t *text) key(i, j int) []string {
	var words []string
	for k := i; k < j; k++ {
		w := t.fold(k)
		if v, ok := variants[w]; ok && v.side == 1 {
			w = v.other
		}
		words = append(words, w)
	}
	return words
}

func (d *Draft) learnBodies() {
	d.bodies = map[string][]body{}
	for _, t := range d.texts {
		t.acronyms(func(acronym string, i, j int) {
			words := t.key(i, j)
			known := d.bodies[acronym]
			if k := slices.IndexFunc(known, func(b body) bool { return slices.Equal(b.words, words) }); k >= 0 {
				known[k].count++
			} else if len(known) < 10 { // more spellings of one name tell nothing
				d.bodies[acronym] = append(known, body{words, t.s[t.words[i].from:t.words[j-1].to], 1})
			}
		})
	}
}

// names notes that the words before an acronym are not those that the draft has
// for it, though they are alike: a word of the name was lost or changed.
func names(d *Draft, _ string, t *text) []Note {
	var notes []Note
	t.acronyms(func(acronym string, i, j int) {
		words, own, best := t.key(i, j), 0, body{}
		for _, b := range d.bodies[acronym] {
			if sameEnd(b.words, words) {
				own += b.count
			} else if alike(b.words, words) && b.count > best.count {
				best = b
			}
		}
		if best.count > own {
			bracket := t.s[t.words[j-1].to : t.words[j].to+1]
			notes = append(notes, t.span(Name, t.words[i].from, t.words[j].to+1, best.from(words[0])+bracket))
		}
	})
	return notes
}

// sameEnd reports whether the shorter of two names ends the longer one.
func sameEnd(a, b []string) bool {
	n := min(len(a), len(b))
	return slices.Equal(a[len(a)-n:], b[len(b)-n:])
}

// alike reports whether at least half of the words of the shorter name are in the
// other, connecting ones left out.
func alike(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	all, shared := 0, 0
	for _, w := range a {
		if connectors[w] {
			continue
		}
		if all++; slices.Contains(b, w) {
			shared++
		}
	}
	return shared > 0 && shared*2 >= all
}

// from is the name from a word on, or all of it.
func (b body) from(first string) string {
	if k := slices.Index(b.words, first); k > 0 {
		return b.text[cut(b.text).words[k].from:]
	}
	return b.text
}
