package diff

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// fusedParagraph is amended with its marks fused in part.
const fusedParagraph = `To urge **all** Member States to strengthen the **social** dialogue among Ministries of Labor, ` +
	`**workers’ and employers’ organizations workers and employers** on the future of work, ~~giving particular special~~ attention to ` +
	`persons in vulnerable situations, and to adopt ~~policies measures~~ that foster decent work, ~~equality~~ and inclusion.`

func BenchmarkRepairParagraph(b *testing.B) { repairBeside(b, paragraph, fusedParagraph) }

// BenchmarkRepairLargest is a paragraph that just fits the table, and of which
// nothing can be matched beforehand.
func BenchmarkRepairLargest(b *testing.B) {
	r := rand.New(rand.NewPCG(31, 31))
	words := randomWords(r, 440)
	typed := edited(r, words, 20)
	repairBeside(b, strings.Join(words, " "), "**first** "+strings.Join(typed, " ")+" ~~last~~")
}

// BenchmarkRepairDocument is a text of 1 MB in one piece, of which 5 % of the
// words are changed without a mark and others have false ones.
func BenchmarkRepairDocument(b *testing.B) {
	r := rand.New(rand.NewPCG(32, 32))
	words := randomWords(r, 125_000)
	typed := edited(r, words, 20)
	for x := 0; x < len(typed); x += 50 {
		typed[x] = "**new " + typed[x] + "**"
	}
	repairBeside(b, strings.Join(words, " "), strings.Join(typed, " "))
}

// repairBeside measures Repair, and Words on the text before and the one that
// comes out, in the same run: the ratio says more than times do on a machine that
// others use.
func repairBeside(b *testing.B, before, typed string) {
	b.ReportAllocs()
	b.SetBytes(int64(len(before) + len(typed)))
	marked := ReadMarks(typed)
	after := Repair(before, marked).Text
	for b.Loop() {
		Repair(before, marked)
	}
	rounds := 1 + min(b.N, int(time.Second/max(b.Elapsed()/time.Duration(b.N), 1)))/20
	var repair, words time.Duration
	for range 20 {
		repair += measure(rounds, func() { Repair(before, marked) }) / 20
		words += measure(rounds, func() { Words(before, after) }) / 20
	}
	b.ReportMetric(float64(repair)/float64(words), "×Words")
}
