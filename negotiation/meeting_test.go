package negotiation

import (
	"testing"
	"time"
)

// meeting is a negotiation for tests of single rules; testdata/scenario has
// those that can be told as a story.
type meeting struct {
	testing.TB
	State
}

// meet gives a meeting with a draft of two paragraphs and an open window.
func meet(t testing.TB) *meeting {
	t.Helper()
	m := &meeting{t, New("n")}
	m.must("system", CreateNegotiation{Title: "Plan", Language: "en"})
	m.must("system", OpenSeat{Seat: Seat{ID: "mexico", Role: Delegate, Delegation: "MEXICO", MayTable: true}})
	m.must("system", ImportDraft{Draft: Draft{Paragraphs: littleDraft()}})
	m.must("system", OpenComments{})
	return m
}

func littleDraft() []Paragraph {
	return []Paragraph{
		{ID: "p1", Kind: Numbered, Label: "1", Text: "The groups will:", Version: 1},
		{ID: "p2", Kind: Bullet, Label: "bullet1", Parent: "p1", Text: "meet", Version: 1},
		{ID: "p3", Kind: Numbered, Label: "2", Text: "The Chair reports", Version: 1},
	}
}

// ask gives a command and applies what follows from it.
func (m *meeting) ask(seat SeatID, do Command) ([]Event, *Refusal) {
	m.Helper()
	events, err := m.Decide(Request{Seat: seat, At: time.Unix(int64(m.Seq()), 0).UTC(), Do: do})
	if err != nil {
		r, ok := Refused(err)
		if !ok {
			m.Fatalf("%T: %v", do, err)
		}
		return nil, r
	}
	m.State = m.After(Entry{Negotiation: m.ID(), Seq: m.Seq() + 1, At: time.Unix(int64(m.Seq()), 0).UTC(), Seat: seat, Events: events})
	if err := m.Check(); err != nil {
		m.Fatalf("%T: %v", do, err)
	}
	return events, nil
}

func (m *meeting) must(seat SeatID, do Command) []Event {
	m.Helper()
	events, r := m.ask(seat, do)
	if r != nil {
		m.Fatalf("%T was refused: %v", do, r)
	}
	return events
}

// wantRefusal fails unless do is refused with code, on account of field if one
// is named.
func (m *meeting) wantRefusal(name string, do Command, code Code, field string) {
	m.Helper()
	_, r := m.ask("system", do)
	if r == nil || r.Code != code || r.Details["field"] != field {
		m.Errorf("%s: got %v, want %s of field %q", name, r, code, field)
	}
}
