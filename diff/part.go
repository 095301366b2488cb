package diff

// part takes apart the replacements that strike one sentence and add to another.
// In "A[-. B-]{+ and C+}." the stop that is kept is that of B, although B goes;
// it reads better as "A{+ and C+}.[- B.-]", and the same the other way round.
// Each sentence then has the stop that was its own.
func part(hunks []block, a, b []int32, classes []class) []block {
	parted := make([]block, 0, len(hunks)+1)
	for k, h := range hunks {
		free := h.i1 < len(a) && (k+1 == len(hunks) || h.i1+1 < hunks[k+1].i0)
		switch {
		case free && h.kind() == replacement && rotates(a[h.i0:h.i1+1], classes):
			parted = append(parted, block{h.i0, h.i0, h.j0, h.j1}, block{h.i0 + 1, h.i1 + 1, h.j1 + 1, h.j1 + 1})
		case free && h.kind() == replacement && rotates(b[h.j0:h.j1+1], classes):
			parted = append(parted, block{h.i0, h.i1, h.j0, h.j0}, block{h.i1 + 1, h.i1 + 1, h.j0 + 1, h.j1 + 1})
		default:
			parted = append(parted, h)
		}
	}
	return parted
}

// rotates reports whether ids begin and end with one sentence mark and have
// something between.
func rotates(ids []int32, classes []class) bool {
	last := len(ids) - 1
	return last > 1 && ids[0] == ids[last] && classes[ids[0]] == sentenceMark
}
