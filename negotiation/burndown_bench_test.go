package negotiation

import (
	"fmt"
	"strings"
	"testing"
)

// hostileMeeting is one paragraph of 32 KB on which 500 proposals each change every
// fourth word.
func hostileMeeting(t testing.TB) *meeting {
	m := meet(t)
	words := strings.Fields(strings.Repeat("word ", MaxText/5-100))
	m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: strings.Join(words, " ")})
	m.must("system", AcceptProposal{Proposal: "1"})
	for i := range 500 {
		own := append([]string{}, words...)
		for j := i % 4; j < len(own); j += 4 {
			own[j] = fmt.Sprintf("w%d", i)
		}
		m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: strings.Join(own, " ")})
	}
	return m
}

// BenchmarkConsolidatedOfAHostileParagraph is what one document may cost at the worst.
func BenchmarkConsolidatedOfAHostileParagraph(b *testing.B) {
	v := hostileMeeting(b).office()
	for b.Loop() {
		if _, err := Compile(v, Consolidated); err != nil {
			b.Fatal(err)
		}
	}
}
