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
	var b Blame
	b.add(text, by)
	return b
}

// After returns the blame of s.After(), where b is that of s.Before() and fresh
// that of s.After() as if all of it were new. Words that the script keeps have
// their origin in b, also where it changes how they are typed; words that it
// inserts have it in fresh. White space goes with the word behind it.
func (b Blame) After(s Script, fresh Blame) Blame {
	words := newTable()
	before, after := words.read(s.Before()), words.read(s.After())
	was, is := blameReader{blame: b}, blameReader{blame: fresh}
	var result Blame
	i, j := 0, 0
	for _, r := range append(s.kept(before, after), run{len(before.tokens), len(after.tokens), 0}) {
		for ; j < r.j; j++ {
			result.add(after.space(j)+after.word(j), is.by(after.start(j)))
		}
		for i = r.i; i < r.i+r.n; i++ {
			result.add(after.space(j)+after.word(j), was.by(before.start(i)))
			j++
		}
	}
	result.addEnd(after.space(len(after.tokens)), is)
	return result
}

// add puts a piece behind the others.
func (b *Blame) add(text string, by int) {
	if text == "" {
		return
	}
	if last := len(*b) - 1; last >= 0 && (*b)[last].By == by {
		(*b)[last].Text += text
		return
	}
	*b = append(*b, Origin{text, by})
}

// addEnd gives the white space at the end to the last word.
func (b *Blame) addEnd(space string, fresh blameReader) {
	if last := len(*b) - 1; last >= 0 {
		(*b)[last].Text += space
		return
	}
	b.add(space, fresh.by(0))
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
