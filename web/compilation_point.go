package web

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// pointPart is what part "point" shows: one thing that a proposal asks, in a note
// or in a cell of a table.
type pointPart struct {
	Base
	negotiation.Point
	// Said is what is to be said beside its words.
	Said string
	// Language of the draft's words.
	Language string
	// Named says that whoever put it forward is named here.
	Named bool
}

func (p compilationPage) point(of negotiation.Point, says []negotiation.Saying, named bool) pointPart {
	return pointPart{p.In, of, p.said(says), p.View.Language, named}
}

// said puts what is said of a point into the words of the document.
func (p compilationPage) said(list []negotiation.Saying) string {
	var said []string
	for _, s := range list {
		said = append(said, p.Saying(s))
	}
	return strings.Join(said, "; ")
}

// Saying puts a sentence of the document into its words.
func (p compilationPage) Saying(s negotiation.Saying) string { return p.In.T(s.Key, s.With...) }

// Draft is the redline of a paragraph of the draft: none, or all of it struck.
func (p compilationPage) Draft(para negotiation.PrintedParagraph) diff.Script {
	op := diff.Equal
	if para.Deleted {
		op = diff.Delete
	}
	return diff.Script{{Op: op, Text: para.Text}}
}

// pageRow is a row of a document together with its page.
type pageRow struct {
	compilationPage
	Row any
}

// With gives a row to a part that needs the page as well.
func (p compilationPage) With(row any) pageRow { return pageRow{p, row} }
