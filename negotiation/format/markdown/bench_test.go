package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

// many is a compilation of n paragraphs, each with a proposal of a kind: fused runs,
// a plain redline, no marks, words that are like nothing, an instruction, a deletion.
func many(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		number := i % 1000
		if i%1000 == 0 {
			number = 1000
		}
		fmt.Fprintf(&b, "%d. The States of group %d will strengthen topic%d and the inspection of site%d in rural areas, with due regard to paragraph %d.\n\n", number, i/1000, i, i*7, number)
		switch i % 6 {
		case 0:
			fmt.Fprintf(&b, "MEXICO: The States of group %d will **expand strengthen** topic%d and the inspection of site%d in rural areas, with due regard to paragraph %d.\n\n", i/1000, i, i*7, number)
		case 1:
			fmt.Fprintf(&b, "PERU: The States of group %d **also** will strengthen topic%d and the inspection of site%d in rural areas, with due regard to paragraph %d.\n\n", i/1000, i, i*7, number)
		case 2:
			fmt.Fprintf(&b, "CHILE: The States of group %d will not strengthen topic%d and the inspection of site%d in rural areas, with due regard to paragraph %d.\n\n", i/1000, i, i*7, number)
		case 3:
			fmt.Fprintf(&b, "CUBA: Nothing **of** this kind, word%d and ~~word%d~~ and others.\n\n", i, i*3)
		case 4:
			fmt.Fprintf(&b, "BRAZIL: Replace \"strengthen\" by \"support\".\n\n")
		case 5:
			fmt.Fprintf(&b, "PANAMA: ~~The States of group %d will strengthen topic%d and the inspection of site%d in rural areas, with due regard to paragraph %d.~~\n\n", i/1000, i, i*7, number)
		}
	}
	return b.String()
}

func BenchmarkReadManyProposals(b *testing.B) {
	for _, n := range []int{1000, 5000, 20000} {
		src := []byte(many(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if _, err := markdown.Read("many.txt", src, negotiation.ReadOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkReadManyAmendments(b *testing.B) {
	for _, n := range []int{1000, 5000, 18000} {
		var draft, src strings.Builder
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&draft, "- The States of group %d will strengthen topic%d and the inspection of site%d in rural areas;\n", i%7, i, i*7)
			fmt.Fprintf(&src, "- The States of group %d will strengthen topic%d **further** and the inspection of site%d in rural areas;\n\n", i%7, i, i*7)
		}
		base := against(read(b, "1. The States:\n\n"+draft.String()), "PERU")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(src.Len()))
			for b.Loop() {
				d, err := markdown.ReadProposals("many.txt", []byte(src.String()), base, negotiation.ReadOptions{})
				if err != nil || len(d.Proposals) != n {
					b.Fatalf("%d proposals, %v", len(d.Proposals), err)
				}
			}
		})
	}
}
