package negotiation

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// WriteText writes the report for people: what was found in one line, and then
// the notices by line. Its error is that of w.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	b.WriteString(r.Summary() + "\n")
	for _, n := range r.Notices {
		fmt.Fprintf(&b, "line %d: %s: %s (%s)\n", n.Line, n.Severity, n.Text, n.Code)
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// Summary says in one line what was found: "72 units, 7 headings, 34 proposals
// (MEXICO 26, CEATAL 4), ...".
func (r Report) Summary() string {
	parts := []string{counted(r.Paragraphs, "unit"), counted(r.Headings, "heading"), counted(len(r.Proposals), "proposal")}
	if by := r.byDelegation(); by != "" {
		parts[2] += " (" + by + ")"
	}
	unsure := 0
	for _, p := range r.Proposals {
		if p.NeedsConfirmation {
			unsure++
		}
	}
	if len(r.Requests) > 0 {
		parts = append(parts, counted(len(r.Requests), "request"))
	}
	if unsure > 0 {
		parts = append(parts, counted(unsure, "proposal")+" to confirm")
	}
	for _, c := range []struct{ code, one, several string }{
		{"new-item", "new item", "new items"},
		{"no-marks", "proposal without marks", "proposals without marks"},
		{"joined", "split joined", "splits joined"},
		{"empty-bullet", "empty bullet", "empty bullets"},
		{"placeholder", "placeholder in the draft", "placeholders in the draft"},
	} {
		switch n := r.count(c.code); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+c.one)
		default:
			parts = append(parts, strconv.Itoa(n)+" "+c.several)
		}
	}
	return strings.Join(parts, ", ")
}

// byDelegation counts proposals by delegation, most first, then by name.
func (r Report) byDelegation() string {
	counts := map[Delegation]int{}
	for _, p := range r.Proposals {
		counts[p.Delegation]++
	}
	var names []Delegation
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b Delegation) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(string(a), string(b))
	})
	var parts []string
	for _, name := range names {
		parts = append(parts, fmt.Sprintf("%s %d", name, counts[name]))
	}
	return strings.Join(parts, ", ")
}

func (r Report) count(code string) int {
	n := 0
	for _, notice := range r.Notices {
		if notice.Code == code {
			n++
		}
	}
	return n
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
