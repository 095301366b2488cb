package negotiation

// CompileIssue makes the compilation of comments that issue is, of the view at its
// Seq. What came after the cut-off stands in an addendum, which holds nothing else;
// any other issue lists it. It fails as Compile does, and refuses an addendum where
// nothing came late (Empty, field proposals).
func CompileIssue(v View, issue Issue) (Compilation, error) {
	var elsewhere []Fate
	var here []ProposalView
	for _, p := range v.Proposals {
		switch added := p.Late && p.Status() == OnTable; {
		case added == (issue.Kind == AddedIssue):
			here = append(here, p)
		case added:
			elsewhere = append(elsewhere, v.fate(p))
		}
	}
	if issue.Kind == AddedIssue && len(here) == 0 {
		return Compilation{}, Refuse(Empty, "field", "proposals")
	}
	v.Proposals = here
	c, err := Compile(v, Comments)
	c.Issue, c.Cover, c.AsOf, c.Words, c.Elsewhere = &issue, issue.Cover, issue.AsOf, issue.Words, elsewhere
	if issue.Kind == AddedIssue {
		c.Blocks = concerned(c.Blocks)
	}
	return c, err
}

// concerned leaves of a document the paragraphs that something is proposed on, with
// the chapeaux and the headings above them.
func concerned(blocks []Block) []Block {
	keep := map[ParagraphID]bool{}
	parents := map[ParagraphID]ParagraphID{}
	for _, b := range blocks {
		if b.Paragraph != nil {
			parents[b.Paragraph.ID] = b.Paragraph.Parent
		}
	}
	for _, b := range blocks {
		if b.Restated != nil {
			keep[b.Restated.Target], keep[parents[b.Restated.Target]] = true, true
		}
	}
	var list, headings []Block
	for _, b := range blocks {
		switch p := b.Paragraph; {
		case p != nil && p.Kind.IsHeading() && !keep[p.ID]:
			headings = append(above(headings, p.Kind), b)
		case p == nil, keep[p.ID]:
			list = append(append(list, headings...), b)
			headings = nil
		}
	}
	return list
}

// above leaves of the headings that wait for a paragraph those under which one of
// this kind stands.
func above(headings []Block, k Kind) []Block {
	if k == Heading {
		return nil
	}
	for i, b := range headings {
		if b.Paragraph.Kind == k {
			return headings[:i]
		}
	}
	return headings
}
