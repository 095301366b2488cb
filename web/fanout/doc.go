// Package fanout sends the same finished bytes to thousands of connections, at
// the cost of one write a client and of nobody's patience but their own. It
// knows sequences and wires, and nothing of what the bytes say.
//
// A Hub holds as many shards as there are processors, and each client belongs to
// one. What is published to a Topic is put into its ring and handed to every
// shard; the shard's one goroutine takes what has come since its last pass, joins
// it into one buffer and does one write a client that does not block. Clients who
// need other bytes of the same sequence, as deflated ones, follow a topic of their own.
//
// # What it promises
//
//   - A client of a topic gets its frames in the order of their sequence, none
//     twice and none left out, from where it joined on: until it leaves, or is
//     closed with a code.
//   - No client delays another. What a socket does not take at once becomes that
//     client's backlog, of references to frames, and a goroutine writes it.
//   - A backlog is bounded: beyond MaxFrames or MaxBytes, or after Patience
//     without a byte taken, the client is closed with Stuck, to come back and
//     resume. Where the topic can catch up (see Hub.Topic), a client that still
//     takes bytes skips: what waits is replaced by one frame to the newest.
//   - A frame that was broken off is followed by nothing.
//   - Of the signals of one kind only the latest counts. They come after the
//     frames, are the first to wait, and are never counted as loss.
//
// # What it costs
//
// One goroutine a shard and one for the pings. A client that keeps up has none
// here; its reader, who calls Await, Heard and Leave, is the caller's: one goroutine
// that waits with 2 kB of a stack, where it reads in another. Both, and writes without
// blocking, are for plain TCP and Unix sockets on Unix; any other connection, as
// TLS in process or a pipe, is written by a goroutine that lives as long as there
// is something to write. A proxy that ends TLS keeps the fast way open.
package fanout

import "time"

// The limits of a client and of a topic.
const (
	// MaxFrames and MaxBytes bound the published frames that wait for a client.
	MaxFrames = 512
	MaxBytes  = 1 << 20
	// Patience is how long a client may take nothing of what is written to it.
	Patience = 10 * time.Second
	// LastWord is how long a client that is closed has to take leave.
	LastWord = 2 * time.Second
	// Every is how often a client is pinged, at an instant of its own so that not
	// all are pinged at once.
	Every = 25 * time.Second

	// RingFrames and RingBytes bound what a topic keeps for those who join.
	RingFrames = 4096
	RingBytes  = 1 << 20

	// skipAt is how many frames may wait before a client skips to the newest:
	// below, to write what is ready costs less than to make what is not.
	skipAt = 8
	// socketBuffer bounds what the kernel keeps for a client, which would
	// otherwise be megabytes for one who is stuck.
	socketBuffer = 64 << 10
)

// The close codes of this package; after both of them a client comes back.
const (
	// Fault: what the client should have been sent could not be made.
	Fault = 4002
	// Stuck: the client took too little for too long.
	Stuck = 4008
)

// Frame is one finished message that leads from any place from Since on up to
// Seq, which is after Since. It is shared, and changed by nobody.
type Frame struct {
	Since, Seq uint64
	Bytes      []byte
}

// Wire is what is not in the messages of an encoding.
type Wire struct {
	// Ping asks a client whether it is there; one for all.
	Ping []byte
	// Farewell is the last thing that a client is told, with a close code.
	Farewell func(code int) []byte
	// Silence is how long clients may say nothing; 0 where they never say
	// anything.
	Silence time.Duration
}

// part is a piece to be written: a frame, or with Seq 0 something beside the
// sequence.
type part struct {
	Frame
	// kind is that of a signal; else empty.
	kind string
	// behind says that a client for whom it waits is behind by it.
	behind bool
}

// beside is a part of no sequence.
func beside(b []byte) part { return part{Frame: Frame{Bytes: b}} }
