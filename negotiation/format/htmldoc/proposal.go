package htmldoc

import (
	"strings"
	"time"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// printer writes proposals in one language.
type printer struct {
	tongue lang.Tongue
	// textLang is the language of the draft, where it is not tongue's.
	textLang string
	// zone is that of the meeting; instants are told in another zone in the documents
	// that go outside of it: UTC.
	zone, instants *time.Location
	// notes are the footnotes, by their numbers from 1.
	notes *[]string
}

// tells writes a saying that holds words of others.
func (p printer) tells(s negotiation.Saying) string { return s.In(p.tongue, p.zone, same) }

// same are the words of others: the template escapes them.
func same(words string) string { return words }

// settled marks a paragraph with the outcome that holds, and with its reservations.
func (p printer) settled(u *unit, para negotiation.PrintedParagraph, outcome bool) {
	if outcome && para.Outcome != nil {
		u.Outcome = p.tells(para.Outcome.Says()[0])
	}
	for _, t := range para.Reservations {
		*p.notes = append(*p.notes, p.tells(t.Footnote()))
		u.Marks = append(u.Marks, len(*p.notes))
	}
}

func (p printer) paragraph(para negotiation.PrintedParagraph) unit {
	op := diff.Equal
	if para.Deleted {
		op = diff.Delete
	}
	u := unit{ID: "p-" + para.Address, Class: string(para.Kind), Label: label(para.Kind, para.Label),
		Spans: p.spans(diff.Script{{Op: op, Text: para.Text}})}
	switch para.Kind {
	case negotiation.Heading:
		u.Heading = 2
	case negotiation.Group:
		u.Heading = 3
	}
	return u
}

// label is what is printed before a paragraph.
func label(kind negotiation.Kind, label string) string {
	if kind == negotiation.Bullet {
		return "•"
	}
	return negotiation.Paragraph{Kind: kind, Label: label}.PrintedLabel()
}

func (p printer) spans(s diff.Script) []span {
	var list []span
	for _, part := range s {
		v := span{Insert: part.Op == diff.Insert, Delete: part.Op == diff.Delete, Text: part.Text, Lang: p.textLang}
		switch part.Op {
		case diff.Insert:
			v.Start, v.End = p.tongue.Say("redline.inserted"), p.tongue.Say("redline.end-inserted")
		case diff.Delete:
			v.Start, v.End = p.tongue.Say("redline.deleted"), p.tongue.Say("redline.end-deleted")
		}
		list = append(list, v)
	}
	return list
}

func (p printer) proposal(r negotiation.Restated) proposal {
	names := []string{string(r.Delegation)}
	for _, d := range r.Sponsors {
		names = append(names, string(d))
	}
	v := proposal{ID: string(r.Proposal), By: p.tongue.List(names), Remarks: p.remarks(r)}
	v.Said = p.sayAll(r.Says())
	for _, l := range r.Lines {
		v.Lines = append(v.Lines, p.row(l))
	}
	return v
}

func (p printer) remarks(r negotiation.Restated) []remark {
	var list []remark
	for _, text := range r.Requests {
		list = append(list, remark{p.tongue.Say("document.request"), text, p.textLang})
	}
	for _, text := range r.Comments {
		list = append(list, remark{p.tongue.Say("document.comment"), text, p.textLang})
	}
	if r.Reason != "" {
		kind, _, _ := strings.Cut(p.tongue.Say("document.reason", "reason", ""), ":")
		list = append(list, remark{strings.TrimSpace(kind), r.Reason, p.textLang})
	}
	return list
}

func (p printer) row(l negotiation.Line) row {
	v := row{Class: string(l.Kind), Label: label(l.Kind, l.Label), Spans: p.spans(l.Shown())}
	switch l.Change {
	case negotiation.Insert:
		v.Said = p.tongue.Say("document.after", "address", l.After)
	case negotiation.Move:
		v.Said = p.tongue.Say("document.moved", "address", l.After)
	case negotiation.Delete:
		v.Said = p.tongue.Say("document.deleted")
	}
	return v
}

func (p printer) fate(f negotiation.Fate) fate {
	text := p.tongue.Say("document.proposal", "proposal", f.Proposal)
	if f.Address != "" {
		text += ", " + f.Address
	}
	text += ": " + p.says(f.Says()) + ", " + p.tongue.DateTime(f.At, p.instants)
	if f.Reason != "" {
		text += ". " + f.Reason
	}
	return fate{By: string(f.Delegation), Text: text}
}
