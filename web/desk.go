package web

import (
	"cmp"
	"net/http"
	"slices"

	"plenary/negotiation"
)

// deskPage is the Secretariat's desk. The Chair sees the decisions of it.
type deskPage struct {
	here
	// Key is the idempotency key of the form that was sent. It does not come
	// back with the page: each form shown has a new one.
	Key string
	// Description, Window and Opening are what was typed into those forms; Invited
	// is a link to be shown once.
	Description descriptionForm
	Window      windowForm
	Opening     seatForm
	Invited     *invited
	Names       map[negotiation.SeatID]string
	// Places are the open places of the draft, with what was typed for one of them;
	// Slips are what an editor would mend in it.
	Places []openPlace
	Owner  ownerForm
	Slips  []slip
}

// desk gives the page to those who decide.
func (s *Server) desk(r *http.Request) (deskPage, error) {
	h, err := s.enter(r)
	if err != nil {
		return deskPage{}, err
	}
	if err := h.sits(h.Seat.Role.Decides(), "decide"); err != nil {
		return deskPage{}, err
	}
	p := deskPage{here: h, Description: descriptionFormOf(h.View), Window: windowFormOf(h.View.Window),
		Opening: seatForm{MayTable: true, Days: defaultDays}}
	p.Title, p.Here = p.T("desk.title"), "desk"
	// Also where a form of the desk is answered, there is no other page to come back to.
	p.Path = "/n/" + string(h.View.ID) + "/desk"
	return p, nil
}

// pen gives the page to those who hold the pen, for the forms on it.
func (s *Server) pen(r *http.Request, act string) (deskPage, error) {
	p, err := s.desk(r)
	if err == nil {
		err = p.sits(p.Seat.Role.HoldsPen(), act)
	}
	return p, err
}

func (s *Server) getDesk(w http.ResponseWriter, r *http.Request) error {
	p, err := s.desk(r)
	if err != nil {
		return err
	}
	return s.showDesk(w, r, http.StatusOK, p)
}

func (s *Server) showDesk(w http.ResponseWriter, r *http.Request, code int, p deskPage) error {
	if p.Seat.Role.HoldsPen() {
		names, err := s.cfg.Secrets.SeatNames(r.Context(), p.View.ID)
		if err != nil {
			return err
		}
		p.Names = names
		judge, err := s.judge(r.Context(), p.View)
		if err != nil {
			return err
		}
		p.Places, p.Slips = openPlaces(judge, p.View), p.slips(judge, p.View)
	}
	s.pages.render(w, r, code, "desk", p, s.log)
	return nil
}

// refusedDesk shows the desk again with what was typed and with why it was not taken.
func (s *Server) refusedDesk(w http.ResponseWriter, r *http.Request, p deskPage, err error) error {
	var code int
	p.Refused, code = s.refusedForm(r, p.Base, err)
	return s.showDesk(w, r, code, p)
}

// decision is a paragraph, or the whole draft, with what waits there.
type decision struct {
	Address   string
	Path      string
	Proposals []negotiation.ProposalView
}

// Late are the proposals to be admitted, by number: they come first, because
// nobody else sees them until then.
func (p deskPage) Late() []negotiation.ProposalView {
	var list []negotiation.ProposalView
	for _, proposal := range p.View.Proposals {
		if proposal.Status() == negotiation.Late {
			list = append(list, proposal)
		}
	}
	return list
}

// Decisions are the paragraphs with proposals on the table, in the order of the
// draft and of its compilation; comments on the whole draft come last.
func (p deskPage) Decisions() []decision {
	waiting := map[negotiation.ParagraphID][]negotiation.ProposalView{}
	for _, proposal := range p.View.Proposals {
		if proposal.Status() == negotiation.OnTable {
			waiting[proposal.Target] = append(waiting[proposal.Target], proposal)
		}
	}
	var list []decision
	add := func(id negotiation.ParagraphID, address, path string) {
		if proposals := waiting[id]; len(proposals) > 0 {
			slices.SortStableFunc(proposals, p.View.Before)
			list = append(list, decision{Address: address, Path: path, Proposals: proposals})
		}
	}
	base := "/n/" + string(p.View.ID)
	for _, para := range p.View.Paragraphs {
		add(para.ID, para.Address, base+"/p/"+para.Address)
	}
	add("", "", base)
	return list
}

// deskProposal is a proposal in the lists of the desk.
type deskProposal struct {
	here
	Proposal negotiation.ProposalView
}

// One is what the template shows of a proposal.
func (p deskPage) One(proposal negotiation.ProposalView) deskProposal {
	return deskProposal{p.here, proposal}
}

// NewKey gives each form an idempotency key of its own.
func (p deskPage) NewKey() string { return newKey() }

// Policies are what may become of late proposals.
func (p deskPage) Policies() []negotiation.LatePolicy {
	return []negotiation.LatePolicy{negotiation.MarkLate, negotiation.AddendumLate, negotiation.RefuseLate}
}

// PartyKinds are the kinds of delegation.
func (p deskPage) PartyKinds() []negotiation.PartyKind {
	return []negotiation.PartyKind{negotiation.MemberState, negotiation.ConsultativeBody}
}

// noticesPart is what part "notices" shows.
type noticesPart struct {
	Base
	Notices []negotiation.Notice
}

// Noticed is what a template shows of notices. They are in English: the reader
// of documents that makes them speaks it.
func (b Base) Noticed(list []negotiation.Notice) noticesPart { return noticesPart{b, list} }

// Waiting counts what waits for a decision.
func (p deskPage) Waiting() int {
	n := 0
	for _, proposal := range p.View.Proposals {
		if proposal.Status().Open() {
			n++
		}
	}
	return n
}

// Seats are all seats, the open ones first, by role and delegation.
func (p deskPage) Seats() []negotiation.Seat {
	return slices.SortedStableFunc(slices.Values(p.View.Seats), func(a, b negotiation.Seat) int {
		return cmp.Or(compareClosed(a, b), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Delegation, b.Delegation))
	})
}

func compareClosed(a, b negotiation.Seat) int {
	switch {
	case a.Closed == b.Closed:
		return 0
	case b.Closed:
		return -1
	}
	return 1
}
