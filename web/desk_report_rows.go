package web

import (
	"cmp"
	"slices"
	"strconv"

	"plenary/negotiation"
)

// reportRow is a proposal of the file with what can be chosen of it.
type reportRow struct {
	negotiation.ReportedProposal
	// n is its place in the file.
	n int
	// Unplaced is what the file says of its paragraph, where there is none such.
	Unplaced string
	// Chooses says that its fields are shown: of two at one line, the first has them.
	Chooses bool
	// Target is the address typed, else the one read, which is Was.
	Target, Was string
	// Reading is the one chosen for this proposal alone.
	Reading negotiation.Reading
	// CanLiteral and CanProbable say which readings would ask for something.
	CanLiteral, CanProbable bool
}

// newRows lists the proposals of a file: first those without a place, then those that
// can be read in two ways, then the others, each in the order of the file.
func newRows(i importing) []reportRow {
	rows := make([]reportRow, 0, len(i.Report.Proposals))
	seen := map[int]bool{}
	for n, p := range i.Report.Proposals {
		row := reportRow{ReportedProposal: p, n: n, Chooses: p.Line > 0 && !seen[p.Line], Reading: i.Choices.Readings[p.Line],
			Target: cmp.Or(i.Choices.Targets[p.Line], i.targetOf(n)), Was: i.targets[p.Line]}
		seen[p.Line] = true
		if r := i.Draft.Proposals[n].Received; r != nil {
			row.Unplaced = r.Unplaced
		}
		if p.NeedsConfirmation {
			row.CanLiteral, row.CanProbable = i.readable(n, negotiation.Literal), i.readable(n, negotiation.Probable)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b reportRow) int { return cmp.Compare(a.rank(), b.rank()) })
	return rows
}

func (r reportRow) rank() int {
	switch {
	case r.Unplaced != "":
		return 0
	case r.NeedsConfirmation:
		return 1
	}
	return 2
}

// shownRow is a row with what a page shows of it.
type shownRow struct {
	here
	reportRow
	Proposal negotiation.Proposal
	Lines    []previewLine
	Doubts   []doubtPart
}

// Unplaced, Unsure and Plain are the rows of this page, by what they need.
func (p reportPage) Unplaced() []shownRow { return p.ranked(0) }

// Unsure are those that can be read in two ways.
func (p reportPage) Unsure() []shownRow { return p.ranked(1) }

// Plain are the others.
func (p reportPage) Plain() []shownRow { return p.ranked(2) }

func (p reportPage) ranked(rank int) []shownRow {
	v := p.readAgainst()
	var list []shownRow
	for _, row := range p.onPage() {
		if row.rank() != rank {
			continue
		}
		proposal := p.Draft.Proposals[row.n]
		shown := shownRow{here: p.here, reportRow: row, Proposal: proposal}
		as := tabled(proposal)
		for n, c := range proposal.Changes {
			if _, doubted := as.Doubt(n); !doubted {
				shown.Lines = append(shown.Lines, lineOf(p.Base, v, c))
			}
		}
		shown.Doubts = p.doubtsIn(v, as)
		list = append(list, shown)
	}
	return list
}

// tabled is a proposal as it will stand once it is recorded.
func tabled(p negotiation.Proposal) negotiation.ProposalView {
	return negotiation.ProposalView{Standing: negotiation.Standing{Proposal: p, Steps: []negotiation.Step{{Status: negotiation.OnTable}}}}
}

// readAgainst is what the proposals of the file are shown on.
func (p reportPage) readAgainst() negotiation.View {
	if p.Proposes() {
		return p.View
	}
	v := negotiation.View{Language: p.View.Language}
	for _, para := range p.Against {
		v.Paragraphs = append(v.Paragraphs, negotiation.ParagraphView{Paragraph: para.Paragraph, Address: para.Address,
			Versions: []negotiation.Version{{Number: 1, Text: para.Text}}})
	}
	return v
}

// doubtful is a delegation with how many of its readings are to be confirmed.
type doubtful struct {
	Delegation negotiation.Delegation
	Count      int
	All        negotiation.Reading
	Word       string
}

// Doubtful are the delegations that have readings to confirm, in order of the file.
func (p reportPage) Doubtful() []doubtful {
	var list []doubtful
	for _, r := range p.Report.Proposals {
		if !r.NeedsConfirmation {
			continue
		}
		at := slices.IndexFunc(list, func(d doubtful) bool { return d.Delegation == r.Delegation })
		if at < 0 {
			at = len(list)
			list = append(list, doubtful{Delegation: r.Delegation, All: cmp.Or(p.Choices.All[r.Delegation], waits), Word: p.Choices.Words[r.Delegation]})
		}
		list[at].Count++
	}
	return list
}

// carriedChoice is a field of another page.
type carriedChoice struct{ Name, Value string }

// Carried are the choices made on pages that are not shown.
func (p reportPage) Carried() []carriedChoice {
	shown := map[int]bool{}
	for _, row := range p.onPage() {
		if row.Chooses {
			shown[row.Line] = true
		}
	}
	var list []carriedChoice
	for line, address := range p.Choices.Targets {
		if !shown[line] {
			list = append(list, carriedChoice{fieldTarget + strconv.Itoa(line), address})
		}
	}
	for line, reading := range p.Choices.Readings {
		if !shown[line] {
			list = append(list, carriedChoice{fieldReading + strconv.Itoa(line), string(reading)})
		}
	}
	slices.SortFunc(list, func(a, b carriedChoice) int { return cmp.Compare(a.Name, b.Name) })
	return list
}
