package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// text is a text cut into words once, for all checks.
type text struct {
	s     string
	words []word
	// pairs are its brackets and quotation marks, strays those without a partner.
	pairs  []pair
	strays []stray
}

// word is a run of letters and digits, with the apostrophes and hyphens inside.
type word struct {
	from, to int
	fold     string
	// begin is the first word of its sentence; start is set for that word.
	begin int
	start bool
	// quoted words belong to a title or to another text.
	quoted bool
}

func cut(s string) *text {
	t := &text{s: s}
	for from := 0; from < len(s); {
		r, n := utf8.DecodeRuneInString(s[from:])
		if !inWord(r) {
			from += n
			continue
		}
		to := wordEnd(s, from+n)
		t.words = append(t.words, word{from: from, to: to, fold: fold(s[from:to])})
		from = to
	}
	t.pair()
	t.markSentences()
	t.markQuoted()
	return t
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func wordEnd(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(s[at+n:])
			if !strings.ContainsRune("'’-‐‑", r) || !inWord(next) {
				break
			}
		}
		at += n
	}
	return at
}

// fold is the form in which words are compared.
func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

// gap is what stands before word i, from the end of the word before; it takes the
// number of words for what stands at the end.
func (t *text) gap(i int) string {
	from, to := 0, len(t.s)
	if i > 0 {
		from = t.words[i-1].to
	}
	if i < len(t.words) {
		to = t.words[i].from
	}
	return t.s[from:to]
}

// word is word i as it stands.
func (t *text) word(i int) string { return t.s[t.words[i].from:t.words[i].to] }

// fold is word i in the form for comparison, or "" where there is none.
func (t *text) fold(i int) string {
	if i < 0 || i >= len(t.words) {
		return ""
	}
	return t.words[i].fold
}

// first is the first letter of word i.
func (t *text) first(i int) rune {
	r, _ := utf8.DecodeRuneInString(t.word(i))
	return r
}

// spaced reports whether only white space stands before word i.
func (t *text) spaced(i int) bool {
	return i > 0 && i < len(t.words) && strings.TrimSpace(t.gap(i)) == ""
}

// joined is the words from i up to j, not included, in the form for comparison;
// "" where anything but white space stands between them.
func (t *text) joined(i, j int) string {
	if j > len(t.words) {
		return ""
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			if !t.spaced(k) {
				return ""
			}
			b.WriteByte(' ')
		}
		b.WriteString(t.words[k].fold)
	}
	return b.String()
}

// note is one on the words from i to j, both included.
func (t *text) note(code string, i, j int, suggest string) Note {
	return t.span(code, t.words[i].from, t.words[j].to, suggest)
}

// span is a note on a stretch of bytes.
func (t *text) span(code string, from, to int, suggest string) Note {
	return Note{Code: code, Words: t.s[from:to], Suggest: suggest, At: from}
}

// upTo counts the words that end at a byte or before it.
func (t *text) upTo(at int) int {
	low, high := 0, len(t.words)
	for low < high {
		if mid := (low + high) / 2; t.words[mid].to <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// markQuoted marks the words between quotation marks, which may lie in one another.
func (t *text) markQuoted() {
	depth := make([]int, len(t.words)+1)
	for _, p := range t.pairs {
		if p.quote {
			depth[t.upTo(p.from)]++
			depth[t.upTo(p.to)]--
		}
	}
	inside := 0
	for i := range t.words {
		inside += depth[i]
		t.words[i].quoted = inside > 0
	}
}

// left is where the word before gap i begins, or the text.
func (t *text) left(i int) int {
	if i == 0 {
		return 0
	}
	return t.words[i-1].from
}

// right is where the word behind gap i ends, or the text.
func (t *text) right(i int) int {
	if i == len(t.words) {
		return len(t.s)
	}
	return t.words[i].to
}
