package markdown

import "plenary/negotiation"

// readBody reads the lines from index first on.
func (r *reader) readBody(first int) {
	const tell = 500 // lines
	for r.at = first; r.at < len(r.lines) && r.refusal == nil; r.at++ {
		l := r.lines[r.at]
		if r.opts.Progress != nil && r.at%tell == 0 {
			r.opts.Progress(min(l.start, r.size), r.size)
		}
		before := line{number: l.number}
		if r.at > first {
			before = r.lines[r.at-1]
		}
		if isFates(l) {
			r.fates = true
			r.add(l.number, negotiation.Info, "fates-skipped", "the list of decided proposals was left out: %d lines", len(r.lines)-r.at)
			break
		}
		if isGeneral(l) && len(r.units) > 0 {
			r.close()
			r.general = true
			continue
		}
		r.readLine(l, before, r.at == first)
	}
	r.close()
	r.finish()
	r.endList()
}

func (r *reader) readLine(l, before line, first bool) {
	if r.open != nil && r.moreRemark(l) {
		return
	}
	if r.further(l) {
		return
	}
	adjacent := !first && l.adjacent(before)
	wrapped := adjacent && r.unended(before)
	if r.leftOver(l) || r.headed(l, wrapped) {
		return
	}
	switch l.shape {
	case rule:
		r.add(l.number, negotiation.Info, "rule", "a line across the page was left out")
	case sharp:
		r.heading(l)
	case labelled, titled, bold:
		r.mayHead(l, before, adjacent)
	case bare:
		r.bare(l, wrapped)
	case capitals:
		r.capitals(l, before, adjacent)
	case numbered, parted:
		r.number(l, before, adjacent)
	case listed:
		if wrapped && l.label != "" && r.cites(l) {
			r.more(l)
			return
		}
		r.item(l)
	default:
		r.prose(l, adjacent)
	}
}

// unended reports whether the words before a line are no whole sentence, and no heading.
func (r *reader) unended(before line) bool {
	last := r.last()
	return last != nil && (r.open != nil || !last.Kind.IsHeading()) && !finished(before.words)
}

// capitals reads a line in capitals: a heading, or more of one.
func (r *reader) capitals(l, before line, adjacent bool) {
	const full = 50 // a heading is wrapped when its line is full
	switch last := r.last(); {
	case adjacent && last != nil && !last.Kind.IsHeading() && !finished(before.words),
		adjacent && last != nil && r.open == nil && last.Kind.IsHeading() && before.shape == capitals && len(before.words) >= full:
		r.more(l)
	default:
		r.heading(l)
	}
}
