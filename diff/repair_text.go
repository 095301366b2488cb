package diff

import "strings"

// text writes what was taken, by the rules of [Reading.After] for white space.
// Before a mark that closes, and is the draft's, there is white space only if the
// draft has some too; and two words never become one because of what was cut out
// between them.
func (r *repairer) text() string {
	var text strings.Builder
	spaced, end, last := false, int32(0), nowhere
	for j, u := range r.units {
		spaced = spaced || end < u.start
		end = u.end
		if !r.taken[j] {
			continue
		}
		cut := last < j-1
		apart := cut && last != nowhere && r.class(last) < ideograph && r.class(j) < ideograph
		if apart || spaced && last != nowhere && !r.closesUp(j, cut) {
			text.WriteByte(' ')
		}
		text.WriteString(r.spelling(j))
		spaced, last = false, j
	}
	return text.String()
}

// closesUp reports whether a unit stands close to what is before it, though white
// space is typed there. Words may have been cut out between.
func (r *repairer) closesUp(j int, cut bool) bool {
	u := r.units[j]
	mark := r.typed[u.start:u.end]
	if len(mark) > 1 || !strings.Contains(closers, mark) {
		return false
	}
	if i := r.to[j]; i >= 0 {
		return r.draft.space(int(i)) == ""
	}
	return cut || strings.Contains(",.)", mark)
}

// spelling returns a unit as it stands in the text after: as the draft spells it
// if it is the draft's, and without its struck letters if it is mixed.
func (r *repairer) spelling(j int) string {
	u := r.units[j]
	if u.mixed {
		return r.without(u, Delete)
	}
	if i := r.to[j]; i >= 0 {
		return r.draft.word(int(i))
	}
	return r.typed[u.start:u.end]
}
