package diff

import "strings"

// extent is how many bytes of either text are in a part.
type extent struct{ before, after int }

// partTokens is how many tokens the parts have into which a text is cut.
const partTokens = 1 << 18

// embeddedParts cuts two texts, of which one holds all tokens of the other in
// order, into parts of which that is true as well, and long insertions by
// themselves. It returns nil for other texts, and where the insertions alone take
// more spans than there may be.
func embeddedParts(before, after string, most bounds) []extent {
	size := min(partTokens, most.tokens/4)
	words := newTable()
	if parts := words.embedding(before, after, size, most.spans); parts != nil {
		return parts
	}
	parts := words.embedding(after, before, size, most.spans)
	for x, p := range parts {
		parts[x] = extent{p.after, p.before}
	}
	return parts
}

// embedding does so where it is the first text whose tokens the other holds.
func (t *table) embedding(short, long string, size, spans int) []extent {
	s, l := cursor{words: t, text: short}, cursor{words: t, text: long}
	var parts []extent
	var done, last extent // where the last part ends, and the last match
	cut := func(to extent) {
		parts = append(parts, extent{to.before - done.before, to.after - done.after})
		done = to
	}
	inserted, part := 0, 0 // tokens since the last match, and in the part
	for more := s.next(); more; {
		space := l.to
		if !l.next() {
			return nil
		}
		if part++; l.id != s.id {
			inserted++
			continue
		}
		if inserted > 0 {
			spans -= 2
		}
		if part > size && inserted > 0 {
			cut(last)
			cut(extent{last.before, space})
			part = 0
		} else if part > size {
			cut(last)
			part = 0
		}
		inserted, last = 0, extent{s.to, l.to}
		more = s.next()
	}
	if spans < 0 {
		return nil
	}
	cut(last)
	cut(extent{len(short), len(long)})
	return parts
}

// cursor moves through a text token by token, and keeps none.
type cursor struct {
	words *table
	text  string
	to    int // where the token ends
	id    int32
}

func (c *cursor) next() bool {
	from := c.to + spaceLen(c.text[c.to:])
	if from == len(c.text) {
		return false
	}
	c.to = from + tokenLen(c.text[from:])
	c.id = c.words.id(c.text[from:c.to])
	return true
}

// lineParts cuts two texts at the lines they share.
func (v *vast) lineParts(before, after string) []extent {
	lines := make(map[string]int32)
	a, ok := readLines(lines, before, v.most.tokens)
	if !ok {
		return nil
	}
	b, ok := readLines(lines, after, v.most.tokens-a.len())
	if !ok {
		return nil
	}
	var parts []extent
	i, j := 0, 0
	cut := func(i1, j1 int) {
		parts = append(parts, extent{a.opening(i1) - a.opening(i), b.opening(j1) - b.opening(j)})
		i, j = i1, j1
	}
	for _, r := range v.align(a.ids, b.ids, int32(len(lines))) {
		cut(r.i, r.j)
		cut(r.i+r.n, r.j+r.n)
	}
	cut(a.len(), b.len())
	return parts
}

// readLines cuts a text into lines as tokens, if it has no more than most.
func readLines(lines map[string]int32, text string, most int) (s sequence, ok bool) {
	if strings.Count(text, "\n") >= most || len(text) >= 1<<31 {
		return s, false
	}
	at := 0
	for line := range strings.Lines(text) {
		id, known := lines[line]
		if !known {
			id = int32(len(lines))
			lines[line] = id
		}
		at += len(line)
		s.ends, s.ids = append(s.ends, int32(at)), append(s.ids, id)
	}
	return s, true
}
