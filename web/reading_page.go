package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"plenary/negotiation"
)

// readingPage is where the author of an imported proposal says how it is to be
// read, or the Secretariat on its written word.
type readingPage struct {
	here
	Proposal proposalPart
	Key      string
	// Reading and Word are what was chosen and typed.
	Reading negotiation.Reading
	Word    string
	// Fields are the author's own words for what is in doubt.
	Fields []wording
}

// Written says that the reader needs a written word to rely on.
func (p readingPage) Written() bool { return p.Seat.Role.HoldsPen() }

// readingPath is the page on which a reading of p is confirmed.
func readingPath(v negotiation.View, p negotiation.ProposalView) string {
	return "/n/" + string(v.ID) + "/proposals/" + string(p.ID) + "/reading"
}

// confirming gives the page, if the proposal that r names waits for this seat. Where
// it does not any more, open is false.
func (s *Server) confirming(r *http.Request) (page readingPage, open bool, err error) {
	h, err := s.enter(r)
	if err != nil {
		return readingPage{}, false, err
	}
	if h.Seat.ID == "" {
		return readingPage{}, false, errNotSignedIn
	}
	p, err := h.proposal(r)
	if err != nil {
		return readingPage{}, false, err
	}
	if !h.Seat.SpeaksFor(p.Delegation) {
		return readingPage{}, false, negotiation.Refuse(negotiation.NotYours, "proposal", p.ID, "delegation", p.Delegation)
	}
	h.Title = h.T("reading.title", "number", p.ID)
	h.Path = readingPath(h.View, p) // there is no page at the address of a form but this
	page = readingPage{here: h, Key: newKey(), Proposal: proposalsOf(h.Base, h.View, []negotiation.ProposalView{p})[0]}
	for _, f := range wordings(h.View, p) {
		if _, doubted := p.Doubt(f.Change); doubted {
			page.Fields = append(page.Fields, f)
		}
	}
	return page, p.Unconfirmed(), nil
}

func (s *Server) getReading(w http.ResponseWriter, r *http.Request) error {
	p, open, err := s.confirming(r)
	if err != nil {
		return err
	}
	if !open {
		http.Redirect(w, r, "/n/"+string(p.View.ID)+"/proposals/"+string(p.Proposal.ID), http.StatusSeeOther)
		return nil
	}
	s.pages.render(w, r, http.StatusOK, "reading", p, s.log)
	return nil
}

// postReading records a reading. What is not taken comes back as it was typed.
func (s *Server) postReading(w http.ResponseWriter, r *http.Request) error {
	p, _, err := s.confirming(r)
	if err != nil {
		return err
	}
	c := readConfirm(p.Proposal.ProposalView, r.PostForm)
	c.Word = writtenWord(p.Seat, c.Word)
	if c.Reading == "" {
		err = mistake{"reading.choose"}
	} else {
		_, err = s.submit(r.Context(), p.View.ID, p.Seat, r.PostFormValue("key"), c)
	}
	if err == nil {
		return s.done(w, r, "/n/"+string(p.View.ID)+"/proposals/"+string(p.Proposal.ID), p.T("paragraph.done"))
	}
	return s.refuseReading(w, r, err)
}

// refuseReading shows the form again on the newest view, or, where the reading is
// no longer open, the proposal with what was typed.
func (s *Server) refuseReading(w http.ResponseWriter, r *http.Request, refusal error) error {
	p, open, err := s.confirming(r)
	if err != nil {
		return err
	}
	var code int
	p.Refused, code = s.refusedForm(r, p.Base, refusal)
	if !open {
		page := p.proposalPage(p.Proposal.ProposalView)
		page.Refused = p.Refused
		page.Proposal.keep(p.View, r)
		if word := r.PostFormValue("word"); word != "" {
			page.Proposal.Kept = append(page.Proposal.Kept, word)
		}
		s.pages.render(w, r, code, "proposal", page, s.log)
		return nil
	}
	p.Reading, p.Word = negotiation.Reading(r.PostFormValue("reading")), r.PostFormValue("word")
	for i := range p.Fields {
		p.Fields[i].keep(p.View, r)
	}
	s.pages.render(w, r, code, "reading", p, s.log)
	return nil
}

// writtenWord is the word that a seat relies on: none where it speaks for itself,
// since a reading with one stands in the record as confirmed by the Secretariat.
func writtenWord(seat negotiation.Seat, word string) string {
	if !seat.Role.HoldsPen() {
		return ""
	}
	return word
}

// readConfirm reads the command from its form. The author's own words count only
// where they were chosen.
func readConfirm(p negotiation.ProposalView, f url.Values) negotiation.ConfirmReading {
	c := negotiation.ConfirmReading{Proposal: p.ID, Reading: negotiation.Reading(f.Get("reading")), Word: f.Get("word")}
	if c.Reading != negotiation.Edited {
		return c
	}
	for i := range p.Changes {
		suffix := "-" + strconv.Itoa(i)
		if f.Has("text" + suffix) {
			c.Words = append(c.Words, negotiation.ConfirmedWords{Change: i, Base: number(f.Get("base" + suffix)), Text: f.Get("text" + suffix)})
		}
	}
	return c
}

// Choices are the readings that can be chosen: what is the draft's own changes
// nothing, and cannot be proposed.
func (p readingPage) Choices() []negotiation.Reading { return choices(p.Proposal.Doubts) }

func choices(doubts []doubtPart) []negotiation.Reading {
	var list []negotiation.Reading
	if !slices.ContainsFunc(doubts, func(d doubtPart) bool { return d.Literal.Same }) {
		list = append(list, negotiation.Literal)
	}
	if !slices.ContainsFunc(doubts, func(d doubtPart) bool { return d.Probable.Same }) {
		list = append(list, negotiation.Probable)
	}
	return list
}
