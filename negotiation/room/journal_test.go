package room_test

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
)

// testJournal is a journal in memory that can be made to fail, and to wait.
type testJournal struct {
	negotiation.Journal

	// before and after stand around Append; what they return is returned. After
	// is for what a journal keeps and says otherwise. onRead is asked before
	// each Read.
	before, after func(entries []negotiation.Entry) error
	onRead        func() error
}

func newJournal() *testJournal { return &testJournal{Journal: store.NewMemory()} }

func (j *testJournal) Append(ctx context.Context, entries ...negotiation.Entry) error {
	if j.before != nil {
		if err := j.before(entries); err != nil {
			return err
		}
	}
	if err := j.Journal.Append(ctx, entries...); err != nil {
		return err
	}
	if j.after != nil {
		return j.after(entries)
	}
	return nil
}

func (j *testJournal) Read(ctx context.Context, id negotiation.NegotiationID, after negotiation.Seq) iter.Seq2[negotiation.Entry, error] {
	if j.onRead != nil {
		if err := j.onRead(); err != nil {
			return func(yield func(negotiation.Entry, error) bool) { yield(negotiation.Entry{}, err) }
		}
	}
	return j.Journal.Read(ctx, id, after)
}

// record reads all entries of the negotiation under test.
func (j *testJournal) record(t testing.TB) []negotiation.Entry {
	t.Helper()
	var entries []negotiation.Entry
	for e, err := range j.Journal.Read(context.WithoutCancel(t.Context()), id, 0) {
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	return entries
}

// id of the negotiation under test.
const id negotiation.NegotiationID = "bridgetown"

// clock is a clock that is set.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2017, 9, 20, 10, 0, 0, 0, time.UTC)} }

func (c *clock) tell() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// house is a room over a journal with a negotiation that takes comments.
type house struct {
	*room.Room
	journal *testJournal
	clock   *clock
}

// open gives a house in which the record has opened entries.
func open(t testing.TB) house {
	t.Helper()
	h := house{journal: newJournal(), clock: newClock()}
	h.Room = room.New(h.journal, h.clock.tell)
	d := negotiation.Draft{Paragraphs: []negotiation.Paragraph{
		{ID: "p1", Kind: negotiation.Numbered, Label: "1", Text: "States will devote resources", Version: 1},
		{ID: "p2", Kind: negotiation.Numbered, Label: "2", Text: "The Chair reports", Version: 1},
	}}
	for _, do := range []negotiation.Command{
		negotiation.CreateNegotiation{Title: "Plan", Language: "en"},
		negotiation.OpenSeat{Seat: negotiation.Seat{ID: "mexico", Role: negotiation.Delegate, Delegation: "MEXICO", MayTable: true}},
		negotiation.OpenSeat{Seat: negotiation.Seat{ID: "peru", Role: negotiation.Delegate, Delegation: "PERU", MayTable: true}},
		negotiation.ImportDraft{Draft: d},
		negotiation.OpenComments{},
	} {
		h.must(t, request("system", "", do))
	}
	return h
}

// opened is the Seq of a house that was just opened.
const opened negotiation.Seq = 5

// again gives another room over the same journal, as after a restart or in
// another process.
func (h house) again() house {
	h.Room = room.New(h.journal, h.clock.tell)
	return h
}

func (h house) submit(t testing.TB, req negotiation.Request) (room.Receipt, error) {
	return h.Submit(context.WithoutCancel(t.Context()), id, req)
}

func (h house) must(t testing.TB, req negotiation.Request) room.Receipt {
	t.Helper()
	receipt, err := h.submit(t, req)
	if err != nil {
		t.Fatalf("%T by %s: %v", req.Do, req.Seat, err)
	}
	return receipt
}

// view is what everybody may see.
func (h house) view(t testing.TB) negotiation.View {
	t.Helper()
	v, err := h.View(context.WithoutCancel(t.Context()), id, everybody)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var everybody = negotiation.Audience{Role: negotiation.Observer}

func request(seat negotiation.SeatID, key string, do negotiation.Command) negotiation.Request {
	return negotiation.Request{Seat: seat, Key: key, Do: do}
}

// remark is a command that is lawful at any time.
func remark(n int) negotiation.Command {
	return negotiation.TableProposal{Proposal: negotiation.Proposal{
		Changes: []negotiation.Change{{Kind: negotiation.Comment, Text: fmt.Sprintf("remark %d", n)}},
	}}
}

func amend(base int, text string) negotiation.Command {
	return negotiation.TableProposal{Proposal: negotiation.Proposal{
		Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: "p1", Base: base, Text: text}},
	}}
}

// wantCode fails unless err is a refusal with this code.
func wantCode(t testing.TB, err error, code negotiation.Code) {
	t.Helper()
	if r, ok := negotiation.Refused(err); !ok || r.Code != code {
		t.Errorf("got %v, want the refusal %s", err, code)
	}
}

// wantFault fails unless err is an error and no refusal.
func wantFault(t testing.TB, err error) {
	t.Helper()
	if _, ok := negotiation.Refused(err); ok || err == nil {
		t.Errorf("got %v, want a fault", err)
	}
}
