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

// extraItem is the code of notices about what stands behind a proposal and is no
// redline: a new item without a mark, a request for words.
const extraItem = "extra-item"

// Summary says in one line what was found: "72 units, 7 headings, 34 proposals
// (MEXICO 26, CEATAL 4), ...". What was not found is left out.
func (r Report) Summary() string {
	var parts []string
	add := func(n int, one, several string) {
		if n > 0 {
			parts = append(parts, counted(n, one, several))
		}
	}
	add(r.Paragraphs, "unit", "units")
	add(r.Headings, "heading", "headings")
	if by := r.byDelegation(); by != "" {
		parts = append(parts, counted(len(r.Proposals), "proposal", "proposals")+" ("+by+")")
	}
	whose := r.extraItems()
	add(r.count(extraItem), "extra "+whose+"item", "extra "+whose+"items")
	if runs, unconfirmed := r.doubts(); runs > 0 {
		parts = append(parts, counted(runs, "merged run", "merged runs")+" in "+counted(unconfirmed, "proposal", "proposals")+" to confirm")
	} else {
		add(unconfirmed, "proposal to confirm", "proposals to confirm")
	}
	for _, c := range []struct{ code, one, several string }{
		{"no-marks", "proposal without marks", "proposals without marks"},
		{"joined", "split joined", "splits joined"},
		{"empty-bullet", "empty bullet", "empty bullets"},
		{"placeholder", "placeholder in the draft", "placeholders in the draft"},
		{"new-item", "new item", "new items"},
		{"instruction", "instruction carried out", "instructions carried out"},
		{"request", "request", "requests"},
	} {
		add(r.count(c.code), c.one, c.several)
	}
	add(len(r.Unplaced), "proposal to place", "proposals to place")
	add(len(r.Questions), "name to ask about", "names to ask about")
	return strings.Join(parts, ", ")
}

// doubts counts the merged runs, and the proposals that need to be confirmed.
func (r Report) doubts() (runs, unconfirmed int) {
	for _, p := range r.Proposals {
		runs += p.MergedRuns
		if p.NeedsConfirmation {
			unconfirmed++
		}
	}
	return runs, unconfirmed
}

// extraItems names the delegation whose all extra items are, if it is one.
func (r Report) extraItems() string {
	var whose Delegation
	for _, p := range r.Proposals {
		switch {
		case p.ExtraItems == 0:
		case whose == "" || whose == p.Delegation:
			whose = p.Delegation
		default:
			return ""
		}
	}
	if whose == "" {
		return ""
	}
	return string(whose) + " "
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

// count tells how many notices of a code there are, with those that were left out.
func (r Report) count(code string) int {
	n := 0
	for _, notice := range r.Notices {
		if notice.Code == code {
			n += 1 + notice.More
		}
	}
	return n
}

func counted(n int, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + several
}
