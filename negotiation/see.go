package negotiation

import (
	"cmp"
	"maps"
	"slices"
)

// For gives what audience a may see of s. The rules stand above View.
func (s State) For(a Audience) View {
	v := View{ID: s.id, Title: s.title, Audience: a}
	v.Readable = s.Exists() && (s.public || a.Role == System || a.Role.Seatable())
	if !v.Readable {
		return v
	}
	v.Language, v.Public = s.language, s.public
	v.Seq, v.At = s.seq, s.at
	v.Source, v.Cover, v.Window, v.Issued = s.source, s.cover, s.window, s.issued
	if a.Role.Decides() {
		v.Seats, v.Notices, v.Imports = s.Seats(), s.notices, s.imports
	}
	addresses := Addresses(s.list())
	hidden := s.hidden(a)
	seen := make(map[ProposalID]Seq, s.proposals.len())
	printed := s.listsTouched()
	lists := maps.Clone(printed)
	struck := map[ParagraphID]Seq{}
	for _, p := range s.proposals.all() {
		if a.sees(p) {
			pv := s.proposalView(p, addresses)
			pv.Positions = hide(s.positionsOn(p, a), hidden)
			p.touched = max(p.touched, s.toldTo(a, p.positions))
			v.Proposals = append(v.Proposals, pv)
			seen[p.ID] = p.touched
			printed[pv.Target] = max(printed[pv.Target], s.touchedWith(p, lists))
			for _, c := range p.Changes {
				if c.Kind == Delete {
					struck[c.Paragraph] = max(struck[c.Paragraph], p.touched)
				}
			}
		}
	}
	v.Parties = s.knownTo(a, v.Proposals)
	s.seeSession(&v)
	hideMembers(v.Groups, hidden)
	for _, id := range s.order {
		p := s.paragraphs.at(id.number())
		pv := p.view(addresses[id], seen)
		pv.Positions = hide(s.positionsOf(p.positions, a, p.restated), hidden)
		pv.Touched = max(pv.Touched, s.toldTo(a, p.positions))
		v.Paragraphs = append(v.Paragraphs, pv)
	}
	for i := range v.Paragraphs {
		// What is printed below a paragraph is shown of it: the proposals there,
		// written out with lines of its list and of other paragraphs.
		p := &v.Paragraphs[i]
		p.Touched = max(p.Touched, printed[p.ID])
		if p.Kind.Sub() {
			// It is told that it would be deleted with its chapeau.
			p.Touched = max(p.Touched, struck[p.Parent])
		}
	}
	return v
}

// listsTouched gives for each paragraph the newest Seq that changed one of those
// that have it as their parent.
func (s State) listsTouched() map[ParagraphID]Seq {
	lists := make(map[ParagraphID]Seq, len(s.order))
	for _, id := range s.order {
		p := s.paragraphs.at(id.number())
		lists[p.Parent] = max(lists[p.Parent], p.touched)
	}
	return lists
}

// touchedWith is the newest Seq that changed a proposal, a paragraph it names, or
// the list that it strikes with its chapeau.
func (s State) touchedWith(p proposalState, lists map[ParagraphID]Seq) Seq {
	touched := p.touched
	for _, c := range p.Changes {
		if c.Kind == Delete {
			touched = max(touched, lists[c.Paragraph])
		}
		for _, id := range []ParagraphID{c.Paragraph, c.After} {
			if named, ok := s.paragraph(id); ok {
				touched = max(touched, named.touched)
			}
		}
	}
	return touched
}

// sees is the rule for proposals: one that was never more than late is shown to
// those who decide on it and to those who sent it.
func (a Audience) sees(p proposalState) bool {
	if a.Role.Decides() || p.WasOnTable() {
		return true
	}
	return a.Delegation != "" && (a.Delegation == p.Delegation || slices.Contains(p.Sponsors, a.Delegation))
}

func (p paragraphState) view(address string, seen map[ProposalID]Seq) ParagraphView {
	v := ParagraphView{Paragraph: p.Paragraph, Address: address, Versions: p.versions, Owners: p.owners, Settlements: p.settlements, Touched: p.touched}
	for _, id := range p.proposals {
		if touched, ok := seen[id]; ok {
			v.Proposals = append(v.Proposals, id)
			v.Touched = max(v.Touched, touched)
		}
	}
	return v
}

func (s State) proposalView(p proposalState, addresses map[ParagraphID]string) ProposalView {
	v := ProposalView{Standing: p.Standing, Target: s.target(p.Proposal)}
	for _, c := range p.Changes {
		v.Addresses = append(v.Addresses, addresses[c.Paragraph])
	}
	return v
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

// knownTo lists the delegations that an audience knows of, in order: all for
// those who decide, else those with a seat or a part in a proposal that is seen.
func (s State) knownTo(a Audience, seen []ProposalView) []Party {
	known := map[Delegation]bool{}
	for _, seat := range s.seats {
		known[seat.Delegation] = true
	}
	for _, p := range seen {
		known[p.Delegation] = true
		for _, d := range p.Sponsors {
			known[d] = true
		}
	}
	var list []Party
	for name, p := range s.parties {
		if a.Role.Decides() || known[name] {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b Party) int {
		// "state" before "body"
		return cmp.Or(cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// knows reports whether an audience knows of a delegation; see knownTo.
func (s State) knows(a Audience, d Delegation) bool {
	if _, known := s.parties[d]; !known || a.Role.Decides() || a.Delegation == d {
		return known
	}
	for _, seat := range s.seats {
		if seat.Delegation == d {
			return true
		}
	}
	for _, p := range s.proposals.all() {
		if a.sees(p) && (p.Delegation == d || slices.Contains(p.Sponsors, d)) {
			return true
		}
	}
	return false
}

// Paragraph gives the paragraph with this address, or with this id.
func (v View) Paragraph(address string) (ParagraphView, bool) {
	for _, p := range v.Paragraphs {
		if p.Address == address || string(p.ID) == address {
			return p, true
		}
	}
	return ParagraphView{}, false
}

// Proposal gives the proposal with this number.
func (v View) Proposal(id ProposalID) (ProposalView, bool) {
	i, ok := slices.BinarySearchFunc(v.Proposals, id.number(), func(p ProposalView, n int) int {
		return cmp.Compare(p.ID.number(), n)
	})
	if !ok {
		return ProposalView{}, false
	}
	return v.Proposals[i], true
}

// Since lists the paragraphs of which something shown has changed after seq, in
// the order of the draft. Asked with the Seq that a reader has, it is exactly
// what the reader has missed.
func (v View) Since(seq Seq) []ParagraphView {
	var list []ParagraphView
	for _, p := range v.Paragraphs {
		if p.Touched > seq {
			list = append(list, p)
		}
	}
	return list
}

// Kind is what kind of delegation a name stands for. Bodies stand last among the
// parties, by name, so that not all have to be looked at.
func (v View) Kind(d Delegation) PartyKind {
	_, body := slices.BinarySearchFunc(v.Parties, d, func(p Party, d Delegation) int {
		if p.Kind != ConsultativeBody {
			return -1
		}
		return cmp.Compare(p.Name, d)
	})
	if body {
		return ConsultativeBody
	}
	return MemberState
}
