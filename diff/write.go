package diff

// write returns the script of two texts of which the runs are kept. White space
// is not compared, so it is settled here: it stays where both sides have the
// same, and is deleted and inserted where they have not.
func write(a, b sequence, kept []run) Script {
	w := writer{a: a, b: b}
	i, j := 0, 0
	for _, r := range kept {
		w.change(i, r.i, j, r.j)
		w.settle(a.word(r.i), b.word(r.j))
		for x := 1; x < r.n; x++ {
			w.settle(a.space(r.i+x), b.space(r.j+x))
			w.settle(a.word(r.i+x), b.word(r.j+x))
		}
		i, j = r.i+r.n, r.j+r.n
	}
	w.change(i, a.len(), j, b.len())
	w.flush()
	return w.script
}

// writer moves through both texts and cuts the spans out of them, so that no
// byte is copied or lost. What is not written yet is one stretch that is equal,
// then one to delete from before and one to insert from after.
type writer struct {
	a, b                     sequence
	atA, atB                 int // bytes written
	equal, deleted, inserted int // bytes not written yet
	script                   Script
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
	if text != "" {
		w.script = append(w.script, Span{op, text})
	}
}
