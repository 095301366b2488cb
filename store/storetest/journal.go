package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

// TestJournal holds a journal to its contract. open gives an empty one, which
// it closes when t ends.
func TestJournal(t *testing.T, open func(t testing.TB) negotiation.Journal) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, negotiation.Journal)
	}{
		{"entries come back equal and in order", testRoundTrip},
		{"reading goes on after a place", testReadAfter},
		{"an entry out of its place is a conflict and leaves no trace", testConflict},
		{"an entry that cannot be is refused", testImpossible},
		{"entries are appended together or not at all", testTogether},
		{"every acknowledged entry is there once", testConcurrent},
		{"a cancelled context is obeyed", testCancelled},
		{"an unknown negotiation has no entries", testUnknown},
		{"large entries come back", testLarge},
		{"the list is sorted", testList},
		{"a reader may stop early", testStopEarly},
		{"what is read or written later changes nothing kept", testAliasing},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

// Durable is a journal that can be closed and opened again.
type Durable interface {
	negotiation.Journal
	Close() error
}

// TestDurable holds a journal to what it promises beyond its own life. open
// opens the journal kept at path.
func TestDurable(t *testing.T, open func(t testing.TB, path string) Durable) {
	path := t.TempDir() + "/journal"
	var want []negotiation.Entry
	for round := range 3 {
		j := open(t, path)
		same(t, Entries(t, j, "n1", 0), want, fmt.Sprintf("after opening %d times", round))
		e := Entry("n1", negotiation.Seq(round+1), fmt.Sprintf("round %d", round))
		Append(t, j, e)
		want = append(want, e)
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if err := j.Append(t.Context(), Entry("n1", e.Seq+1, "too late")); err == nil {
			t.Error("Append after Close succeeded")
		}
	}
}

func testRoundTrip(t *testing.T, j negotiation.Journal) {
	at := time.Date(2017, 12, 7, 9, 30, 0, 123456789, time.UTC)
	want := []negotiation.Entry{
		{Negotiation: "n1", Seq: 1, At: at, Seat: negotiation.SystemSeat, Events: []negotiation.Event{
			negotiation.NegotiationCreated{Title: "Plan of Action <“1”> & Σ", Language: "en", Public: true}}},
		{Negotiation: "n1", Seq: 2, At: at, Seat: "secretariat", Key: "k-1", Events: []negotiation.Event{
			negotiation.DelegationNamed{Party: negotiation.Party{Name: "MEXICO", Kind: negotiation.MemberState}},
			negotiation.CommentsOpened{CutOff: at.Add(time.Hour), Zone: "America/Guyana", Late: negotiation.MarkLate},
			negotiation.ParagraphAmended{Paragraph: "p7", Version: 2, Text: "Invites all States", Algorithm: 1, Proposal: "1",
				Redline: diff.Words("Urges all States", "Invites all States")},
			negotiation.CommentsClosed{}}},
	}
	Append(t, j, want...)
	same(t, Entries(t, j, "n1", 0), want, "n1")
}

func testReadAfter(t *testing.T, j negotiation.Journal) {
	const count = 1100 // more than any implementation reads at once
	want := Fill(t, j, "n1", count)
	for _, after := range []negotiation.Seq{0, 1, 511, 512, 513, count - 1, count, count + 1, 1<<64 - 1} {
		from := min(after, count)
		got := Entries(t, j, "n1", after)
		if len(got) == 0 && from == count {
			continue
		}
		same(t, got, want[from:], fmt.Sprintf("after %d", after))
	}
}

func testConflict(t *testing.T, j negotiation.Journal) {
	for _, seq := range []negotiation.Seq{2, 7} {
		if err := j.Append(t.Context(), Entry("n1", seq, "no beginning")); !errors.Is(err, negotiation.ErrConflict) {
			t.Errorf("Append of entry %d to an empty record: got %v, want ErrConflict", seq, err)
		}
	}
	if ids, err := j.Negotiations(t.Context()); err != nil || len(ids) != 0 {
		t.Errorf("after conflicts alone Negotiations() = %v, %v, want none", ids, err)
	}
	want := Fill(t, j, "n1", 3)
	for _, seq := range []negotiation.Seq{1, 3, 5, 1<<64 - 1} {
		if err := j.Append(t.Context(), Entry("n1", seq, "in between")); !errors.Is(err, negotiation.ErrConflict) {
			t.Errorf("Append of entry %d after 3: got %v, want ErrConflict", seq, err)
		}
	}
	same(t, Entries(t, j, "n1", 0), want, "after conflicts")
}

func testImpossible(t *testing.T, j negotiation.Journal) {
	noEvents := Entry("n1", 1, "")
	noEvents.Events = nil
	for name, e := range map[string]negotiation.Entry{
		"entry 0":              Entry("n1", 0, ""),
		"no negotiation":       Entry("", 1, ""),
		"invalid negotiation":  Entry("N/1", 1, ""),
		"entry without events": noEvents,
	} {
		if err := j.Append(t.Context(), e); err == nil || errors.Is(err, negotiation.ErrConflict) {
			t.Errorf("Append of %s: got %v, want an error that is no conflict", name, err)
		}
	}
}

func testTogether(t *testing.T, j negotiation.Journal) {
	want := []negotiation.Entry{Entry("n1", 1, "a"), Entry("n1", 2, "b"), Entry("n1", 3, "c")}
	for name, entries := range map[string][]negotiation.Entry{
		"a gap":            {want[0], want[2]},
		"a repeated entry": {want[0], want[0]},
		"two records":      {want[0], Entry("n2", 2, "")},
		"a bad last one":   {want[0], want[1], {Negotiation: "n1", Seq: 3}},
	} {
		if err := j.Append(t.Context(), entries...); err == nil || errors.Is(err, negotiation.ErrConflict) {
			t.Errorf("Append with %s: got %v, want an error that is no conflict", name, err)
		}
	}
	if err := j.Append(t.Context()); err != nil {
		t.Errorf("Append of nothing: %v", err)
	}
	must(t, j.Append(t.Context(), want...))
	if err := j.Append(t.Context(), want[2], Entry("n1", 4, "d")); !errors.Is(err, negotiation.ErrConflict) {
		t.Errorf("Append of entries 3 and 4 after 3: got %v, want ErrConflict", err)
	}
	must(t, j.Append(t.Context(), Entry("n1", 4, "e"), Entry("n1", 5, "f")))
	same(t, Entries(t, j, "n1", 0), append(want, Entry("n1", 4, "e"), Entry("n1", 5, "f")), "after appending together")
}

// testConcurrent lets 64 writers race for the next place in 4 records.
func testConcurrent(t *testing.T, j negotiation.Journal) {
	const writers, each, records = 64, 5, 4
	var wg sync.WaitGroup
	acked := make([]map[negotiation.Seq]string, writers)
	for w := range writers {
		acked[w] = map[negotiation.Seq]string{}
		wg.Go(func() {
			id := recordOf(w % records)
			for i := range each {
				note := fmt.Sprintf("writer %d, entry %d", w, i)
				seq, err := AppendNext(t.Context(), j, id, note)
				if err != nil {
					t.Errorf("%s: %v", note, err)
					return
				}
				acked[w][seq] = note
			}
		})
	}
	wg.Wait()
	for r := range records {
		all := Entries(t, j, recordOf(r), 0)
		if len(all) != writers*each/records {
			t.Errorf("%s has %d entries, want %d", recordOf(r), len(all), writers*each/records)
		}
		for i, e := range all {
			if e.Seq != negotiation.Seq(i+1) {
				t.Fatalf("%s: entry %d stands at place %d", recordOf(r), e.Seq, i+1)
			}
		}
		for w := r; w < writers; w += records {
			for seq, note := range acked[w] {
				if int(seq) > len(all) || all[seq-1].Key != note {
					t.Errorf("%s: entry %d is not %q, which was acknowledged there", recordOf(r), seq, note)
				}
			}
		}
	}
}

func recordOf(i int) negotiation.NegotiationID {
	return negotiation.NegotiationID(fmt.Sprintf("n%d", i))
}

// AppendNext appends an entry behind whatever is last in id, again until there is
// no conflict, and gives its place.
func AppendNext(ctx context.Context, j negotiation.Journal, id negotiation.NegotiationID, note string) (negotiation.Seq, error) {
	last := negotiation.Seq(0)
	for {
		for e, err := range j.Read(ctx, id, last) {
			if err != nil {
				return 0, err
			}
			last = e.Seq
		}
		err := j.Append(ctx, Entry(id, last+1, note))
		if !errors.Is(err, negotiation.ErrConflict) {
			return last + 1, err
		}
	}
}

func testCancelled(t *testing.T, j negotiation.Journal) {
	want := Fill(t, j, "n1", 2)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	seen := 0
	for _, err := range j.Read(ctx, "n1", 0) {
		if seen++; seen == 2 && !errors.Is(err, context.Canceled) {
			t.Errorf("Read went on after its context ended, with error %v", err)
		}
		cancel()
	}
	if seen != 2 {
		t.Errorf("Read yielded %d times, want one entry and one error", seen)
	}
	if err := j.Append(ctx, Entry("n1", 3, "cancelled")); !errors.Is(err, context.Canceled) {
		t.Errorf("Append with an ended context: got %v", err)
	}
	if _, err := j.Negotiations(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Negotiations with an ended context: got %v", err)
	}
	same(t, Entries(t, j, "n1", 0), want, "after a cancelled append")
}

func testUnknown(t *testing.T, j negotiation.Journal) {
	if got := Entries(t, j, "unknown", 0); len(got) != 0 {
		t.Errorf("an unknown negotiation has %d entries", len(got))
	}
	if ids, err := j.Negotiations(t.Context()); err != nil || len(ids) != 0 {
		t.Errorf("an empty journal lists %v, %v", ids, err)
	}
}

func testLarge(t *testing.T, j negotiation.Journal) {
	want := []negotiation.Entry{
		Entry("n1", 1, strings.Repeat("all workers ", 1000)),
		Entry("n1", 2, strings.Repeat("and employers ", 300_000)),
		Entry("n1", 3, "small again"),
	}
	Append(t, j, want...)
	got := Entries(t, j, "n1", 0)
	if len(got) != len(want) {
		t.Fatalf("got %d entries, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Key != want[i].Key {
			t.Errorf("entry %d: %d bytes came back as %d", i+1, len(want[i].Key), len(got[i].Key))
		}
	}
}

func testList(t *testing.T, j negotiation.Journal) {
	for _, id := range []negotiation.NegotiationID{"b", "a-2", "a", "c", "0"} {
		Fill(t, j, id, 1)
	}
	got, err := j.Negotiations(t.Context())
	if want := []negotiation.NegotiationID{"0", "a", "a-2", "b", "c"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("Negotiations() = %v, %v, want %v", got, err, want)
	}
}

func testStopEarly(t *testing.T, j negotiation.Journal) {
	Fill(t, j, "n1", 5)
	for e, err := range j.Read(t.Context(), "n1", 0) {
		if err != nil {
			t.Fatal(err)
		}
		// A reader may write: no lock is held over the body of its loop.
		if e.Seq == 2 {
			Append(t, j, Entry("n1", 6, "while reading"))
			break
		}
	}
	if got := Entries(t, j, "n1", 0); len(got) != 6 {
		t.Errorf("got %d entries, want 6", len(got))
	}
}

func testAliasing(t *testing.T, j negotiation.Journal) {
	e := Entry("n1", 1, "first")
	e.Events = []negotiation.Event{negotiation.DraftImported{Paragraphs: []negotiation.Paragraph{{ID: "p1", Kind: negotiation.Plain, Text: "Urges", Version: 1}}}}
	Append(t, j, e)
	want := Entries(t, j, "n1", 0)
	for _, shared := range []negotiation.Entry{e, Entries(t, j, "n1", 0)[0]} {
		shared.Events[0].(negotiation.DraftImported).Paragraphs[0].Text = "Invites"
		same(t, Entries(t, j, "n1", 0), want, "after a change to what was handed over")
	}
}
