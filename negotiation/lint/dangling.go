package lint

import (
	"strings"
	"unicode/utf8"

	"plenary/diff"
)

// dangling notes words that lean on others which stood before them and are gone.
func dangling(was, is *text) []Note {
	var marked, pointing []int
	for i := range is.words {
		if is.marker(i) > 0 {
			marked = append(marked, i)
		} else if pointers[is.fold(i)] {
			pointing = append(pointing, i)
		}
	}
	if len(marked)+len(pointing) == 0 || len(was.words) == 0 {
		return nil
	}
	c := compare(was, is)
	var notes []Note
	for _, i := range marked {
		if c.leansOnNothing(i) {
			notes = append(notes, is.note(Dangling, i, i+is.marker(i)-1, ""))
		}
	}
	return append(notes, c.pointAtNothing(pointing)...)
}

// comparison says what became of the words of a text.
type comparison struct {
	was, is *text
	// place is, for each word after, how many words before stand before it there.
	place []int
	// kept and fresh count the words of weight up to each word: those before that
	// are kept, those after that are new. Heavy counts all of them.
	kept, fresh           []int
	heavyBefore, heavyNow []int
	isNew                 []bool
}

func compare(was, is *text) comparison {
	script := diff.Words(was.s, is.s)
	c := comparison{was: was, is: is, kept: make([]int, 1), fresh: make([]int, 1),
		heavyBefore: make([]int, 1), heavyNow: make([]int, 1)}
	before, now := 0, 0
	for _, span := range script {
		if span.Op != diff.Insert {
			before += len(span.Text)
		}
		if span.Op != diff.Delete {
			now += len(span.Text)
		}
		for span.Op != diff.Insert && len(c.kept) <= len(was.words) && was.words[len(c.kept)-1].to <= before {
			i := len(c.kept) - 1
			c.kept = append(c.kept, c.kept[i]+was.weight(i, span.Op == diff.Equal))
			c.heavyBefore = append(c.heavyBefore, c.heavyBefore[i]+was.weight(i, true))
		}
		for span.Op != diff.Delete && len(c.place) < len(is.words) && is.words[len(c.place)].to <= now {
			i := len(c.place)
			c.fresh = append(c.fresh, c.fresh[i]+is.weight(i, span.Op == diff.Insert))
			c.heavyNow = append(c.heavyNow, c.heavyNow[i]+is.weight(i, true))
			c.isNew = append(c.isNew, span.Op == diff.Insert)
			c.place = append(c.place, c.placed(span.Op, before-(now-is.words[i].from)))
		}
	}
	return c
}

// placed counts the words before that end at or before a byte of the text before;
// what is new stands behind all that was read of it.
func (c comparison) placed(op diff.Op, at int) int {
	if op == diff.Insert {
		return len(c.kept) - 1
	}
	return c.was.upTo(at)
}

// weight is 1 for a word that carries sense, if it counts.
func (t *text) weight(i int, counts bool) int {
	if counts && utf8.RuneCountInString(t.fold(i)) > 3 {
		return 1
	}
	return 0
}

// leansOnNothing reports whether the words on which the marker at word i leaned
// are gone, and nobody wrote others in their place.
func (c comparison) leansOnNothing(i int) bool {
	j := c.place[i]
	if j == 0 || i == 0 && c.isNew[i] {
		return false // it leans on an earlier paragraph
	}
	from := c.was.words[j-1].begin
	all := c.heavyBefore[j] - c.heavyBefore[from]
	if all == 0 || (c.kept[j]-c.kept[from])*3 > all {
		return false
	}
	if i == 0 {
		return true
	}
	from = c.is.words[i-1].begin
	return (c.fresh[i]-c.fresh[from])*2 < c.heavyNow[i]-c.heavyNow[from]
}

// pointAtNothing notes "those policies" where policies were named before and are
// no more.
func (c comparison) pointAtNothing(pointing []int) []Note {
	first := map[string]int{}
	for j := len(c.was.words) - 1; j >= 0; j-- {
		first[stem(c.was.fold(j))] = j
	}
	var notes []Note
	named, next := map[string]bool{}, 0
	for _, i := range pointing {
		for ; next < i; next++ {
			named[stem(c.is.fold(next))] = true
		}
		if c.isNew[i] || !c.is.spaced(i+1) || utf8.RuneCountInString(c.is.fold(i+1)) < 5 {
			continue
		}
		thing := stem(c.is.fold(i + 1))
		// "These new policies" is about the second word.
		second := c.is.spaced(i+2) && named[stem(c.is.fold(i+2))]
		if at, ok := first[thing]; ok && at < c.place[i] && !named[thing] && !second {
			notes = append(notes, c.is.note(Dangling, i, i+1, ""))
		}
	}
	return notes
}

// stem is what the singular and the plural of a word share, mostly.
func stem(w string) string {
	return strings.TrimRight(strings.TrimSuffix(plain.Replace(w), "s"), "eiy")
}

// plain takes the accents away that come and go with the plural.
var plain = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u")
