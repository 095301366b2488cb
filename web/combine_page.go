package web

import (
	"net/http"
	"net/url"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// combinePage shows what would be tabled if the chosen proposals were combined.
type combinePage struct {
	here
	Target negotiation.ParagraphView
	// Combined has no reading where the choice cannot be combined; Problems say why.
	Combined *combinedPart
	Problems []string
	// Kept is a reason typed in a form that is no longer here.
	Kept string
	// Newer leads from the version that the form was sent on to the present one.
	Newer diff.Script
}

// getCombine shows the choice that its address holds: with=3&with=12, first=12 or
// place-3=1, reason=. Nothing is recorded.
func (s *Server) getCombine(w http.ResponseWriter, r *http.Request) error {
	p, err := s.combining(r)
	if err != nil {
		return err
	}
	p.choose(r.URL.Query())
	s.pages.render(w, r, http.StatusOK, "combine", p, s.log)
	return nil
}

// postCombine tables the choice. What is refused is shown again, on the newest text.
func (s *Server) postCombine(w http.ResponseWriter, r *http.Request) error {
	p, err := s.combining(r)
	if err != nil {
		return err
	}
	c := negotiation.CombineProposals{Paragraph: p.Target.ID, Parents: parentsIn(r.PostForm),
		Base: number(r.PostFormValue("base")), Reason: r.PostFormValue("reason")}
	if p.unseen(c, r.PostForm["shown"]) {
		return s.showAgain(w, r, p, c.Base, p.T("combine.unseen"), http.StatusConflict)
	}
	receipt, err := s.submit(r.Context(), p.View.ID, p.Seat, r.PostFormValue("key"), c)
	if err == nil {
		done := p.T("combine.done", "proposal", receipt.Proposal)
		return s.done(w, r, "/n/"+string(p.View.ID)+"/p/"+p.Target.Address+"#proposal-"+string(receipt.Proposal), done)
	}
	if _, refused := negotiation.Refused(err); !refused {
		return err
	}
	refusal := err
	if p, err = s.combining(r); err != nil { // the view may have moved on since
		return err
	}
	return s.showAgain(w, r, p, c.Base, p.Sentence(refusal, ""), status(refusal))
}

// unseen reports whether c would table a text that is not among those whose digests
// the form brought: nobody puts words on the table that they were never shown. What
// the law will refuse is left to it.
func (p *combinePage) unseen(c negotiation.CombineProposals, shown []string) bool {
	chosen, missing := chosenOf(combinable(p.View, p.Target), c.Parents)
	if !p.Seat.Role.Decides() || c.Base != p.Target.Version || len(missing) > 0 || len(chosen) < 2 {
		return false
	}
	outcome, err := combine(p.Target, p.Target.Version, chosen)
	if err != nil || len(outcome.bringing()) < len(chosen) {
		return false
	}
	return !slices.Contains(shown, digest(outcome.Text))
}

// showAgain answers a form with the newest page on what it chose.
func (s *Server) showAgain(w http.ResponseWriter, r *http.Request, p combinePage, base int, said string, code int) error {
	p.Refused = said
	p.Path = "/n/" + string(p.View.ID) + "/p/" + p.Target.Address
	if base >= 1 && base < p.Target.Version {
		p.Newer = diff.Words(p.Target.Versions[base-1].Text, p.Target.Text)
	}
	p.choose(r.PostForm)
	s.pages.render(w, r, code, "combine", p, s.log)
	return nil
}

// combining gives the page on the paragraph in r.
func (s *Server) combining(r *http.Request) (combinePage, error) {
	h, err := s.enter(r)
	if err != nil {
		return combinePage{}, err
	}
	target, err := h.paragraph(r)
	if err != nil {
		return combinePage{}, err
	}
	h.Title = h.T("combine.title", "address", target.Address)
	return combinePage{here: h, Target: target}, nil
}

// choose shows what the choice in f would give, or says why nothing, and which
// proposals it names that are none to combine.
func (p *combinePage) choose(f url.Values) {
	all := combinable(p.View, p.Target)
	chosen, missing := chosenOf(all, parentsIn(f))
	c, err := combine(p.Target, p.Target.Version, chosen)
	if len(missing) > 0 {
		p.Problems = append(p.Problems, p.N("combine.missing", len(missing), "proposals", p.someNames(missing)))
	}
	p.Combined = &combinedPart{Base: p.Base, ID: p.Target.ID, Address: p.Target.Address}
	if err != nil || len(chosen) < 2 {
		p.Problems = append(p.Problems, p.T("combine.choose-two"))
	} else {
		bringing := c.bringing()
		for party, parent := range c.parents {
			if !slices.Contains(bringing, party) {
				p.Problems = append(p.Problems, p.T("combine.nothing-left", "delegation", parent.Delegation, "proposal", parent.ID))
				break
			}
		}
		p.Combined = newCombinedPart(p.Base, p.View, c)
	}
	at := p.shutAt(p.View, p.Target)
	if at != nil && p.Refused == "" {
		p.Problems = append(p.Problems, at.Says)
	}
	if !p.Seat.Role.Decides() || len(all) < 2 || at != nil {
		p.Kept = f.Get("reason")
		return
	}
	p.Combined.Form = newCombineForm(p.Target, all, c, p.Combined.Readings)
	p.Combined.Form.Reason = f.Get("reason")
}
