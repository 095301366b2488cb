package web

import (
	"fmt"

	"plenary/negotiation"
)

// fragment is a paragraph as one form of the live channel shows it: html for
// pages, data for programs.
type fragment struct {
	html string
	data any
}

// render makes the fragment of p with the same parts as the pages, so that a
// page kept up to date and one loaded anew are alike.
func (m *moment) render(p negotiation.ParagraphView) (f fragment, err error) {
	defer func() {
		// This runs outside of any request: a panic would end the server.
		if broken := recover(); broken != nil {
			err = fmt.Errorf("render paragraph %s: panic: %v", p.ID, broken)
		}
	}()
	pages := m.feed.live.server.pages
	switch m.feed.key.form {
	case sideForm:
		f.html, err = pages.part("paragraph-side", sideOf(m.base, m.view, p))
	case jsonForm:
		f.data = dataOf(p, m.placed().at[p.ID])
	default:
		f.html, err = pages.part("paragraph-row", m.placed().row(m.base, p))
	}
	return f, err
}

// paragraphData describes a paragraph with its proposals for programs.
type paragraphData struct {
	negotiation.Paragraph
	Address   string          `json:"address"`
	Touched   negotiation.Seq `json:"touched"`
	Proposals []proposalData  `json:"proposals"`
}

// proposalData describes a proposal. Which seat did what is not told.
type proposalData struct {
	ID         negotiation.ProposalID   `json:"id"`
	Delegation negotiation.Delegation   `json:"delegation"`
	Sponsors   []negotiation.Delegation `json:"sponsors,omitempty"`
	Status     negotiation.Status       `json:"status"`
	Reason     string                   `json:"reason,omitempty"`
	Changes    []negotiation.Change     `json:"changes"`
}

func dataOf(p negotiation.ParagraphView, proposals []negotiation.ProposalView) paragraphData {
	d := paragraphData{Paragraph: p.Paragraph, Address: p.Address, Touched: p.Touched, Proposals: []proposalData{}}
	for _, at := range proposals {
		d.Proposals = append(d.Proposals, proposalData{ID: at.ID, Delegation: at.Delegation, Sponsors: at.Sponsors,
			Status: at.Status(), Reason: at.Reason, Changes: at.Changes})
	}
	return d
}
