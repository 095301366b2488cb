package markdown

import (
	"cmp"
	"slices"

	"plenary/diff"
)

// index finds units by their words, so that looking a text up in the whole draft
// takes no longer in a long one.
type index map[uint32][]int32

// wordIndex gives the index of all units. It grows with the draft: the words of each
// are looked at once.
func (s *structure) wordIndex() index {
	for ; s.indexed < len(s.units) && !(s.unfinished && s.indexed == len(s.units)-1); s.indexed++ {
		b := s.bag(s.indexed)
		for i, word := range b {
			if i == 0 || word != b[i-1] {
				s.index[word] = append(s.index[word], int32(s.indexed))
			}
		}
	}
	return s.index
}

// alike are the units that share most of the rare words of a bag. Words that stand
// in a great many units tell nothing and are passed over.
func (x index) alike(b bag) []int {
	const rare, each, most = 24, 64, 12 // words looked up, units of a word, units returned
	words := slices.Compact(slices.Clone(b))
	words = slices.DeleteFunc(words, func(word uint32) bool { return len(x[word]) == 0 })
	slices.SortStableFunc(words, func(a, b uint32) int { return cmp.Compare(len(x[a]), len(x[b])) })
	hits := map[int]int{}
	for _, word := range words[:min(len(words), rare)] {
		for _, at := range x[word][:min(len(x[word]), each)] {
			hits[int(at)]++
		}
	}
	list := make([]int, 0, len(hits))
	for at := range hits {
		list = append(list, at)
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Or(cmp.Compare(hits[b], hits[a]), cmp.Compare(a, b)) })
	return list[:min(len(list), most)]
}

// likest is the unit of the whole draft most like a marked text, or -1, and how like
// it is.
func (s *structure) likest(marked diff.Reading) (int, float64) {
	bags := bagsOf(marked)
	var candidates []int
	for _, b := range bags {
		candidates = append(candidates, s.wordIndex().alike(b)...)
	}
	return s.mostLike(candidates, bags)
}

// elsewhereInDraft is the unit that a redline restates far from where it stands, or
// -1. It has to be more like it than one in its place.
func (s *resolver) elsewhereInDraft(marked diff.Reading) int {
	const sure = 0.6
	at, likeness := s.likest(marked)
	if likeness < sure {
		return -1
	}
	return at
}
