package markdown_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

func TestWordsInBracketsOfOthersAreTheirProposals(t *testing.T) {
	tests := []struct{ name, src, outline, codes string }{
		{"inserted and deleted", "1. All [young – MEXICO] workers [old – delete: PERU] have rights.",
			"1 numbered All workers old have rights.\nMEXICO: [amend 1 \"All young workers old have rights.\"]\nPERU: [amend 1 \"All workers have rights.\"]\n", "1 attributed"},
		{"names before the words, and codes", "1. All workers [MEX: and employers] have rights [Chile, PER: at work].",
			"1 numbered All workers have rights.\nMEXICO: [amend 1 \"All workers and employers have rights.\"]\nChile+PERU: [amend 1 \"All workers have rights at work.\"]\n", "1 joint, 1 attributed"},
		{"one inside another", "1. All [young [and old – PERU] – MEXICO] workers.",
			"1 numbered All workers.\nMEXICO: [amend 1 \"All young workers.\"]\nPERU: [amend 1 \"All young and old workers.\"]\n", "1 attributed"},
		{"in items and headings", "A. WORK [AND LIFE – PERU]\n\n1. All of:\n\n- a. [young – PERU] workers;\n- b. employers.",
			"A heading WORK\n1 numbered All of:\n1.a lettered workers;\n1.b lettered employers.\nPERU: [amend A \"WORK AND LIFE\"]\nPERU: [amend 1.a \"young workers;\"]\n", "1 attributed, 5 attributed"},
		{"over several lines", "1. All workers [who live\nabroad – PERU] have\nrights.", "1 numbered All workers have rights.\nPERU: [amend 1 \"All workers who live abroad have rights.\"]\n", "1 attributed"},
		{"a remark", "1. All workers have rights [PERU: reserves its position].", "1 numbered All workers have rights.\nPERU: [comment 1 \"reserves its position\"]\n", "1 attributed, 1 no-match"},
		{"a whole paragraph", "1. One.\n\n2. [All workers have rights. – PERU]", "1 numbered One.\n2 numbered [All workers have rights. – PERU]\n", "3 attributed-paragraph"},
		{"a whole paragraph to be deleted", "1. One.\n\n2. [All workers have rights. – delete: PERU]", "1 numbered One.\n2 numbered All workers have rights.\nPERU: [delete 2]\n", "3 attributed"},
		{"beside a redline", "1. All workers [and employers – PERU] have rights.\n\nCHILE: All workers have **more** rights.",
			"1 numbered All workers have rights.\nPERU: [amend 1 \"All workers and employers have rights.\"]\nCHILE: [amend 1 \"All workers have more rights.\"]\n", "1 attributed"},
		{"nobody's", "1. All [young] workers [(and others)] have [shall: rights].", "1 numbered All [young] workers [(and others)] have [shall: rights].\n", ""},
		{"alternatives", "1. All [shall][should] work in [5] [7] years.\n\nOption 1: All rest.\n\nOpción B – Nobody rests.",
			"1 numbered All [shall][should] work in [5] [7] years.\npar1 plain Option 1: All rest.\npar2 plain Opción B – Nobody rests.\n", "1 alternatives, 1 alternatives, 3 option, 5 option"},
		{"without a partner", "1. All [young workers.\n\n2. All young] workers.", "1 numbered All [young workers.\n2 numbered All young] workers.\n", "1 unbalanced-bracket, 3 unbalanced-bracket"},
		{"behind a backslash", "1. \\All workers [and employers – PERU] have rights.", "1 numbered All workers [and employers – PERU] have rights.\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.src)
			if diff := cmp.Diff(outline(d), test.outline); diff != "" {
				t.Errorf("outline of %q (-got +want):\n%s", test.src, diff)
			}
			if got := codes(d); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
			for _, p := range d.Proposals {
				if len(p.Received.Doubts) > 0 || !strings.Contains(test.src, p.Received.Verbatim) {
					t.Errorf("%s on %q has the doubts %v and the passage %q", p.Delegation, test.src, p.Received.Doubts, p.Received.Verbatim)
				}
			}
			printed := write(t, formattest.Import(t, d).Compile(negotiation.Comments))
			if diff := cmp.Diff(sortedLines(outline(read(t, printed))), sortedLines(test.outline)); diff != "" {
				t.Errorf("%q is printed as\n%s, which is read otherwise (-second +first):\n%s", test.src, printed, diff)
			}
		})
	}
}

// sortedLines are the lines of a text without their order: a compilation has one of
// its own for proposals.
func sortedLines(text string) []string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return lines
}

// Reading a paragraph anew for each of those whose brackets it holds takes time: there
// is an end to it, and it is said.
func TestBracketsOfTooManyStayInTheDraft(t *testing.T) {
	var names []string
	for i := range negotiation.MaxSponsors {
		names = append(names, fmt.Sprintf("[x – NAME %c%c]", 'A'+i/26, 'A'+i%26))
	}
	answers := map[string]bool{}
	for i := range negotiation.MaxSponsors {
		answers[fmt.Sprintf("NAME %c%c", 'A'+i/26, 'A'+i%26)] = true
	}
	words := strings.Join(names, " ") + strings.Repeat(" word", 5000)
	d := readWith(t, strings.Repeat("1. "+words+"\n\n", 20), negotiation.ReadOptions{Names: answers})
	left := 0
	for _, p := range d.Paragraphs {
		if strings.Contains(p.Text, "[") {
			left++
		}
	}
	if left == 0 || left == len(d.Paragraphs) || !strings.Contains(codes(d), "many-attributions") {
		t.Errorf("of %d paragraphs %d keep their brackets, with the notices %.200q", len(d.Paragraphs), left, codes(d))
	}
}
