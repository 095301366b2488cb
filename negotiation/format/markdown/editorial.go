package markdown

import (
	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/negotiation/lint"
)

// Proofread notes in d what an editor would mend, against the paragraphs of the
// draft that its proposals are on: in the text that each would leave if it were
// accepted as it probably is meant, and, if d brings the draft, in that itself, with
// its open places. It applies nothing, and takes time in proportion to the texts.
func Proofread(d *negotiation.Draft, against []negotiation.PrintedParagraph) {
	p := newProofreader(against)
	d.Editorial, d.Placeholders = nil, nil
	if len(d.Paragraphs) > 0 {
		d.Editorial = p.slips()
		for _, open := range p.draft.Placeholders() {
			d.Placeholders = append(d.Placeholders, negotiation.OpenPlace{Paragraph: open.Address, Nth: open.Nth, Behind: open.Behind})
		}
	}
	for _, proposal := range d.Proposals {
		d.Editorial = append(d.Editorial, p.results(proposal)...)
	}
}

// proofreader holds a draft and the judge of what is foreign to it.
type proofreader struct {
	draft      *lint.Draft
	paragraphs map[negotiation.ParagraphID]negotiation.PrintedParagraph
	addresses  map[negotiation.ParagraphID]string
	english    lang.Tongue
}

func newProofreader(list []negotiation.PrintedParagraph) proofreader {
	leads := map[negotiation.ParagraphID]bool{}
	for _, p := range list {
		leads[p.Parent] = true
	}
	pr := proofreader{paragraphs: map[negotiation.ParagraphID]negotiation.PrintedParagraph{}, addresses: map[negotiation.ParagraphID]string{}}
	var units []lint.Unit
	for _, p := range list {
		pr.paragraphs[p.ID], pr.addresses[p.ID] = p, p.Address
		units = append(units, lint.Unit{Address: p.Address, Text: p.Text, Heading: p.Kind.IsHeading(),
			Chapeau: leads[p.ID] && !p.Kind.IsHeading(), Item: p.Kind.Sub()})
	}
	pr.draft = lint.New(units)
	return pr
}

func (pr proofreader) slips() []negotiation.EditorialNote {
	var list []negotiation.EditorialNote
	for _, slip := range pr.draft.Slips() {
		list = append(list, pr.note(slip.Address, slip.Note))
	}
	return list
}

// results notes what would be wrong with the texts that a proposal would leave.
func (pr proofreader) results(p negotiation.Proposal) []negotiation.EditorialNote {
	probable := map[int]string{}
	line := 0
	if p.Received != nil {
		line = p.Received.Line
		for _, d := range p.Received.Doubts {
			probable[d.Change] = d.Probable
		}
	}
	var list []negotiation.EditorialNote
	for i, c := range p.Changes {
		own, known := pr.paragraphs[c.Paragraph]
		if !known {
			continue
		}
		before, after, address := own.Text, c.Text, own.Address
		if words, doubted := probable[i]; doubted {
			after = words
		}
		switch c.Kind {
		case negotiation.Amend:
		case negotiation.Delete:
			after = ""
		case negotiation.Insert:
			before, address = "", pr.behind(own, c.As)
		default:
			continue
		}
		for _, n := range pr.draft.Result(address, before, after) {
			note := pr.note(own.Address, n)
			note.Line, note.Delegation = line, p.Delegation
			list = append(list, note)
		}
	}
	return list
}

// behind is an address among those of the list that a new paragraph stands in.
func (pr proofreader) behind(own negotiation.PrintedParagraph, as negotiation.Kind) string {
	const fresh = "new"
	switch {
	case as == "":
		as = own.Kind
	case !as.Sub():
		return fresh
	}
	list := own.Address
	if own.Kind.Sub() {
		list = pr.addresses[own.Parent]
	}
	if list == "" || !as.Sub() {
		return fresh
	}
	return list + "." + fresh
}

func (pr proofreader) note(address string, n lint.Note) negotiation.EditorialNote {
	return negotiation.EditorialNote{Paragraph: address, Code: n.Code, Words: n.Words, Suggest: n.Suggest,
		Text: pr.english.Say("lint."+n.Code, "words", n.Words, "suggest", n.Suggest)}
}

// proofread notes in d what an editor would mend, and says it in notices.
func (r *reader) proofread(d *negotiation.Draft, against []negotiation.PrintedParagraph) {
	Proofread(d, against)
	for i, n := range d.Editorial {
		severity, code, said := negotiation.Ask, "editorial", "taking it as it stands leaves: "
		whose := string(n.Delegation) + " on " + n.Paragraph
		if n.Delegation == "" {
			severity, code, said, whose = negotiation.Info, "slip", "", n.Paragraph+" of the draft"
			if at, known := r.byAddress[n.Paragraph]; known && at >= 0 {
				d.Editorial[i].Line = r.units[at].line
			}
		}
		switch n.Code {
		case lint.Spelling, lint.Name:
			severity = negotiation.Info
		case lint.EmptyPair:
			code = "empty-parentheses"
		}
		r.notices.add(d.Editorial[i].Line, severity, code, "%s: %s%s (editorial; nothing was changed)", whose, said, n.Text)
	}
}

// printed are the paragraphs of the draft with their addresses.
func (r *reader) printed() []negotiation.PrintedParagraph {
	list := make([]negotiation.PrintedParagraph, 0, len(r.units))
	for i := range r.units {
		list = append(list, negotiation.PrintedParagraph{Paragraph: r.units[i].Paragraph, Address: r.units[i].address})
	}
	return list
}
