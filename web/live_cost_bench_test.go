//go:build unix

package web_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web/webtest"
)

// audience is how many viewers look at one negotiation in BenchmarkLiveCost.
const audience = 2000

// BenchmarkLiveCost is BenchmarkLiveFanout with the viewers in a process of their
// own, so that what the server costs is counted alone:
//
//	µs-cpu/delivery  of the server's process, everything that it does in it
//	B/conn           memory of the server for a connection
//	goroutines/conn
//	×cpu, ×memory    beside "gorilla", plenary's share of what that costs
//	B/message        as it is sent, in "deflated" to viewers who have agreed to that
//
// Each change is made, and seen by all, before the next one.
func BenchmarkLiveCost(b *testing.B) {
	var ours, plain cost
	b.Run("plenary", func(b *testing.B) { ours = costOfPlenary(b, "") })
	b.Run("deflated", func(b *testing.B) { costOfPlenary(b, "Sec-WebSocket-Extensions: permessage-deflate\r\n") })
	b.Run("gorilla", func(b *testing.B) {
		plain = costOfGorilla(b, ours.size)
		b.ReportMetric(ours.cpu/plain.cpu, "×cpu")
		b.ReportMetric(ours.memory/plain.memory, "×memory")
	})
}

// cost is what a server spends: µs of CPU a delivery, bytes a connection.
type cost struct {
	cpu, memory float64
	size        int
}

func costOfPlenary(b *testing.B, offer string) cost {
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	furnish(b, r, manyParagraphs(), true)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	stop := serveOn(b, l, newServer(b, r, kept, time.Now))
	defer stop()
	next := 0
	return costOf(b, l.Addr().String(), "/n/"+string(webtest.ID)+"/live", offer, func() {
		next = next%paragraphs + 1
		do(b, r, webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{Reason: "It is shorter.",
			Changes: []negotiation.Change{amend(negotiation.ParagraphID("p"+strconv.Itoa(next)), "Establish three working groups.")}}})
	})
}

func costOfGorilla(b *testing.B, size int) cost {
	hub := &plainHub{conns: map[chan *websocket.PreparedMessage]bool{}}
	s := httptest.NewServer(hub)
	defer s.Close()
	padding := strings.Repeat("x", max(0, size-100))
	return costOf(b, s.Listener.Addr().String(), "/", "", func() {
		data := fmt.Appendf(nil, `{"type":"change","at":%q,"html":%q}`, time.Now().Format(time.RFC3339Nano), padding)
		m, err := websocket.NewPreparedMessage(websocket.TextMessage, data)
		if err != nil {
			b.Fatal(err)
		}
		hub.broadcast(m)
	})
}

// costOf lets publish happen b.N times for an audience.
func costOf(b *testing.B, address, path, offer string, publish func()) (c cost) {
	b.Helper()
	goroutines, memory := runtime.NumGoroutine(), inUse()
	said, end := viewersOf(b, address, path, offer)
	defer end()
	await(b, said, "ready")
	perGoroutine := float64(runtime.NumGoroutine()-goroutines) / audience
	c.memory = float64(inUse()-memory) / audience
	began := cpuTime(b)
	b.ResetTimer()
	for i := range b.N {
		publish()
		c.size = await(b, said, "seen "+strconv.Itoa(i+1))
	}
	b.StopTimer()
	c.cpu = float64((cpuTime(b) - began).Microseconds()) / float64(b.N) / audience
	b.ReportMetric(c.cpu, "µs-cpu/delivery")
	b.ReportMetric(c.memory, "B/conn")
	b.ReportMetric(perGoroutine, "goroutines/conn")
	b.ReportMetric(float64(c.size), "B/message")
	return c
}

func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// viewersEnv names the address and the path for a process that is the audience, and
// offerEnv what it offers.
const (
	viewersEnv = "PLENARY_BENCHMARK_VIEWERS"
	offerEnv   = "PLENARY_BENCHMARK_OFFER"
)

// viewersOf starts the audience; end lets it go.
func viewersOf(b *testing.B, address, path, offer string) (said *bufio.Scanner, end func()) {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^TestViewersOfABenchmark$", "-test.v")
	cmd.Env = append(os.Environ(), viewersEnv+"="+address+" "+path, offerEnv+"="+offer)
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	return bufio.NewScanner(out), func() {
		_ = in.Close()
		_ = cmd.Wait() // how it ended is of no interest any more
	}
}

// await reads what the audience says until it says what, and gives the number behind it.
func await(b *testing.B, said *bufio.Scanner, what string) int {
	b.Helper()
	for said.Scan() {
		if rest, ok := strings.CutPrefix(said.Text(), what+" of "); ok {
			n, _ := strconv.Atoi(rest)
			return n
		}
	}
	b.Fatalf("the audience has gone before it said %q", what)
	return 0
}

// TestViewersOfABenchmark is the audience, in the process that viewersOf starts.
func TestViewersOfABenchmark(t *testing.T) {
	address, path, ok := strings.Cut(os.Getenv(viewersEnv), " ")
	if !ok {
		t.Skip("it is no test: see BenchmarkLiveCost")
	}
	var mu sync.Mutex
	seen := 0
	for range audience {
		v := look(t, address, path, os.Getenv(offerEnv))
		go v.read(func(size int) {
			mu.Lock()
			defer mu.Unlock()
			if seen++; seen%audience == 0 {
				fmt.Printf("seen %d of %d\n", seen/audience, size)
			}
		})
	}
	fmt.Printf("ready of %d\n", audience)
	_, _ = os.Stdin.Read(make([]byte, 1)) // until the benchmark lets us go
	os.Exit(0)                            // no viewer is waited for
}

// read calls saw with the size of each change, until the connection ends.
func (v *viewer) read(saw func(size int)) {
	r := bufio.NewReaderSize(v.conn, 4<<10)
	for {
		first, err := r.Peek(1)
		if err != nil {
			return
		}
		deflated := first[0] == 0xc1 // as only a change is so large
		payload, err := frame(r)
		if err != nil {
			return
		}
		if deflated || strings.Contains(string(payload[:min(len(payload), 300)]), `"at":"`) {
			saw(len(payload))
		}
	}
}
