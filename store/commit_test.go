package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"plenary/negotiation"
	"plenary/store"
	"plenary/store/storetest"
)

// gate holds up the first commit of a store, so that a test can let a queue
// build up behind it.
type gate struct {
	b                *store.Bolt
	entered, release chan struct{}
	commits          int // by the goroutine that commits, until open returns
	waiting          sync.WaitGroup
	answers          []*error
}

func holdUp(t testing.TB, b *store.Bolt) *gate {
	g := &gate{b: b, entered: make(chan struct{}), release: make(chan struct{})}
	b.SetUpdate(func(fn func(*bbolt.Tx) error) error {
		if g.commits++; g.commits == 1 {
			close(g.entered)
			<-g.release
		}
		return b.Update(fn)
	})
	g.append(t.Context(), storetest.Entry("gate", 1, "holds the gate"))
	<-g.entered
	return g
}

func (g *gate) append(ctx context.Context, e negotiation.Entry) {
	answer := new(error)
	g.answers = append(g.answers, answer)
	g.waiting.Go(func() { *answer = g.b.Append(ctx, e) })
}

// queue appends entries, each from a goroutine of its own, in their order.
func (g *gate) queue(ctx context.Context, entries ...negotiation.Entry) {
	for _, e := range entries {
		n := g.b.Queued()
		g.append(ctx, e)
		for g.b.Queued() == n {
			runtime.Gosched()
		}
	}
}

// open lets everything through and gives the answers to what was queued.
func (g *gate) open() []error {
	close(g.release)
	g.waiting.Wait()
	var errs []error
	for _, answer := range g.answers[1:] {
		errs = append(errs, *answer)
	}
	return errs
}

func TestAConflictOfOneDoesNotFailTheOthers(t *testing.T) {
	b := closing(t, openBolt(t, ""))
	g := holdUp(t, b)
	entries := []negotiation.Entry{
		storetest.Entry("n1", 1, "a"), storetest.Entry("n1", 2, "b"), storetest.Entry("n1", 2, "conflict"),
		storetest.Entry("n2", 7, "conflict"), storetest.Entry("n1", 3, "c"), storetest.Entry("n2", 1, "d"),
	}
	g.queue(t.Context(), entries...)
	for i, err := range g.open() {
		if want := entries[i].Key == "conflict"; errors.Is(err, negotiation.ErrConflict) != want || !want && err != nil {
			t.Errorf("entry %d of %s (%s): got %v", entries[i].Seq, entries[i].Negotiation, entries[i].Key, err)
		}
	}
	if n1, n2 := storetest.Entries(t, b, "n1", 0), storetest.Entries(t, b, "n2", 0); len(n1) != 3 || len(n2) != 1 {
		t.Errorf("got %d and %d entries, want 3 and 1", len(n1), len(n2))
	}
	if g.commits != 2 {
		t.Errorf("%d commits, want 2: what waits goes into one", g.commits)
	}
}

func TestAFullQueueWaitsOnTheContext(t *testing.T) {
	b := closing(t, openBolt(t, ""))
	g := holdUp(t, b)
	queued, giveUp := context.WithCancel(t.Context())
	for i := range store.MaxQueue {
		g.queue(queued, storetest.Entry("n1", negotiation.Seq(i+1), "queued"))
	}
	ctx, cancel := context.WithCancel(t.Context())
	late := make(chan error)
	go func() { late <- b.Append(ctx, storetest.Entry("n1", store.MaxQueue+1, "late")) }()
	cancel()
	if err := <-late; !errors.Is(err, context.Canceled) {
		t.Errorf("Append to a full queue: got %v, want context.Canceled", err)
	}
	giveUp()
	for i, err := range g.open() {
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("entry %d, given up while queued: got %v", i+1, err)
		}
	}
	if got := storetest.Entries(t, b, "n1", 0); len(got) != 0 {
		t.Errorf("%d entries were kept that were given up while queued", len(got))
	}
}

func TestAFullDiskFailsAllThatWaitAndNoMore(t *testing.T) {
	b, err := store.OpenBolt(filepath.Join(t.TempDir(), "plenary.db"), store.MapSize(1<<15), store.MaxSize(1<<17))
	if err != nil {
		t.Fatal(err)
	}
	closing(t, b)
	want := storetest.Fill(t, b, "n1", 20)
	g := holdUp(t, b)
	g.queue(t.Context(), storetest.Entry("n1", 21, "small"), storetest.Entry("n2", 1, strings.Repeat("too much ", 1<<15)), storetest.Entry("n3", 1, "small"))
	for i, err := range g.open() {
		if !errors.Is(err, berrors.ErrMaxSizeReached) {
			t.Errorf("append %d: got %v, want the fault of the disk", i, err)
		}
	}
	if got := storetest.Entries(t, b, "n1", 0); len(got) != len(want) {
		t.Errorf("%d entries are visible, want the %d from before", len(got), len(want))
	}
	if ids, err := b.Negotiations(t.Context()); err != nil || len(ids) != 2 {
		t.Errorf("Negotiations = %v, %v, want those from before", ids, err)
	}
	storetest.Append(t, b, storetest.Entry("n1", 21, "small enough"))
}

func TestWhatTheDiskDidNotConfirmIsNotBuiltUpon(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plenary.db")
	b := openBolt(t, path)
	lost := errors.New("input/output error")
	b.SetUpdate(func(fn func(*bbolt.Tx) error) error { return errors.Join(b.Update(fn), lost) })
	for seq := range negotiation.Seq(2) {
		if err := b.Append(t.Context(), storetest.Entry("n1", seq+1, "")); !errors.Is(err, lost) {
			t.Errorf("entry %d: got %v, want the fault of the disk", seq+1, err)
		}
	}
	shut(t, b)
	b = closing(t, openBolt(t, path))
	if got := storetest.Entries(t, b, "n1", 0); len(got) != 1 {
		t.Errorf("got %d entries, want the one that happened to be kept", len(got))
	}
}

func TestAFailedCommitThatLeftNoTraceIsForgotten(t *testing.T) {
	b := closing(t, openBolt(t, ""))
	full := errors.New("no space left")
	b.SetUpdate(func(fn func(*bbolt.Tx) error) error {
		return b.Update(func(tx *bbolt.Tx) error { return errors.Join(fn(tx), full) })
	})
	if err := b.Append(t.Context(), storetest.Entry("n1", 1, "")); !errors.Is(err, full) {
		t.Errorf("got %v, want the fault of the disk", err)
	}
	b.SetUpdate(b.Update)
	storetest.Fill(t, b, "n1", 3)
}

func TestAPanicOfTheDatabaseStopsWritingOnly(t *testing.T) {
	b := openBolt(t, "")
	storetest.Fill(t, b, "n1", 3)
	b.SetUpdate(func(func(*bbolt.Tx) error) error { panic("page 7 already freed") })
	for range 2 {
		var corrupt *store.CorruptError
		if err := b.Append(t.Context(), storetest.Entry("n1", 4, "")); !errors.As(err, &corrupt) || !strings.Contains(err.Error(), "page 7") {
			t.Errorf("Append: got %v, want a *CorruptError that names the page", err)
		}
	}
	if got := storetest.Entries(t, b, "n1", 0); len(got) != 3 {
		t.Errorf("got %d entries, want 3", len(got))
	}
	shut(t, b)
}

func TestCloseAnswersAllThatWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plenary.db")
	b := openBolt(t, path)
	g := holdUp(t, b)
	g.queue(t.Context(), storetest.Entry("n1", 1, "a"), storetest.Entry("n1", 2, "b"))
	closed := make(chan error)
	go func() { closed <- b.Close() }()
	for i, err := range g.open() {
		if err != nil {
			t.Errorf("entry %d, queued before Close: %v", i+1, err)
		}
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if err := b.Append(t.Context(), storetest.Entry("n1", 3, "c")); !errors.Is(err, store.ErrClosed) {
		t.Errorf("Append after Close: got %v, want ErrClosed", err)
	}
	b = closing(t, openBolt(t, path))
	if got := storetest.Entries(t, b, "n1", 0); len(got) != 2 {
		t.Errorf("got %d entries, want 2", len(got))
	}
}

func TestMemoryFailsWhenTold(t *testing.T) {
	m, broken := store.NewMemory(), errors.New("broken")
	m.Fail = func(e negotiation.Entry) error {
		if e.Key == "b" {
			return broken
		}
		return nil
	}
	if err := m.Append(t.Context(), storetest.Entry("n1", 1, "a"), storetest.Entry("n1", 2, "b")); !errors.Is(err, broken) {
		t.Errorf("got %v, want the fault", err)
	}
	if got := storetest.Entries(t, m, "n1", 0); len(got) != 0 {
		t.Errorf("%d entries were kept, want none", len(got))
	}
	storetest.Append(t, m, storetest.Entry("n1", 1, "c"))
}
