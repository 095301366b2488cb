package negotiation

import (
	"fmt"
	"slices"

	"plenary/diff"
)

// RecordedOutcome is an outcome with the words that it is on and what was said of them.
type RecordedOutcome struct {
	Settlement
	Paragraph ParagraphID
	Address   string
	// Text is that of the version which was settled; Struck that it is not to stand.
	Text   string
	Struck bool
	// Redline leads to Text from the version before, where the outcome changed it.
	Redline diff.Script
	// Authors wrote the version, the outcome's proposal on whose behalf; none where
	// the words are the draft's as it came.
	Authors []Delegation
	// Positions are those that were held then, see [Settlement], in the words of
	// delegations and groups themselves, without the reservations on these very words,
	// which are Reservations.
	Positions, Reservations []Taken
	// Fates are what became of other proposals on the paragraph.
	Fates []Fate
}

// Anchor is the name of an act in documents and pages, for links.
func (a Act) Anchor() string { return fmt.Sprintf("act-%d", a.Seq) }

// Anchor is the name of the outcome of a paragraph in documents and pages, for links.
func (s Settlement) Anchor(on ParagraphID) string { return fmt.Sprintf("outcome-%d-%s", s.Seq, on) }

// Anchor is its name; see [Settlement.Anchor].
func (o RecordedOutcome) Anchor() string { return o.Settlement.Anchor(o.Paragraph) }

// Words are the text that was settled, as a redline where the outcome changed it.
func (o RecordedOutcome) Words() diff.Script {
	if len(o.Redline) > 0 {
		return o.Redline
	}
	op := diff.Equal
	if o.Struck {
		op = diff.Delete
	}
	return diff.Script{{Op: op, Text: o.Text}}
}

// Told tells what was said of it, reservations first, and what became of other
// proposals.
func (o RecordedOutcome) Told() []Saying {
	var list []Saying
	for _, t := range o.Reservations {
		says := t.Footnote()
		if t.Relayed {
			says.Key = "record.reservation-room"
		}
		list = append(list, says)
	}
	for _, t := range o.Positions {
		list = append(list, t.Saying())
	}
	for _, f := range o.Fates {
		list = append(list, f.Saying())
	}
	return list
}

func (b *builder) recordedOutcome(a Act) RecordedOutcome {
	p := b.paragraph(a.Paragraph)
	o := RecordedOutcome{Settlement: *a.Outcome, Paragraph: a.Paragraph, Address: p.Address, Fates: b.fatesAt(a.Seq, a.Paragraph, a.Proposal)}
	for _, s := range p.Settlements {
		if s.Seq == a.Seq {
			o.Reopened = s.Reopened // the act is of its hour, the settlement of now
		}
	}
	if o.Version >= 1 && o.Version <= len(p.Versions) {
		v := p.Versions[o.Version-1]
		o.Text, o.Struck, o.Authors = v.Text, v.Deleted, v.Delegations
		if v.Seq == a.Seq {
			o.Redline = v.Redline
		}
	}
	for _, h := range o.Settlement.Positions {
		t := Taken{Position: h.Position, Seq: h.Seq, Relayed: h.Relayed, Stale: h.Stale}
		switch {
		case len(h.Via) > 0: // its group's word, which is told as that
		case t.Kind == Reserves && !t.Stale:
			o.Reservations = append(o.Reservations, t)
		default:
			o.Positions = append(o.Positions, t)
		}
	}
	return o
}

// saidOf are the positions told to all on what s settled: on the proposal that it took
// in, or on the paragraph in the words of its version.
func (v View) saidOf(p ParagraphView, s Settlement) []Taken {
	if q, ok := v.Proposal(s.Proposal); ok {
		return Told(q.Positions)
	}
	var list []Taken
	for _, t := range Told(p.Positions) {
		if t.Version == s.Version {
			t.Stale = false // on the words that were settled
			list = append(list, t)
		}
	}
	return list
}

// Reservations are the footnotes to the outcome of p that holds: what delegations and
// groups reserve on the very words that were settled, and told to all. A footnote can
// be put, and taken back, after the gavel: what was held then is in the record.
func (v View) Reservations(p ParagraphView) []Taken {
	s, ok := p.Settled()
	if !ok {
		return nil
	}
	return slices.DeleteFunc(v.saidOf(p, s), func(t Taken) bool { return t.Kind != Reserves || t.Stale })
}
