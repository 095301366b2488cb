package diff

import "slices"

// write returns the script of two texts of which the runs are kept. White space
// is not compared, so it is settled here: it stays where both sides have the
// same, and is deleted and inserted where they have not.
func write(a, b sequence, kept []run) Script {
	w := writer{a: a, b: b}
	w.write(kept)
	return w.script
}

// fewTokens is how many tokens a text may have before its spans are counted first.
const fewTokens = 1 << 16

// script writes the script of a comparison, if it has no more than most spans. A
// long one is counted first: its spans may take more memory than all else.
func (c comparison) script(most int) (s Script, ok bool) {
	w := writer{a: c.a, b: c.b}
	if c.isLong() {
		n := c.spans()
		if n > most {
			return nil, false
		}
		w.script = make(Script, 0, n)
	}
	w.write(c.kept)
	return w.script, true
}

// writeUpTo does the same for texts that are the next parts of those of out.
func (c comparison) writeUpTo(most int, out *writer) bool {
	if c.isLong() {
		n := c.spans()
		if n > most {
			return false
		}
		out.script = slices.Grow(out.script, n)
	}
	part := writer{a: c.a, b: c.b, out: out}
	part.write(c.kept)
	return true
}

func (c comparison) isLong() bool { return c.a.len()+c.b.len() > fewTokens }

// spans counts the spans of the script.
func (c comparison) spans() int {
	n := 0
	w := writer{a: c.a, b: c.b, count: &n}
	w.write(c.kept)
	return n
}

func (w *writer) write(kept []run) {
	a, b := w.a, w.b
	i, j := 0, 0
	for _, r := range kept {
		w.change(i, r.i, j, r.j)
		w.run(r)
		i, j = r.i+r.n, r.j+r.n
	}
	w.change(i, a.len(), j, b.len())
	w.flush()
}

// writer moves through both texts and cuts the spans out of them, so that no
// byte is copied or lost. What is not written yet is one stretch that is equal,
// then one to delete from before and one to insert from after.
type writer struct {
	a, b                     sequence
	atA, atB                 int // bytes written
	equal, deleted, inserted int // bytes not written yet
	script                   Script
	// Where the spans go instead, if anywhere.
	count *int
	out   *writer
}

// change writes the tokens of a up to i1 as deleted and those of b up to j1 as
// inserted, with the white space up to the tokens that follow.
func (w *writer) change(i, i1, j, j1 int) {
	spaceA, spaceB := w.a.space(i), w.b.space(j)
	restA, restB := w.a.start(i1)-w.a.start(i), w.b.start(j1)-w.b.start(j)
	lastA, lastB := w.a.space(i1), w.b.space(j1)
	switch {
	case restA > 0 && restB > 0 && lastA == lastB:
		w.settle(spaceA, spaceB)
		w.drop(restA - len(lastA))
		w.add(restB - len(lastB))
		w.keep(len(lastA))
	case (restA > 0) != (restB > 0) && lastA == lastB:
		// Taken out or put in together with the white space before it.
		w.drop(len(spaceA) + restA - len(lastA))
		w.add(len(spaceB) + restB - len(lastB))
		w.keep(len(lastA))
	default:
		w.settle(spaceA, spaceB)
		w.drop(restA)
		w.add(restB)
	}
}

// settle writes what stands in one place on both sides.
func (w *writer) settle(a, b string) {
	if a == b {
		w.keep(len(a))
		return
	}
	w.drop(len(a))
	w.add(len(b))
}

// run writes tokens that are kept.
func (w *writer) run(r run) {
	a, b := w.a, w.b
	textA := a.text[a.start(r.i):a.end(r.i+r.n-1)]
	if textB := b.text[b.start(r.j):b.end(r.j+r.n-1)]; textA == textB {
		w.keep(len(textA)) // typed alike, as most are
		return
	}
	w.settle(a.word(r.i), b.word(r.j))
	for x := 1; x < r.n; x++ {
		w.settle(a.space(r.i+x), b.space(r.j+x))
		w.settle(a.word(r.i+x), b.word(r.j+x))
	}
}

func (w *writer) drop(n int) { w.deleted += n }
func (w *writer) add(n int)  { w.inserted += n }

func (w *writer) keep(n int) {
	if n == 0 {
		return
	}
	if w.deleted+w.inserted > 0 {
		w.flush()
	}
	w.equal += n
}

// flush writes what is not written yet.
func (w *writer) flush() {
	w.span(Equal, w.a.text[w.atA:w.atA+w.equal])
	w.atA, w.atB = w.atA+w.equal, w.atB+w.equal
	w.span(Delete, w.a.text[w.atA:w.atA+w.deleted])
	w.span(Insert, w.b.text[w.atB:w.atB+w.inserted])
	w.atA, w.atB = w.atA+w.deleted, w.atB+w.inserted
	w.equal, w.deleted, w.inserted = 0, 0, 0
}

func (w *writer) span(op Op, text string) {
	switch {
	case text == "":
	case w.count != nil:
		*w.count++
	case w.out != nil:
		w.out.take(op, len(text))
	default:
		w.script = append(w.script, Span{op, text})
	}
}

// take writes the next bytes as what they are.
func (w *writer) take(op Op, n int) {
	switch op {
	case Equal:
		w.keep(n)
	case Delete:
		w.drop(n)
	case Insert:
		w.add(n)
	}
}
