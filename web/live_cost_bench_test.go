//go:build unix

package web_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
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
	b.Run("plenary", func(b *testing.B) { ours = costOf(b, plenaryHall(b), "") })
	b.Run("deflated", func(b *testing.B) { costOf(b, plenaryHall(b), "Sec-WebSocket-Extensions: permessage-deflate\r\n") })
	b.Run("gorilla", func(b *testing.B) {
		plain = costOf(b, gorillaHall(b, ours.size), "")
		b.ReportMetric(ours.cpu/plain.cpu, "×cpu")
		b.ReportMetric(ours.memory/plain.memory, "×memory")
	})
}

// cost is what a server spends: µs of CPU a delivery, bytes a connection.
type cost struct {
	cpu, memory float64
	size        int
}

// costOf lets b.N changes be made for an audience, which makes an offer in its handshake.
func costOf(b *testing.B, h hall, offer string) (c cost) {
	b.Helper()
	goroutines, memory := runtime.NumGoroutine(), inUse()
	said, end := viewersOf(b, h.address, h.path, offer)
	defer end()
	await(b, said, "ready")
	perGoroutine := float64(runtime.NumGoroutine()-goroutines) / audience
	c.memory = float64(inUse()-memory) / audience
	began := cpuTime(b)
	b.ResetTimer()
	for i := range b.N {
		h.publish()
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
