package markdown

import (
	"regexp"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

var (
	// addressAlone matches a line that names a paragraph and nothing else.
	addressAlone = regexp.MustCompile(`^(?:(?i:on|amendments? to|proposals? on) )?(?:` + paragraphWord + ` )?(?:` + ref + `)(?:, ` + paragraphWord + ` (?:` + ref + `))?$`)
	// reasonWord matches what stands before the reason of an amendment.
	reasonWord = regexp.MustCompile(`^(?i:justification|rationale|explanation|reason|justificación|motivo|motivación|fundamento|raison|motif|justificativa)s?\s?:\s+`)
)

// draft gives the proposals of the file, or the refusal.
func (f *amendments) draft(against negotiation.Against) (negotiation.Draft, error) {
	d := negotiation.Draft{}
	var unchanged []string
	line := 0
	for _, p := range f.passages {
		if f.refusal != nil {
			break
		}
		proposal, as := f.amendment(p)
		if as != "" {
			unchanged, line = append(unchanged, as), p.line
			continue
		}
		d.Proposals = append(d.Proposals, proposal)
	}
	if f.refusal != nil {
		return negotiation.Draft{}, f.refusal
	}
	if len(unchanged) > 0 {
		f.notices.add(line, negotiation.Info, "restates-draft", "%d paragraphs are restated as they stand and were left out: %s", len(unchanged), shortTo(2000, ranges(unchanged)))
	}
	f.date(d.Proposals)
	d.Parties = f.parties(d.Proposals)
	for i, p := range d.Parties {
		for _, known := range against.Known {
			if known.Name == p.Name {
				d.Parties[i] = known
			}
		}
	}
	d.Questions = f.questions()
	f.proofread(&d, against.Paragraphs)
	d.Notices = f.sorted()
	return d, nil
}

// amendment reads a passage; unchanged is the address of the paragraph that it only
// restates as it stands.
func (f *amendments) amendment(p *passage) (proposal negotiation.Proposal, unchanged string) {
	if p.target < 0 && p.on == "" && len(p.several) == 0 && !f.hasTarget(p) {
		f.loose(p)
	}
	proposal = f.proposal(p)
	if len(proposal.Changes) == 0 {
		return proposal, f.units[p.target].address
	}
	return proposal, ""
}

func (f *amendments) hasTarget(p *passage) bool {
	_, given := f.opts.Targets[p.line]
	return given
}

// loose makes of a passage that says and shows no paragraph what it can be: a new one
// behind what was spoken of last, something to place by hand, or a comment on the
// whole draft.
func (f *amendments) loose(p *passage) {
	it := p.pieces[0]
	marked := diff.ReadMarks(it.text())
	_, ordered := instruct.Parse(plainText(marked))
	switch {
	case ordered, it.after != "", it.move != "", it.tag.on != "", isNew(marked) && p.place >= 0:
		return
	case marked.HasMarks:
		p.loose = true
		f.notices.add(p.line, negotiation.Ask, "unplaced", "%s: a redline like no paragraph of the draft; the words were kept, to be put on their paragraph by hand", p.names[0])
	case asks(it.text()) || instruct.Asks(it.text()):
		p.general = true
		f.notices.add(p.line, negotiation.Ask, "request", "%s: words that ask for a text without saying where it is to stand were kept as a comment on the whole draft", p.names[0])
	default:
		p.general = true
		f.notices.add(p.line, negotiation.Info, "general-comment", "%s: like no paragraph of the draft, so kept as a comment on the whole draft: %s", p.names[0], short(it.text()))
	}
}

// date gives each change the version of its paragraph that the draft has.
func (f *amendments) date(proposals []negotiation.Proposal) {
	versions := make(map[negotiation.ParagraphID]int, len(f.units))
	for i := range f.units {
		versions[f.units[i].ID] = f.units[i].Version
	}
	for _, p := range proposals {
		for i := range p.Changes {
			p.Changes[i].Base = versions[p.Changes[i].Paragraph]
		}
	}
}

// ReadPassage reads a passage that was received, with or without the name before it,
// as one on a paragraph that was chosen by hand. List are the paragraphs of the draft
// in order. It refuses what Read would, and a paragraph that is not in the list
// (UnknownParagraph).
func ReadPassage(verbatim string, on negotiation.PrintedParagraph, list []negotiation.PrintedParagraph) ([]negotiation.Change, []negotiation.Doubt, error) {
	r, err := openText([]byte(verbatim), negotiation.ReadOptions{Targets: map[int]string{1: on.Address}}, nil)
	if err != nil {
		return nil, nil, err
	}
	r.stand(list)
	at, known := r.byAddress[on.Address]
	if !known {
		return nil, nil, negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", on.Address)
	}
	f := amendments{reader: r, near: at}
	first := r.lines[0]
	b, named := readBy(first.words, r.vouchers())
	if !named || len(b.unknown) > 0 && !isName(string(b.names[0])) {
		b = by{names: []negotiation.Delegation{"?"}, text: first.words}
	}
	p := &passage{by: b, line: 1, start: first.start, end: r.lines[len(r.lines)-1].end, from: first.start, place: at, target: at, aimed: true}
	p.first(first, b.text)
	for _, l := range r.lines[1:] {
		switch t, _ := cutTag(l.words); {
		case t != (tag{}):
			p.piece(l, l.words)
		case l.shape == listed && len(r.units[at].items) > 0:
			p.listed(l)
		default:
			last := &p.pieces[len(p.pieces)-1]
			last.parts = append(last.parts, l.words)
		}
	}
	s := r.resolve(p)
	if r.refusal != nil {
		return nil, nil, r.refusal
	}
	proposals := []negotiation.Proposal{{Changes: s.changes}}
	f.date(proposals)
	if len(s.changes) == 0 {
		return nil, nil, negotiation.Refuse(negotiation.NoChange, "paragraph", strings.TrimSpace(on.Address))
	}
	return s.changes, s.doubts, nil
}
