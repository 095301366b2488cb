package negotiation

// layout is where everything is printed, whoever reads it.
type layout struct {
	addresses map[ParagraphID]string
	// lists are the newest Seqs that changed one of those that have a paragraph as
	// their parent.
	lists     map[ParagraphID]Seq
	proposals []imprint // by number less one
}

// imprint is where a proposal is printed; see [ProposalView].
type imprint struct {
	addresses []string
	target    ParagraphID
	// with is the newest Seq that changed a paragraph which it names, or the list that
	// it strikes with its chapeau.
	with Seq
}

func (s State) layOut() *layout {
	at := &layout{addresses: Addresses(s.list()), lists: make(map[ParagraphID]Seq, len(s.order)), proposals: make([]imprint, 0, s.proposals.len())}
	for _, id := range s.order {
		p := s.paragraphs.at(id.number())
		at.lists[p.Parent] = max(at.lists[p.Parent], p.touched)
	}
	for _, p := range s.proposals.all() {
		here := imprint{target: s.target(p.Proposal), addresses: make([]string, 0, len(p.Changes))}
		for _, c := range p.Changes {
			here.addresses = append(here.addresses, at.addresses[c.Paragraph])
			if c.Kind == Delete {
				here.with = max(here.with, at.lists[c.Paragraph])
			}
			for _, id := range []ParagraphID{c.Paragraph, c.After} {
				if named, ok := s.paragraph(id); ok {
					here.with = max(here.with, named.touched)
				}
			}
		}
		at.proposals = append(at.proposals, here)
	}
	return at
}

// target is where a proposal is printed; see ProposalView.Target.
func (s State) target(p Proposal) ParagraphID { return p.target(s.top) }

// target is the paragraph of the only one that p is on, or the common top of
// several, or else the first.
func (p Proposal) target(top func(ParagraphID) ParagraphID) ParagraphID {
	var first ParagraphID
	one, together := true, true
	for _, c := range p.Changes {
		switch {
		case c.Paragraph == "":
		case first == "":
			first = c.Paragraph
		default:
			one = one && c.Paragraph == first
			together = together && top(c.Paragraph) == top(first)
		}
	}
	if first != "" && !one && together {
		return top(first)
	}
	return first
}

// top is the numbered or plain paragraph that a sub-paragraph hangs below, and
// any other paragraph itself.
func (s State) top(id ParagraphID) ParagraphID {
	if p, ok := s.paragraph(id); ok && p.Kind.Sub() {
		return p.Parent
	}
	return id
}
