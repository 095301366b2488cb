package web

import (
	"net/http"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

// placePage is where the Secretariat puts an imported proposal on its paragraph,
// where the document did not tell on which it is. The paragraph is chosen, what the
// passage asks for there is shown, and that is recorded.
type placePage struct {
	here
	Proposal proposalPart
	Key      string
	// Address and Typed are the paragraph that was chosen and the address typed.
	Address, Typed string
	Reason         string
	// On is the paragraph that was found, with what the passage asks for there.
	On      *negotiation.ParagraphView
	Preview *previewPart
	Doubts  []doubtPart
	changes []negotiation.Change
	doubts  []negotiation.Doubt
}

// mayPlace reports whether the seat of b may put p on its paragraph.
func (b Base) mayPlace(p negotiation.ProposalView) bool {
	return p.Unplaced() && b.Seat.Role.HoldsPen()
}

// placePath is the page on which p is put on its paragraph.
func placePath(v negotiation.View, p negotiation.ProposalView) string {
	return "/n/" + string(v.ID) + "/proposals/" + string(p.ID) + "/place"
}

// placing gives the page to those who hold the pen. Where the proposal has its place
// by now, open is false.
func (s *Server) placing(r *http.Request) (page placePage, open bool, err error) {
	p, err := s.pen(r, "import")
	if err != nil {
		return placePage{}, false, err
	}
	proposal, err := p.proposal(r)
	if err != nil {
		return placePage{}, false, err
	}
	h := p.here
	h.Title = h.T("placing.page", "number", proposal.ID)
	h.Path = placePath(h.View, proposal)
	page = placePage{here: h, Key: newKey(), Proposal: proposalsOf(h.Base, h.View, []negotiation.ProposalView{proposal})[0]}
	page.Address, page.Typed = r.FormValue("paragraph"), strings.TrimSpace(r.FormValue("address"))
	return page, proposal.Unplaced(), nil
}

// look reads the passage as one on the paragraph that was chosen.
func (p *placePage) look() error {
	at := p.Address
	if p.Typed != "" {
		at = p.Typed
	}
	if at == "" {
		return mistake{"placing.choose"}
	}
	on, err := paragraphAt(p.View, at)
	if err != nil {
		return err
	}
	if on.Deleted {
		return negotiation.Refuse(negotiation.ParagraphGone, "paragraph", on.Address)
	}
	if strings.TrimSpace(p.Proposal.Received.Verbatim) == "" {
		return negotiation.Refuse(negotiation.NoChange, "paragraph", on.Address)
	}
	if p.changes, p.doubts, err = format.ReadPassage(p.Proposal.Received.Verbatim, printed(on), p.Places()); err != nil {
		return err
	}
	p.On = &on
	p.show()
	return nil
}

// show prepares what the passage asks for: what can be read in two ways in both.
func (p *placePage) show() {
	asked := p.Proposal.ProposalView
	received := *asked.Received
	received.Doubts = p.doubts
	asked.Received, asked.Changes, asked.Rebases = &received, p.changes, nil
	p.Doubts = p.doubtsIn(p.View, asked)
	var sure []negotiation.Change
	for i, c := range p.changes {
		if _, doubted := asked.Doubt(i); !doubted {
			sure = append(sure, c)
		}
	}
	p.Preview = newPreview(p.Base, p.View, sure)
}

func printed(p negotiation.ParagraphView) negotiation.PrintedParagraph {
	return negotiation.PrintedParagraph{Paragraph: p.Paragraph, Address: p.Address}
}

// Places are the paragraphs that it can be put on.
func (p placePage) Places() []negotiation.PrintedParagraph { return standing(p.View) }

// Chosen reports whether a paragraph is the one in the list.
func (p placePage) Chosen(para negotiation.PrintedParagraph) bool {
	return p.On != nil && p.On.ID == para.ID || p.On == nil && p.Address == para.Address
}

func (s *Server) getPlace(w http.ResponseWriter, r *http.Request) error {
	p, open, err := s.placing(r)
	if err != nil {
		return err
	}
	if !open {
		http.Redirect(w, r, "/n/"+string(p.View.ID)+"/proposals/"+string(p.Proposal.ID), http.StatusSeeOther)
		return nil
	}
	code := http.StatusOK
	if r.URL.Query().Has("paragraph") {
		if err := p.look(); err != nil {
			p.Refused, code = s.refusedForm(r, p.Base, err)
		}
	}
	s.pages.render(w, r, code, "place", p, s.log)
	return nil
}

// postPlace records the place. What is recorded is what the passage asks for of the
// version that was shown: of a newer one it is shown again first.
func (s *Server) postPlace(w http.ResponseWriter, r *http.Request) error {
	p, open, err := s.placing(r)
	if err != nil {
		return err
	}
	p.Reason, p.Key = r.PostFormValue("reason"), r.PostFormValue("key")
	if err = p.look(); err == nil {
		err = p.record(s, r)
	}
	if err == nil {
		return s.done(w, r, "/n/"+string(p.View.ID)+"/proposals/"+string(p.Proposal.ID), p.T("paragraph.done"))
	}
	said, code := s.refusedForm(r, p.Base, err)
	if !open {
		page := p.proposalPage(p.Proposal.ProposalView)
		page.Refused = said
		s.pages.render(w, r, code, "proposal", page, s.log)
		return nil
	}
	p.Refused, p.Key = said, newKey()
	s.pages.render(w, r, code, "place", p, s.log)
	return nil
}

func (p placePage) record(s *Server, r *http.Request) error {
	if seen := number(r.PostFormValue("seen")); seen != p.On.Version && p.Proposal.Unplaced() {
		return negotiation.Refuse(negotiation.Stale, "paragraph", p.On.Address, "base", seen, "current", p.On.Version, "text", p.On.Text)
	}
	c := negotiation.PlaceProposal{Proposal: p.Proposal.ID, Changes: p.changes, Doubts: p.doubts, Reason: p.Reason}
	_, err := s.submit(r.Context(), p.View.ID, p.Seat, p.Key, c)
	return err
}

// Unplaced are the proposals that wait to be put on their paragraphs.
func (p deskPage) Unplaced() []negotiation.ProposalView {
	return filtered(p.View.Proposals, func(p negotiation.ProposalView) bool { return p.Unplaced() })
}
