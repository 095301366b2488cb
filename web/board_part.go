package web

import (
	"fmt"
	"slices"
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

// besidePart is what is beside the record, as the pages of the room begin with it.
type besidePart struct {
	Presence presencePart
	Typing   typingPart
}

func (b *board) parts(base Base, v negotiation.View, f form) besidePart {
	return besidePart{b.presenceFor(base, v, f), b.typingFor(base, v, f)}
}

// presencePart is what part "session-presence" shows: how many are connected, and
// how many have the frozen text on their screen. The Chair's console gets names.
type presencePart struct {
	Base
	Connections, Readers int
	// Frozen says that a text is; Screens is on how many it is, Seen of how many
	// delegations.
	Frozen        bool
	Screens, Seen int
	// Named says that the lists are shown.
	Named bool
	// Unseen are connected and have the frozen text on no screen.
	Unseen          []negotiation.Delegation
	present, absent []negotiation.Delegation
}

// Delegations is how many are connected, Present which, Absent who was and is not.
func (p presencePart) Delegations() int                  { return len(p.present) }
func (p presencePart) Present() []negotiation.Delegation { return p.present }
func (p presencePart) Absent() []negotiation.Delegation  { return p.absent }

// key says all that the part shows, so that it is rendered once for all who are shown
// the same.
func (p presencePart) key() any {
	var names string
	if p.Named {
		names = fmt.Sprintf("%q %q %q", p.present, p.absent, p.Unseen)
	}
	return presenceKey{p.Connections, p.Readers, p.Screens, p.Seen, len(p.present), p.Frozen, names}
}

type presenceKey struct {
	connections, readers, screens, seen, delegations int
	frozen                                           bool
	names                                            string
}

func (b *board) presenceFor(base Base, v negotiation.View, f form) presencePart {
	p := presencePart{Base: base, Named: f == consoleForm && v.Audience.Role.Decides()}
	p.present, p.absent = b.attendance(v)
	b.mu.Lock()
	p.Connections, p.Readers = b.all, b.readers
	b.mu.Unlock()
	if frozen := v.Session.Floor.Frozen; frozen != nil {
		screens, by := b.seen(frozen.Hash)
		p.Frozen, p.Screens, p.Seen = true, screens, len(by)
		for _, d := range p.present {
			if !slices.Contains(by, d) {
				p.Unseen = append(p.Unseen, d)
			}
		}
	}
	return p
}

// typingPart is what part "session-typing" shows: the words that are being drafted
// as a redline against the paragraph; nothing while nobody holds the pen.
type typingPart struct {
	Base
	Open      bool
	Paragraph negotiation.ParagraphView
	For       negotiation.Delegation
	Script    diff.Script
	// Restored is when words were kept by a server that has ended since; zero where
	// the pen-holder has typed into this one.
	Restored time.Time
	// Pen and Rev are with which pen they were typed, and as which revision.
	Pen   negotiation.Seq
	Rev   int
	words string
	// Desk says that it is the pen-holder's: then By and Text are for its script, and
	// Unkept is since when nothing could be kept.
	Desk   bool
	By     string
	Text   string
	Unkept time.Time
	// Size is the step of the type on the projector; 0 elsewhere.
	Size int
}

// key says all that the part shows: what was typed as which revision of a pen is one
// text. What it starts from is not: a proposal may be read in another way meanwhile.
func (p typingPart) key() any {
	if !p.Open {
		return typingKey{size: p.Size}
	}
	start := ""
	if p.Rev == 0 {
		start = p.words
	}
	return typingKey{start, p.Pen, p.Rev, p.Paragraph.Address, p.Paragraph.Version, p.For, p.Restored, p.Unkept, p.zone().String(), p.Desk, p.By, p.Size}
}

type typingKey struct {
	start            string
	pen              negotiation.Seq
	rev              int
	address          string
	version          int
	by               negotiation.Delegation
	restored, unkept time.Time
	zone             string
	desk             bool
	page             string
	size             int
}

// Changed reports whether the words are other than the paragraph's.
func (p typingPart) Changed() bool { return changed(p.Script) > 0 }

func (b *board) typingFor(base Base, v negotiation.View, f form) typingPart {
	p := typingPart{Base: base, Desk: f == penForm && v.Audience.Role.HoldsPen()}
	d, open := b.drafting(v)
	if !open {
		return p
	}
	p.Open, p.For, p.Script = true, d.For, d.script()
	p.Paragraph, _ = v.Paragraph(string(d.Paragraph))
	if d.restored {
		p.Restored = d.At
	}
	if f == screenForm {
		l, _ := draftingSpace().fit([][]int{screenColumn{Lines: []screenLine{{Script: p.Script}}}.lengths()})
		p.Size = l.Size
	}
	p.Pen, p.Rev, p.words = d.Pen, d.Rev, d.Text
	if p.Desk {
		p.By, p.Text, p.Unkept = d.By, d.Text, b.unkept()
	}
	return p
}

// drafting gives the words that the pen drafts now: those typed with it, or until
// then those that it starts from.
func (b *board) drafting(v negotiation.View) (drafted, bool) {
	f := v.Session.Floor
	if !v.Session.Running() || f.Stage != negotiation.AtDrafting {
		return drafted{}, false
	}
	d, typed := b.draft(f.Pen.Paragraph)
	if typed && d.Pen == f.Pen.Seq && d.script != nil {
		return d, true
	}
	p, _ := v.Paragraph(string(f.Pen.Paragraph))
	words := textAt(p, f.Pen.Base)
	if !typed || d.Pen != f.Pen.Seq {
		d = drafted{Pen: f.Pen.Seq, Paragraph: f.Pen.Paragraph, Base: f.Pen.Base, For: f.Pen.For, Text: startOf(v, f.Pen), At: f.At}
	}
	text := d.Text
	d.script = func() diff.Script { return diff.Words(words, negotiation.Normal(text)) }
	return d, true
}

// startOf are the words from which a pen drafts.
func startOf(v negotiation.View, pen negotiation.Pen) string {
	if from, ok := v.Proposal(pen.From); ok {
		if c, ok := from.Amendment(pen.Paragraph); ok {
			return c.Text
		}
	}
	p, _ := v.Paragraph(string(pen.Paragraph))
	return textAt(p, pen.Base)
}
