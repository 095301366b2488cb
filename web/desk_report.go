package web

import "plenary/negotiation"

// reportedProposal is a proposal of the document with where it goes.
type reportedProposal struct {
	negotiation.Proposal
	// Paragraph is where a compilation prints it; empty for the whole draft.
	Paragraph string
	// Unsure says that its marks do not give back the draft.
	Unsure bool
	Lines  []previewLine
}

// Proposals are those of the document, in its order.
func (p reportPage) Proposals() []reportedProposal {
	v := negotiation.View{Language: p.View.Language}
	addresses := negotiation.Addresses(p.Draft.Paragraphs)
	for _, para := range p.Draft.Paragraphs {
		v.Paragraphs = append(v.Paragraphs, negotiation.ParagraphView{Paragraph: para, Address: addresses[para.ID],
			Versions: []negotiation.Version{{Number: 1, Text: para.Text}}})
	}
	list := make([]reportedProposal, 0, len(p.Draft.Proposals))
	for i, proposal := range p.Draft.Proposals {
		list = append(list, reportedProposal{Proposal: proposal, Paragraph: p.Report.Proposals[i].Paragraph,
			Unsure: p.Report.Proposals[i].NeedsConfirmation, Lines: newPreview(p.Base, v, proposal.Changes).Lines})
	}
	return list
}

// Unsure counts the proposals whose marks do not give back the draft.
func (p reportPage) Unsure() int {
	n := 0
	for _, proposal := range p.Report.Proposals {
		if proposal.NeedsConfirmation {
			n++
		}
	}
	return n
}
