package web

import (
	"errors"
	"net/http"

	"plenary/negotiation"
)

// The pages on which a delegation says what it proposes. One form serves all
// kinds of change; each of its buttons posts the whole form with the name of an
// act, so that nothing typed is lost on the way and no script is needed:
//
//	kind      show the fields of another kind
//	preview   show the redline
//	save      keep it as a private draft of the delegation
//	discard   forget that draft
//	start     go on from the newer text of the draft
//	edit      go back from the question whether to table
//	table     ask whether to table; with confirm=1, table

// getPropose shows the form: empty, with the delegation's draft, or with the
// words of a proposal to be tabled again or in a new version.
func (s *Server) getPropose(w http.ResponseWriter, r *http.Request) error {
	p, err := s.proposing(r)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	kind := negotiation.ChangeKind(q.Get("kind"))
	again, replaces := negotiation.ProposalID(q.Get("again")), negotiation.ProposalID(q.Get("replaces"))
	switch {
	case again != "" || replaces != "":
		err = p.startFrom(again, replaces)
	case q.Has("fresh"):
		p.startFresh(kind)
	default:
		err = s.startFromDraft(r.Context(), &p, kind)
	}
	if err != nil {
		return err
	}
	s.showPropose(w, r, http.StatusOK, p)
	return nil
}

// postPropose does what the pressed button says.
func (s *Server) postPropose(w http.ResponseWriter, r *http.Request) error {
	p, err := s.proposing(r)
	if err != nil {
		return err
	}
	p.Form = readProposeForm(r.PostForm, p.View)
	p.settle()
	p.Typed = true
	switch r.PostForm.Get("act") {
	case "save":
		err = s.saveDraft(w, r, &p)
	case "discard":
		return s.discardDraft(w, r, p.draftKey(), p.formPath("fresh", "1"))
	case "start":
		p.startAnew()
		err = s.preview(w, r, &p)
	case "kind", "edit":
		s.showPropose(w, r, http.StatusOK, p)
	case "table":
		if r.PostForm.Get("confirm") == "1" {
			err = s.tableForm(w, r, &p)
		} else {
			err = s.ask(w, r, &p)
		}
	default:
		err = s.preview(w, r, &p)
	}
	if err == nil {
		return nil
	}
	var code int
	p.Refused, code = s.refusedForm(r, p.Base, err)
	s.showPropose(w, r, code, p)
	return nil
}

// preview shows the form with the redline of what was typed.
func (s *Server) preview(w http.ResponseWriter, r *http.Request, p *proposePage) error {
	proposal, err := p.proposal()
	if err != nil {
		return err
	}
	if p.Preview, err = s.previewed(r.Context(), *p, proposal); err != nil {
		return err
	}
	s.showPropose(w, r, http.StatusOK, *p)
	return nil
}

// ask shows what would be tabled and asks once. What can be told before the
// command is given is told here: nobody should be asked in vain.
func (s *Server) ask(w http.ResponseWriter, r *http.Request, p *proposePage) error {
	proposal, err := p.proposal()
	if err == nil {
		err = p.hindrance()
	}
	if err != nil {
		return err
	}
	if p.Preview, err = s.previewed(r.Context(), *p, proposal); err != nil {
		return err
	}
	p.Confirm = true
	s.showPropose(w, r, http.StatusOK, *p)
	return nil
}

// tableForm gives the command. The draft is forgotten only after it is recorded.
func (s *Server) tableForm(w http.ResponseWriter, r *http.Request, p *proposePage) error {
	proposal, err := p.proposal()
	if err != nil {
		return err
	}
	receipt, err := s.submit(r.Context(), p.View.ID, p.Seat, p.Form.Key, negotiation.TableProposal{Proposal: proposal})
	if err != nil {
		return s.notTabled(r, p, err)
	}
	owner, key := draftOwner(p.Seat), p.draftKey()
	if err := s.cfg.Secrets.DeleteDraft(r.Context(), p.View.ID, owner, key); err != nil {
		// It is tabled: a draft left behind is a nuisance and no reason to say otherwise.
		s.log.WarnContext(r.Context(), "draft not forgotten", "negotiation", p.View.ID, "key", key, "error", err)
	}
	s.keepReceipt(r.Context(), p.View.ID, newKeptReceipt(receipt, p.place()))
	http.Redirect(w, r, receiptPath(p.View.ID, receipt.Proposal), http.StatusSeeOther)
	return nil
}

// notTabled prepares the form for showing it again. The view is taken anew,
// because what was refused may have been overtaken since.
func (s *Server) notTabled(r *http.Request, p *proposePage, err error) error {
	if refusal, ok := negotiation.Refused(err); ok && refusal.Code == negotiation.SameKey {
		// What was sent under this key stands; what is in the form now is another.
		p.Form.Key = newKey()
	}
	v, viewErr := s.room.View(r.Context(), p.View.ID, p.Seat.Audience())
	if viewErr != nil {
		return errors.Join(err, viewErr)
	}
	p.View = v
	p.find(string(p.place()))
	return err
}

// proposing gives the page for whoever may table, on the paragraph in r. The law
// asks again.
func (s *Server) proposing(r *http.Request) (proposePage, error) {
	h, err := s.enter(r)
	if err != nil {
		return proposePage{}, err
	}
	if err := h.sits(h.Seat.Tables(), "table"); err != nil {
		return proposePage{}, err
	}
	if len(h.View.Paragraphs) == 0 {
		return proposePage{}, negotiation.Refuse(negotiation.NoDraft)
	}
	p := proposePage{here: h}
	address := r.PathValue("address")
	if !p.find(address) {
		return proposePage{}, negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", address)
	}
	return p, nil
}

// find takes the paragraph with this address or id as what the page is about;
// none for an empty address.
func (p *proposePage) find(address string) bool {
	if address == "" {
		return true
	}
	target, ok := p.View.Paragraph(address)
	p.Target = &target
	return ok
}

func (s *Server) showPropose(w http.ResponseWriter, r *http.Request, code int, p proposePage) {
	p.Title = p.heading()
	if p.Form.Key == "" {
		p.Form.Key = newKey()
	}
	if !p.offers(p.Form.Kind) {
		p.Form.Kind = p.Kinds()[0]
	}
	p.Stale = p.stale()
	p.Stamp = s.draftStamp(r.Context(), p)
	s.pages.render(w, r, code, "propose", p, s.log)
}
