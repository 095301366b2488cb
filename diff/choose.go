package diff

// step is how the best choice came to a hunk in one state: the state it left,
// and whether the run between was folded.
type step struct {
	from   kind
	folded bool
}

// choose joins hunks so that the value of what is kept, less the price of the
// hunks that are shown, is largest; where two choices are worth the same, more
// is kept. The state is the kind of the open hunk, so one pass will do.
//
// Two hunks that both only delete, or both only insert, are never joined: the
// words between them would show as struck, which nobody did.
func (v valuer) choose(hunks []block, a, b []int32) []block {
	if len(hunks) < 2 {
		return hunks
	}
	const never = -1 << 62
	steps := make([][kinds]step, len(hunks))
	worth := [kinds]int{never, never, never, never} // without the open hunk's price
	worth[hunks[0].kind()] = 0
	for k := 1; k < len(hunks); k++ {
		is := hunks[k].kind()
		run := v.sum(a[hunks[k-1].i1:hunks[k].i0])
		next := [kinds]int{never, never, never, never}
		for open := deletion; open < kinds; open++ {
			if kept := worth[open] - v.price[open] + run; worth[open] > never && kept > next[is] {
				next[is], steps[k][is] = kept, step{open, false}
			}
		}
		for open := deletion; open < kinds; open++ {
			if open|is == replacement && worth[open] > next[replacement] {
				next[replacement], steps[k][replacement] = worth[open], step{open, true}
			}
		}
		worth = next
	}
	last := deletion
	for open := deletion; open < kinds; open++ {
		if worth[open]-v.price[open] > worth[last]-v.price[last] {
			last = open
		}
	}
	return join(hunks, steps, last)
}

// join walks the steps back from the state of the last hunk and joins in place
// what they folded.
func join(hunks []block, steps [][kinds]step, state kind) []block {
	at := len(hunks) - 1 // where the joined hunks begin
	for k := len(hunks) - 1; k > 0; k-- {
		s := steps[k][state]
		if s.folded {
			hunks[at].i0, hunks[at].j0 = hunks[k-1].i0, hunks[k-1].j0
		} else {
			at--
			hunks[at] = hunks[k-1]
		}
		state = s.from
	}
	return hunks[at:]
}
