package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// contested is a paragraph of 59 tokens.
const contested = `Continue working toward a comprehensive approach to labor migration, involving actions by Ministries of Labor, ` +
	`immigration authorities, social security institutions, and workers' and employers' organizations, and bolster the ability of ` +
	`labor inspection to cater for migrant workers and their families, in line with the standards ` +
	`that all Member States ratified.`

// BenchmarkMerge is all that a page shows of several proposals on one paragraph.
func BenchmarkMerge(b *testing.B) {
	for _, parties := range []int{2, 30, 100} {
		b.Run(fmt.Sprint(parties), func(b *testing.B) { benchmarkMerge(b, parties) })
	}
}

func benchmarkMerge(b *testing.B, n int) {
	r := rand.New(rand.NewPCG(8, 8))
	parties := make([]Party, n)
	for p := range parties {
		parties[p] = Party{Name: fmt.Sprint("P", p), Text: strings.Join(edited(r, strings.Fields(contested), 8), " ")}
	}
	b.ReportAllocs()
	for b.Loop() {
		m, err := Merge(contested, parties)
		if err != nil {
			b.Fatal(err)
		}
		m.Relations()
		m.Compatible()
		m.Bracketed(nil)
		m.Apply(m.ClashFree(nil), nil)
	}
	m, _ := Merge(contested, parties)
	b.ReportMetric(float64(m.base.len()), "tokens")
	b.ReportMetric(float64(len(m.rows)), "edits")
	b.ReportMetric(float64(len(m.Relations())), "relations")
}

// BenchmarkRebase carries a proposal to a text in which other words changed.
func BenchmarkRebase(b *testing.B) {
	script := Words(paragraph, amended)
	onto := strings.Replace(paragraph, "inclusion", "social inclusion", 1)
	b.ReportAllocs()
	for b.Loop() {
		Rebase(script, onto)
	}
}

// BenchmarkMergeHostile is as many texts as are compared, each as long as a
// paragraph may be, made to be slow.
func BenchmarkMergeHostile(b *testing.B) {
	r := rand.New(rand.NewPCG(8, 8))
	base := strings.Fields(letters(r, paragraphLimit/2, 26))
	for _, h := range []struct {
		name string
		text func() []string
	}{
		{"unrelated", func() []string { return strings.Fields(letters(r, paragraphLimit, 26)) }},
		{"every third word changed", func() []string { return edited(r, base, 3) }},
	} {
		b.Run(h.name, func(b *testing.B) {
			parties := make([]Party, MaxParties)
			for p := range parties {
				parties[p] = Party{Name: fmt.Sprint("P", p), Text: strings.Join(h.text(), " ")}
			}
			reportPeak(b, func() {
				for b.Loop() {
					if _, err := Merge(strings.Join(base, " "), parties); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
