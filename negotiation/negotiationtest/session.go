package negotiationtest

import (
	"slices"

	"plenary/negotiation"
)

// sight is what a seat had before it when it last looked: the marks by which a
// decision says what it is on.
type sight struct {
	floor, pen, agenda, record negotiation.Seq
	hash                       string
}

// look gives what a seat sees of the session now.
func (p *play) look(seat negotiation.SeatID) sight {
	v := p.view(p.audience(seat))
	s := sight{floor: v.Session.Floor.Seq, pen: v.Session.Floor.Pen.Seq, agenda: v.Session.AgendaSeq, record: v.Seq}
	if f := v.Session.Floor.Frozen; f != nil {
		s.hash = f.Hash
	}
	return s
}

// seen reads "as seen": an act on what its seat looked at last, and on nothing more.
// Without these words it asks nothing, but for the hash, which every gavel and every
// objection has: that is then the newest, or the one after "hash".
func (p *play) seen(seat negotiation.SeatID, w *words) sight {
	switch {
	case w.has("as seen"):
		s, ok := p.looked[seat]
		if !ok {
			w.fail("%s has not looked", seat)
		}
		return s
	case w.has("hash"):
		return sight{hash: w.word("a hash")}
	}
	return sight{hash: p.look(negotiation.SystemSeat).hash}
}

// parseInSession reads the acts of a session. It is nil where the words are none.
func (p *play) parseInSession(seat negotiation.SeatID, w *words) negotiation.Command {
	switch {
	case w.has("schedules"):
		return negotiation.ScheduleSession(arrangement(w))
	case w.has("arranges"):
		return arrangement(w)
	case w.has("opens session"):
		return negotiation.OpenSession{}
	case w.has("suspends session"):
		c := negotiation.SuspendSession{}
		if w.has("until") {
			c.Until = parseTime(w)
		}
		c.Reason = because(w)
		return c
	case w.has("closes session"):
		return negotiation.CloseSession{}
	case w.has("sets agenda"):
		list := p.paragraphs(w)
		return negotiation.SetAgenda{Paragraphs: list, Looked: p.seen(seat, w).agenda}
	case w.has("attends"):
		c := negotiation.Attend{Place: negotiation.Attending(w.word("a place"))}
		if w.has("as") {
			c.Seat = negotiation.SeatID(w.word("a seat"))
		}
		return c
	case w.has("calls"):
		id, _ := w.place(p.find)
		return negotiation.CallParagraph{Paragraph: id, Floor: p.seen(seat, w).floor}
	case w.has("names group"):
		return parseGroup(w)
	case w.has("says"):
		return p.parsePosition(seat, w)
	}
	if c := parseOnFloor(w); c != nil {
		return c
	}
	if c := p.parseWithPen(seat, w); c != nil {
		return c
	}
	return p.parseFrozen(seat, w)
}

// arrangement reads `"First reading" starting 2017-10-16T14:00:00Z objecting within 10
// speaking for 180`.
func arrangement(w *words) negotiation.ArrangeSession {
	var c negotiation.ArrangeSession
	if w.quoted() {
		c.Title = w.quote("a title")
	}
	if w.has("starting") {
		c.Starts = parseTime(w)
	}
	if w.has("objecting within") {
		c.Settings.ObjectWithin = w.number("seconds")
	}
	if w.has("speaking for") {
		c.Settings.SpeakFor = w.number("seconds")
	}
	return c
}

// paragraphs reads the addresses of paragraphs, to the end or to "as".
func (p *play) paragraphs(w *words) []negotiation.ParagraphID {
	var list []negotiation.ParagraphID
	for _, address := range w.names("as") {
		id, _ := p.find(address)
		list = append(list, id)
	}
	return list
}

// names takes the words up to the end, or to one of those that stop it.
func (w *words) names(stop ...string) []string {
	var list []string
	for w.more() && !slices.Contains(stop, w.list[0]) {
		list = append(list, w.word("a name"))
	}
	return list
}

func delegationsOf(names []string) []negotiation.Delegation {
	var list []negotiation.Delegation
	for _, name := range names {
		list = append(list, negotiation.Delegation(name))
	}
	return list
}

// sayingFor reads "for PERU".
func sayingFor(w *words) negotiation.Delegation {
	if w.has("for") {
		return negotiation.Delegation(w.word("a delegation"))
	}
	return ""
}

// parseOnFloor reads the acts of speakers and of those who give them the floor.
func parseOnFloor(w *words) negotiation.Command {
	switch {
	case w.has("asks for the floor"):
		return negotiation.AskFloor{Order: w.has("to a point of order"), For: sayingFor(w)}
	case w.has("leaves the list"):
		return negotiation.LeaveSpeakers{Order: w.has("to a point of order"), For: sayingFor(w)}
	case w.has("gives the floor to"):
		return negotiation.GiveFloor{Delegation: negotiation.Delegation(w.word("a delegation"))}
	case w.has("gives the floor"):
		return negotiation.GiveFloor{}
	case w.has("yields"):
		return negotiation.YieldFloor{}
	case w.has("closes the list"):
		return negotiation.ListSpeakers{Closed: true}
	case w.has("opens the list"):
		return negotiation.ListSpeakers{}
	}
	return nil
}

// parseWithPen reads `takes pen for MEXICO from 3 over secretariat`, "lays pen" and
// `drafts "text" because "clearer"`.
func (p *play) parseWithPen(seat negotiation.SeatID, w *words) negotiation.Command {
	switch {
	case w.has("takes pen"):
		c := negotiation.TakePen{For: sayingFor(w)}
		if w.has("from") {
			c.From = proposalOf(w)
		}
		if w.has("over") {
			c.Over = negotiation.SeatID(w.word("a seat"))
		}
		c.Floor = p.seen(seat, w).floor
		return c
	case w.has("lays pen"):
		return negotiation.LayPen{}
	case w.has("drafts"):
		c := negotiation.PutDrafted{Text: w.quote("a text"), Reason: because(w)}
		c.Looked = p.seen(seat, w).pen
		return c
	}
	return nil
}
