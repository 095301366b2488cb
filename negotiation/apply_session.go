package negotiation

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

func (s State) applyToSession(e Entry, event Event) State {
	s.session.Moved = e.Seq
	now := &s.session
	switch ev := event.(type) {
	case SessionScheduled:
		s.session = Session{Number: ev.Number, Title: ev.Title, Status: SessionDue, Starts: ev.Starts, Settings: ev.Settings, Moved: e.Seq,
			Floor: Floor{Seq: e.Seq}} // so that the first call is guarded like any other
	case SessionArranged:
		now.Title, now.Starts, now.Settings = ev.Title, ev.Starts, ev.Settings
	case SessionOpened:
		now.Status, now.Until, now.Reason = SessionOpen, time.Time{}, ""
	case SessionEnded:
		now.Status, now.Until, now.Reason = ev.Status, ev.Until, ev.Reason
		if ev.Status == SessionClosed {
			now.Speakers = nil
			s = s.turn(e, Floor{})
		}
	case AgendaSet:
		now.Agenda, now.AgendaSeq = ev.Paragraphs, e.Seq
	case Attended:
		now.Attendance = attended(now.Attendance, ev)
	default:
		return s.applyToFloor(e, event)
	}
	return s
}

func attended(list []Attendance, ev Attended) []Attendance {
	list = slices.DeleteFunc(slices.Clone(list), func(a Attendance) bool { return a.Seat == ev.Seat })
	list = append(list, Attendance(ev))
	slices.SortFunc(list, func(a, b Attendance) int { return cmp.Compare(a.Seat, b.Seat) })
	return list
}

func (s State) applyToFloor(e Entry, event Event) State {
	now := &s.session
	f := now.Floor
	switch ev := event.(type) {
	case ParagraphCalled:
		return s.turn(e, Floor{Paragraph: ev.Paragraph, Stage: AtCalled})
	case FloorAsked:
		now.Speakers = listedSpeaker(now.Speakers, Speaker{ev.Delegation, ev.Order, e.At})
	case FloorLeft:
		now.Speakers = unlisted(now.Speakers, ev.Delegation, ev.Order)
	case FloorGiven:
		now.Speakers = unlisted(now.Speakers, ev.Delegation, ev.Order)
		now.Floor.Speaker = Speaking{ev.Delegation, ev.Order, e.At, ev.Until}
		if f.Stage == AtCalled {
			now.Floor.Stage, now.Floor.At = AtFloor, e.At
		}
	case FloorYielded:
		now.Floor.Speaker = Speaking{}
	case SpeakersListed:
		now.SpeakersClosed = ev.Closed
	case PenTaken:
		f.Stage, f.Pen = AtDrafting, Pen{ev.Seat, ev.For, ev.From, ev.Paragraph, ev.Base, e.Seq}
		f.Frozen, f.Objections = nil, nil
		return s.turn(e, f)
	case PenLaid:
		f.Stage, f.Pen = AtFloor, Pen{}
		return s.turn(e, f)
	case ProposalRaised:
		return s.raised(e, ev)
	default:
		return s.applyToFrozen(e, event)
	}
	return s
}

func (s State) applyToFrozen(e Entry, event Event) State {
	f := s.session.Floor
	switch ev := event.(type) {
	case TextFrozen:
		f.Stage, f.Frozen, f.Pen, f.Gavel, f.Objections = AtFrozen, &ev.Frozen, Pen{}, nil, nil
		f.HeldSince = e.Seq
	case TextThawed:
		f.Stage, f.Frozen, f.Gavel, f.Objections = AtFloor, nil, nil, nil
		if f.Paragraph == "" {
			f = Floor{Speaker: f.Speaker}
		}
	case GavelFell:
		f.Stage, f.Gavel = AtGavel, &ev.Gavel
	case GavelVoid:
		f.Stage, f.Gavel = AtFrozen, nil
	case ObjectionRaised:
		f.Stage, f.Gavel = AtObjection, nil
		f.Objections = append(slices.Clip(f.Objections), ev.Objection)
	case ObjectionWithdrawn:
		f.Objections = slices.DeleteFunc(slices.Clone(f.Objections), func(o Objection) bool { return o.Delegation == ev.Delegation })
		if len(f.Objections) == 0 {
			f.Stage, f.HeldSince = AtFrozen, e.Seq
		}
	default:
		panic(fmt.Sprintf("negotiation: After does not know %T", event))
	}
	return s.turn(e, f)
}

// turn puts the floor in its next state. Who speaks goes on speaking.
func (s State) turn(e Entry, f Floor) State {
	f.Seq, f.At = e.Seq, e.At
	if f.Speaker.Delegation == "" && f.Stage != AtNone {
		f.Speaker = s.session.Floor.Speaker
	}
	s.session.Floor = f
	return s
}

func (s State) raised(e Entry, ev ProposalRaised) State {
	n := ev.Proposal.number()
	p := s.proposals.at(n)
	p.Raised, p.touched = ev.Session, e.Seq
	s.proposals = s.proposals.with(n, p)
	// The floor is where it was: a Chair who decides on it need not look again.
	s.session.Floor.Proposal = ev.Proposal
	return s
}

// listedSpeaker puts a request behind those of its kind.
func listedSpeaker(list []Speaker, sp Speaker) []Speaker {
	at := len(list)
	if sp.Order {
		at = slices.IndexFunc(list, func(other Speaker) bool { return !other.Order })
		if at < 0 {
			at = len(list)
		}
	}
	return slices.Insert(slices.Clone(list), at, sp)
}

func unlisted(list []Speaker, d Delegation, order bool) []Speaker {
	return slices.DeleteFunc(slices.Clone(list), func(s Speaker) bool { return s.Delegation == d && s.Order == order })
}
