package web

import (
	"sync"
	"time"

	"plenary/negotiation"
)

// board is what is beside the record of one negotiation: who is connected, what is
// on their screens, and what the pen-holder is typing. It never waits for anybody,
// holds the latest of each thing only, and is gone with the process, but for what
// was drafted: see keepDrafted. Its methods may be called from many goroutines.
type board struct {
	server *Server
	id     negotiation.NegotiationID
	// looks is what is made of the record, for all who look at it.
	looks gallery

	mu    sync.Mutex // guards what follows
	moved chan struct{}
	// all counts the connections, readers those among them of no delegation, and
	// delegations those of each.
	all, readers int
	delegations  map[negotiation.Delegation]int
	// left is when the last connection of a delegation went.
	left map[negotiation.Delegation]time.Time
	// screens counts the connections that show a frozen text, by its hash and
	// their delegation.
	screens map[string]map[negotiation.Delegation]int
	// drafts is what was typed for each paragraph, the newest of each.
	drafts map[negotiation.ParagraphID]drafted
	record onRecord
	keep   keeping
}

func newBoard(s *Server, id negotiation.NegotiationID) *board {
	return &board{
		server: s, id: id,
		moved:       make(chan struct{}),
		delegations: map[negotiation.Delegation]int{},
		left:        map[negotiation.Delegation]time.Time{},
		screens:     map[string]map[negotiation.Delegation]int{},
		drafts:      map[negotiation.ParagraphID]drafted{},
		keep:        newKeeping(),
	}
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
	// hash is of the frozen text that it shows; the board's lock guards it.
	hash string
}

// delegation is for whom the connection speaks: a delegate's; nobody's for those
// who run the meeting or only read.
func (p *presence) delegation() negotiation.Delegation {
	if p.seat.Role != negotiation.Delegate {
		return ""
	}
	return p.seat.Delegation
}

// enter counts a connection in.
func (b *board) enter(seat negotiation.Seat) *presence {
	p := &presence{board: b, seat: seat}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.all++
	if d := p.delegation(); d != "" {
		b.delegations[d]++
	} else {
		b.readers++
	}
	b.touch()
	return p
}

// leave counts the connection out. It is called once, at the end of a connection and
// outside of any request: a clock that breaks must not end the server there.
func (p *presence) leave() {
	b := p.board
	var now time.Time
	err := safely(func() error {
		now = b.server.cfg.Clock()
		return nil
	})
	if err != nil {
		b.server.log.Error("not known when a delegation left", "negotiation", b.id, "error", err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.all--
	p.show("")
	if d := p.delegation(); d == "" {
		b.readers--
	} else if b.delegations[d]--; b.delegations[d] == 0 {
		delete(b.delegations, d)
		b.left[d] = now
	}
	b.touch()
}

// upMessage is what a client says over the live channel, or as a signal by POST.
// What is of another type is ignored: a newer page may say more.
type upMessage struct {
	Type string `json:"type"`
	// Hash, of "seen", is that of the frozen text which is on the screen; empty when
	// it is there no longer.
	Hash string `json:"hash,omitempty"`
	// Rev and Text, of "typing", are what the pen-holder has typed, and which
	// revision of it this is. It follows the newest one, or where that is of the
	// same page, By, is a later one. Pen is the Seq of the pen with which it was
	// typed; 0 for whichever the seat holds.
	Rev  int             `json:"rev,omitempty"`
	Text string          `json:"text,omitempty"`
	By   string          `json:"by,omitempty"`
	Pen  negotiation.Seq `json:"pen,omitempty"`
}

// hear takes what the connection says. A refusal is told to this client alone.
func (p *presence) hear(m upMessage) *negotiation.Refusal {
	switch m.Type {
	case "seen":
		return p.see(m.Hash)
	case "typing":
		return p.board.write(p.seat, m)
	}
	return nil
}
