package web

import (
	"bytes"
	"log/slog"
	"sync"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
)

// boardHouse is a server whose session has paragraph 1 on its floor, and its board.
// The clock moves on by a second with each command.
type boardHouse struct {
	*board
	store *store.Memory
	log   *lockedLog

	t   testing.TB
	mu  sync.Mutex // guards now
	now time.Time
}

// The seats of the house.
const (
	seatPen    negotiation.SeatID = "secretariat"
	seatOther  negotiation.SeatID = "second"
	seatChair  negotiation.SeatID = "chair"
	seatMexico negotiation.SeatID = "mexico"
)

const draftWords = "Urge all States to act."

// openBoard opens a house over what is kept, with other secrets where they are given.
func openBoard(t testing.TB, kept *store.Memory, secrets Secrets) *boardHouse {
	t.Helper()
	h := &boardHouse{store: kept, log: &lockedLog{}, t: t, now: time.Date(2017, 10, 16, 14, 0, 0, 0, time.UTC)}
	if secrets == nil {
		secrets = kept
	}
	s, err := New(Config{Room: room.New(kept, h.clock), Secrets: secrets, Sessions: kept.Sessions(),
		Log: slog.New(slog.NewTextHandler(h.log, nil)), Clock: h.clock, Release: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if list, err := s.room.Negotiations(t.Context()); err != nil || len(list) == 0 {
		h.board = newBoard(s, "n1")
		h.furnish()
	}
	h.board = s.board("n1")
	return h
}

func (h *boardHouse) furnish() {
	h.t.Helper()
	h.do(negotiation.SystemSeat, negotiation.CreateNegotiation{Title: "A draft", Language: "en", Public: true})
	for _, id := range []negotiation.SeatID{seatPen, seatOther} {
		h.do(negotiation.SystemSeat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: id, Role: negotiation.Secretariat}})
	}
	h.do(negotiation.SystemSeat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: seatChair, Role: negotiation.Chair}})
	h.do(negotiation.SystemSeat, negotiation.OpenSeat{Seat: delegateOf("MEXICO")})
	h.do(negotiation.SystemSeat, negotiation.OpenSeat{Seat: delegateOf("PERU")})
	h.do(seatPen, negotiation.ImportDraft{Draft: negotiation.Draft{Source: negotiation.Source{Name: "d.txt"},
		Paragraphs: []negotiation.Paragraph{{ID: "p1", Kind: negotiation.Numbered, Label: "1", Text: draftWords, Version: 1}}}})
	h.do(seatChair, negotiation.ScheduleSession{Title: "First"})
	h.do(seatChair, negotiation.OpenSession{})
	h.do(seatChair, negotiation.CallParagraph{Paragraph: "p1"})
}

// delegateOf is the seat of a delegation, by whose name in small letters it goes.
func delegateOf(d negotiation.Delegation) negotiation.Seat {
	id := map[negotiation.Delegation]negotiation.SeatID{"MEXICO": seatMexico, "PERU": "peru"}[d]
	return negotiation.Seat{ID: id, Role: negotiation.Delegate, Delegation: d, MayTable: true}
}

func (h *boardHouse) clock() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.now
}

func (h *boardHouse) pass(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(d)
}

func (h *boardHouse) do(seat negotiation.SeatID, c negotiation.Command) {
	h.t.Helper()
	if _, err := h.server.room.Submit(h.t.Context(), "n1", negotiation.Request{Seat: seat, Do: c}); err != nil {
		h.t.Fatalf("%s: %T: %v", seat, c, err)
	}
	h.pass(time.Second)
}

// seatAt gives a seat as the record has it.
// seatAt gives a seat; for no name that of the public.
func (h *boardHouse) seatAt(id negotiation.SeatID) negotiation.Seat {
	h.t.Helper()
	if id == "" {
		return negotiation.Seat{Role: negotiation.Public}
	}
	seat, ok, err := h.server.room.Seat(h.t.Context(), "n1", id)
	if err != nil || !ok {
		h.t.Fatalf("seat %s: open %t, %v", id, ok, err)
	}
	return seat
}

func (h *boardHouse) view(a negotiation.Audience) negotiation.View {
	h.t.Helper()
	v, err := h.server.room.View(h.t.Context(), "n1", a)
	if err != nil {
		h.t.Fatal(err)
	}
	return v
}

// regions are the signals as a form is shown them, by kind.
func (h *boardHouse) regions(a negotiation.Audience, f form) map[string]string {
	h.t.Helper()
	v := h.view(a)
	all := map[string]string{}
	for _, s := range h.signalsFor(Base{Negotiation: headingOf(v, "e")}, v, f) {
		for _, r := range s.Regions {
			all[s.Kind] += r.HTML
		}
	}
	return all
}

// takePen gives the pen to a seat, for MEXICO.
func (h *boardHouse) takePen(seat, over negotiation.SeatID) negotiation.Seq {
	h.t.Helper()
	h.do(seat, negotiation.TakePen{For: "MEXICO", Over: over})
	return h.view(negotiation.Audience{Role: negotiation.System}).Session.Floor.Pen.Seq
}

// types says that the pen-holder has typed, and fails the test if it is refused.
func (h *boardHouse) types(rev int, text string) {
	h.t.Helper()
	if r := h.write(h.seatAt(seatPen), upMessage{Type: "typing", Rev: rev, Text: text, By: "page"}); r != nil {
		h.t.Fatalf("typing %q as revision %d: %v", text, rev, r)
	}
}

// lockedLog keeps what is logged, for tests to read meanwhile.
type lockedLog struct {
	mu   sync.Mutex // guards text
	text bytes.Buffer
}

func (l *lockedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lockedLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
