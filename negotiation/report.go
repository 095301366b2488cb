package negotiation

import (
	"slices"
	"strings"

	"plenary/diff"
)

// Report tells what was read from a document, before or after it is recorded:
// for people with WriteText, for scripts as JSON in the form of the contract.
type Report struct {
	Version     int           `json:"version"`
	Negotiation NegotiationID `json:"negotiation"`
	// Paragraphs counts all units but headings.
	Paragraphs int                `json:"paragraphs"`
	Headings   int                `json:"headings"`
	Proposals  []ReportedProposal `json:"proposals"`
	Requests   []ReportedRequest  `json:"requests"`
	Notices    []Notice           `json:"notices"`
	// Questions are names of which the document does not tell what they are.
	Questions []Question `json:"questions"`
	// Editorial is what an editor would mend; nothing of it is ever applied.
	Editorial    []EditorialNote `json:"editorial"`
	Placeholders []OpenPlace     `json:"placeholders"`
	// Unplaced are the proposals that are to be put on their paragraph by hand.
	Unplaced []UnplacedProposal `json:"unplaced"`
}

// ReportedProposal is one proposal as it was read.
type ReportedProposal struct {
	// ID is the number it gets when the draft is recorded.
	ID         ProposalID `json:"id"`
	Delegation Delegation `json:"delegation"`
	// Line of the document at which it begins, 0 where it came otherwise.
	Line int `json:"line,omitempty"`
	// Paragraph is the address under which a compilation prints it; empty for
	// the whole draft.
	Paragraph string   `json:"paragraph"`
	Changes   int      `json:"changes"`
	Readings  Readings `json:"readings"`
	// NeedsConfirmation says that it can be read in two ways, and that its author
	// has to say in which.
	NeedsConfirmation bool `json:"needs_confirmation"`
	// MergedRuns counts the marked runs that probably were two.
	MergedRuns int `json:"merged_runs,omitempty"`
	// ExtraItems counts what stands behind it and is no redline.
	ExtraItems int `json:"extra_items,omitempty"`
	// Notices are the sentences about the lines on which it stands.
	Notices []string `json:"notices"`
}

// Readings are the ways in which the words of a proposal can be read: with its
// marks taken literally, and as they were probably meant. ComputedFrom says which
// of them the redline was computed from: "probable" where they differ, "literal"
// where they agree (or the probable one would be no change), and "plain" where the
// text came without marks.
type Readings struct {
	Literal      string `json:"literal"`
	Probable     string `json:"probable"`
	ComputedFrom string `json:"computed_from"`
}

// ReportedRequest is a request for words that nobody has drafted yet.
type ReportedRequest struct {
	Proposal   ProposalID `json:"proposal"`
	Delegation Delegation `json:"delegation"`
	Paragraph  string     `json:"paragraph"`
	Text       string     `json:"text"`
}

// EditorialNote is what an editor would mend: in the text that a proposal would
// leave if it were accepted in its probable reading, or, without a delegation, in
// the draft itself. It is offered to the author and applied by nobody.
type EditorialNote struct {
	Line       int        `json:"line,omitempty"`
	Paragraph  string     `json:"paragraph"`
	Delegation Delegation `json:"delegation,omitempty"`
	// Code names the kind of note; Words are those concerned, Suggest what would
	// mend them, empty where only the author can tell.
	Code    string `json:"code"`
	Words   string `json:"words"`
	Suggest string `json:"suggest,omitempty"`
	// Text says it in an English sentence.
	Text string `json:"text"`
}

// OpenPlace is an open place of the draft (***). Nth counts those of its
// paragraph from 1; see AssignPlaceholder.
type OpenPlace struct {
	Paragraph string `json:"paragraph"`
	Nth       int    `json:"nth"`
	// Behind are the last words before it.
	Behind string `json:"behind"`
	// Owner is who is to fill it, empty until somebody is named.
	Owner string `json:"owner"`
}

// UnplacedProposal is one of which the document does not tell on which paragraph
// of the draft it is.
type UnplacedProposal struct {
	Proposal   ProposalID `json:"proposal"`
	Delegation Delegation `json:"delegation"`
	Line       int        `json:"line,omitempty"`
	// Named is what the document says of the paragraph.
	Named string `json:"named"`
}

// NewReport tells about d as read for the negotiation id.
func NewReport(id NegotiationID, d Draft) Report {
	addresses := Addresses(d.Paragraphs)
	list := make([]PrintedParagraph, 0, len(d.Paragraphs))
	for _, p := range d.Paragraphs {
		list = append(list, PrintedParagraph{Paragraph: p, Address: addresses[p.ID]})
	}
	return NewReportAgainst(id, d, list, 0)
}

// NewReportAgainst tells about a file of amendments as read against the paragraphs
// of a draft, in a negotiation that has so many proposals already.
func NewReportAgainst(id NegotiationID, d Draft, against []PrintedParagraph, proposals int) Report {
	r := Report{Version: 1, Negotiation: id, Proposals: []ReportedProposal{}, Requests: []ReportedRequest{},
		Notices: append([]Notice{}, d.Notices...), Questions: append([]Question{}, d.Questions...),
		Editorial: append([]EditorialNote{}, d.Editorial...), Placeholders: append([]OpenPlace{}, d.Placeholders...), Unplaced: []UnplacedProposal{}}
	for _, p := range d.Paragraphs {
		if p.Kind.IsHeading() {
			r.Headings++
		} else {
			r.Paragraphs++
		}
	}
	addresses, tops := map[ParagraphID]string{}, map[ParagraphID]ParagraphID{}
	for _, p := range against {
		addresses[p.ID], tops[p.ID] = p.Address, p.ID
		if p.Kind.Sub() {
			tops[p.ID] = p.Parent
		}
	}
	top := func(id ParagraphID) ParagraphID { return tops[id] }
	for i, p := range d.Proposals {
		number := proposalID(proposals + i + 1)
		r.Proposals = append(r.Proposals, d.reported(number, addresses[p.target(top)], p))
		for _, c := range p.Changes {
			if c.Kind == RequestText {
				r.Requests = append(r.Requests, ReportedRequest{number, p.Delegation, addresses[c.Paragraph], c.Text})
			}
		}
		if p.Received != nil && p.Received.Unplaced != "" {
			r.Unplaced = append(r.Unplaced, UnplacedProposal{number, p.Delegation, p.Received.Line, p.Received.Unplaced})
		}
	}
	return r
}

// reported tells about one proposal of d.
func (d Draft) reported(number ProposalID, address string, p Proposal) ReportedProposal {
	r := ReportedProposal{ID: number, Delegation: p.Delegation, Line: receivedAt(p), Paragraph: address,
		Changes: len(p.Changes), Readings: p.readings(), Notices: []string{}}
	if p.Received == nil {
		return r
	}
	for _, doubt := range p.Received.Doubts {
		r.NeedsConfirmation = true
		r.MergedRuns += len(doubt.MergedRuns())
	}
	for _, n := range d.noticesOf(*p.Received) {
		r.Notices = append(r.Notices, n.Text)
		if n.Code == extraItem {
			r.ExtraItems += 1 + n.More
		}
	}
	return r
}

// readings gives the words of a proposal, read both ways.
func (p Proposal) readings() Readings {
	var received Received
	if p.Received != nil {
		received = *p.Received
	}
	from := "plain"
	if diff.ReadMarks(received.Verbatim).HasMarks {
		from = "literal"
	}
	var literal, probable []string
	for i, c := range p.Changes {
		if c.Kind != Amend && c.Kind != Insert {
			continue
		}
		words, doubted := received.doubt(i)
		switch {
		case !doubted:
			words = Doubt{Literal: c.Text, Probable: c.Text}
		case c.Text == words.Probable:
			from = "probable"
		}
		literal, probable = append(literal, words.Literal), append(probable, words.Probable)
	}
	return Readings{Literal: strings.Join(literal, "\n"), Probable: strings.Join(probable, "\n"), ComputedFrom: from}
}

// MergedRuns groups what is out of place by the marked run in which it stands, in
// order: two neighbouring runs, one struck and one bold, were fused into each.
func (d Doubt) MergedRuns() [][]diff.Finding {
	var runs [][]diff.Finding
	for _, f := range d.Why {
		if !f.Kind.Merged() {
			continue
		}
		if last := len(runs) - 1; last >= 0 && runs[last][0].Run == f.Run && runs[last][0].Kind == f.Kind {
			runs[last] = append(runs[last], f)
			continue
		}
		runs = append(runs, []diff.Finding{f})
	}
	return runs
}

// noticesOf are the notices on the lines of what was received.
func (d Draft) noticesOf(received Received) []Notice {
	last := received.Line + lineEnds(received.Verbatim)
	from, _ := slices.BinarySearchFunc(d.Notices, received.Line, func(n Notice, line int) int { return n.Line - line })
	to := from
	for to < len(d.Notices) && d.Notices[to].Line <= last {
		to++
	}
	return d.Notices[from:to]
}

// lineEnds counts the ends of lines in s: LF, CR, CRLF and form feed.
func lineEnds(s string) int {
	return strings.Count(s, "\n") + strings.Count(s, "\r") - strings.Count(s, "\r\n") + strings.Count(s, "\f")
}
