package web

import (
	"slices"

	"plenary/negotiation"
)

// noticeGroup are the notices of one severity.
type noticeGroup struct {
	Severity negotiation.Severity
	Notices  []negotiation.Notice
	// Count counts also those that were left out.
	Count int
}

// Groups are the notices by severity, the gravest first.
func (p noticesPart) Groups() []noticeGroup {
	var groups []noticeGroup
	for _, severity := range []negotiation.Severity{negotiation.Error, negotiation.Ask, negotiation.Info} {
		g := noticeGroup{Severity: severity}
		for _, n := range p.Notices {
			if n.Severity == severity {
				g.Notices = append(g.Notices, n)
				g.Count += 1 + n.More
			}
		}
		if g.Count > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// mostNotes bounds the editorial notes on a page.
const mostNotes = 500

// notesGroup are editorial notes with how many more there are.
type notesGroup struct {
	Notes []negotiation.EditorialNote
	Count int
	More  int
}

// Editorial are the notes on what proposals would leave.
func (p reportPage) Editorial() notesGroup { return p.editorial(false) }

// Slips are the notes on the draft itself.
func (p reportPage) Slips() notesGroup { return p.editorial(true) }

func (p reportPage) editorial(draft bool) notesGroup {
	list := slices.DeleteFunc(slices.Clone(p.Report.Editorial), func(n negotiation.EditorialNote) bool { return (n.Delegation == "") != draft })
	g := notesGroup{Notes: list[:min(len(list), mostNotes)], Count: len(list)}
	g.More = g.Count - len(g.Notes)
	return g
}

// Mends says an editorial note in the reader's language; where there are no words
// for its code, in English.
func (p reportPage) Mends(n negotiation.EditorialNote) string {
	if key := "lint." + n.Code; p.Tongue.Has(key) {
		return p.T(key, "words", n.Words, "suggest", n.Suggest)
	}
	return n.Text
}
