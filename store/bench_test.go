package store_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"plenary/negotiation"
	"plenary/store"
	"plenary/store/storetest"
)

// benchEntry is an entry of about 500 bytes.
func benchEntry(id negotiation.NegotiationID, seq negotiation.Seq) negotiation.Entry {
	return storetest.Entry(id, seq, strings.Repeat("urges ", 30))
}

// BenchmarkAppend measures the durable entries per second of many submitters to
// one negotiation: through a writer that hands over what has come in meanwhile,
// as package room does, and beside it, in the same run and with the same
// payload, through bbolt's own Batch.
func BenchmarkAppend(b *testing.B) {
	for _, submitters := range []int{1, 16, 64, 256} {
		b.Run(fmt.Sprintf("submitters=%d", submitters), func(b *testing.B) {
			ours := rate(b, submitters, hotWriter(b))
			batch := rate(b, submitters, boltBatch(b))
			b.ReportMetric(ours, "events/s")
			b.ReportMetric(batch, "batch-events/s")
			b.ReportMetric(ours/batch, "x-batch")
			b.ReportMetric(0, "ns/op") // of both together: it says nothing
		})
	}
}

// BenchmarkAppendSpread is the same with a negotiation for each submitter.
func BenchmarkAppendSpread(b *testing.B) {
	for _, submitters := range []int{1, 16, 64, 256} {
		b.Run(fmt.Sprintf("submitters=%d", submitters), func(b *testing.B) {
			bolt := benchBolt(b)
			last := make([]negotiation.Seq, submitters)
			events := rate(b, submitters, func(submitter int) error {
				last[submitter]++
				return bolt.Append(b.Context(), benchEntry(negotiation.NegotiationID(fmt.Sprintf("n%d", submitter)), last[submitter]))
			})
			b.ReportMetric(events, "events/s")
		})
	}
}

// BenchmarkRead measures the reading of a record from its first entry.
func BenchmarkRead(b *testing.B) {
	const entries = 10_000
	bolt := benchBolt(b)
	var all []negotiation.Entry
	for seq := range negotiation.Seq(entries) {
		all = append(all, benchEntry("n1", seq+1))
	}
	if err := bolt.Append(b.Context(), all...); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		storetest.Entries(b, bolt, "n1", 0)
	}
	b.ReportMetric(float64(entries*b.N)/b.Elapsed().Seconds(), "entries/s")
}

func benchBolt(b *testing.B) *store.Bolt {
	b.Helper()
	bolt, err := store.OpenBolt(filepath.Join(b.TempDir(), "plenary.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { shut(b, bolt) })
	return bolt
}

// rate has b.N events submitted and gives the events per second.
func rate(b *testing.B, submitters int, submit func(submitter int) error) float64 {
	var taken atomic.Int64
	var wg sync.WaitGroup
	start := time.Now()
	for s := range submitters {
		wg.Go(func() {
			for taken.Add(1) <= int64(b.N) {
				if err := submit(s); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	return float64(b.N) / time.Since(start).Seconds()
}

// hotWriter gives a submit that has one goroutine write all that has come in
// while it wrote before.
func hotWriter(b *testing.B) func(int) error {
	bolt := benchBolt(b)
	queue := make(chan chan error, 1024)
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		last := negotiation.Seq(0)
		for first := range queue {
			answers := []chan error{first}
			for len(queue) > 0 {
				answers = append(answers, <-queue)
			}
			entries := make([]negotiation.Entry, len(answers))
			for i := range entries {
				last++
				entries[i] = benchEntry("n1", last)
			}
			err := bolt.Append(b.Context(), entries...)
			for _, answer := range answers {
				answer <- err
			}
		}
	}()
	b.Cleanup(func() {
		close(queue)
		<-stopped
	})
	return func(int) error {
		answer := make(chan error, 1)
		queue <- answer
		return <-answer
	}
}

// boltBatch gives a submit that puts the same payload through bbolt's Batch.
func boltBatch(b *testing.B) func(int) error {
	db, err := bbolt.Open(filepath.Join(b.TempDir(), "batch.db"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	return func(int) error {
		return db.Batch(func(tx *bbolt.Tx) error {
			bucket, err := tx.CreateBucketIfNotExists([]byte("n1"))
			if err != nil {
				return err
			}
			seq, err := bucket.NextSequence()
			payload, encodeErr := negotiation.EncodeEntry(benchEntry("n1", negotiation.Seq(seq)))
			return errors.Join(err, encodeErr, bucket.Put(binary.BigEndian.AppendUint64(nil, seq), payload))
		})
	}
}
