package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edit is a place of a redline where something changes.
type edit struct {
	equal             string // what stands between the edit before and this one
	deleted, inserted string
	layout            layout
}

// layout says how an edit is marked.
type layout uint8

const (
	apart  layout = iota // with a space between the deletion and the insertion
	joined               // without
	wide                 // up to the next white space on either side
)

// editsOf returns the edits of a script and the equal text behind the last.
func editsOf(s Script) (edits []edit, tail string) {
	open := false
	for _, span := range s {
		if span.Op == Equal {
			tail += span.Text
			open = false
			continue
		}
		if !open {
			edits = append(edits, edit{equal: tail})
			tail, open = "", true
		}
		last := &edits[len(edits)-1]
		if span.Op == Delete {
			last.deleted += span.Text
		} else {
			last.inserted += span.Text
		}
	}
	return edits, tail
}

// margins returns the white space around the words of an edit, which is
// written outside of the marks.
func (e edit) margins() (lead, trail string) {
	lead, trail = margins(e.inserted)
	leadDeleted, trailDeleted := margins(e.deleted)
	if lead == "" {
		lead = leadDeleted
	}
	if trail == "" {
		trail = trailDeleted
	}
	return lead, trail
}

func margins(text string) (lead, trail string) {
	start := spaceLen(text)
	end := max(start, len(strings.TrimRightFunc(text, unicode.IsSpace)))
	return text[:start], text[end:]
}

// fit gives each edit the first layout that is read back where it stands. The
// rule for taking words away looks no further than the white space and the one
// sign on either side, so it is tried with no more than that.
func fit(edits []edit, tail string) {
	for i := range edits {
		e, next := &edits[i], tail
		if i+1 < len(edits) {
			next = edits[i+1].equal
		}
		left, right := "", firstSign(next)
		if words := strings.TrimRightFunc(e.equal, unicode.IsSpace); words != "" || i > 0 {
			left = "x" + e.equal[len(words):]
		}
		before, after := fold(left+e.deleted+right), fold(left+e.inserted+right)
		for e.layout = apart; e.layout < wide; e.layout++ {
			alone := edit{left, e.deleted, e.inserted, e.layout}
			if reads(marked([]edit{alone}, right), before, after) {
				break
			}
		}
	}
}

// firstSign returns the white space that text begins with and the rune behind.
func firstSign(text string) string {
	n := spaceLen(text)
	_, size := utf8.DecodeRuneInString(text[n:])
	return text[:n+size]
}
