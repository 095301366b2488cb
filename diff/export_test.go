package diff

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// WordsWithin is Words for texts of which so few tokens may be compared word by
// word, and of which the script may have so few spans.
func (p Profile) WordsWithin(tokens, spans int, before, after string) Script {
	return p.words(bounds{tokens: tokens, hunks: max(1, spans/4), spans: spans}, before, after)
}

// PlainWords is the redline of go-diff alone on the same tokens, to compare
// [Words] with.
func PlainWords(before, after string) Script {
	t := newTable()
	a, b := t.read(before), t.read(after)
	var kept []run
	i, j := 0, 0
	for _, d := range goDiff(a, b) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		default:
			kept = append(kept, run{i, j, n})
			i, j = i+n, j+n
		}
	}
	return write(a, b, kept)
}

// goDiff aligns two texts as go-diff's makers say: each word as one rune.
func goDiff(a, b sequence) []diffmatchpatch.Diff {
	engine := diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}
	return engine.DiffMainRunes(runes(a.ids), runes(b.ids), false)
}

func runes(ids []int32) []rune {
	const firstSurrogate, surrogates = 0xD800, 0x800
	runes := make([]rune, len(ids))
	for i, id := range ids {
		if runes[i] = id; id >= firstSurrogate {
			runes[i] += surrogates
		}
	}
	return runes
}

// KeptWith returns how many tokens an alignment with little effort keeps.
func KeptWith(effort int, before, after string) int {
	t := newTable()
	a, b := t.read(before), t.read(after)
	e := newEffort(a.len() + b.len())
	e.cells, e.steps, e.probes = effort/1000, effort, effort
	kept := 0
	for _, r := range e.align(a.ids, b.ids, t.size) {
		kept += r.n
	}
	return kept
}
