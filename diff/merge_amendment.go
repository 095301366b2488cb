package diff

// amendment is an edit of one party: tokens i0 to i1 of the base become tokens
// j0 to j1 of its text.
type amendment struct{ i0, i1, j0, j1 int }

// moved returns the amendment n tokens further on.
func (a amendment) moved(n int) amendment {
	return amendment{a.i0 + n, a.i1 + n, a.j0 + n, a.j1 + n}
}

// amendments returns what stands between the runs that are kept of two texts
// of so many tokens. At least one kept token parts them.
func amendments(kept []run, before, after int) []amendment {
	var found []amendment
	i, j := 0, 0
	next := func(r run) {
		if r.i > i || r.j > j {
			found = append(found, amendment{i, r.i, j, r.j})
		}
		i, j = r.i+r.n, r.j+r.n
	}
	for _, r := range kept {
		if r.n > 0 {
			next(r)
		}
	}
	next(run{before, after, 0})
	return found
}

// slackLeft returns by how many tokens a can stand further left, with the same
// result, without coming before the token lowest.
func (t *tabulation) slackLeft(text sequence, a amendment, lowest int) int {
	n := 0
	for a.i0-n > lowest && t.slides(text, a.moved(-n-1)) {
		n++
	}
	return n
}

// canMove reports whether a can stand n tokens further on with the same result.
// To the left it can, for there the caller found it.
func (t *tabulation) canMove(text sequence, a amendment, n, highest int) bool {
	if a.i1+n > highest {
		return false
	}
	for x := range n {
		if !t.slides(text, a.moved(x)) {
			return false
		}
	}
	return true
}

// slides reports whether a and the same one token further on give one result.
func (t *tabulation) slides(text sequence, a amendment) bool {
	switch {
	case a.i0 == a.i1:
		return text.ids[a.j0] == text.ids[a.j1]
	case a.j0 == a.j1:
		return t.base.ids[a.i0] == t.base.ids[a.i1]
	}
	return false
}

func typedBy(text sequence, a amendment) typed {
	if a.j0 == a.j1 {
		return typed{trail: text.space(a.j1)}
	}
	return typed{
		lead:  text.space(a.j0),
		words: text.text[text.start(a.j0):text.end(a.j1-1)],
		trail: text.space(a.j1),
	}
}
