package rehearsal

import "fmt"

// wait is for something to be true of the whole crowd.
type wait struct {
	seq  uint64 // all are here and have it
	left int    // who have not got it
	done chan struct{}
}

// whenAll gives a channel that is closed once all viewers are here and have seq.
func (c *crowd) whenAll(seq uint64) <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	w := &wait{seq: seq, done: make(chan struct{})}
	for i := range c.viewers {
		if v := &c.viewers[i]; v.last < seq || !v.met {
			w.left++
		}
	}
	c.waits = append(c.waits, w)
	c.settle()
	return w.done
}

// nowhere is where a viewer stands who has not been greeted yet.
const nowhere = -1

// arrived notes that a viewer who stood at before now stands at seq.
func (c *crowd) arrived(before int64, seq uint64) {
	for _, w := range c.waits {
		if before < int64(w.seq) && seq >= w.seq {
			w.left--
		}
	}
	c.settle()
}

// settle ends the waits that are over.
func (c *crowd) settle() {
	if len(c.waits) == 0 {
		return
	}
	kept := c.waits[:0]
	for _, w := range c.waits {
		if w.left == 0 && c.here == len(c.viewers) {
			close(w.done)
			continue
		}
		kept = append(kept, w)
	}
	c.waits = kept
}

// behind counts the changes up to seq that viewers have not been shown, and the
// viewers who are not here.
func (c *crowd) behind(seq uint64) (changes int64, gone int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.viewers {
		v := &c.viewers[i]
		if v.last < seq {
			changes += int64(seq - v.last)
		}
		if v.standing != ready {
			gone++
		}
	}
	return changes, gone
}

// state says in a few words how far a crowd is from all having seq, for errors.
func (c *crowd) state(seq uint64) string {
	changes, gone := c.behind(seq)
	c.mu.Lock()
	defer c.mu.Unlock()
	words := fmt.Sprintf("; %d of %d viewers are not there, %d changes are still to come", gone, len(c.viewers), changes)
	if c.faults.why != nil {
		words += "; the newest reason: " + c.faults.why.Error()
	}
	return words
}
