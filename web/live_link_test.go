package web_test

import (
	"fmt"
	"net"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// overLink runs a test in a bubble of virtual time on a house that readers reach
// over a link of a quality: far is the house as they see it.
func overLink(t *testing.T, q webtest.Quality, test func(t *testing.T, far *timedHouse, link *webtest.Link)) {
	t.Helper()
	inTime(t, func(t *testing.T, h *timedHouse) {
		far := *h
		far.line = &pipes{ends: make(chan net.Conn), done: make(chan struct{})}
		link := webtest.LinkBetween(t, far.line, func() (net.Conn, error) {
			here, there := net.Pipe()
			h.line.ends <- there
			return here, nil
		})
		link.Set(q)
		test(t, &far, link)
	})
}

// upTo reads changes until one leads to seq. They must lead on from where the
// reader is, without a gap; given are the addresses of all that changed.
func (r *reader) upTo(from, seq negotiation.Seq) (changes int, addresses []string) {
	r.t.Helper()
	for at := from; at < seq; {
		m := r.next()
		if m.Type != "change" {
			continue // the connection stands, or something is beside the record
		}
		changes++
		if m.Since > at || m.Seq <= at {
			r.t.Fatalf("change from %d to %d for a reader that has %d", m.Since, m.Seq, at)
		}
		at = m.Seq
		for _, p := range m.Paragraphs {
			addresses = append(addresses, p.Address)
		}
	}
	slices.Sort(addresses)
	return changes, slices.Compact(addresses)
}

func TestAReaderOnABadLinkSeesEveryChange(t *testing.T) {
	overLink(t, webtest.BadQuality(), func(t *testing.T, h *timedHouse, _ *webtest.Link) {
		r := h.as(webtest.Peru)
		from := r.hello().Seq
		const n = 60
		go func() {
			for i := range n {
				h.do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{
					Changes: []negotiation.Change{amend([]negotiation.ParagraphID{"p3", "p5", "p6", "p12"}[i%4], "Establish three working groups.")}}})
				time.Sleep(time.Second) // of the bubble
			}
		}()
		changes, got := r.upTo(from, from+n)
		if want := []string{"1", "2.a", "2.b", "4.i"}; !slices.Equal(got, want) {
			t.Errorf("saw changes of %v, want %v", got, want)
		}
		if changes > n {
			t.Errorf("%d messages for %d changes", changes, n)
		}
	})
}

func TestAReaderWhoWasCutOffCatchesUpWithOneChange(t *testing.T) {
	overLink(t, webtest.BadQuality(), func(t *testing.T, h *timedHouse, link *webtest.Link) {
		r := h.as(webtest.Peru)
		seen := r.hello().Seq
		link.Cut()
		if _, err := r.read(); err == nil {
			t.Error("the reader has not noticed that the link is cut")
		}
		var last negotiation.Seq
		for range 3 {
			last = h.table()
		}
		link.Restore()
		again := h.asking(webtest.Peru, fmt.Sprintf("as=json&since=%d", seen))
		again.hello()
		if changes, got := again.upTo(seen, last); changes != 1 || !slices.Equal(got, []string{"2.a"}) {
			t.Errorf("caught up with %d changes of %v, want one of 2.a", changes, got)
		}
	})
}

// A reader that sleeps hears nothing and is told nothing: it comes back by itself,
// on a new connection.
func TestAReaderWhoseMachineSleptComesBackToWhatItMissed(t *testing.T) {
	overLink(t, webtest.BadQuality(), func(t *testing.T, h *timedHouse, link *webtest.Link) {
		seen := h.as(webtest.Peru).hello().Seq
		link.Silence()
		last := h.table()
		time.Sleep(8 * time.Hour)
		synctest.Wait()
		link.Restore()
		again := h.asking(webtest.Peru, fmt.Sprintf("as=json&since=%d", seen))
		again.hello()
		if changes, _ := again.upTo(seen, last); changes != 1 {
			t.Errorf("caught up with %d changes, want 1", changes)
		}
	})
}

// On a line of 64 kbit/s a change of a page is a second of HTML.
func TestAChangeIsThereSoonerDeflatedOnASlowLine(t *testing.T) {
	waited := map[bool]time.Duration{}
	for _, deflated := range []bool{false, true} {
		overLink(t, webtest.Quality{Rate: 64_000}, func(t *testing.T, h *timedHouse, _ *webtest.Link) {
			h.deflated = deflated
			r := h.asking(webtest.Peru, "part=side&paragraph=p5")
			r.hello()
			h.table()
			r.next() // with the first proposal on it
			begin := time.Now()
			h.table()
			if got := r.next().addresses(); got != "2.a" {
				t.Errorf("a change of %q, want of 2.a", got)
			}
			waited[deflated] = time.Since(begin)
		})
	}
	t.Logf("plain %s, deflated %s", waited[false], waited[true])
	if waited[true] > waited[false]/3 {
		t.Errorf("a change takes %s deflated, %s plain; want a third at most", waited[true], waited[false])
	}
}
