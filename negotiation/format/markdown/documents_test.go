package markdown_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

// The documents in testdata/documents/other are of other houses than the Forum's.
// Beside each stands what a secretary expects to be told of it, written by hand
// before there was a reader of it. A line of such a file says, in this order:
//
//	title TEXT                  what the cover says; left out where nobody cares
//	symbol TEXT
//	units N                     paragraphs, without headings
//	headings N
//	para ADDRESS KIND WORDS     each paragraph and heading in order, by its first words
//	question NAME HOW line N times N
//	                            a name that is asked about; HOW it was read this
//	                            time: text or delegation
//	parties NAME; NAME          in the order they come; capitals do not matter, and
//	                            each is spelled in one way below
//	proposals N
//	proposal LINE NAME + NAME   by whom; "confirm" behind it: has two readings;
//	                            "unplaced": on a paragraph that there is not
//	  KIND ADDRESS "TEXT"       each of its changes with its whole text, "-" for the
//	                            whole draft; none for a deletion
//	  insert ADDRESS KIND "TEXT"
//	  amend ADDRESS literal "TEXT"
//	  amend ADDRESS probable "TEXT"
//	notice CODE LINE            a notice that must be there; others may be
//	notice CODE                 the same, on any line
//	absent CODE                 there is none such
//	# ...                       a remark of whoever wrote it
//
// Texts are quoted as in Go.

func TestDocumentsOfOtherHousesAreReadAsASecretaryWould(t *testing.T) {
	for _, file := range otherDocuments(t) {
		t.Run(file, func(t *testing.T) {
			d, want := readOther(t, file), expected(t, file)
			if diff := unlike(told(d, want), want); diff != "" {
				t.Errorf("%s is read otherwise (-got +want):\n%s", file, diff)
			}
			for _, p := range d.Proposals {
				if said := p.Received.Unplaced; !strings.Contains(p.Received.Verbatim, said) {
					t.Errorf("%s, line %d: the paragraph %q is not in the passage %q", file, p.Received.Line, said, p.Received.Verbatim)
				}
			}
		})
	}
}

// readOther reads a document as it came, with its name.
func readOther(t testing.TB, file string) negotiation.Draft {
	t.Helper()
	d, err := markdown.Read(file, otherDocument(t, file), negotiation.ReadOptions{})
	if err != nil {
		t.Fatalf("Read(%s): %v", file, err)
	}
	return d
}

// Whoever adds a document writes down what is expected of it, and the other way round.
func TestDocumentsOfOtherHousesHaveTheirReports(t *testing.T) {
	for _, file := range otherDocuments(t) {
		if len(expected(t, file)) == 0 {
			t.Errorf("%s: nothing is expected of it", file)
		}
	}
}

// unlike shows the lines that only one of two reports has, those of got behind a
// minus, and what stands before them.
func unlike(got, want []string) string {
	// longest[i][j] is how many lines got[i:] and want[j:] have in common.
	longest := make([][]int, len(got)+1)
	for i := range longest {
		longest[i] = make([]int, len(want)+1)
	}
	for i := len(got) - 1; i >= 0; i-- {
		for j := len(want) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if got[i] == want[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			}
		}
	}
	var b strings.Builder
	said := -1 // the line of got that was shown last
	i, j := 0, 0
	show := func(sign, line string) {
		if said < i-1 {
			fmt.Fprintf(&b, "  %s\n", got[i-1])
		}
		said = i
		fmt.Fprintf(&b, "%s %s\n", sign, line)
	}
	for i < len(got) || j < len(want) {
		switch {
		case i < len(got) && j < len(want) && got[i] == want[j]:
			i, j = i+1, j+1
		case j == len(want) || i < len(got) && longest[i+1][j] >= longest[i][j+1]:
			show("-", got[i])
			i++
		default:
			show("+", want[j])
			j++
		}
	}
	return b.String()
}

// otherDocuments are the names of all documents, without amendments to another.
func otherDocuments(t testing.TB) []string {
	t.Helper()
	entries, err := os.ReadDir(formattest.Document("other"))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		if name := e.Name(); name != "README.md" && !strings.HasSuffix(name, ".want") && !strings.Contains(name, "-amendments") {
			files = append(files, name)
		}
	}
	return files
}

func otherDocument(t testing.TB, file string) []byte {
	t.Helper()
	src, err := os.ReadFile(formattest.Document("other/" + file))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// expected are the lines of the report that was written for a document.
func expected(t testing.TB, file string) []string {
	t.Helper()
	name, _, _ := strings.Cut(file, ".")
	var lines []string
	for line := range strings.Lines(string(otherDocument(t, name+".want"))) {
		if line = strings.TrimRight(line, " \n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// told writes a draft in the lines of a report: all that it holds, but of the
// notices and the cover only what is asked for.
func told(d negotiation.Draft, want []string) []string {
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	asked := func(word string) [][]string { return fieldsAfter(want, word) }
	if len(asked("title")) > 0 {
		add("title %s", d.Cover.Title)
	}
	if len(asked("symbol")) > 0 {
		add("symbol %s", d.Cover.Symbol)
	}
	r := negotiation.NewReport("n1", d)
	if len(asked("units")) > 0 {
		add("units %d", r.Paragraphs)
		add("headings %d", r.Headings)
	}
	addresses := negotiation.Addresses(d.Paragraphs)
	for _, p := range d.Paragraphs {
		add("para %s %s %s", addresses[p.ID], p.Kind, firstWords(p.Text, addresses[p.ID], asked("para")))
	}
	for _, q := range d.Questions {
		how := map[bool]string{false: "text", true: "delegation"}[q.Delegation]
		add("question %s %s line %d times %d", q.Name, how, q.Line, q.Times)
	}
	if len(asked("parties")) > 0 {
		add("%s", strings.TrimSpace("parties "+strings.Join(inWordsOf(want, partyNames(d.Parties)), "; ")))
	}
	add("proposals %d", len(d.Proposals))
	for _, p := range d.Proposals {
		lines = append(lines, toldProposal(p, addresses, want)...)
	}
	return append(lines, toldNotices(d.Notices, want)...)
}

// fieldsAfter are the words of the lines that begin with word, without it.
func fieldsAfter(lines []string, word string) [][]string {
	var all [][]string
	for _, line := range lines {
		if fields := strings.Fields(line); fields[0] == word {
			all = append(all, fields[1:])
		}
	}
	return all
}

// firstWords is as much of a text as the report has of the paragraph at an address.
func firstWords(text, address string, paras [][]string) string {
	most := 5
	for _, fields := range paras {
		if fields[0] == address {
			most = len(fields) - 2
		}
	}
	words := strings.Fields(text)
	return strings.Join(words[:min(len(words), most)], " ")
}

func partyNames(parties []negotiation.Party) []string {
	var names []string
	for _, p := range parties {
		names = append(names, string(p.Name))
	}
	return names
}

// inWordsOf gives names as the report spells them first, where it differs in capitals
// only: nothing is said there about how names are printed.
func inWordsOf(want, names []string) []string {
	var list []string
	for _, line := range want {
		if rest, ok := strings.CutPrefix(line, "parties "); ok {
			list = strings.Split(rest, "; ")
		}
	}
	spelled := slices.Clone(names)
	for i, name := range names {
		if at := slices.IndexFunc(list, func(s string) bool { return strings.EqualFold(s, name) }); at >= 0 {
			spelled[i] = list[at]
		}
	}
	return spelled
}

func toldProposal(p negotiation.Proposal, addresses map[negotiation.ParagraphID]string, want []string) []string {
	var authors []string
	for _, name := range p.Authors() {
		authors = append(authors, string(name))
	}
	head := fmt.Sprintf("proposal %d %s", p.Received.Line, strings.Join(inWordsOf(want, authors), " + "))
	if len(p.Received.Doubts) > 0 {
		head += " confirm"
	}
	if p.Received.Unplaced != "" {
		head += " unplaced"
	}
	lines := []string{head}
	for i, c := range p.Changes {
		lines = append(lines, toldChange(p, i, c, addresses)...)
	}
	if p.Reason != "" {
		lines = append(lines, fmt.Sprintf("  reason %q", p.Reason))
	}
	return lines
}

func toldChange(p negotiation.Proposal, i int, c negotiation.Change, addresses map[negotiation.ParagraphID]string) []string {
	on := string(c.Kind) + " " + addresses[c.Paragraph]
	switch {
	case c.Paragraph == "":
		on += "-"
	case c.Kind == negotiation.Insert:
		on += " " + string(c.As)
	case c.Kind == negotiation.Move:
		on += " after " + addresses[c.After]
	}
	for _, doubt := range p.Received.Doubts {
		if doubt.Change == i {
			return []string{fmt.Sprintf("  %s literal %s", on, quoted(doubt.Literal)), fmt.Sprintf("  %s probable %s", on, quoted(doubt.Probable))}
		}
	}
	if c.Text == "" {
		return []string{"  " + on}
	}
	return []string{"  " + on + " " + quoted(c.Text)}
}

// quoted is a text as the reports have it: no-break spaces and the like are seen.
func quoted(s string) string { return fmt.Sprintf("%q", s) }

// toldNotices says of each notice that is asked for whether it is there.
func toldNotices(notices []negotiation.Notice, want []string) []string {
	var lines []string
	for _, line := range want {
		fields := strings.Fields(line)
		if fields[0] != "notice" && fields[0] != "absent" {
			continue
		}
		at := slices.IndexFunc(notices, func(n negotiation.Notice) bool {
			return n.Code == fields[1] && (len(fields) < 3 || fmt.Sprint(n.Line) == fields[2])
		})
		switch {
		case fields[0] == "notice" && at >= 0, fields[0] == "absent" && at < 0:
			lines = append(lines, line)
		case fields[0] == "absent":
			lines = append(lines, fmt.Sprintf("notice %s %d: %s", fields[1], notices[at].Line, notices[at].Text))
		}
	}
	return lines
}
