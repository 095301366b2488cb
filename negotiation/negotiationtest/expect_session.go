package negotiationtest

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"plenary/negotiation"
)

// expectSession holds the session to a line that says what must be of it. It is false
// where the line is none of these.
func (p *play) expectSession(w *words) (known bool, err error) {
	now := func() negotiation.Session { return p.view(p.audience(negotiation.SystemSeat)).Session }
	switch {
	case w.has("session is"):
		return true, expectStatus(w, now())
	case w.has("agenda is"):
		return true, differ("agenda", p.addressed(now().Agenda), wanted(w))
	case w.has("attendance is"):
		return true, expectAttendance(w, now())
	case w.has("speakers are"):
		return true, differ("speakers", speakers(now().Speakers), wanted(w))
	case w.has("list is"):
		got := map[bool]string{true: "closed", false: "open"}[now().SpeakersClosed]
		return true, differ("list", got, w.word("open or closed"))
	case w.has("acts end with"):
		return true, p.expectActs(w)
	case w.has("groups are"):
		var got []string
		for _, g := range p.view(p.audience(negotiation.SystemSeat)).Groups {
			got = append(got, string(g.Name))
		}
		return true, differ("groups", strings.Join(got, " "), wanted(w))
	}
	return p.expectFloor(w, now)
}

// wanted takes the words that are left; "none" stands for no word.
func wanted(w *words) string {
	list := w.names()
	if len(list) == 1 && list[0] == "none" {
		return ""
	}
	return strings.Join(list, " ")
}

// expectStatus wants "1 open", `1 suspended until 2017-10-16T15:00:00Z because "lunch"`,
// or "none".
func expectStatus(w *words, s negotiation.Session) error {
	if w.has("none") {
		return differ("session", strconv.Itoa(s.Number), "0")
	}
	if err := differ("number", strconv.Itoa(s.Number), w.word("a number")); err != nil {
		return err
	}
	if err := differ("status", string(s.Status), w.word("a status")); err != nil {
		return err
	}
	if w.quoted() {
		return differ("title", s.Title, w.quote("a title"))
	}
	if w.has("until") {
		if err := sameInstant("until", s.Until, w); err != nil {
			return err
		}
	}
	if w.has("because") {
		return differ("reason", s.Reason, w.quote("a reason"))
	}
	return nil
}

func sameInstant(what string, got time.Time, w *words) error {
	if want := parseTime(w); !got.Equal(want) {
		return fmt.Errorf("%s %v, want %v", what, got, want)
	}
	return nil
}

// addressed writes the addresses of paragraphs.
func (p *play) addressed(list []negotiation.ParagraphID) string {
	var got []string
	for _, id := range list {
		got = append(got, p.address(id))
	}
	return strings.Join(got, " ")
}

func (p *play) address(id negotiation.ParagraphID) string {
	para, _ := p.view(p.audience(negotiation.SystemSeat)).Paragraph(string(id))
	return para.Address
}

// expectAttendance wants the seats that answered and where they are: "mexico room peru away".
func expectAttendance(w *words, s negotiation.Session) error {
	var got []string
	for _, a := range s.Attendance {
		got = append(got, string(a.Seat), string(a.Place))
	}
	return differ("attendance", strings.Join(got, " "), wanted(w))
}

// speakers writes the list; a point of order has a mark of exclamation.
func speakers(list []negotiation.Speaker) string {
	var got []string
	for _, sp := range list {
		name := string(sp.Delegation)
		if sp.Order {
			name += "!"
		}
		got = append(got, name)
	}
	return strings.Join(got, " ")
}

// expectActs wants the newest acts of the record of sessions, oldest first.
func (p *play) expectActs(w *words) error {
	var got []string
	for _, a := range p.view(p.audience(negotiation.SystemSeat)).Acts {
		got = append(got, string(a.Kind))
	}
	want := w.names()
	if len(got) > len(want) {
		got = got[len(got)-len(want):]
	}
	return differ("acts", strings.Join(got, " "), strings.Join(want, " "))
}

// expectFloor wants what is on the floor to be so.
func (p *play) expectFloor(w *words, now func() negotiation.Session) (known bool, err error) {
	switch {
	case w.has("floor is"):
		return true, p.expectStage(w, now().Floor)
	case w.has("speaker is"):
		return true, expectSpeaker(w, now().Floor.Speaker)
	case w.has("pen is"):
		return true, expectPen(w, now().Floor.Pen)
	case w.has("frozen is"):
		return true, p.expectFrozen(w, now().Floor.Frozen)
	case w.has("gavel is"):
		return true, expectGavel(w, now().Floor.Gavel)
	case w.has("objections are"):
		var got []string
		for _, o := range now().Floor.Objections {
			got = append(got, string(o.Delegation))
		}
		return true, differ("objections", strings.Join(got, " "), wanted(w))
	case w.has("objection of"):
		return true, expectObjection(w, now().Floor)
	}
	return false, nil
}

// expectStage wants "frozen on 7.a", "called on 8 with 3", or "empty".
func (p *play) expectStage(w *words, f negotiation.Floor) error {
	if w.has("empty") {
		return differ("stage", string(f.Stage), "")
	}
	if err := differ("stage", string(f.Stage), w.word("a stage")); err != nil {
		return err
	}
	if w.has("on") {
		if err := differ("paragraph", p.address(f.Paragraph), w.word("an address")); err != nil {
			return err
		}
	}
	if w.has("with") {
		return differ("proposal", string(f.Proposal), w.word("a proposal"))
	}
	return nil
}

// expectSpeaker wants "MEXICO until 2017-10-16T14:03:00Z", "PERU to a point of order", or "nobody".
func expectSpeaker(w *words, s negotiation.Speaking) error {
	if w.has("nobody") {
		return differ("speaker", string(s.Delegation), "")
	}
	if err := differ("speaker", string(s.Delegation), w.word("a delegation")); err != nil {
		return err
	}
	if got, want := s.Order, w.has("to a point of order"); got != want {
		return fmt.Errorf("to a point of order: %v, want %v", got, want)
	}
	if w.has("until") {
		return sameInstant("until", s.Until, w)
	}
	return nil
}

// expectPen wants "for MEXICO from 3 by secretariat", or "down".
func expectPen(w *words, pen negotiation.Pen) error {
	if w.has("down") {
		return differ("pen", string(pen.Seat), "")
	}
	if err := differ("for", string(pen.For), string(sayingFor(w))); err != nil {
		return err
	}
	if w.has("from") {
		if err := differ("from", string(pen.From), w.word("a proposal")); err != nil {
			return err
		}
	}
	if w.has("by") {
		return differ("by", string(pen.Seat), w.word("a seat"))
	}
	return nil
}
