package instruct

import (
	"slices"
	"sort"
	"strings"
)

// span are the words of a paragraph from one to another, both included.
type span struct{ first, last int }

// found is where words stand in a paragraph.
type found struct {
	spans     []span
	otherCase bool
}

// find gives the places of sought in text, also those that overlap. Only where
// there is none as it is written, the case of the first letter does not count:
// words at the start of a sentence are quoted in either way.
func find(text, sought []word) found {
	if len(sought) == 0 {
		return found{}
	}
	if spans := occurrences(text, sought); len(spans) > 0 {
		return found{spans: spans}
	}
	again := slices.Clone(sought)
	again[0].key = otherCase(sought[0].key)
	spans := occurrences(text, again)
	return found{spans, len(spans) > 0}
}

// findElided is find, where three dots inside sought may stand for any words.
func findElided(text, sought []word) found {
	if f := find(text, sought); len(f.spans) > 0 {
		return f
	}
	dots := slices.IndexFunc(sought, func(w word) bool { return w.key == ellipsis })
	if dots < 0 {
		return found{}
	}
	head, tail := sought[:dots], sought[dots+1:]
	if len(head) > 0 && len(tail) > 0 && strings.Contains("[(", head[len(head)-1].key) && strings.Contains("])", tail[0].key) {
		head, tail = head[:len(head)-1], tail[1:] // [...] and (...)
	}
	return stretches(find(text, head), find(text, tail))
}

// stretches are the spans that begin with one of from and end with one of to
// behind it. There may be as many as the product of both, so of more than a few
// only some are given.
func stretches(from, to found) found {
	const most = 64
	f := found{otherCase: from.otherCase || to.otherCase}
	for _, head := range from.spans {
		at := sort.Search(len(to.spans), func(n int) bool { return to.spans[n].first > head.last })
		for _, tail := range to.spans[at:] {
			if len(f.spans) == most {
				return f
			}
			f.spans = append(f.spans, span{head.first, tail.last})
		}
	}
	return f
}

// beside keeps the spans that stand directly before or after one of others.
func (f found) beside(place Place, others found) found {
	edges := make(map[int]bool, len(others.spans))
	for _, o := range others.spans {
		if place == Before {
			edges[o.first] = true
		} else {
			edges[o.last] = true
		}
	}
	var kept []span
	for _, s := range f.spans {
		if place == Before && edges[s.last+1] || place != Before && edges[s.first-1] {
			kept = append(kept, s)
		}
	}
	return found{kept, f.otherCase || others.otherCase}
}

// occurrences finds sought in text in linear time [Knuth, Morris, Pratt 1977].
func occurrences(text, sought []word) []span {
	back := make([]int, len(sought)) // of each prefix, the longest that also ends it
	for n, k := 1, 0; n < len(sought); n++ {
		for k > 0 && sought[n].key != sought[k].key {
			k = back[k-1]
		}
		if sought[n].key == sought[k].key {
			k++
		}
		back[n] = k
	}
	var spans []span
	k := 0
	for n := range text {
		for k > 0 && text[n].key != sought[k].key {
			k = back[k-1]
		}
		if text[n].key == sought[k].key {
			k++
		}
		if k == len(sought) {
			spans = append(spans, span{n - k + 1, n})
			k = back[k-1]
		}
	}
	return spans
}

// choose gives the spans that nth means, from left to right and none over
// another, or what is wrong.
func (f found) choose(nth Nth, words string) ([]span, Problem) {
	count := len(f.spans)
	switch {
	case count == 0 || int(nth) > count:
		return nil, Problem{Code: NotFound, Words: words, Found: count}
	case nth == All:
		return apart(f.spans), Problem{OtherCase: f.otherCase}
	case nth == Last:
		return f.spans[count-1:], Problem{OtherCase: f.otherCase}
	case nth > 0:
		return f.spans[nth-1 : nth], Problem{OtherCase: f.otherCase}
	case count > 1:
		return nil, Problem{Code: Several, Words: words, Found: count, OtherCase: f.otherCase}
	}
	return f.spans, Problem{OtherCase: f.otherCase}
}

// apart leaves out each span that begins inside the one before it.
func apart(spans []span) []span {
	var kept []span
	for _, s := range spans {
		if len(kept) == 0 || s.first > kept[len(kept)-1].last {
			kept = append(kept, s)
		}
	}
	return kept
}
