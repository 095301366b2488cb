package negotiation

import (
	"strings"
	"time"

	"plenary/diff"
)

// Kind is the form of a paragraph.
type Kind string

const (
	// Heading is a section heading, labelled A, B, C or not at all.
	Heading Kind = "heading"
	// Group is a heading below a section ("WORKING GROUP 1"), without a label.
	Group Kind = "group"
	// Numbered is a numbered paragraph; its text is the chapeau of what hangs below it.
	Numbered Kind = "numbered"
	// Plain is a paragraph of text without a number.
	Plain Kind = "plain"
	// Lettered is a sub-paragraph a, b, c.
	Lettered Kind = "lettered"
	// Roman is a sub-paragraph i, ii, iii.
	Roman Kind = "roman"
	// Bullet is a sub-paragraph without a printed label.
	Bullet Kind = "bullet"
)

// Known reports whether k is one of the kinds above.
func (k Kind) Known() bool {
	switch k {
	case Heading, Group, Numbered, Plain, Lettered, Roman, Bullet:
		return true
	}
	return false
}

// IsHeading reports whether k structures the draft and is counted apart.
func (k Kind) IsHeading() bool { return k == Heading || k == Group }

// Sub reports whether k stands below a numbered or plain paragraph.
func (k Kind) Sub() bool { return k == Lettered || k == Roman || k == Bullet }

// Paragraph is one amendable unit of the draft at its newest version.
type Paragraph struct {
	ID   ParagraphID `json:"id"`
	Kind Kind        `json:"kind"`
	// Label is unique among the paragraphs with the same Parent: "7", "b",
	// "ii", "A", "5 bis"; "bullet3" and "group1" where none is printed.
	Label string `json:"label"`
	// Parent is the numbered or plain paragraph of a sub-paragraph, the
	// heading of a Group, and empty for all others.
	Parent ParagraphID `json:"parent,omitempty"`
	// Text is in normal form (see Normal) and not empty.
	Text string `json:"text"`
	// Version counts from 1.
	Version int `json:"version"`
	// Deleted paragraphs keep their place and label and are shown struck.
	Deleted bool `json:"deleted,omitempty"`
}

// Version is one wording that a paragraph has had.
type Version struct {
	Number int
	Text   string
	// Redline leads from the version before to this one; it is empty for version 1.
	Redline diff.Script
	Deleted bool
	// Moved says that this version differs in its place.
	Moved bool
	Seq   Seq
	At    time.Time
	// Proposal brought it about, on behalf of Delegations; empty for the import.
	Proposal    ProposalID
	Delegations []Delegation
}

// PrintedLabel is the label as a document prints it: "7.", "b.", "ii.", "A.",
// or "" where the kind has none.
func (p Paragraph) PrintedLabel() string {
	if p.Kind == Bullet || p.Kind == Group || p.Kind == Plain || p.Label == "" ||
		p.Kind == Heading && strings.HasPrefix(p.Label, "heading") {
		return ""
	}
	return p.Label + "."
}

// addressPart is the label as it stands in an address: "5bis".
func (p Paragraph) addressPart() string { return strings.ReplaceAll(p.Label, " ", "") }
