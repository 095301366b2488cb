package diff

import (
	"math/rand/v2"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"
)

// BenchmarkHostile measures the texts that are made to be slow, and what they
// take of the heap.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			before, after := h.texts(rand.New(rand.NewPCG(8, 8)), uploadLimit)
			reportPeak(b, func() {
				for b.Loop() {
					Words(before, after)
				}
			})
		})
	}
}

// BenchmarkHostileParagraph does the same at the length of a paragraph.
func BenchmarkHostileParagraph(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			before, after := h.texts(rand.New(rand.NewPCG(8, 8)), paragraphLimit)
			for b.Loop() {
				Words(before, after)
			}
		})
	}
}

// reportPeak reports how many megabytes the heap was larger at most than before.
func reportPeak(b *testing.B, work func()) {
	runtime.GC()
	start := heap()
	most, stop, stopped := start, make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for tick := time.NewTicker(time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
				most = max(most, heap())
			}
		}
	}()
	work()
	close(stop)
	<-stopped
	b.ReportMetric(float64(most-start)/1e6, "peak-MB")
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
