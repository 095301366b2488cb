package web

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// postFate moves a proposal on: withdraw, admit, accept, accept-amended,
// not-retain, confirm. A refusal shows the page again, with the form as it was typed.
func (s *Server) postFate(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	p, err := h.proposal(r)
	if err != nil {
		return err
	}
	name := r.PathValue("act")
	c, ok := fateCommand(name, p, r)
	if !ok {
		return errNoPage
	}
	_, err = s.submit(r.Context(), h.View.ID, h.Seat, r.PostFormValue("key"), c)
	if err == nil {
		return s.done(w, r, h.pageOf(p), h.T("paragraph.done"))
	}
	if _, refused := negotiation.Refused(err); !refused {
		return err
	}
	return s.refuseFate(w, r, err)
}

// fateCommand reads the command of an act from its form.
func fateCommand(name string, p negotiation.ProposalView, r *http.Request) (negotiation.Command, bool) {
	reason := r.PostFormValue("reason")
	switch name {
	case actWithdraw:
		return negotiation.WithdrawProposal{Proposal: p.ID, Reason: reason}, true
	case actAdmit:
		return negotiation.AdmitProposal{Proposal: p.ID, Reason: reason}, true
	case actAccept:
		return negotiation.AcceptProposal{Proposal: p.ID, Reason: reason, Looked: looked(r)}, true
	case actAcceptAmended:
		return negotiation.AcceptProposal{Proposal: p.ID, Reason: reason, Amended: amendedTexts(p, r)}, true
	case actNotRetain:
		return negotiation.NotRetainProposal{Proposal: p.ID, Reason: reason}, true
	case actConfirm:
		return negotiation.ConfirmSatisfied{Proposal: p.ID, Reason: reason}, true
	}
	return nil, false
}

// looked is the newest entry that whoever decides has seen. Without a number that
// is the first, which brought no draft: for the law, zero would be no word on it.
func looked(r *http.Request) negotiation.Seq {
	n, err := strconv.ParseUint(r.PostFormValue("looked"), 10, 63)
	if err != nil {
		return 1
	}
	return negotiation.Seq(max(n, 1))
}

// amendedTexts reads the words decided on. Words that are the author's own, on
// the version that they were written on, are not amended, and a request that
// still has the draft's words is left a request.
func amendedTexts(p negotiation.ProposalView, r *http.Request) []negotiation.AmendedText {
	var list []negotiation.AmendedText
	for i, c := range p.Changes {
		suffix := "-" + strconv.Itoa(i)
		if !r.PostForm.Has("text" + suffix) {
			continue
		}
		// A base that is no number is none, and the law refuses it as stale.
		base, _ := strconv.Atoi(r.PostFormValue("base" + suffix))
		text := negotiation.Normal(r.PostFormValue("text" + suffix))
		if same := text == negotiation.Normal(r.PostFormValue("initial"+suffix)); same && (base == c.Base || c.Kind == negotiation.RequestText) {
			continue
		}
		list = append(list, negotiation.AmendedText{Change: i, Base: base, Text: text})
	}
	return list
}

// pageOf is where a proposal is shown among its rivals.
func (h here) pageOf(p negotiation.ProposalView) string {
	if target, ok := h.View.Paragraph(string(p.Target)); ok {
		return "/n/" + string(h.View.ID) + "/p/" + target.Address
	}
	return "/n/" + string(h.View.ID) + "/proposals/" + string(p.ID)
}

// refuseFate shows a refused form again, on the newest view.
func (s *Server) refuseFate(w http.ResponseWriter, r *http.Request, refusal error) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	p, err := h.proposal(r)
	if err != nil {
		return err
	}
	h.Refused = h.Sentence(refusal, "")
	h.Path = h.pageOf(p)
	target, ok := h.View.Paragraph(string(p.Target))
	if !ok {
		page := h.proposalPage(p)
		page.Proposal.keep(h.View, r)
		s.pages.render(w, r, status(refusal), "proposal", page, s.log)
		return nil
	}
	page := h.paragraphPage(target)
	for _, list := range [][]proposalPart{page.Side.Open, page.Side.Closed} {
		for i := range list {
			if list[i].ID == p.ID {
				list[i].keep(h.View, r)
			}
		}
	}
	s.pages.render(w, r, status(refusal), "paragraph", page, s.log)
	return nil
}

// keep puts what was typed in a refused form back into it. Where a paragraph has
// moved on, the form shows what changed and is then about the newest version:
// to send it again is to decide on that one.
func (p *proposalPart) keep(v negotiation.View, r *http.Request) {
	name := r.PathValue("act")
	for i := range p.Acts {
		if a := &p.Acts[i]; a.Name == name {
			p.Brief = false
			a.Open, a.Reason = true, r.PostFormValue("reason")
			for j := range a.Fields {
				a.Fields[j].keep(v, r)
			}
			return
		}
	}
	// The act is no longer possible, but the words are not lost.
	for _, name := range slices.Sorted(maps.Keys(r.PostForm)) {
		if words := r.PostForm.Get(name); words != "" && (name == "reason" || strings.HasPrefix(name, "text-")) {
			p.Kept = append(p.Kept, words)
		}
	}
}

func (f *wording) keep(v negotiation.View, r *http.Request) {
	suffix := "-" + strconv.Itoa(f.Change)
	if !r.PostForm.Has("text" + suffix) {
		return
	}
	f.Text = r.PostFormValue("text" + suffix)
	base, _ := strconv.Atoi(r.PostFormValue("base" + suffix))
	now, ok := v.Paragraph(f.Address)
	if !ok || base < 1 || base >= now.Version {
		return
	}
	f.Newer = diff.Words(now.Versions[base-1].Text, now.Text)
}
