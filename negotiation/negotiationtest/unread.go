package negotiationtest

import (
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// asked is a change in a document: what a proposal says of a paragraph.
type asked struct {
	by      negotiation.ProposalID
	address string
}

// unreadAs is what nobody has confirmed: the proposal, and how a change was marked.
type unreadAs struct {
	proposal negotiation.ProposalView
	typed    []diff.Span
}

// saysUnread holds every document of v to saying of each change in doubt, and of no
// other, that its reading is not confirmed, and to showing it as it was marked: also
// where its proposal has left the table so.
func (s *simulation) saysUnread(v negotiation.View) {
	unread := map[asked]unreadAs{}
	for _, p := range v.Proposals {
		if r := s.received[p.ID]; r.unread() {
			for _, d := range r.doubts {
				unread[asked{p.ID, p.Addresses[d.Change]}] = unreadAs{p, d.Typed}
			}
		}
	}
	for _, what := range []negotiation.What{negotiation.Comments, negotiation.Consolidated, negotiation.Comparative, negotiation.Dispositions} {
		c, err := negotiation.Compile(v, what)
		if err != nil {
			s.fatalf("%s for %v: %v", what, v.Audience, err)
		}
		s.saysSo(c, unread, func(p negotiation.ProposalView) bool {
			switch what {
			case negotiation.Comments:
				return p.Status() == negotiation.OnTable
			case negotiation.Dispositions:
				return true
			}
			return p.Status().Open()
		})
		s.bracketsNone(c, unread)
	}
	for _, kind := range []negotiation.IssueKind{negotiation.FirstIssue, negotiation.AddedIssue} {
		c, err := negotiation.CompileIssue(v, negotiation.Issue{Kind: kind})
		if r, refused := negotiation.Refused(err); refused && r.Code == negotiation.Empty && kind == negotiation.AddedIssue {
			continue // nothing came late
		}
		if err != nil {
			s.fatalf("%s for %v: %v", kind, v.Audience, err)
		}
		s.saysSo(c, unread, func(p negotiation.ProposalView) bool {
			return p.Status() == negotiation.OnTable && p.Late == (kind == negotiation.AddedIssue)
		})
	}
}

// saysSo holds one document to that, of the proposals that have to stand in it.
func (s *simulation) saysSo(c negotiation.Compilation, unread map[asked]unreadAs, stands func(negotiation.ProposalView) bool) {
	said := map[asked]bool{}
	for _, p := range points(c) {
		at := asked{p.Proposal, p.Address}
		as, doubted := unread[at]
		if doubted = doubted && p.Kind == negotiation.Amend; doubted != p.Unconfirmed || doubted && len(p.Typed) == 0 {
			s.fatalf("%s says of proposal %s on %s that it is unconfirmed: %v, want %v", c.What, p.Proposal, p.Address, p.Unconfirmed, doubted)
		}
		if doubted && c.What != negotiation.Dispositions && !slices.Equal(p.Typed, as.typed) {
			s.fatalf("%s shows proposal %s on %s otherwise than it was marked", c.What, p.Proposal, p.Address)
		}
		said[at] = said[at] || doubted
	}
	for at, as := range unread {
		if got, want := said[at], stands(as.proposal); got != want {
			s.fatalf("%s tells of the reading of proposal %s on %s: %v, want %v", c.What, at.by, at.address, got, want)
		}
	}
}

// points are what a document tells of each change, whatever its form.
func points(c negotiation.Compilation) []negotiation.Point {
	var list []negotiation.Point
	for _, b := range c.Blocks {
		if b.Restated != nil {
			list = append(list, restatedPoints(*b.Restated)...)
		}
	}
	if c.Consolidated != nil {
		for _, p := range c.Consolidated.Paragraphs {
			for _, n := range p.Notes {
				list = append(list, n.Point)
			}
		}
	}
	if c.Comparative != nil {
		for _, row := range c.Comparative.Rows {
			for _, cell := range row.Cells {
				list = append(append(list, cell.Points...), cell.With...)
			}
		}
	}
	if c.Dispositions != nil {
		for _, row := range c.Dispositions.Rows {
			list = append(list, row.Points...)
		}
	}
	return list
}

// restatedPoints are the lines of a restated proposal that change something. It says
// as a whole that it is unconfirmed, and where by the marks.
func restatedPoints(r negotiation.Restated) []negotiation.Point {
	var list []negotiation.Point
	for _, l := range r.Lines {
		if l.Change != "" {
			list = append(list, negotiation.Point{Proposal: r.Proposal, Address: l.Address, Kind: l.Change,
				Unconfirmed: r.Unconfirmed && len(l.Typed) > 0, Typed: l.Typed})
		}
	}
	return list
}

// bracketsNone holds a consolidated text to brackets of what is asked for certain.
func (s *simulation) bracketsNone(c negotiation.Compilation, unread map[asked]unreadAs) {
	if c.Consolidated == nil {
		return
	}
	for _, p := range c.Consolidated.Paragraphs {
		for _, id := range inBrackets(p.Passages) {
			if _, doubted := unread[asked{id, p.Address}]; doubted {
				s.fatalf("%s has words of proposal %s in brackets, whose reading is not confirmed", p.Address, id)
			}
		}
	}
}

// inBrackets are the proposals that ask for the brackets of some passages.
func inBrackets(passages []negotiation.Passage) []negotiation.ProposalID {
	var list []negotiation.ProposalID
	for _, p := range passages {
		if p.Bracket == nil {
			continue
		}
		for _, by := range p.Bracket.By {
			list = append(list, by.Proposal)
		}
		list = append(list, inBrackets(p.Bracket.Inside)...)
	}
	return list
}
