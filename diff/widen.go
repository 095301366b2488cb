package diff

import (
	"strings"
	"unicode"
)

// widen extends the wide edits to the next white space on either side, and
// returns all edits and the equal text behind the last. Edits without white
// space between them become one if either is wide.
func widen(edits []edit, tail string) ([]edit, string) {
	spread(edits)
	var w widener
	wasWide := false
	for _, e := range edits {
		isWide := e.layout == wide
		w.gap(e.equal, wasWide, isWide)
		w.deleted.WriteString(e.deleted)
		w.inserted.WriteString(e.inserted)
		w.layout = e.layout
		wasWide = isWide
	}
	w.gap(tail, wasWide, false)
	// The last gap opened an edit that changes nothing, before it the tail.
	return w.edits, w.equal
}

// spread makes every edit wide that no white space parts from a wide one.
func spread(edits []edit) {
	for i := 1; i < len(edits); i++ {
		if edits[i-1].layout == wide && !hasSpace(edits[i].equal) {
			edits[i].layout = wide
		}
	}
	for i := len(edits) - 1; i > 0; i-- {
		if edits[i].layout == wide && !hasSpace(edits[i].equal) {
			edits[i-1].layout = wide
		}
	}
}

func hasSpace(text string) bool { return strings.IndexFunc(text, unicode.IsSpace) >= 0 }

// widener puts together the edits of widen, one after the other.
type widener struct {
	edits []edit
	// The open edit.
	equal             string
	deleted, inserted strings.Builder
	layout            layout
}

// gap closes the open edit and opens the next behind the equal text between the
// two, of which the wide ones take what lies on their side of the white space.
func (w *widener) gap(text string, leftWide, rightWide bool) {
	start, end := 0, len(text)
	if leftWide {
		start = len(text) - len(strings.TrimLeftFunc(text, isBlack))
	}
	if rightWide {
		end = len(strings.TrimRightFunc(text, isBlack))
	}
	if start > end {
		// No white space: the two are one.
		w.both(text)
		return
	}
	w.both(text[:start])
	if w.deleted.Len()+w.inserted.Len() > 0 {
		w.edits = append(w.edits, edit{w.equal, w.deleted.String(), w.inserted.String(), w.layout})
	}
	w.equal = text[start:end]
	w.deleted.Reset()
	w.inserted.Reset()
	w.both(text[end:])
}

// both adds to the open edit what stands on both sides.
func (w *widener) both(text string) {
	w.deleted.WriteString(text)
	w.inserted.WriteString(text)
}

func isBlack(r rune) bool { return !unicode.IsSpace(r) }
