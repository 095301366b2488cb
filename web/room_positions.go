package web

import (
	"net/http"
	"slices"

	"plenary/negotiation"
)

// positionsPage is who holds what: a row a text, a column a delegation. Of one
// paragraph it has the forms to take a position as well.
type positionsPage struct {
	here
	// Columns are those who have said anything of the rows: states by name, bodies,
	// and groups that nobody else speaks for.
	Columns []negotiation.Delegation
	Rows    []positionsRow
	// Addresses are the paragraphs to choose from; Only is the chosen one, or empty.
	Addresses []string
	Only      string
}

// positionsRow is a proposal, or a paragraph as it stands.
type positionsRow struct {
	Address string
	// Proposal is nil for the paragraph as it stands.
	Proposal *negotiation.ProposalView
	Says     positionsPart
	// Cells are the positions by column; nil where a delegation has said nothing.
	Cells []*positionCell
	Form  *positionForm
}

// positionCell is what one delegation says of one text.
type positionCell struct {
	negotiation.Taken
	Base
}

func (s *Server) getPositions(w http.ResponseWriter, r *http.Request) error {
	h, typed, err := s.enterRoom(r)
	if err != nil {
		return err
	}
	h.Here, h.Part, h.Title = "room", string(rowForm), h.T("matrix.title")
	p := positionsPage{here: h, Only: r.URL.Query().Get("paragraph")}
	if p.Only == "" && typed.act != "" {
		p.Only = p.refusedAt(typed)
	}
	if p.Only != "" {
		only, err := paragraphAt(h.View, p.Only)
		if err != nil {
			return err
		}
		p.Only = only.Address
	}
	p.fill(typed)
	s.pages.render(w, r, typed.Status(), "positions", p, s.log)
	return nil
}

// refusedAt is the paragraph whose form was refused.
func (p positionsPage) refusedAt(t typed) string {
	if on, ok := p.View.Proposal(negotiation.ProposalID(t.Value("position", "proposal"))); ok {
		at, _ := p.View.Paragraph(string(on.Target))
		return at.Address
	}
	at, _ := p.View.Paragraph(t.Value("position", "paragraph"))
	return at.Address
}

// fill makes the rows of the paragraphs that are shown, then their columns.
func (p *positionsPage) fill(typed typed) {
	at := place(p.View)
	for _, on := range p.View.Paragraphs {
		rows := p.rowsOf(at, on)
		if len(rows) > 0 {
			p.Addresses = append(p.Addresses, on.Address)
		}
		if p.Only == "" || p.Only == on.Address {
			p.Rows = append(p.Rows, rows...)
		}
	}
	p.fillColumns()
	for i := range p.Rows {
		p.fillCells(&p.Rows[i])
		if p.Only != "" {
			p.Rows[i].Form = positionFormOf(p.Base, p.View, p.target(p.Rows[i]), behindMatrix, typed)
		}
	}
}

func (p positionsPage) target(row positionsRow) positionTarget {
	if row.Proposal != nil {
		return positionTarget{Proposal: row.Proposal}
	}
	on, _ := p.View.Paragraph(row.Address)
	return positionTarget{Paragraph: &on}
}

// rowsOf lists what can be spoken on at a paragraph: its words where anything is
// proposed or was said, and the proposals that are printed under it and open.
func (p positionsPage) rowsOf(at placed, on negotiation.ParagraphView) []positionsRow {
	var rows []positionsRow
	for _, proposal := range at.at[on.ID] {
		if proposal.Target == on.ID && (proposal.Status().Open() || len(proposal.Positions) > 0) {
			rows = append(rows, positionsRow{Address: on.Address, Proposal: proposal, Says: positionsSaid(p.Base, proposal.Positions)})
		}
	}
	chosen := p.Only == on.Address && !on.Kind.IsHeading()
	if len(rows) > 0 || len(on.Positions) > 0 || chosen {
		rows = append([]positionsRow{{Address: on.Address, Says: positionsSaid(p.Base, on.Positions)}}, rows...)
	}
	return rows
}

// positions are those of a row.
func (p positionsPage) positions(row positionsRow) []negotiation.Taken {
	if row.Proposal != nil {
		return row.Proposal.Positions
	}
	on, _ := p.View.Paragraph(row.Address)
	return on.Positions
}

func (p *positionsPage) fillColumns() {
	said := map[negotiation.Delegation]bool{}
	for _, row := range p.Rows {
		for _, t := range spoken(p.positions(row)) {
			said[t.By] = true
		}
	}
	for _, party := range p.View.Parties {
		if said[party.Name] {
			p.Columns = append(p.Columns, party.Name)
			delete(said, party.Name)
		}
	}
	for _, g := range p.View.Groups {
		if said[g.Name] {
			p.Columns = append(p.Columns, g.Name)
		}
	}
}

func (p positionsPage) fillCells(row *positionsRow) {
	list := p.positions(*row)
	row.Cells = make([]*positionCell, len(p.Columns))
	for i, d := range p.Columns {
		if at := slices.IndexFunc(list, func(t negotiation.Taken) bool { return t.By == d }); at >= 0 {
			row.Cells[i] = &positionCell{list[at], p.Base}
		}
	}
}
