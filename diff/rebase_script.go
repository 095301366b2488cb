package diff

// kept returns the runs of the two texts of a script that it keeps, by its own
// spans: how Words would align them today does not matter. A token is kept if it
// stands whole in an equal span on both sides, or if a span changes nothing but
// how it is typed.
func (s Script) kept(before, after sequence) []run {
	var kept []run
	i, j := 0, 0 // tokens seen
	atBefore, atAfter := 0, 0
	for _, span := range s {
		n := len(span.Text)
		if span.Op == Equal {
			shift := atAfter - atBefore
			for ; i < before.len() && before.end(i) <= atBefore+n; i++ {
				start := before.start(i)
				if start < atBefore {
					continue
				}
				for j < after.len() && after.start(j) < start+shift {
					j++
				}
				if j < after.len() && after.start(j) == start+shift && after.end(j) == before.end(i)+shift {
					kept = append(kept, run{i, j, 1})
				}
			}
		}
		if span.Op != Insert {
			atBefore += n
		}
		if span.Op != Delete {
			atAfter += n
		}
	}
	return retyped(before, after, kept)
}

// retyped adds to the runs kept the equal tokens that stand beside them on both
// sides, or where a change begins and ends.
func retyped(before, after sequence, kept []run) []run {
	al := aligner{a: before.ids, b: after.ids}
	i, j := 0, 0
	change := func(i1, j1 int) {
		n := commonPrefix(before.ids[i:i1], after.ids[j:j1])
		al.keep(run{i, j, n})
		i, j = i+n, j+n
		n = commonSuffix(before.ids[i:i1], after.ids[j:j1])
		al.keep(run{i1 - n, j1 - n, n})
	}
	for _, r := range kept {
		change(r.i, r.j)
		al.keep(r)
		i, j = r.i+r.n, r.j+r.n
	}
	change(before.len(), after.len())
	return al.kept
}
