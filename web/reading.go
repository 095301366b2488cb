package web

import (
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// doubtPart is a change whose marks can be read in two ways, which part "doubt"
// shows: both redlines side by side, what the text would be after each, and what
// does not fit in the marks. It holds nothing personal.
type doubtPart struct {
	Base
	// Change is its index in the proposal, Address and Kind those of its paragraph.
	Change  int
	Address string
	Kind    negotiation.Kind
	Label   string
	// Language is that of the words.
	Language string
	// Version is the one that both readings lead from, where that is not the
	// newest any more.
	Version  int
	Literal  wayToRead
	Probable wayToRead
	// Why says what makes the readings differ, Also what else is odd about the marks.
	Why, Also []string
}

// wayToRead is one way to read a passage.
type wayToRead struct {
	Redline diff.Script
	// Text is what would stand there; Same says that it does already.
	Text string
	Same bool
}

// doubtsIn are what can be read in two ways about p, while nobody has confirmed a
// reading.
func (b Base) doubtsIn(v negotiation.View, p negotiation.ProposalView) []doubtPart {
	if !p.Unconfirmed() {
		return nil
	}
	var list []doubtPart
	for _, d := range p.Received.Doubts {
		as := asReceived(p, d.Change)
		now, ok := v.Paragraph(string(as.Paragraph))
		if !ok {
			continue // the law lets none through
		}
		seen := textAt(now, as.Base)
		part := doubtPart{Base: b, Change: d.Change, Address: now.Address, Kind: now.Kind, Label: now.PrintedLabel(), Language: v.Language,
			Literal: readAs(seen, d.Literal), Probable: readAs(seen, d.Probable)}
		if p.Language != "" {
			part.Language = p.Language
		}
		if as.Base < now.Version {
			part.Version = as.Base
		}
		for _, f := range d.Why {
			if f.Kind.Merged() {
				part.Why = append(part.Why, b.finding(f))
			} else {
				part.Also = append(part.Also, b.finding(f))
			}
		}
		list = append(list, part)
	}
	return list
}

func readAs(before, after string) wayToRead {
	return wayToRead{Redline: diff.Words(before, after), Text: after, Same: negotiation.Normal(before) == negotiation.Normal(after)}
}

// asReceived is a change as the document had it, before acceptances of others
// carried it over: that is what its doubts are about.
func asReceived(p negotiation.ProposalView, change int) negotiation.Change {
	i := slices.IndexFunc(p.Rebases, func(r negotiation.Rebase) bool { return r.Change == change })
	if i < 0 {
		return p.Changes[change]
	}
	return p.Rebases[i].Was
}

// finding says one thing that does not fit in the marks of a passage.
func (b Base) finding(f diff.Finding) string {
	key := "finding." + string(f.Kind)
	if !b.Tongue.Has(key) {
		key = "finding.unknown" // of a record written elsewhere
	}
	return b.T(key, "words", extract(f.Words))
}

// confirmation says which reading of p its author has confirmed, where there was a
// choice.
func (b Base) confirmation(p negotiation.ProposalView) string {
	c := p.Confirmed
	if c == nil {
		return ""
	}
	key := "reading.confirmed-" + string(c.Reading)
	if !c.Own {
		key = "reading.written-" + string(c.Reading)
	}
	return b.T(key, "delegation", p.Delegation, "word", c.Word, "time", b.Date(c.At))
}

// mayConfirm reports whether the seat of b may say how p is to be read.
func (b Base) mayConfirm(p negotiation.ProposalView) bool {
	return p.Unconfirmed() && b.Seat.SpeaksFor(p.Delegation)
}

// unconfirmed counts the proposals of a list of which nobody has confirmed a reading.
func unconfirmed(list []negotiation.ProposalView) int {
	n := 0
	for _, p := range list {
		if p.Unconfirmed() {
			n++
		}
	}
	return n
}

// Doubt gives what stands in place of a line that can be read in two ways.
func (p proposalPart) Doubt(l negotiation.Line) *doubtPart {
	if l.Change != negotiation.Amend {
		return nil
	}
	for i := range p.Doubts {
		if p.Doubts[i].Address == l.Address {
			return &p.Doubts[i]
		}
	}
	return nil
}

// doubtReading is what part "reading" shows: one of the two ways.
type doubtReading struct {
	doubtPart
	Reading wayToRead
}

func readingIn(d doubtPart, r wayToRead) doubtReading { return doubtReading{d, r} }
