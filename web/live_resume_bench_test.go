package web

import (
	"encoding/json"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/store"
)

// BenchmarkLiveResume is what it costs to find what one more reader has missed, when
// thousands come back at once: the finished change from the Seq that they have.
//
//	ofjournal  the part of what it would cost to read the entries out of the journal
//	           for each, and encode them, without making anything of them
func BenchmarkLiveResume(b *testing.B) {
	p := playSession(b)
	p.watch([]readers{{negotiation.Audience{Role: negotiation.Delegate, Delegation: "PERU"}, roomForm}})
	for range 50 { // what they have missed
		p.act()
		p.follow()
	}
	f := p.feeds[0]
	since := f.now.Load().view.Seq - 50
	on := line{wire: deflatedWire}
	resume := func() {
		if _, err := f.now.Load().change(since, on); err != nil {
			b.Fatal(err)
		}
	}
	resume() // the first of them has it made
	read := func() {
		for e, err := range p.server.cfg.Secrets.(*store.Memory).Read(b.Context(), "n1", since) {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := json.Marshal(e); err != nil {
				b.Fatal(err)
			}
		}
	}
	read()
	begin := time.Now()
	const reads = 100
	for range reads {
		read()
	}
	each := float64(time.Since(begin).Nanoseconds()) / reads
	b.ResetTimer()
	for range b.N {
		resume()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/each, "ofjournal")
}
