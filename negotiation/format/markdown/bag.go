package markdown

import (
	"slices"
	"unicode"

	"plenary/diff"
)

// bag is the bag of the words of a unit.
func (s *structure) bag(at int) bag {
	u := &s.units[at]
	if u.words == nil {
		u.words = bagOf(u.Text)
	}
	return u.words
}

// bagsOf gives the bags of the text before and after.
func bagsOf(reading diff.Reading) [2]bag {
	after := bagOf(reading.After())
	if !reading.HasMarks {
		return [2]bag{after, nil}
	}
	return [2]bag{bagOf(reading.Before()), after}
}

// bagOf gives the bag of a text, never nil. Case and marks do not count; a sign of
// a script without spaces is a word.
func bagOf(text string) bag {
	const firstWide = 0x2E80
	b := bag{}
	var hash uint32
	open := false
	shut := func() {
		if open {
			b = append(b, hash)
		}
		open = false
	}
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			shut()
			continue
		}
		if !open || r >= firstWide {
			shut()
			hash, open = 2166136261, true // FNV-1a
		}
		hash = (hash ^ uint32(unicode.ToLower(r))) * 16777619
	}
	shut()
	slices.Sort(b)
	return b
}

// like is the share of words that two bags have in common (Dice), or 0 where it
// cannot reach least: then the bags are not walked through.
func (b bag) like(other bag, least float64) float64 {
	all := float64(len(b) + len(other))
	if all == 0 || 2*float64(min(len(b), len(other)))/all < least {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(b) && j < len(other); {
		switch {
		case b[i] == other[j]:
			common, i, j = common+1, i+1, j+1
		case b[i] < other[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / all
}
