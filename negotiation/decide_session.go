package negotiation

import (
	"fmt"
	"slices"
	"time"
)

// decideSession answers the commands of command_session.go.
func (s State) decideSession(seat Seat, req Request) ([]Event, *Refusal) {
	switch c := req.Do.(type) {
	case ScheduleSession:
		return s.scheduleSession(c)
	case ArrangeSession:
		return s.arrangeSession(c)
	case OpenSession:
		return s.openSession()
	case SuspendSession:
		return s.suspendSession(c)
	case CloseSession:
		return s.closeSession()
	case SetAgenda:
		return s.setAgenda(c)
	case Attend:
		return s.attend(seat, c)
	case NameGroup:
		return s.nameGroup(c.Group)
	case TakePosition:
		return s.takePosition(seat, c)
	case ReopenParagraph:
		return s.reopenParagraph(c)
	}
	if !s.session.Running() {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	switch c := req.Do.(type) {
	case CallParagraph:
		return s.callParagraph(c)
	case AskFloor:
		return s.askFloor(seat, c)
	case LeaveSpeakers:
		return s.leaveSpeakers(seat, c)
	case GiveFloor:
		return s.giveFloor(req.At, c)
	case YieldFloor:
		return s.yieldFloor(seat)
	case ListSpeakers:
		return []Event{SpeakersListed(c)}, nil
	case TakePen:
		return s.takePen(seat, c)
	case LayPen:
		return s.layPen(seat)
	case PutDrafted:
		return s.putDrafted(seat, req.At, c)
	}
	return s.decideFrozen(seat, req)
}

func (s State) decideFrozen(seat Seat, req Request) ([]Event, *Refusal) {
	switch c := req.Do.(type) {
	case FreezeText:
		return s.freezeText(seat, c)
	case FreezeList:
		return s.freezeList(c)
	case ThawText:
		return s.thawText(c)
	case LetGavelFall:
		return s.letGavelFall(seat, req.At, c)
	case Object:
		return s.object(seat, req.At, c)
	case WithdrawObjection:
		return s.withdrawObjection(seat, c)
	case TakeEffect:
		return s.takeEffect(req.At)
	case InterruptGavel:
		return s.interruptGavel()
	case RuleOn:
		return s.ruleOn(seat, c)
	}
	panic(fmt.Sprintf("negotiation: Decide does not know %T", req.Do))
}

func (s State) scheduleSession(c ScheduleSession) ([]Event, *Refusal) {
	if !s.HasDraft() {
		return nil, Refuse(NoDraft)
	}
	if !s.session.Ended() {
		return nil, Refuse(AlreadyExists, "field", "session", "value", s.session.Number)
	}
	if s.session.Number >= MaxSessions {
		return nil, Refuse(TooMany, "field", "sessions", "limit", MaxSessions, "count", s.session.Number+1)
	}
	a, r := readArrangement(ArrangeSession(c))
	if r != nil {
		return nil, r
	}
	var agenda []ParagraphID
	for _, p := range s.standing() {
		if _, closed := p.closed(); !closed {
			agenda = append(agenda, p.ID)
		}
	}
	return []Event{SessionScheduled{Number: s.session.Number + 1, Title: a.Title, Starts: a.Starts, Settings: a.Settings}, AgendaSet{agenda}}, nil
}

// standing lists what can be called: paragraphs that are not headings and not struck.
func (s State) standing() []paragraphState {
	var list []paragraphState
	for _, id := range s.order {
		if p := s.paragraphs.at(id.number()); !p.Kind.IsHeading() && !p.Deleted {
			list = append(list, p)
		}
	}
	return list
}

func (s State) arrangeSession(c ArrangeSession) ([]Event, *Refusal) {
	if s.session.Ended() {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	a, r := readArrangement(c)
	return []Event{SessionArranged(a)}, r
}

func readArrangement(c ArrangeSession) (ArrangeSession, *Refusal) {
	var r *Refusal
	if c.Title, r = readText("title", c.Title, MaxTitle); r != nil {
		return c, r
	}
	if c.Starts, r = readInstant("starts", c.Starts); r != nil {
		return c, r
	}
	if c.Settings.ObjectWithin == 0 {
		c.Settings.ObjectWithin = DefaultObjection
	}
	if n := c.Settings.ObjectWithin; n < 0 || n > MaxObjection {
		return c, Refuse(BadValue, "field", "object_within", "value", n)
	}
	if n := c.Settings.SpeakFor; n < 0 || n > MaxSpeaking {
		return c, Refuse(BadValue, "field", "speak_for", "value", n)
	}
	return c, nil
}

// readInstant refuses an instant that the record cannot spell [RFC 3339, 1].
func readInstant(field string, t time.Time) (time.Time, *Refusal) {
	if y := t.UTC().Year(); y < 1 || y > 9999 {
		return t, Refuse(BadValue, "field", field, "value", y)
	}
	return utc(t), nil
}

func (s State) openSession() ([]Event, *Refusal) {
	if s.session.Status != SessionDue && s.session.Status != SessionSuspended {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	return []Event{SessionOpened{}}, nil
}

func (s State) suspendSession(c SuspendSession) ([]Event, *Refusal) {
	if !s.session.Running() {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	if s.session.Floor.Stage == AtGavel {
		return nil, s.wrongStage()
	}
	until, r := readInstant("until", c.Until)
	if r != nil {
		return nil, r
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return []Event{SessionEnded{Status: SessionSuspended, Until: until, Reason: reason}}, r
}

func (s State) closeSession() ([]Event, *Refusal) {
	if s.session.Ended() {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	if s.session.Floor.Stage == AtGavel {
		return nil, s.wrongStage()
	}
	return []Event{SessionEnded{Status: SessionClosed}}, nil
}

func (s State) setAgenda(c SetAgenda) ([]Event, *Refusal) {
	if s.session.Ended() {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	if c.Looked != 0 && c.Looked != s.session.AgendaSeq {
		// Somebody else has arranged it since: nobody's order is overwritten unseen.
		return nil, s.floorMoved()
	}
	if r := tooMany("paragraphs", len(c.Paragraphs), MaxParagraphs); r != nil {
		return nil, r
	}
	seen := map[ParagraphID]bool{}
	for _, id := range c.Paragraphs {
		p, ok := s.paragraph(id)
		if !ok || p.Kind.IsHeading() {
			return nil, Refuse(UnknownParagraph, "paragraph", id)
		}
		if seen[id] {
			return nil, Refuse(BadValue, "field", "agenda", "value", s.address(id))
		}
		seen[id] = true
	}
	return []Event{AgendaSet{slices.Clone(c.Paragraphs)}}, nil
}

func (s State) attend(by Seat, c Attend) ([]Event, *Refusal) {
	if s.session.Ended() {
		return nil, Refuse(NoSession, "status", s.session.Status)
	}
	if c.Seat == "" {
		c.Seat = by.ID
	}
	seat, ok := s.seats[c.Seat]
	if !ok || seat.Closed {
		return nil, Refuse(UnknownSeat, "seat", c.Seat)
	}
	if c.Seat != by.ID && !by.Role.HoldsPen() {
		return nil, Refuse(NotAllowed, "role", by.Role, "act", "attend")
	}
	if c.Place != InRoom && c.Place != Remote && c.Place != Away {
		return nil, Refuse(BadValue, "field", "place", "value", c.Place)
	}
	return []Event{Attended{Seat: c.Seat, Delegation: seat.Delegation, Place: c.Place}}, nil
}
