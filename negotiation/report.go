package negotiation

import (
	"slices"
	"strings"
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
}

// ReportedProposal is one proposal as it was read.
type ReportedProposal struct {
	// ID is the number it gets when the draft is recorded.
	ID         ProposalID `json:"id"`
	Delegation Delegation `json:"delegation"`
	// Paragraph is the address under which a compilation prints it; empty for
	// the whole draft.
	Paragraph string   `json:"paragraph"`
	Changes   int      `json:"changes"`
	Readings  Readings `json:"readings"`
	// NeedsConfirmation says that its marks do not give back the draft.
	NeedsConfirmation bool `json:"needs_confirmation"`
	// Notices are the sentences about the lines on which it stands.
	Notices []string `json:"notices"`
}

// Readings are the ways in which the words of a proposal can be read: with its
// marks taken literally, and as they were probably meant. ComputedFrom says
// which of them the redline was computed from: "literal", "probable", or "plain"
// where the two are the same, the text with its marks taken off.
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

// NewReport tells about d as read for the negotiation id.
func NewReport(id NegotiationID, d Draft) Report {
	r := Report{Version: 1, Negotiation: id, Proposals: []ReportedProposal{}, Requests: []ReportedRequest{},
		Notices: append([]Notice{}, d.Notices...)}
	for _, p := range d.Paragraphs {
		if p.Kind.IsHeading() {
			r.Headings++
		} else {
			r.Paragraphs++
		}
	}
	addresses, tops := Addresses(d.Paragraphs), d.tops()
	top := func(id ParagraphID) ParagraphID { return tops[id] }
	for i, p := range d.Proposals {
		number := proposalID(i + 1)
		r.Proposals = append(r.Proposals, ReportedProposal{ID: number, Delegation: p.Delegation,
			Paragraph: addresses[p.target(top)], Changes: len(p.Changes), Readings: plainReading(p),
			NeedsConfirmation: p.Received != nil && p.Received.Unsure, Notices: d.noticesOf(p)})
		for _, c := range p.Changes {
			if c.Kind == RequestText {
				r.Requests = append(r.Requests, ReportedRequest{number, p.Delegation, addresses[c.Paragraph], c.Text})
			}
		}
	}
	return r
}

// tops gives for each paragraph the one that it hangs below, or itself.
func (d Draft) tops() map[ParagraphID]ParagraphID {
	tops := make(map[ParagraphID]ParagraphID, len(d.Paragraphs))
	for _, p := range d.Paragraphs {
		tops[p.ID] = p.ID
		if p.Kind.Sub() {
			tops[p.ID] = p.Parent
		}
	}
	return tops
}

// plainReading gives the words of a proposal with its marks taken off.
func plainReading(p Proposal) Readings {
	var texts []string
	for _, c := range p.Changes {
		if c.Kind == Amend || c.Kind == Insert {
			texts = append(texts, c.Text)
		}
	}
	text := strings.Join(texts, "\n")
	return Readings{Literal: text, Probable: text, ComputedFrom: "plain"}
}

// noticesOf are the notices on the lines from which p was read.
func (d Draft) noticesOf(p Proposal) []string {
	list := []string{}
	if p.Received == nil {
		return list
	}
	last := p.Received.Line + lineEnds(p.Received.Verbatim)
	from, _ := slices.BinarySearchFunc(d.Notices, p.Received.Line, func(n Notice, line int) int { return n.Line - line })
	for _, n := range d.Notices[from:] {
		if n.Line > last {
			break
		}
		list = append(list, n.Text)
	}
	return list
}

// lineEnds counts the ends of lines in s: LF, CR, CRLF and form feed.
func lineEnds(s string) int {
	return strings.Count(s, "\n") + strings.Count(s, "\r") - strings.Count(s, "\r\n") + strings.Count(s, "\f")
}
