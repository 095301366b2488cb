package web

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"plenary/negotiation"
)

// readingsPage lists what waits to be read as its author says, so that many
// readings can be confirmed at once: those of a delegation, or on the desk those of
// all.
type readingsPage struct {
	here
	// Groups have the proposals of a delegation each, by number.
	Groups []readingsGroup
	// More counts those that are left out: nobody looks at so many together.
	More int
}

// mostReadings is how many proposals are listed together.
const mostReadings = 50

type readingsGroup struct {
	Delegation negotiation.Delegation
	// Word is the written word of the delegation, for the Secretariat.
	Word  string
	Items []readingItem
}

// readingItem is one proposal with what was chosen for it.
type readingItem struct {
	Base
	negotiation.ProposalView
	Address string
	Doubts  []doubtPart
	// Key is the idempotency key of its own command.
	Key     string
	Reading negotiation.Reading
	// Refusal is why the choice was not taken.
	Refusal string
}

// Choices are the readings that can be chosen.
func (i readingItem) Choices() []negotiation.Reading { return choices(i.Doubts) }

// Written says that the readings rest on written words.
func (p readingsPage) Written() bool { return p.Seat.Role.HoldsPen() }

// Action is where the form is sent.
func (p readingsPage) Action() string {
	return "/n/" + string(p.View.ID) + readingsPath(p.Seat)
}

// readingsPath is where a seat finds what waits for its confirmation.
func readingsPath(seat negotiation.Seat) string {
	if seat.Role.HoldsPen() {
		return "/desk/readings"
	}
	return "/mine/readings"
}

// readings gives the page to whoever may confirm any.
func (s *Server) readings(r *http.Request) (readingsPage, error) {
	h, err := s.enter(r)
	if err != nil {
		return readingsPage{}, err
	}
	if err := h.sits(h.Seat.Tables(), "table"); err != nil {
		return readingsPage{}, err
	}
	h.Title = h.T("reading.list")
	h.Here = "mine"
	if h.Seat.Role.HoldsPen() {
		h.Here = "desk"
	}
	p := readingsPage{here: h}
	waiting := filtered(h.View.Proposals, h.mayConfirm)
	p.More = max(len(waiting)-mostReadings, 0)
	for _, proposal := range waiting[:len(waiting)-p.More] {
		p.add(proposal)
	}
	return p, nil
}

func (p *readingsPage) add(proposal negotiation.ProposalView) {
	item := readingItem{Base: p.Base, ProposalView: proposal, Doubts: p.doubtsIn(p.View, proposal), Key: newKey()}
	if target, ok := p.View.Paragraph(string(proposal.Target)); ok {
		item.Address = target.Address
	}
	p.Groups = grouped(p.Groups, item)
}

// grouped puts an item among those of its delegation.
func grouped(list []readingsGroup, item readingItem) []readingsGroup {
	i := slices.IndexFunc(list, func(g readingsGroup) bool { return g.Delegation == item.Delegation })
	if i < 0 {
		i = len(list)
		list = append(list, readingsGroup{Delegation: item.Delegation})
	}
	list[i].Items = append(list[i].Items, item)
	return list
}

func (s *Server) getReadings(w http.ResponseWriter, r *http.Request) error {
	p, err := s.readings(r)
	if err != nil {
		return err
	}
	s.pages.render(w, r, http.StatusOK, "readings", p, s.log)
	return nil
}

// postReadings records what was chosen, each reading by a command of its own: one
// that is refused keeps none of the others from being taken.
func (s *Server) postReadings(w http.ResponseWriter, r *http.Request) error {
	p, err := s.readings(r)
	if err != nil {
		return err
	}
	taken, refused := s.confirmChosen(r, p)
	switch {
	case len(taken) == 0 && len(refused) == 0:
		p.Refused, _ = s.refusedForm(r, p.Base, mistake{"reading.list-choose"})
		s.pages.render(w, r, http.StatusUnprocessableEntity, "readings", p, s.log)
		return nil
	case len(refused) == 0:
		return s.done(w, r, p.Action(), p.taken(taken))
	}
	return s.someReadings(w, r, taken, refused)
}

// confirmChosen gives a command for each proposal that was chosen for, whether or
// not it is still on the list: what was done before is answered as it was then.
func (s *Server) confirmChosen(r *http.Request, p readingsPage) (taken []negotiation.ProposalID, refused map[negotiation.ProposalID]error) {
	refused = map[negotiation.ProposalID]error{}
	tried := 0
	for _, proposal := range p.View.Proposals {
		reading := negotiation.Reading(r.PostFormValue("reading-" + string(proposal.ID)))
		if reading == "" {
			continue
		}
		if tried++; tried > mostReadings {
			break // no form of ours has so many
		}
		c := negotiation.ConfirmReading{Proposal: proposal.ID, Reading: reading, Word: writtenWord(p.Seat, r.PostFormValue("word-"+string(proposal.Delegation)))}
		if _, err := s.submit(r.Context(), p.View.ID, p.Seat, r.PostFormValue("key-"+string(proposal.ID)), c); err != nil {
			refused[proposal.ID] = err
		} else {
			taken = append(taken, proposal.ID)
		}
	}
	return taken, refused
}

// someReadings shows what is left of the list, with what was chosen and typed and
// with why it was not taken.
func (s *Server) someReadings(w http.ResponseWriter, r *http.Request, taken []negotiation.ProposalID, refused map[negotiation.ProposalID]error) error {
	p, err := s.readings(r)
	if err != nil {
		return err
	}
	said, code := p.N("reading.list-refused", len(refused)), 0
	for g := range p.Groups {
		group := &p.Groups[g]
		group.Word = r.PostFormValue("word-" + string(group.Delegation))
		for i := range group.Items {
			item := &group.Items[i]
			item.Reading = negotiation.Reading(r.PostFormValue("reading-" + string(item.ID)))
			if err := refused[item.ID]; err != nil {
				item.Refusal, code = s.refusedForm(r, p.Base, err)
				delete(refused, item.ID)
			}
		}
	}
	if len(taken) > 0 {
		p.Done = p.taken(taken)
	}
	p.Refused = said
	for _, id := range slices.Sorted(maps.Keys(refused)) {
		// It is not on the list any more, or never was.
		why, status := s.refusedForm(r, p.Base, refused[id])
		p.Refused, code = p.Refused+" "+p.T("paragraph.proposal", "number", id)+p.T("list.colon")+why, status
	}
	s.pages.render(w, r, code, "readings", p, s.log)
	return nil
}

// taken says which readings were recorded.
func (p readingsPage) taken(list []negotiation.ProposalID) string {
	return p.N("reading.list-taken", len(list), "proposals", strings.Join(texts(list), ", "))
}

// Unread are the proposals of each delegation of which no reading is confirmed.
func (p deskPage) Unread() []readingsGroup {
	var list []readingsGroup
	for _, proposal := range p.View.Proposals {
		if proposal.Unconfirmed() {
			list = grouped(list, readingItem{ProposalView: proposal})
		}
	}
	return list
}
