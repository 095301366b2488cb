package web

import (
	"net/http"

	"plenary/negotiation"
)

// proposalPage is one proposal, with what its author needs as a receipt.
type proposalPage struct {
	Base
	Proposal proposalPart
	// Target is the paragraph that it is printed under, if any.
	Target *negotiation.ParagraphView
	// Editorial is what an editor would mend in it, for those who may see that.
	Editorial *editorialPart
}

func (s *Server) getProposal(w http.ResponseWriter, r *http.Request) error {
	h, typed, err := s.enterRoom(r)
	if err != nil {
		return err
	}
	h.Shown = shownAs(r)
	p, err := h.proposal(r)
	if err != nil {
		return err
	}
	page := h.proposalPage(p)
	if page.Editorial, err = s.proposalNotes(r.Context(), h, p); err != nil {
		return err
	}
	page.Proposal.Position.retype(typed)
	s.pages.render(w, r, typed.Status(), "proposal", page, s.log)
	return nil
}

// proposal gives the one that r names, if the reader may see it.
func (h here) proposal(r *http.Request) (negotiation.ProposalView, error) {
	id := r.PathValue("proposal")
	p, ok := h.View.Proposal(negotiation.ProposalID(id))
	if !ok {
		return p, negotiation.Refuse(negotiation.UnknownProposal, "proposal", id)
	}
	return p, nil
}

func (h here) proposalPage(p negotiation.ProposalView) proposalPage {
	h.Title = h.T("paragraph.proposal", "number", p.ID)
	page := proposalPage{Base: h.Base, Proposal: proposalsOf(h.Base, h.View, []negotiation.ProposalView{p})[0]}
	if target, ok := h.View.Paragraph(string(p.Target)); ok {
		page.Target = &target
	}
	return page
}
