package diff

// Blame says who brought each piece of a text. The pieces, put together, are the
// text; none is empty, and no two neighbours have the same origin.
type Blame []Origin

// Origin is a piece of a text and who brought it: whatever number the caller gives.
type Origin struct {
	Text string
	By   int
}

// NewBlame returns the blame of a text that one brought.
func NewBlame(text string, by int) Blame {
	w := blameWriter{text: text}
	w.add(len(text), by)
	return w.blame()
}

// After returns the blame of s.After(), where b is that of s.Before() and fresh
// that of s.After() as if all of it were new. Words that the script keeps have
// their origin in b, also where it changes how they are typed; words that it
// inserts have it in fresh. White space goes with the word behind it.
func (b Blame) After(s Script, fresh Blame) Blame {
	words := newTable()
	before, after := words.read(s.Before()), words.read(s.After())
	was, is := blameReader{blame: b}, blameReader{blame: fresh}
	w := blameWriter{text: after.text}
	j := 0
	for _, r := range s.kept(before, after) {
		for ; j < r.j; j++ {
			w.add(after.end(j), is.by(after.start(j)))
		}
		for i := r.i; i < r.i+r.n; i++ {
			w.add(after.end(j), was.by(before.start(i)))
			j++
		}
	}
	for ; j < after.len(); j++ {
		w.add(after.end(j), is.by(after.start(j)))
	}
	if j == 0 {
		w.add(0, is.by(0)) // a text without words
	}
	return w.blame()
}

// blameWriter cuts a text into pieces.
type blameWriter struct {
	text     string
	done     Blame
	from, to int // the open piece
	by       int // its origin
	open     bool
}

// add gives the text from the last place to this one its origin.
func (w *blameWriter) add(to, by int) {
	if w.open && by == w.by {
		w.to = to
		return
	}
	w.flush(w.to)
	w.by, w.to, w.open = by, to, true
}

// blame ends the last piece at the end of the text.
func (w *blameWriter) blame() Blame {
	w.flush(len(w.text))
	return w.done
}

func (w *blameWriter) flush(to int) {
	if w.from < to {
		w.done = append(w.done, Origin{w.text[w.from:to], w.by})
		w.from = to
	}
}

// blameReader finds origins by places that never go back.
type blameReader struct {
	blame Blame
	at    int // where the first of blame begins
}

// by returns the origin of the byte at a place, the last behind the end.
func (r *blameReader) by(place int) int {
	for len(r.blame) > 1 && place >= r.at+len(r.blame[0].Text) {
		r.at += len(r.blame[0].Text)
		r.blame = r.blame[1:]
	}
	if len(r.blame) == 0 {
		return 0
	}
	return r.blame[0].By
}
