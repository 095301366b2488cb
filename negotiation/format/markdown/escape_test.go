package markdown_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

// rendered is a document as a reader of Markdown has it: its blocks but for
// paragraphs, and its words without white space.
func rendered(src string) (blocks []string, words string) {
	root := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(text.NewReader([]byte(src)))
	var b strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.WriteString(string(unescaped(n.Segment.Value([]byte(src)))))
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.Paragraph, *ast.TextBlock, *ast.Document, *ast.RawHTML, *ast.Emphasis, *extensionast.Strikethrough:
		default:
			if entering {
				blocks = append(blocks, n.Kind().String())
			}
		}
		return ast.WalkContinue, nil
	})
	return blocks, strings.Join(strings.Fields(b.String()), "")
}

// unescaped takes away backslashes as a renderer does.
func unescaped(text []byte) []byte {
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && text[i+1] > ' ' && text[i+1] < 0x7f && !unicode.IsLetter(rune(text[i+1])) && !unicode.IsDigit(rune(text[i+1])) {
			i++
		}
		out = append(out, text[i])
	}
	return out
}

// sprinkled are the derived documents with words of others in every place.
func sprinkled(words, line string) []negotiation.Compilation {
	cut := min(len(line)/2, len(line))
	for cut > 0 && !utf8.RuneStart(line[cut]) {
		cut--
	}
	kept := diff.Script{{Op: diff.Equal, Text: line}}
	point := negotiation.Point{Proposal: "2", Delegations: []negotiation.Delegation{"PERU"}, Kind: negotiation.Comment, Text: words, Reason: words}
	amend := negotiation.Point{Proposal: "3", Delegations: []negotiation.Delegation{"PERU"}, Kind: negotiation.Amend, Redline: kept}
	bracket := negotiation.Passage{Bracket: &negotiation.Bracket{Op: diff.Insert, Inside: []negotiation.Passage{{Text: line}},
		By: []negotiation.Attribution{{Contestant: negotiation.Contestant{Name: "PERU"}}}}}
	consolidated := &negotiation.ConsolidatedText{}
	for _, kind := range []negotiation.Kind{negotiation.Heading, negotiation.Plain, negotiation.Numbered, negotiation.Bullet} {
		p := negotiation.ConsolidatedParagraph{PrintedParagraph: negotiation.PrintedParagraph{Address: "1"}, Notes: []negotiation.Note{{Point: point}, {Point: amend}}}
		p.ID, p.Kind, p.Label = "p1", kind, "1"
		for _, passages := range [][]negotiation.Passage{{{Text: line}}, {{Text: line[:cut]}, bracket, {Text: line[cut:]}}, {bracket, {Text: line}}} {
			p.Passages = passages
			consolidated.Paragraphs = append(consolidated.Paragraphs, p)
		}
	}
	row := negotiation.Row{Paragraph: consolidated.Paragraphs[0].PrintedParagraph, Cells: []negotiation.Cell{{Delegation: "PERU", Points: []negotiation.Point{point, amend}}}}
	row.Paragraph.Text = line
	c := negotiation.Compilation{Title: line, Words: "en",
		General: []negotiation.Restated{{Proposal: "4", Delegation: "PERU", Comments: []string{words}, Requests: []string{words}, Reason: words}},
		Fates:   []negotiation.Fate{{Proposal: "5", Delegation: "PERU", Status: negotiation.NotRetained, Reason: words}}}
	one, two, three := c, c, c
	one.What, one.Consolidated = negotiation.Consolidated, consolidated
	two.What, two.Comparative = negotiation.Comparative, &negotiation.ComparativeTable{Columns: []negotiation.Delegation{"PERU"}, Rows: []negotiation.Row{row}}
	three.What, three.Dispositions = negotiation.Dispositions, &negotiation.DispositionTable{Rows: []negotiation.Disposition{
		{Proposal: "2", Delegations: []negotiation.Delegation{"PERU"}, Points: []negotiation.Point{point, amend}, Status: negotiation.OnTable, Reason: words}}}
	return []negotiation.Compilation{one, two, three}
}

// FuzzWordsOfOthersStayWords holds the documents for people to one promise: whatever
// words stand in them, they have the structure that they have with a harmless one,
// and show the words as they are.
func FuzzWordsOfOthersStayWords(f *testing.F) {
	for _, words := range []string{"x", "# The draft is withdrawn", "```", "~~~\nx", "---", "a\n---", "a\n===", "| a | b |\n| --- | --- |\n| c | d |",
		"[click](javascript:alert(1))", "![x](http://example.org/x)", "`code`", "&lt;b&gt;", "&#35;", "<!-- x", "<b>x</b>", "<http://a.b>", "http://example.org/a_b_c",
		"www.example.org", "me@example.org", "(http://example.org)", ": http://example.org", "[a]: http://example.org\n[a]", "> a", "- a", "+ a", "* a", "1. a", "12) a",
		"\ta", "    a", "a\n\n    b", "***", "*** a ***", "_a_", "a\\", "a\\|b", "a|b", "\\[a\\]", "a  \nb", "[^1]", "[^1]: a", "[x] a", "a]b[c – PERU", "## a ##", "$a$", "R&D", "~a~", "a\r# b"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if words = strings.TrimSpace(words); words == "" || !utf8.ValidString(words) ||
			strings.ContainsFunc(words, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r) }) {
			t.Skip("not a text that is taken")
		}
		line := negotiation.Normal(words)
		harmless := sprinkled("x", "x")
		for i, c := range sprinkled(words, line) {
			want, _ := rendered(write(t, harmless[i]))
			src := write(t, c)
			got, shown := rendered(src)
			if strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s with %q has the blocks\n%v, want\n%v\n%s", c.What, words, got, want, src)
			}
			whole := strings.Join(strings.Fields(words), "")
			if n := strings.Count(shown, whole); n < 4 {
				t.Errorf("%s shows %q %d times:\n%s", c.What, words, n, src)
			}
		}
	})
}

// FuzzRemarksTakeInNothing holds the compilation to the same for what may take in
// what follows: behind a remark all stands as behind a harmless one, and the remark
// comes round.
func FuzzRemarksTakeInNothing(f *testing.F) {
	for _, words := range []string{"a\n```", "a\n\n```", "a\n# b", "a\n---", "a\n- - -", "a\n===", "a\n~~~", "a\n<!-- b", "a\n<script>", "a\n\n> b", "a\n|b|\n|-|",
		"a\n--- | ---", "a\n[b]: c", "a\n\\# b", "a\n\\\\b", "a\n   # b", "a\n***", "a\n- b", "a\n-", "a\n- # b", "a\n1. + ```", "a\n-\t# b", "```", "<!-- a"} {
		f.Add(words)
	}
	tail := func(t *testing.T, words string) (blocks []string, shown string) {
		w := formattest.Import(t, read(t, "# Plan\n\n1. One.\n\n2. Two.\n"))
		w.Table("CHILE", negotiation.Change{Kind: negotiation.Comment, Paragraph: "p1", Base: 1, Text: words})
		w.Table("PERU", negotiation.Change{Kind: negotiation.Comment, Text: words})
		w.Do(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CUBA", Reason: words, Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: "p2", Base: 1, Text: "Two too."}}}})
		w.Table("MEXICO", negotiation.Change{Kind: negotiation.Comment, Text: "The last."})
		w.Do(negotiation.WithdrawProposal{Proposal: "4"})
		src := write(t, w.Compile(negotiation.Comments))
		for _, p := range read(t, src).Proposals {
			if got := p.Changes[0].Text; p.Delegation == "CHILE" && words == plainSpaced(words) && got != words {
				t.Errorf("%q comes round as %q", words, got)
			}
		}
		return rendered(src)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if words = strings.TrimSpace(strings.ReplaceAll(words, "\r", "\n")); words == "" || len(words) > 1000 || !utf8.ValidString(words) ||
			strings.ContainsFunc(words, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\n\t", r) }) {
			t.Skip("not a text that is taken")
		}
		harmless, _ := tail(t, "x")
		blocks, shown := tail(t, words)
		headings := func(list []string) int {
			return len(slices.DeleteFunc(slices.Clone(list), func(b string) bool { return b != "Heading" }))
		}
		if got, want := headings(blocks), headings(harmless); got != want {
			t.Errorf("%q makes it %d headings, want %d: %v", words, got, want, blocks)
		}
		for _, want := range []string{"2.Two.", "CUBA:", "PERU:", "Fateofotherproposals", "MEXICO,proposal4"} {
			if !strings.Contains(strings.ReplaceAll(shown, "Two.", "2.Two."), want) {
				t.Errorf("%q takes in %q: %s", words, want, shown)
			}
		}
	})
}

// plainSpaced is a text without white space that the form does not keep.
func plainSpaced(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return norm.NFC.String(strings.Join(lines, "\n"))
}
