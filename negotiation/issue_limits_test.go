package negotiation

import (
	"fmt"
	"strings"
	"testing"
)

// TestAnIssueHasLimits gives a document with one thing of a form that no record or
// no page could keep.
func TestAnIssueHasLimits(t *testing.T) {
	file := func(format, sum string, bytes int) []IssuedFile {
		return []IssuedFile{{Format: format, SHA256: sum, Bytes: bytes}}
	}
	sum := strings.Repeat("0", 64)
	lines := func(n int) Cover { return Cover{Blocks: []CoverBlock{{Lines: make([]string, n)}}} }
	var many, twice []IssuedFile
	for n := range 21 {
		many = append(many, IssuedFile{Format: fmt.Sprint("f", n), SHA256: sum, Bytes: 1})
	}
	twice = append(file("md", sum, 1), file("md", sum, 2)...)
	for _, c := range []struct {
		name   string
		change func(i *Issue)
		code   Code
		field  string
	}{
		{"a long symbol", func(i *Issue) { i.Symbol = strings.Repeat("x", MaxName+1) }, TooLong, "symbol"},
		{"no file", func(i *Issue) { i.Files = nil }, Empty, "files"},
		{"too many files", func(i *Issue) { i.Files = many }, TooMany, "files"},
		{"a format twice", func(i *Issue) { i.Files = twice }, BadValue, "files"},
		{"a file of nothing", func(i *Issue) { i.Files = file("md", sum, 0) }, BadValue, "files"},
		{"a file of no format", func(i *Issue) { i.Files = file("", sum, 1) }, BadValue, "files"},
		{"a format that is none", func(i *Issue) { i.Files = file("m\x00d", sum, 1) }, BadValue, "files"},
		{"half a hash", func(i *Issue) { i.Files = file("md", sum[:32], 1) }, BadValue, "files"},
		{"a hash that is none", func(i *Issue) { i.Files = file("md", strings.Repeat("g", 64), 1) }, BadValue, "files"},
		{"a cover of many lines", func(i *Issue) { i.Cover = lines(198) }, TooMany, "cover"},
		{"a long line", func(i *Issue) { i.Cover.Title = strings.Repeat("x", 2*MaxTitle+1) }, TooLong, "cover"},
		{"a line without form", func(i *Issue) { i.Cover.Channel = "\u202e" }, BadText, "cover"},
	} {
		i := documentOf("c", FirstIssue, "")
		c.change(&i)
		received(t).wantRefusal(c.name, IssueCompilation{Issue: i}, c.code, c.field)
	}
	m := received(t)
	i := documentOf("c", FirstIssue, "")
	i.Files, i.Cover = many[:20], lines(197)
	m.must("system", IssueCompilation{Issue: i})
	for n := len(m.issued); n < MaxIssues; n++ {
		m.issued = append(m.issued, Issued{Issue: Issue{Symbol: fmt.Sprint("doc. ", n)}})
	}
	m.wantRefusal("too many documents", IssueCompilation{Issue: documentOf("d", FirstIssue, "")}, TooMany, "issues")
}

func TestASymbolIsGivenOnceHoweverItIsSpelled(t *testing.T) {
	m := received(t)
	m.must("system", IssueCompilation{Issue: documentOf("R/doc.1/17", FirstIssue, "")})
	m.must("system", IssueCompilation{Issue: documentOf("R/doc.1/17/Rev.1", RevisedIssue, "R/doc.1/17")})
	again := documentOf("R/doc.1/17 rev. 1", RevisedIssue, "R/doc.1/17")
	m.wantRefusal("rev. 1 again", IssueCompilation{Issue: again}, AlreadyExists, "symbol")
}
