package web

import (
	"context"
	"sync"
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

// drafted is what was typed with one pen.
type drafted struct {
	// Pen is the Seq of that pen; the paragraph, its version and the delegation are
	// those of the pen.
	Pen       negotiation.Seq         `json:"pen"`
	Paragraph negotiation.ParagraphID `json:"paragraph"`
	Base      int                     `json:"base"`
	For       negotiation.Delegation  `json:"for"`
	// Rev counts what was sent of it, By is the page that sent the newest.
	Rev  int    `json:"rev"`
	By   string `json:"by,omitempty"`
	Text string `json:"text"`
	// At is when the server had it.
	At time.Time `json:"at"`

	// script is the redline against the paragraph, made once for all who see it;
	// nil where that was read from what was kept.
	script func() diff.Script
	// restored says that it was read from what was kept.
	restored bool
}

// onRecord is what the board knows of the record, as of entry seq.
type onRecord struct {
	seq     negotiation.Seq
	pen     negotiation.Pen
	stage   negotiation.Stage
	address string
	// words are those of the paragraph that is drafted.
	words string
	// opened is when the session was first opened.
	opened time.Time
}

// maxPage bounds the name that a page gives itself.
const maxPage = 64

// write takes what a seat has typed. Only the seat that holds the pen may, and only
// on top of the newest words: of two pages neither overwrites the other. Who can never
// hold it is not told who does.
func (b *board) write(seat negotiation.Seat, m upMessage) *negotiation.Refusal {
	if !seat.Role.HoldsPen() {
		return negotiation.Refuse(negotiation.NotAllowed, "role", seat.Role, "act", "pen")
	}
	if n := len(m.Text); n > negotiation.MaxText {
		return negotiation.Refuse(negotiation.TooLong, "field", "text", "limit", negotiation.MaxText, "length", n)
	}
	if len(m.By) > maxPage {
		return negotiation.Refuse(negotiation.TooLong, "field", "by", "limit", maxPage, "length", len(m.By))
	}
	now, err := b.recordNow()
	if err != nil {
		b.server.log.Error("pen not looked at", "negotiation", b.id, "error", err)
		return negotiation.Refuse(negotiation.Busy)
	}
	switch {
	case now.stage != negotiation.AtDrafting:
		return negotiation.Refuse(negotiation.WrongStage, "stage", now.stage, "paragraph", now.address)
	case seat.ID == "" || seat.ID != now.pen.Seat, m.Pen != 0 && m.Pen != now.pen.Seq:
		return heldBy(now.pen)
	}
	at := b.server.cfg.Clock()
	b.mu.Lock()
	defer b.mu.Unlock()
	old := b.drafts[now.pen.Paragraph]
	if old.Pen != now.pen.Seq {
		old = drafted{}
	}
	if m.Rev != old.Rev+1 && (m.By == "" || m.By != old.By || m.Rev <= old.Rev) {
		r := heldBy(now.pen)
		r.Details["text"] = old.Text
		return r
	}
	b.drafts[now.pen.Paragraph] = newDrafted(now, m, at)
	b.keepSoon(now.pen.Paragraph)
	b.touch()
	return nil
}

func newDrafted(now onRecord, m upMessage, at time.Time) drafted {
	return drafted{Pen: now.pen.Seq, Paragraph: now.pen.Paragraph, Base: now.pen.Base, For: now.pen.For,
		Rev: m.Rev, By: m.By, Text: m.Text, At: at,
		script: sync.OnceValue(func() diff.Script { return diff.Words(now.words, negotiation.Normal(m.Text)) })}
}

func heldBy(pen negotiation.Pen) *negotiation.Refusal {
	return negotiation.Refuse(negotiation.PenHeld, "seat", pen.Seat, "delegation", pen.For)
}

// recordNow gives what the record has. It is looked at anew only where it has grown: each key asks.
func (b *board) recordNow() (onRecord, error) {
	ctx := context.Background() // it waits for nothing but a lock
	seq, err := b.server.room.Seq(ctx, b.id)
	if err != nil {
		return onRecord{}, err
	}
	b.mu.Lock()
	now := b.record
	b.mu.Unlock()
	if now.seq == seq {
		return now, nil
	}
	v, err := b.server.room.View(ctx, b.id, negotiation.Audience{Role: negotiation.System})
	if err != nil {
		return onRecord{}, err
	}
	f := v.Session.Floor
	p, _ := v.Paragraph(string(f.Paragraph))
	now = onRecord{seq: v.Seq, pen: f.Pen, stage: f.Stage, address: p.Address, words: textAt(p, f.Pen.Base), opened: openedAt(v)}
	if !v.Session.Running() {
		now.stage = negotiation.AtNone // nothing moves while the session rests
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.record = now
	return now, nil
}

// draft gives what was typed for a paragraph last, whichever pen it was typed with.
func (b *board) draft(id negotiation.ParagraphID) (drafted, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	d, ok := b.drafts[id]
	return d, ok
}
