package web

import (
	"path"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

// readDocument reads a draft in the form that the name of its file tells.
func readDocument(f negotiation.KeptFile) (negotiation.Draft, error) {
	switch strings.ToLower(path.Ext(f.Name)) {
	case ".md", ".markdown", ".txt":
		d, err := markdown.Read(f.Name, f.Data)
		if refusal, ok := negotiation.Refused(err); ok && refusal.Code == negotiation.BadValue {
			return d, mistake{"desk.import-no-paragraph"}
		}
		return d, err
	}
	return negotiation.Draft{}, mistake{"desk.import-unreadable"}
}

// reportedProposal is a proposal of the document with where it goes.
type reportedProposal struct {
	negotiation.Proposal
	// Target is the address of the first paragraph that it changes; empty for
	// the whole draft.
	Target string
	Lines  []previewLine
}

// Paragraphs and Headings are counted apart, as drafts are spoken of.
func (p reportPage) Paragraphs() int { return len(p.Draft.Paragraphs) - p.Headings() }

// Headings counts the headings read.
func (p reportPage) Headings() int {
	n := 0
	for _, para := range p.Draft.Paragraphs {
		if para.Kind.IsHeading() {
			n++
		}
	}
	return n
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
	for _, proposal := range p.Draft.Proposals {
		reported := reportedProposal{Proposal: proposal, Lines: newPreview(p.Base, v, proposal.Changes).Lines}
		if len(proposal.Changes) > 0 {
			reported.Target = addresses[proposal.Changes[0].Paragraph]
		}
		list = append(list, reported)
	}
	return list
}

// Unsure counts the proposals whose marks do not give back the draft.
func (p reportPage) Unsure() int {
	n := 0
	for _, proposal := range p.Draft.Proposals {
		if proposal.Received != nil && proposal.Received.Unsure {
			n++
		}
	}
	return n
}
