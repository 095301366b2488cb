package web_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"
)

// viewers is how many clients look at one negotiation in BenchmarkLiveFanout.
const viewers = 1000

// BenchmarkLiveFanout lets a thousand clients on loopback see a change, and
// reports from `at`, when it was journalled, until it was seen:
//
//	p50-ms, p99-ms  of all clients and changes
//	B/message       the size of one change
//	kB/conn         memory of the server for a connection, before the first change
//	goroutines/conn
//
// "plenary" tables proposals in a room over a store in memory. "gorilla" is the
// plain way to compare with, in the same run: messages of the same size, made
// without any work, with a channel and two goroutines for each client. Clients
// and server share the processors, so only the proportions mean something.
func BenchmarkLiveFanout(b *testing.B) {
	size := 2 << 10 // what gorilla sends where plenary has not been asked
	b.Run("plenary", func(b *testing.B) { size = fanOut(b, plenaryHall(b)) })
	b.Run("gorilla", func(b *testing.B) { fanOut(b, gorillaHall(b, size)) })
}

// fanOut connects the viewers and lets b.N changes be made, each time
// waiting until all have seen it. It gives the size of a message.
func fanOut(b *testing.B, h hall) int {
	b.Helper()
	goroutines, memory := runtime.NumGoroutine(), inUse()
	clients := make([]*viewer, viewers)
	for i := range clients {
		clients[i] = look(b, h.address, h.path, "")
		defer func() { _ = clients[i].conn.Close() }()
	}
	perGoroutine := float64(runtime.NumGoroutine()-goroutines) / viewers
	perMemory := float64(inUse()-memory) / viewers / 1024

	var seen sync.WaitGroup
	for _, v := range clients {
		go v.watch(&seen)
	}
	b.ResetTimer()
	for range b.N {
		seen.Add(viewers)
		h.publish()
		seen.Wait()
	}
	b.StopTimer()
	var all []time.Duration
	for _, v := range clients {
		all = append(all, v.waited...)
	}
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(all[len(all)*99/100].Seconds()*1000, "p99-ms")
	b.ReportMetric(float64(clients[0].size), "B/message")
	b.ReportMetric(perGoroutine, "goroutines/conn")
	b.ReportMetric(perMemory, "kB/conn")
	return clients[0].size
}

func inUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse + m.StackInuse)
}

// viewer is a client that costs as little as possible, so that what is measured
// is the server.
type viewer struct {
	conn   net.Conn
	waited []time.Duration
	size   int
}

// look makes the handshake [RFC 6455 4.1], with what offers deflating, or nothing.
func look(b testing.TB, address, path, offer string) *viewer {
	b.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		b.Fatal(err)
	}
	_, err = fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"%sSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", path, address, offer)
	if err != nil {
		b.Fatal(err)
	}
	// Byte by byte: what follows the answer is not for us.
	var answer []byte
	for !bytes.HasSuffix(answer, []byte("\r\n\r\n")) {
		one := []byte{0}
		if _, err := conn.Read(one); err != nil {
			b.Fatalf("handshake: %v", err)
		}
		answer = append(answer, one[0])
	}
	if !bytes.HasPrefix(answer, []byte("HTTP/1.1 101 ")) {
		b.Fatalf("handshake: %s", answer)
	}
	return &viewer{conn: conn}
}

// watch notes for each change how long it was on the way, until the connection ends.
func (v *viewer) watch(seen *sync.WaitGroup) {
	r := bufio.NewReaderSize(v.conn, 4<<10)
	for {
		payload, err := frame(r)
		if err != nil {
			return
		}
		_, rest, found := bytes.Cut(payload, []byte(`"at":"`))
		if !found {
			continue // hello, or a ping, which may go unanswered for a minute
		}
		at, _, _ := bytes.Cut(rest, []byte(`"`))
		t, err := time.Parse(time.RFC3339Nano, string(at))
		if err != nil {
			panic(fmt.Sprintf("the time of a change: %v", err))
		}
		v.waited = append(v.waited, time.Since(t))
		v.size = len(payload)
		seen.Done()
	}
}

// frame reads one frame of a server [RFC 6455 5.2].
func frame(r *bufio.Reader) ([]byte, error) {
	head := make([]byte, 2, 10)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, err
	}
	n := uint64(head[1])
	if long := map[uint64]int{126: 2, 127: 8}[n]; long > 0 {
		head = head[:8]
		clear(head)
		if _, err := io.ReadFull(r, head[8-long:]); err != nil {
			return nil, err
		}
		n = binary.BigEndian.Uint64(head)
	}
	payload := make([]byte, n)
	_, err := io.ReadFull(r, payload)
	return payload, err
}
