package room_test

import (
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/negotiationtest"
	"plenary/negotiation/room"
	"plenary/store"
)

// BenchmarkSubmit tables proposals through the whole house but the web: decided,
// durable in a file, applied. With more submitters at once, more of them share a
// commit.
func BenchmarkSubmit(b *testing.B) {
	for _, submitters := range []int{1, 16, 64, 256} {
		b.Run(fmt.Sprintf("submitters=%d", submitters), func(b *testing.B) {
			journal, err := store.OpenBolt(filepath.Join(b.TempDir(), "bench.db"))
			if err != nil {
				b.Fatal(err)
			}
			r := room.New(journal, time.Now)
			openBench(b, r)
			b.ResetTimer()
			tableAll(b, r, submitters)
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "proposals/s")
			if err := journal.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}

const benchID negotiation.NegotiationID = "bench"

// openBench opens a negotiation of one paragraph with its window.
func openBench(b *testing.B, r *room.Room) {
	b.Helper()
	draft, err := negotiationtest.ParseDraft("1. The Working Groups will meet twice a year, as resources permit.")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []negotiation.Command{
		negotiation.CreateNegotiation{Title: "Bench", Language: "en"},
		negotiation.ImportDraft{Draft: draft},
		negotiation.OpenComments{},
	} {
		if _, err := r.Submit(b.Context(), benchID, negotiation.Request{Seat: negotiation.SystemSeat, Do: c}); err != nil {
			b.Fatal(err)
		}
	}
}

// tableAll tables b.N proposals from so many submitters at once.
func tableAll(b *testing.B, r *room.Room, submitters int) {
	b.Helper()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range submitters {
		wg.Go(func() {
			for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
				p := negotiation.Proposal{Delegation: "PERU", Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: "p1", Base: 1,
					Text: fmt.Sprintf("The Working Groups will meet %d times a year, as resources permit.", n+2)}}}
				req := negotiation.Request{Seat: negotiation.SystemSeat, Key: fmt.Sprint(n), Do: negotiation.TableProposal{Proposal: p}}
				if _, err := r.Submit(b.Context(), benchID, req); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
}
