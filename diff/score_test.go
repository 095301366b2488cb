package diff_test

import (
	"regexp"
	"slices"

	"plenary/diff"
)

// pairing is a redline in tokens: which of the text before became which of the
// text after. It has tokens of its own, so that no engine is judged by its own.
type pairing struct {
	before, after []string
	to            []int // of each token before, the token after that it is kept as, or -1
}

var tokens = regexp.MustCompile(`[\pL\pN\pM]+(?:['’][\pL\pN\pM]+)*|\S`)

// pairingOf counts a token as kept if all of it lies in one equal span and is
// one token on the other side.
func pairingOf(s diff.Script) pairing {
	before, after := s.Before(), s.After()
	places, ends := tokens.FindAllStringIndex(before, -1), make(map[[2]int]int)
	p := pairing{before: tokens.FindAllString(before, -1), after: tokens.FindAllString(after, -1)}
	for j, place := range tokens.FindAllStringIndex(after, -1) {
		ends[[2]int(place)] = j
	}
	i, atA, atB := 0, 0, 0
	for _, span := range s {
		n := len(span.Text)
		if span.Op == diff.Insert {
			atB += n
			continue
		}
		for ; i < len(places) && places[i][0] < atA+n; i++ {
			j, whole := ends[[2]int{places[i][0] - atA + atB, places[i][1] - atA + atB}]
			if !whole || span.Op == diff.Delete || places[i][1] > atA+n {
				j = -1
			}
			p.to = append(p.to, j)
		}
		atA += n
		if span.Op == diff.Equal {
			atB += n
		}
	}
	return p
}

// place is a hunk: the tokens from i0 to i1 became those from j0 to j1.
type place struct{ i0, i1, j0, j1 int }

func (p pairing) hunks() []place {
	var hunks []place
	i, j := 0, 0
	for k := 0; k <= len(p.to); k++ {
		end := len(p.after)
		if k < len(p.to) {
			if end = p.to[k]; end < 0 {
				continue
			}
		}
		if i < k || j < end {
			hunks = append(hunks, place{i, k, j, end})
		}
		i, j = k+1, end+1
	}
	return hunks
}

// leftmost moves each pure hunk as far left as it goes, so that redlines which
// differ only in where they put an insertion compare as equal.
func (p pairing) leftmost() []place {
	var hunks []place
	i, j := 0, 0 // end of the last hunk
	for _, h := range p.hunks() {
		for h.i0 > i && h.j0 > j && h.i0 == h.i1 && p.after[h.j0-1] == p.after[h.j1-1] ||
			h.i0 > i && h.j0 > j && h.j0 == h.j1 && p.before[h.i0-1] == p.before[h.i1-1] {
			h = place{h.i0 - 1, h.i1 - 1, h.j0 - 1, h.j1 - 1}
		}
		if last := len(hunks) - 1; last >= 0 && h.i0 == i && h.j0 == j {
			hunks[last].i1, hunks[last].j1 = h.i1, h.j1
		} else {
			hunks = append(hunks, h)
		}
		i, j = h.i1, h.j1
	}
	return hunks
}

// score is how close redlines come to those of people.
type score struct {
	redlines, exact, placed int // placed: exact but for where pure changes stand
	marked, wrong, missed   int // tokens changed in both, in ours only, in theirs only
	hunks, gold, same       int // hunks of ours, of theirs, and those that are the same
}

// add compares ours with theirs.
func (s *score) add(theirs, ours diff.Script) {
	want, got := pairingOf(theirs), pairingOf(ours)
	wrong, missed := s.wrong, s.missed
	s.count(want.changed(), got.changed())
	s.redlines++
	if s.wrong == wrong && s.missed == missed {
		s.exact++
	}
	wantHunks, gotHunks := want.leftmost(), got.leftmost()
	if slices.Equal(wantHunks, gotHunks) {
		s.placed++
	}
	s.hunks += len(gotHunks)
	s.gold += len(wantHunks)
	for _, h := range gotHunks {
		if slices.Contains(wantHunks, h) {
			s.same++
		}
	}
}

// changed returns of the tokens of both texts, those before first, which are
// changed.
func (p pairing) changed() []bool {
	changed := make([]bool, len(p.before)+len(p.after))
	for x := range changed {
		changed[x] = true
	}
	for i, j := range p.to {
		if j >= 0 {
			changed[i], changed[len(p.before)+j] = false, false
		}
	}
	return changed
}

func (s *score) count(want, got []bool) {
	for x := range want {
		switch {
		case want[x] && got[x]:
			s.marked++
		case got[x]:
			s.wrong++
		case want[x]:
			s.missed++
		}
	}
}

// tokenF1 and hunkF1 are the harmonic means of precision and recall.
func (s *score) tokenF1() float64 { return f1(s.marked, s.wrong+s.missed) }
func (s *score) hunkF1() float64  { return f1(s.same, s.hunks+s.gold-2*s.same) }

func f1(right, wrong int) float64 {
	if right+wrong == 0 {
		return 1
	}
	return 2 * float64(right) / float64(2*right+wrong)
}
