package diff

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

const (
	uploadLimit    = 8 << 20  // bytes of a file
	paragraphLimit = 32 << 10 // bytes of a paragraph
)

// hostile are pairs of texts made to be slow, each of about n bytes.
// At the length of an upload none may take more than 2 s, or more than 256 MB beside the texts.
var hostile = []struct {
	name  string
	texts func(r *rand.Rand, n int) (before, after string)
}{
	{"one word", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("a ", n/2), strings.Repeat("a ", n/2-n/8192)
	}},
	{"asterisks", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("*", n), strings.Repeat("*", n-n/8)
	}},
	{"marks every other one changed", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("*,", n/2), strings.Repeat("*;", n/2)
	}},
	{"alternating words", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("a b ", n/4), strings.Repeat("b a a ", n/6)
	}},
	{"random letters", func(r *rand.Rand, n int) (string, string) {
		return letters(r, n, 26), letters(r, n, 26)
	}},
	{"two random letters", func(r *rand.Rand, n int) (string, string) {
		return letters(r, n, 2), letters(r, n, 2)
	}},
	{"random marks", func(r *rand.Rand, n int) (string, string) {
		return strings.ReplaceAll(letters(r, 2*n, 15), " ", ""), strings.ReplaceAll(letters(r, 2*n, 15), " ", "")
	}},
	{"words in another order", func(r *rand.Rand, n int) (string, string) {
		words := numbered("w", n/8)
		before := strings.Join(words, " ")
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return before, strings.Join(words, " ")
	}},
	{"blocks in another order within", func(r *rand.Rand, n int) (string, string) {
		words := numbered("w", n/8)
		before := strings.Join(words, " ")
		for at := 0; at+2000 <= len(words); at += 2000 {
			block := words[at+1 : at+2000]
			r.Shuffle(len(block), func(i, j int) { block[i], block[j] = block[j], block[i] })
		}
		return before, strings.Join(words, " ")
	}},
	{"unrelated words", func(r *rand.Rand, n int) (string, string) {
		return strings.Join(randomWords(r, n/9), " "), strings.Join(randomWords(r, n/9), " ")
	}},
	{"nothing shared", func(_ *rand.Rand, n int) (string, string) {
		return strings.Join(numbered("w", n/8), " "), strings.Join(numbered("v", n/8), " ")
	}},
	{"combining marks", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("e\u0301\u0323 ", n/6), strings.Repeat("é\u0323 e", n/6)
	}},
	{"one word of combining marks", func(_ *rand.Rand, n int) (string, string) {
		return "a" + strings.Repeat("\u0301", n/2), "a" + strings.Repeat("\u0323", n/2)
	}},
	{"one word of one letter", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("x", n), strings.Repeat("x", n-1)
	}},
	{"newlines", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("\n", n), strings.Repeat("\n", n-1)
	}},
	{"no UTF-8", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("\xff", n), strings.Repeat("\xfe\xff", n/2)
	}},
	{"first word changed", func(r *rand.Rand, n int) (string, string) {
		text := strings.Join(randomWords(r, n/10), " ")
		return "before " + text, "after " + text
	}},
	{"other white space", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("a  b ", n/5), strings.Repeat("a b  ", n/5)
	}},
	{"a letter inserted every twentieth", func(r *rand.Rand, n int) (string, string) {
		text := strings.Fields(letters(r, n-n/20, 26))
		var after []string
		for line := range slices.Chunk(text, 20) {
			after = append(append(after, line...), "z")
		}
		return strings.Join(text, " "), strings.Join(after, " ")
	}},
	{"a mark inserted at every other", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("*", n/2), strings.Repeat("*,", n/2)
	}},
	{"lines of letters in another order", func(r *rand.Rand, n int) (string, string) {
		lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(letters(r, n, 26), "a ", "a\n"), "\n"), "\n")
		before := strings.Join(lines, "\n")
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		return before, strings.Join(lines, "\n")
	}},
	{"marks between words that are shared", func(r *rand.Rand, n int) (string, string) {
		var before, after strings.Builder
		marks := strings.ReplaceAll(letters(r, 8<<10, 15), " ", "")
		for _, word := range numbered("word", n/128) {
			from, to := r.IntN(len(marks)-100), r.IntN(len(marks)-100)
			before.WriteString(word + " of rights and work" + marks[from:from+100])
			after.WriteString(word + " of rights and work" + marks[to:to+100])
		}
		return before.String(), after.String()
	}},
	{"Chinese, every twentieth changed", func(r *rand.Rand, n int) (string, string) {
		before := []rune(ideographs(r, n/3))
		after := slices.Clone(before)
		for i := range after {
			if r.IntN(20) == 0 {
				after[i]++
			}
		}
		return string(before), string(after)
	}},
	{"Chinese", func(r *rand.Rand, n int) (string, string) {
		return ideographs(r, n/3), ideographs(r, n/3)
	}},
	{"every tenth word changed", func(r *rand.Rand, n int) (string, string) {
		words := randomWords(r, n/9)
		return strings.Join(words, " "), strings.Join(edited(r, words, 10), " ")
	}},
	{"scattered hunks", func(_ *rand.Rand, n int) (string, string) {
		return strings.Repeat("the old text of it, ", n/20), strings.Repeat("the new word of it, ", n/20)
	}},
}

// letters returns words of one letter out of so many, n bytes with the spaces;
// 15 stands for marks, which need no spaces.
func letters(r *rand.Rand, n, kinds int) string {
	alphabet := "abcdefghijklmnopqrstuvwxyz"
	if kinds == 15 {
		alphabet = "*,;:!?()[]/%&#@"
	}
	text := make([]byte, 0, n)
	for len(text)+2 <= n {
		text = append(text, alphabet[r.IntN(kinds)], ' ')
	}
	return string(text)
}

func ideographs(r *rand.Rand, n int) string {
	text := make([]rune, n)
	for i := range text {
		text[i] = 0x4E00 + rune(r.IntN(3000))
	}
	return string(text)
}

// numbered returns n words that differ.
func numbered(stem string, n int) []string {
	words := make([]string, n)
	for i := range words {
		digits := []byte(stem)
		for x := i; x > 0; x /= 26 {
			digits = append(digits, byte('a'+x%26))
		}
		words[i] = string(digits)
	}
	return words
}

// The same texts at the length of a paragraph, all at once and in parts.
func TestHostileTextsAreGivenBack(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			before, after := h.texts(rand.New(rand.NewPCG(8, 8)), paragraphLimit)
			for _, tokens := range []int{1 << 20, 4096} {
				s := Fine.WordsWithin(tokens, tokens, before, after)
				if s.Before() != before || s.After() != after || s.Check() != nil {
					t.Errorf("with %d tokens: not both texts, or %v", tokens, s.Check())
				}
			}
		})
	}
}
