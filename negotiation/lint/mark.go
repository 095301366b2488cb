package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaces notes what is wrong with the space between words: two of them, one
// before a mark that takes none, none after a comma.
func spaces(d *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := range len(t.words) + 1 {
		gap := t.gap(i)
		from, to := t.left(i), t.right(i)
		if i > 0 && i < len(t.words) && strings.Contains(gap, "  ") && !strings.ContainsRune(gap, '\n') {
			notes = append(notes, t.span(DoubleSpace, from, to, strings.Join(strings.Fields(t.s[from:to]), " ")))
		}
		if at := d.spaceBefore(t, i); at >= 0 && i > 0 {
			end := t.words[i-1].to + at
			mark := t.s[end+1 : end+2]
			notes = append(notes, t.span(SpaceBefore, from, end+2, strings.TrimRight(t.s[from:end], " ")+mark))
		}
		if i > 0 && i < len(t.words) && (gap == "," || gap == ";") && unicode.IsLetter(t.first(i)) && !unicode.IsDigit(t.first(i-1)) {
			notes = append(notes, t.span(NoSpace, from, to, t.word(i-1)+gap+" "+t.word(i)))
		}
	}
	return notes
}

// spaceBefore finds in gap i the space before a mark that takes none, or gives
// -1. French sets one before a colon and a semicolon, so the draft decides on those.
func (d *Draft) spaceBefore(t *text, i int) int {
	gap := t.gap(i)
	for at := 0; at+1 < len(gap); at++ {
		if gap[at] != ' ' {
			continue
		}
		switch rest := gap[at+2:]; gap[at+1] {
		case ',':
			return at
		case '.':
			// " ..." and " . . ." leave something out, and ".5" is a number.
			if strings.Count(gap, ".") == 1 && (strings.HasPrefix(rest, " ") || rest == "" && i == len(t.words)) {
				return at
			}
		case ';', ':':
			if !d.spacedColons {
				return at
			}
		}
	}
	return -1
}

// learnColons learns whether the draft sets a space before colons and semicolons.
func (d *Draft) learnColons() {
	spaced, close := 0, 0
	for _, t := range d.texts {
		for at := range len(t.s) {
			if t.s[at] != ';' && t.s[at] != ':' {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(t.s[:at])
			if unicode.IsSpace(before) {
				spaced++
			} else {
				close++
			}
		}
	}
	d.spacedColons = spaced >= close
}

// doubleMarks notes marks that follow each other.
func doubleMarks(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for at := 0; at < len(t.s); at++ {
		to := at
		for to < len(t.s) && strings.IndexByte(".,;:", t.s[to]) >= 0 {
			to++
		}
		if run := t.s[at:to]; len(run) > 1 && !t.mayFollow(run, at) && (to == len(t.s) || t.s[to] != '/') {
			from := at
			if i := t.upTo(at) - 1; i >= 0 && t.words[i].to == at {
				from = t.words[i].from
			}
			notes = append(notes, t.span(DoubleMark, from, to, mended(t.s[from:at], run)))
		}
		at = max(at, to-1)
	}
	return notes
}

// mayFollow reports whether the marks of a run may follow each other: dots that
// leave something out, or the full stop of an abbreviation and one more.
func (t *text) mayFollow(run string, at int) bool {
	dots := len(run) - len(strings.TrimLeft(run, "."))
	if dots >= 3 {
		return len(run) <= dots+1
	}
	if dots != 1 || len(run) != 2 {
		return false
	}
	i := t.upTo(at) - 1
	return i < 0 || t.words[i].to != at || t.abbreviates(i)
}

// mended is the word with one mark, where it is plain which.
func mended(word, run string) string {
	switch {
	case strings.Trim(run, run[:1]) == "":
		return word + run[:1]
	case strings.Trim(run, ",.") == "" && run[0] == ',', strings.Trim(run, ";.") == "" && run[0] == ';':
		return word + "."
	case strings.Trim(run, ",;") == "":
		return word + ";"
	}
	return ""
}
