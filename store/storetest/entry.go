// Package storetest holds the implementations of package store, and later ones,
// to what negotiation.Journal and store.Secrets promise.
package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
)

// Entry makes an entry that carries note, so that a test can tell it again.
func Entry(id negotiation.NegotiationID, seq negotiation.Seq, note string) negotiation.Entry {
	return negotiation.Entry{
		Negotiation: id,
		Seq:         seq,
		At:          time.Date(2017, 12, 7, 9, 0, 0, int(seq), time.UTC),
		Seat:        "mexico",
		Key:         note,
		Events:      []negotiation.Event{negotiation.ProposalWithdrawn{Proposal: "12", Reason: note}},
	}
}

// Entries reads the record of id after a place, and fails t on an error.
func Entries(t testing.TB, j negotiation.Journal, id negotiation.NegotiationID, after negotiation.Seq) []negotiation.Entry {
	t.Helper()
	var all []negotiation.Entry
	for e, err := range j.Read(t.Context(), id, after) {
		if err != nil {
			t.Fatalf("Read(%s, %d): %v", id, after, err)
		}
		all = append(all, e)
	}
	return all
}

// Append appends entries, and fails t on an error.
func Append(t testing.TB, j negotiation.Journal, entries ...negotiation.Entry) {
	t.Helper()
	for _, e := range entries {
		must(t, j.Append(t.Context(), e))
	}
}

// Fill appends count small entries to the new negotiation id and returns them.
func Fill(t testing.TB, j negotiation.Journal, id negotiation.NegotiationID, count int) []negotiation.Entry {
	t.Helper()
	var all []negotiation.Entry
	for i := range count {
		all = append(all, Entry(id, negotiation.Seq(i+1), "withdrawn"))
	}
	must(t, j.Append(t.Context(), all...))
	return all
}

func same(t testing.TB, got, want []negotiation.Entry, where string) {
	t.Helper()
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("%s: entries differ (-got +want):\n%s", where, d)
	}
}
