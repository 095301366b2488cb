package diff

import (
	"math/rand/v2"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
)

const (
	uploadLimit    = 8 << 20  // bytes of a file
	paragraphLimit = 32 << 10 // bytes of a paragraph
)

// hostile are pairs of texts made to be slow, each as long as an upload may be.
// None may take more than 2 s, or more than 256 MB beside the texts.
var hostile = []struct {
	name  string
	texts func(r *rand.Rand) (before, after string)
}{
	{"one word", func(*rand.Rand) (string, string) {
		return strings.Repeat("a ", uploadLimit/2), strings.Repeat("a ", uploadLimit/2-999)
	}},
	{"asterisks", func(*rand.Rand) (string, string) {
		return strings.Repeat("*", uploadLimit), strings.Repeat("*", uploadLimit-1_000_000)
	}},
	{"marks every other one changed", func(*rand.Rand) (string, string) {
		return strings.Repeat("*,", uploadLimit/2), strings.Repeat("*;", uploadLimit/2)
	}},
	{"alternating words", func(*rand.Rand) (string, string) {
		return strings.Repeat("a b ", uploadLimit/4), strings.Repeat("b a a ", uploadLimit/6)
	}},
	{"random letters", func(r *rand.Rand) (string, string) {
		return letters(r, uploadLimit, 26), letters(r, uploadLimit, 26)
	}},
	{"two random letters", func(r *rand.Rand) (string, string) {
		return letters(r, uploadLimit, 2), letters(r, uploadLimit, 2)
	}},
	{"random marks", func(r *rand.Rand) (string, string) {
		return strings.ReplaceAll(letters(r, 2*uploadLimit, 15), " ", ""), strings.ReplaceAll(letters(r, 2*uploadLimit, 15), " ", "")
	}},
	{"words in another order", func(r *rand.Rand) (string, string) {
		words := numbered("w", uploadLimit/8)
		before := strings.Join(words, " ")
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return before, strings.Join(words, " ")
	}},
	{"blocks in another order within", func(r *rand.Rand) (string, string) {
		words := numbered("w", uploadLimit/8)
		before := strings.Join(words, " ")
		for at := 0; at+2000 <= len(words); at += 2000 {
			block := words[at+1 : at+2000]
			r.Shuffle(len(block), func(i, j int) { block[i], block[j] = block[j], block[i] })
		}
		return before, strings.Join(words, " ")
	}},
	{"unrelated words", func(r *rand.Rand) (string, string) {
		return strings.Join(randomWords(r, uploadLimit/9), " "), strings.Join(randomWords(r, uploadLimit/9), " ")
	}},
	{"nothing shared", func(*rand.Rand) (string, string) {
		return strings.Join(numbered("w", uploadLimit/8), " "), strings.Join(numbered("v", uploadLimit/8), " ")
	}},
	{"combining marks", func(*rand.Rand) (string, string) {
		return strings.Repeat("e\u0301\u0323 ", uploadLimit/6), strings.Repeat("é\u0323 e", uploadLimit/6)
	}},
	{"one word of combining marks", func(*rand.Rand) (string, string) {
		return "a" + strings.Repeat("\u0301", uploadLimit/2), "a" + strings.Repeat("\u0323", uploadLimit/2)
	}},
	{"Chinese", func(r *rand.Rand) (string, string) {
		return ideographs(r, uploadLimit/3), ideographs(r, uploadLimit/3)
	}},
	{"every tenth word changed", func(r *rand.Rand) (string, string) {
		words := randomWords(r, uploadLimit/9)
		return strings.Join(words, " "), strings.Join(edited(r, words, 10), " ")
	}},
	{"scattered hunks", func(*rand.Rand) (string, string) {
		return strings.Repeat("the old text of it, ", uploadLimit/20), strings.Repeat("the new word of it, ", uploadLimit/20)
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

// BenchmarkHostile measures the texts that are made to be slow, and what they
// take of the heap.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			before, after := h.texts(rand.New(rand.NewPCG(8, 8)))
			reportPeak(b, func() {
				for b.Loop() {
					Words(before, after)
				}
			})
		})
	}
}

// BenchmarkHostileParagraph does the same at the length of a paragraph.
func BenchmarkHostileParagraph(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			before, after := h.texts(rand.New(rand.NewPCG(8, 8)))
			before, after = before[:min(len(before), paragraphLimit)], after[:min(len(after), paragraphLimit)]
			for b.Loop() {
				Words(before, after)
			}
		})
	}
}

// reportPeak reports how many megabytes the heap was larger at most than before.
func reportPeak(b *testing.B, work func()) {
	runtime.GC()
	start := heap()
	most, stop, stopped := start, make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for tick := time.NewTicker(time.Millisecond); ; {
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
				most = max(most, heap())
			}
		}
	}()
	work()
	close(stop)
	<-stopped
	b.ReportMetric(float64(most-start)/1e6, "peak-MB")
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
