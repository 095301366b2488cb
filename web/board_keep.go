package web

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"plenary/negotiation"
)

const (
	// typedDrafts owns what the pen-holder has typed. No delegation can have this
	// name, and no form has it: it begins with a control character.
	typedDrafts negotiation.Delegation = "\x01pen"
	// keepEvery is how long what is typed may wait until it is kept: with the time
	// that keeping takes, no more than the last second is lost with the process.
	keepEvery = 500 * time.Millisecond
	// keepWithin is how long keeping may take.
	keepWithin = 10 * time.Second
)

// keeping saves what is typed, beside the record, without keeping the typist
// waiting. Its goroutine starts with the first word and ends with close.
type keeping struct {
	// dirty has room for one: that there is something to keep is all there is to say.
	dirty chan struct{}
	over  chan struct{} // closed when the board ends
	work  sync.WaitGroup

	// The lock of the board guards what follows.
	runs, closed bool
	wanted       map[negotiation.ParagraphID]bool
	// unkept is when the oldest words were typed that could not be kept.
	unkept time.Time
}

func newKeeping() keeping {
	return keeping{dirty: make(chan struct{}, 1), over: make(chan struct{}), wanted: map[negotiation.ParagraphID]bool{}}
}

// keepSoon asks for the words of a paragraph to be kept. b.mu is held.
func (b *board) keepSoon(id negotiation.ParagraphID) {
	k := &b.keep
	if k.closed {
		return // whoever types into a server that ends is told that it has gone
	}
	k.wanted[id] = true
	if !k.runs {
		k.runs = true
		k.work.Go(b.keepDrafted) // close ends it
	}
	k.ring()
}

func (k *keeping) ring() {
	select {
	case k.dirty <- struct{}{}:
	default: // it knows
	}
}

// keepDrafted saves what is typed, at once and then no more often than keepEvery,
// until the board is closed; what is left then is saved before it returns.
func (b *board) keepDrafted() {
	k := &b.keep
	for {
		select {
		case <-k.over:
			b.save()
			return
		case <-k.dirty:
		}
		b.save()
		select {
		case <-k.over:
			b.save()
			return
		case <-time.After(keepEvery):
		}
	}
}

// save keeps what is to be kept. What could not be kept is tried again.
func (b *board) save() {
	ctx, end := context.WithTimeout(context.Background(), keepWithin)
	defer end()
	for _, d := range b.takeWanted() {
		err := safely(func() error { return b.saveOne(ctx, d) })
		b.noteKept(d, err)
	}
}

func (b *board) takeWanted() []drafted {
	b.mu.Lock()
	defer b.mu.Unlock()
	var list []drafted
	for id := range b.keep.wanted {
		list = append(list, b.drafts[id])
	}
	clear(b.keep.wanted)
	return list
}

func (b *board) saveOne(ctx context.Context, d drafted) error {
	form, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("encode what was drafted on %s: %w", d.Paragraph, err)
	}
	return b.server.cfg.Secrets.SaveDraft(ctx, negotiation.FormDraft{Negotiation: b.id, Delegation: typedDrafts,
		Key: string(d.Paragraph), Form: form, Saved: d.At})
}

// noteKept tells the pen-holder that words are not kept, or are again, and the log
// when that begins.
func (b *board) noteKept(d drafted, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	k := &b.keep
	if err == nil {
		if !k.unkept.IsZero() && len(k.wanted) == 0 {
			k.unkept = time.Time{}
			b.touch()
		}
		return
	}
	k.wanted[d.Paragraph] = true
	k.ring()
	if k.unkept.IsZero() {
		b.server.log.Error("what is drafted is not kept", "negotiation", b.id, "paragraph", d.Paragraph, "error", err)
		k.unkept = d.At
		b.touch()
	}
}

// unkept is since when what is typed could not be kept; zero where it is.
func (b *board) unkept() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.keep.unkept
}

// load reads what was kept by an earlier process. Without it the meeting goes on.
func (b *board) load(ctx context.Context) error {
	list, err := b.server.cfg.Secrets.Drafts(ctx, b.id, typedDrafts)
	if err != nil {
		return fmt.Errorf("read what was drafted: %w", err)
	}
	for _, kept := range list {
		d := drafted{restored: true}
		if err := json.Unmarshal(kept.Form, &d); err != nil {
			return fmt.Errorf("decode what was drafted on %s: %w", kept.Key, err)
		}
		b.drafts[d.Paragraph] = d
	}
	return nil
}

// close saves what is not kept yet and ends the goroutine of the board.
func (b *board) close() {
	b.mu.Lock()
	if !b.keep.closed {
		b.keep.closed = true
		close(b.keep.over)
	}
	b.mu.Unlock()
	b.keep.work.Wait()
}
