package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"plenary/diff"
	"plenary/negotiation"
)

// combinePage shows what would be tabled if the chosen proposals were combined.
type combinePage struct {
	here
	Target negotiation.ParagraphView
	// Combined has no reading where the choice cannot be combined; Problem says why.
	Combined *combinedPart
	Problem  string
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
	return s.refuseCombine(w, r, p, c.Base, refusal)
}

func (s *Server) refuseCombine(w http.ResponseWriter, r *http.Request, p combinePage, base int, refusal error) error {
	p.Refused = p.Sentence(refusal, "")
	p.Path = "/n/" + string(p.View.ID) + "/p/" + p.Target.Address
	if base >= 1 && base < p.Target.Version {
		p.Newer = diff.Words(p.Target.Versions[base-1].Text, p.Target.Text)
	}
	p.choose(r.PostForm)
	s.pages.render(w, r, status(refusal), "combine", p, s.log)
	return nil
}

// combining gives the page on the paragraph in r.
func (s *Server) combining(r *http.Request) (combinePage, error) {
	h, err := s.enter(r)
	if err != nil {
		return combinePage{}, err
	}
	address := r.PathValue("address")
	target, ok := h.View.Paragraph(address)
	if !ok {
		return combinePage{}, negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", address)
	}
	h.Title = h.T("combine.title", "address", target.Address)
	return combinePage{here: h, Target: target}, nil
}

// parentsIn reads the chosen proposals in their order: first the one named by
// first, then by place, else as the form lists them.
func parentsIn(f url.Values) []negotiation.ProposalID {
	var list []negotiation.ProposalID
	for _, id := range f["with"] {
		if len(list) > diff.MaxParties {
			break // too many already, as the law will say
		}
		if !slices.Contains(list, negotiation.ProposalID(id)) {
			list = append(list, negotiation.ProposalID(id))
		}
	}
	place := func(id negotiation.ProposalID) int {
		if f.Get("first") == string(id) {
			return -1
		}
		n, err := strconv.Atoi(f.Get("place-" + string(id)))
		if err != nil {
			return len(list) // no place: as they stand
		}
		return n
	}
	slices.SortStableFunc(list, func(a, b negotiation.ProposalID) int { return place(a) - place(b) })
	return list
}

// choose shows what the choice in f would give, or says why nothing.
func (p *combinePage) choose(f url.Values) {
	all := newContest(p.Base, p.View, p.Target).combinable(p.View)
	var chosen []negotiation.ProposalView
	ids := parentsIn(f)
	for _, id := range ids {
		if i := slices.IndexFunc(all, func(x negotiation.ProposalView) bool { return x.ID == id }); i >= 0 {
			chosen = append(chosen, all[i])
		}
	}
	p.Combined = &combinedPart{Base: p.Base, ID: p.Target.ID, Address: p.Target.Address}
	form := p.form(f, all, ids)
	if p.Combined.Form = form; form == nil {
		p.Kept = f.Get("reason")
	}
	if len(chosen) < 2 {
		p.Problem = p.T("combine.choose-two")
		return
	}
	c, err := combine(p.Target, p.Target.Version, chosen)
	if err != nil {
		p.Problem = p.T("combine.choose-two")
		return
	}
	bringing := c.bringing()
	for party, parent := range c.parents {
		if !slices.Contains(bringing, party) {
			p.Problem = p.T("combine.nothing-left", "delegation", parent.Delegation, "proposal", parent.ID)
		}
	}
	p.Combined = newCombinedPart(p.Base, p.View, c)
	p.Combined.Form = form
}

// form gives the form with what was chosen, for those who decide.
func (p *combinePage) form(f url.Values, all []negotiation.ProposalView, ids []negotiation.ProposalID) *combineForm {
	if !p.Seat.Role.Decides() || len(all) < 2 {
		return nil
	}
	c, err := combine(p.Target, p.Target.Version, all)
	if err != nil {
		return nil
	}
	var ticked []int
	for i, parent := range all {
		if slices.Contains(ids, parent.ID) {
			ticked = append(ticked, i)
		}
	}
	form := newCombineForm(p.View, c, ticked)
	form.Neutral, form.Reason = false, f.Get("reason")
	for i, row := range form.Rows {
		if n, err := strconv.Atoi(f.Get(row.PlaceName())); err == nil && row.Place > 0 {
			form.Rows[i].Place = n
		}
	}
	return form
}
