package negotiation

import "fmt"

// Decide returns the events that follow from req, or a *Refusal and no event.
// It reads no clock and draws no chance, so that a replay decides alike. The
// room turns the events into the next Entry; nothing has happened before that
// is in the journal.
func (s State) Decide(req Request) ([]Event, error) {
	seat, r := s.entitled(req)
	if r != nil {
		return nil, r
	}
	events, r := s.decide(seat, req)
	if r != nil {
		return nil, r
	}
	return events, nil
}

func (s State) decide(seat Seat, req Request) ([]Event, *Refusal) {
	switch c := req.Do.(type) {
	case CreateNegotiation:
		return s.createNegotiation(c)
	case DescribeNegotiation:
		return describeNegotiation(c)
	case ImportDraft:
		return s.importDraft(seat, c)
	case ImportProposals:
		return s.importProposals(seat, req.At, c)
	case OpenSeat:
		return s.openSeat(c)
	case CloseSeat:
		return s.closeSeat(c)
	case OpenComments:
		return s.openComments(c)
	case CloseComments:
		return s.closeComments()
	case TableProposal:
		return s.tableProposal(seat, req.At, c.Proposal)
	case WithdrawProposal:
		return s.withdrawProposal(seat, c)
	case AdmitProposal:
		return s.admitProposal(seat, c)
	case AcceptProposal:
		return s.acceptProposal(seat, c)
	case NotRetainProposal:
		return s.notRetainProposal(seat, c)
	case CombineProposals:
		return s.combineProposals(c)
	case ConfirmSatisfied:
		return s.confirmSatisfied(seat, c)
	case ConfirmReading:
		return s.confirmReading(seat, c)
	case PlaceProposal:
		return s.placeProposal(seat, c)
	case IssueCompilation:
		return s.issueCompilation(req.At, c.Issue)
	case AssignPlaceholder:
		return s.assignPlaceholder(c)
	}
	return s.decideSession(seat, req)
}

// entitled gives the seat of req, or refuses: an unknown or closed seat, or a
// role without the right to give this command. Rights over a single proposal
// are looked at where it is.
func (s State) entitled(req Request) (Seat, *Refusal) {
	seat, ok := s.Seat(req.Seat)
	if !ok {
		return seat, Refuse(UnknownSeat, "seat", req.Seat)
	}
	if _, create := req.Do.(CreateNegotiation); !create && !s.Exists() {
		return seat, Refuse(UnknownNegotiation, "negotiation", s.id)
	}
	if act, ok := mayGive(seat, req.Do); !ok {
		return seat, Refuse(NotAllowed, "role", seat.Role, "act", act)
	}
	return seat, nil
}

// mayGive reports whether a seat may give commands of this kind, and names the
// act for the refusal.
func mayGive(seat Seat, c Command) (act string, ok bool) {
	switch c.(type) {
	case CreateNegotiation:
		return "create", seat.Role == System
	case DescribeNegotiation:
		return "describe", seat.Role.HoldsPen()
	case ImportDraft, ImportProposals, PlaceProposal:
		return "import", seat.Role.HoldsPen()
	case IssueCompilation, AssignPlaceholder:
		return "issue", seat.Role.HoldsPen()
	case OpenSeat, CloseSeat:
		return "seat", seat.Role.HoldsPen()
	case OpenComments, CloseComments:
		return "window", seat.Role.HoldsPen()
	case TableProposal:
		return "table", seat.Tables()
	case WithdrawProposal, ConfirmSatisfied, ConfirmReading:
		return "withdraw", seat.Tables()
	case AdmitProposal, AcceptProposal, NotRetainProposal, CombineProposals:
		return "decide", seat.Role.Decides()
	}
	return mayGiveInSession(seat, c)
}

func mayGiveInSession(seat Seat, c Command) (act string, ok bool) {
	switch c.(type) {
	case ScheduleSession, ArrangeSession, OpenSession, SuspendSession, CloseSession, SetAgenda, CallParagraph, GiveFloor,
		ListSpeakers, FreezeText, FreezeList, ThawText, LetGavelFall, RuleOn, ReopenParagraph:
		return "run", seat.Role.Decides()
	case TakePen, LayPen, PutDrafted, NameGroup:
		return "pen", seat.Role.HoldsPen()
	case Attend:
		return "attend", seat.Role.Seatable() || seat.Role.HoldsPen()
	case AskFloor, LeaveSpeakers, YieldFloor:
		return "speak", seat.Role.Decides() || seat.Role == Delegate || seat.Role == Observer && seat.Delegation != ""
	case Object, WithdrawObjection, TakePosition:
		return "object", seat.Tables() || seat.Role.Decides()
	case TakeEffect, InterruptGavel:
		return "deadline", seat.Role == System
	}
	panic(fmt.Sprintf("negotiation: mayGive does not know %T", c))
}
