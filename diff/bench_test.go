package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// The texts of the benchmarks. Words come from a vocabulary in which, as in any
// language, few words make up most of the text.

const paragraph = `To urge Member States to strengthen the dialogue among Ministries of Labor, workers and employers on the future of work, ` +
	`giving particular attention to persons in vulnerable situations, and to adopt policies that foster decent work, equality and inclusion.`

const amended = `To urge all Member States to strengthen the social dialogue among Ministries of Labor, workers’ and employers’ organizations on the ` +
	`future of work, giving special attention to persons in vulnerable situations, and to adopt measures that foster decent work and inclusion.`

func randomWords(r *rand.Rand, n int) []string {
	common := rand.NewZipf(r, 1.1, 3, 20_000)
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", common.Uint64())
		if r.IntN(12) == 0 {
			words[i] += ","
		}
	}
	return words
}

// edited returns words of which one in n is replaced, deleted or preceded.
func edited(r *rand.Rand, words []string, n int) []string {
	var after []string
	for _, word := range words {
		switch r.IntN(3 * n) {
		case 0:
			after = append(after, "another")
		case 1:
		case 2:
			after = append(after, "moreover", word)
		default:
			after = append(after, word)
		}
	}
	return after
}

// BenchmarkParagraph is a proposal as a delegation tables it.
func BenchmarkParagraph(b *testing.B) { compare(b, paragraph, amended) }

// BenchmarkDocument is a text of 1 MB of which 5 % of the words are changed.
func BenchmarkDocument(b *testing.B) {
	r := rand.New(rand.NewPCG(6, 6))
	words := randomWords(r, 125_000)
	compare(b, strings.Join(words, " "), strings.Join(edited(r, words, 20), " "))
}

// BenchmarkUnrelated is two texts of 20,000 words that have nothing to do with
// each other.
func BenchmarkUnrelated(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 7))
	compare(b, strings.Join(randomWords(r, 20_000), " "), strings.Join(randomWords(r, 20_000), " "))
}

// BenchmarkScattered is 32,000 changes with a word or two between them, each of
// which could be folded.
func BenchmarkScattered(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 9))
	words := randomWords(r, 32_000)
	var before, after strings.Builder
	for i, word := range words {
		fmt.Fprintf(&before, "%s old%d of ", word, i%7)
		fmt.Fprintf(&after, "%s new%d of ", word, i%5)
	}
	compare(b, before.String(), after.String())
}

// compare measures Words, the floor below which nothing that looks at the words
// can come (to read both texts and number their tokens), and go-diff on the
// same tokens without anything of ours. It reports the ratios of this run, which
// say more than times do on a machine that others use, and the most that the heap
// held, garbage not yet collected with it.
func compare(b *testing.B, before, after string) {
	b.ReportAllocs()
	b.SetBytes(int64(len(before) + len(after)))
	reportPeak(b, func() {
		for b.Loop() {
			Words(before, after)
		}
	})
	// In turns, so that what else runs meanwhile slows both.
	rounds := 1 + min(b.N, int(time.Second/max(b.Elapsed()/time.Duration(b.N), 1)))/20
	var words, floor time.Duration
	for range 20 {
		words += measure(rounds, func() { Words(before, after) }) / 20
		floor += measure(rounds, func() {
			t := newTable()
			t.read(before)
			t.read(after)
		}) / 20
	}
	plain := measure(rounds, func() { PlainWords(before, after) })
	b.ReportMetric(float64(words)/float64(floor), "×floor")
	b.ReportMetric(float64(plain)/float64(floor), "go-diff×floor")
	b.ReportMetric(float64(plain)/float64(words), "go-diff×words")
}

func measure(rounds int, work func()) time.Duration {
	start := time.Now()
	for range rounds {
		work()
	}
	return time.Since(start) / time.Duration(rounds)
}
