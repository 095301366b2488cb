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
	pages := m.feed.live.server.pages
	err = safely(func() (err error) {
		switch m.feed.key.form {
		case sideForm:
			f.html, err = pages.part("paragraph-side", m.sides().side(m.base, p))
		case jsonForm:
			f.data = m.data(p)
		default:
			f.html, err = pages.part("paragraph-row", m.placed().row(m.base, p))
		}
		return err
	})
	if err != nil {
		return f, fmt.Errorf("render paragraph %s: %w", p.ID, err)
	}
	return f, nil
}

// paragraphData is a paragraph and its proposals in the words of the API.
type paragraphData struct {
	Paragraph apiParagraph  `json:"paragraph"`
	Proposals []apiProposal `json:"proposals"`
}

func (m *moment) data(p negotiation.ParagraphView) paragraphData {
	d := paragraphData{Paragraph: paragraphOf(p), Proposals: []apiProposal{}}
	for _, at := range m.placed().at[p.ID] {
		d.Proposals = append(d.Proposals, proposalOf(m.view, *at))
	}
	return d
}
