package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"plenary/negotiation"
)

// Memory keeps everything in the process: for tests, and for trying out. It
// implements negotiation.Journal and the methods of Secrets as Bolt does, but
// for surviving. It keeps encoded bytes, so that nobody shares memory with it.
type Memory struct {
	Secrets

	// Fail, if set, is asked about each entry before it is appended; its error
	// is returned in place of appending. It is set before the first use.
	Fail func(negotiation.Entry) error

	mu      sync.Mutex
	records map[negotiation.NegotiationID][][]byte
	drawers map[string]memoryShelf
}

// NewMemory makes an empty store.
func NewMemory() *Memory {
	m := &Memory{records: map[negotiation.NegotiationID][][]byte{}, drawers: map[string]memoryShelf{}}
	for _, name := range drawers() {
		m.drawers[name] = memoryShelf{}
	}
	m.cabinet = memoryCabinet{m}
	return m
}

// Append implements negotiation.Journal, but for durability.
func (m *Memory) Append(ctx context.Context, entries ...negotiation.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	if err := m.append(ctx, entries); err != nil {
		return fmt.Errorf("append entry %d of %s: %w", entries[0].Seq, entries[0].Negotiation, err)
	}
	return nil
}

func (m *Memory) append(ctx context.Context, entries []negotiation.Entry) error {
	payloads, err := encodeEntries(entries)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := m.fail(entries); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	id := entries[0].Negotiation
	record := m.records[id]
	if last := negotiation.Seq(len(record)); entries[0].Seq != last+1 {
		return fmt.Errorf("the last entry is %d: %w", last, negotiation.ErrConflict)
	}
	before := link{}
	if len(record) > 0 {
		before = sha256.Sum256(record[len(record)-1])
	}
	for _, payload := range payloads {
		frame := sealFrame(before, payload)
		record, before = append(record, frame), sha256.Sum256(frame)
	}
	m.records[id] = record
	return nil
}

func (m *Memory) fail(entries []negotiation.Entry) error {
	if m.Fail == nil {
		return nil
	}
	for _, e := range entries {
		if err := m.Fail(e); err != nil {
			return err
		}
	}
	return nil
}

// Read implements negotiation.Journal.
func (m *Memory) Read(ctx context.Context, id negotiation.NegotiationID, after negotiation.Seq) iter.Seq2[negotiation.Entry, error] {
	return func(yield func(negotiation.Entry, error) bool) {
		for seq := after + 1; ; seq++ {
			if err := ctx.Err(); err != nil {
				yield(negotiation.Entry{}, fmt.Errorf("read %s after entry %d: %w", id, seq-1, err))
				return
			}
			frame := m.frame(id, seq)
			if frame == nil {
				return
			}
			e, err := readFrame(id, seq, nil, frame)
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

func (m *Memory) frame(id negotiation.NegotiationID, seq negotiation.Seq) []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	if record := m.records[id]; 0 < seq && seq <= negotiation.Seq(len(record)) {
		return record[seq-1]
	}
	return nil
}

// Negotiations implements negotiation.Journal.
func (m *Memory) Negotiations(ctx context.Context) ([]negotiation.NegotiationID, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("list negotiations: %w", err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Sorted(maps.Keys(m.records)), nil
}

// memoryCabinet keeps drawers in the maps of a Memory.
type memoryCabinet struct{ m *Memory }

func (c memoryCabinet) read(ctx context.Context, drawer string, fn func(shelf) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c.m.mu.Lock()
	defer c.m.mu.Unlock()
	return fn(c.m.drawers[drawer])
}

func (c memoryCabinet) write(ctx context.Context, drawer string, fn func(shelf) error) error {
	return c.read(ctx, drawer, fn)
}

type memoryShelf map[string][]byte

func (s memoryShelf) get(key []byte) []byte { return s[string(key)] }

func (s memoryShelf) scan(prefix []byte, fn func(key, value []byte) error) error {
	for _, k := range slices.Sorted(maps.Keys(s)) {
		if strings.HasPrefix(k, string(prefix)) {
			if err := fn([]byte(k), s[k]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s memoryShelf) put(key, value []byte) { s[string(key)] = bytes.Clone(value) }

func (s memoryShelf) remove(key []byte) { delete(s, string(key)) }
