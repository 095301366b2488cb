package web

import (
	"sync"

	"plenary/negotiation"
)

// board is what is beside the record of one negotiation: who is connected, what is
// on their screens, and what the pen-holder is typing. It never waits for anybody,
// holds the latest of each thing only, and is gone with the process.
type board struct {
	mu    sync.Mutex // guards what follows
	moved chan struct{}
	seats map[negotiation.SeatID]int
}

func newBoard() *board {
	return &board{moved: make(chan struct{}), seats: map[negotiation.SeatID]int{}}
}

// changed gives the channel that is closed when anything on the board changes.
func (b *board) changed() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.moved
}

// touch says that something changed. b.mu is held.
func (b *board) touch() {
	close(b.moved)
	b.moved = make(chan struct{})
}

// presence is one connection of a seat, or of the public where the seat has no id.
type presence struct {
	board *board
	seat  negotiation.Seat
}

// enter counts a connection in.
func (b *board) enter(seat negotiation.Seat) *presence {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seats[seat.ID]++
	b.touch()
	return &presence{board: b, seat: seat}
}

// leave counts the connection out.
func (p *presence) leave() {
	b := p.board
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.seats[p.seat.ID]--; b.seats[p.seat.ID] == 0 {
		delete(b.seats, p.seat.ID)
	}
	b.touch()
}

// upMessage is what a client says over the live channel, or as a signal by POST.
// What is of another type is ignored: a newer page may say more.
type upMessage struct {
	Type string `json:"type"`
	// Hash, of "seen", is that of the frozen text which is on the screen.
	Hash string `json:"hash,omitempty"`
	// Rev and Text, of "typing", are what the pen-holder has typed, and on which
	// revision of it.
	Rev  int    `json:"rev,omitempty"`
	Text string `json:"text,omitempty"`
}

// hear takes what the connection says. A refusal is told to this client alone.
func (p *presence) hear(upMessage) *negotiation.Refusal { return nil }

// signals are the signals as readers of m are shown them now. Who sends them sends
// only those that are not what was sent last.
func (b *board) signals(*moment) []signalMessage { return nil }
