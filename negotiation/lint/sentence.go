package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markSentences finds the sentences.
func (t *text) markSentences() {
	begin := 0
	for i := range t.words {
		start := i == 0 || t.stops(i) && !unicode.IsLower(t.first(i))
		if start {
			begin = i
		}
		t.words[i].start, t.words[i].begin = start, begin
	}
}

// stops reports whether a sentence ends before word i: at a full stop that is not
// that of an abbreviation, a question or exclamation mark, or a line.
func (t *text) stops(i int) bool {
	gap := t.gap(i)
	if strings.ContainsRune(gap, '\n') {
		return true
	}
	at := strings.IndexAny(gap, ".!?")
	if at < 0 || i == 0 {
		return false
	}
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(gap[at+1:], `.)]}"”’»`))
	if !unicode.IsSpace(after) {
		return false
	}
	return at > 0 || gap[at] != '.' || !t.abbreviates(i-1) || t.fold(i-1) == "etc" && unicode.IsUpper(t.first(i))
}

// abbreviates reports whether the full stop after word i may be that of an
// abbreviation, or of the label of a list.
func (t *text) abbreviates(i int) bool {
	word := t.word(i)
	if utf8.RuneCountInString(word) == 1 || i > 0 && t.gap(i) == "." || abbreviations[t.fold(i)] {
		return true
	}
	if i == 0 && strings.Trim(word, "0123456789") == "" {
		return true
	}
	// "Res.", "Doc.": a short word with a capital is more often cut than whole.
	_, n := utf8.DecodeRuneInString(word)
	next, _ := utf8.DecodeRuneInString(word[n:])
	return utf8.RuneCountInString(word) <= 4 && unicode.IsUpper(t.first(i)) && unicode.IsLower(next)
}

// abbreviations are common ones that end with a full stop. It is only ever read.
var abbreviations = set(`
	etc no nos art arts para paras par vol vols p pp cf vs al ed eds approx inc ltd corp co dept est
	fig figs mr mrs ms dr dra prof st jr sr gen gov hon rev sec secs ser doc docs add corr res dec jan
	feb mar apr aug sep sept oct nov ch chap ref refs rep op cit ibid id viz max min misc tel av ave
	núm núms nro nros ud uds sra sres sras gral pág págs párr párrs lic ing depto cap caps ej aprox prov
	tít secc inciso env éd réf réfs mme mlle mm ex obs incl resp sect subpara subparas subsec subsecs`)

// set makes one of the words in a list.
func set(list string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(list) {
		words[w] = true
	}
	return words
}
