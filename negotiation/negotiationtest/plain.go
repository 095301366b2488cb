package negotiationtest

import (
	"fmt"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// Plain writes a compilation as plain lines, for people who read tests. It is
// no format of the house and knows none.
func Plain(c negotiation.Compilation) string {
	var b strings.Builder
	for _, block := range c.Blocks {
		if p := block.Paragraph; p != nil {
			writeParagraph(&b, *p)
		}
		if r := block.Restated; r != nil {
			writeRestated(&b, *r)
		}
	}
	for _, r := range c.General {
		b.WriteString("general\n")
		writeRestated(&b, r)
	}
	for _, f := range c.Fates {
		fmt.Fprintf(&b, "fate of %s %s", f.Proposal, f.Delegation)
		writeNonEmpty(&b, " on ", f.Address)
		fmt.Fprintf(&b, ": %s", f.Status)
		writeNonEmpty(&b, " by ", string(f.By))
		writeNonEmpty(&b, ", because ", f.Reason)
		b.WriteString("\n")
	}
	if len(c.States)+len(c.Bodies) > 0 {
		fmt.Fprintf(&b, "from %s", join(c.States))
		writeNonEmpty(&b, ", bodies ", join(c.Bodies))
		b.WriteString("\n")
	}
	return b.String()
}

func writeNonEmpty(b *strings.Builder, before, s string) {
	if s != "" {
		b.WriteString(before + s)
	}
}

func writeParagraph(b *strings.Builder, p negotiation.PrintedParagraph) {
	fmt.Fprintf(b, "%s | %s", p.Address, p.Text)
	if p.Deleted {
		b.WriteString(" (deleted)")
	}
	b.WriteString("\n")
}

func writeRestated(b *strings.Builder, r negotiation.Restated) {
	fmt.Fprintf(b, "    %s %s", r.Proposal, r.Delegation)
	writeNonEmpty(b, " with ", join(r.Sponsors))
	writeNonEmpty(b, " on ", r.Address)
	if r.Late {
		b.WriteString(", late")
	}
	if r.Unconfirmed {
		b.WriteString(", reading not confirmed")
	}
	writeNonEmpty(b, ", because ", r.Reason)
	b.WriteString("\n")
	for _, l := range r.Lines {
		writeLine(b, l)
	}
	for _, text := range r.Requests {
		fmt.Fprintf(b, "        request: %s\n", text)
	}
	for _, text := range r.Comments {
		fmt.Fprintf(b, "        comment: %s\n", text)
	}
}

func writeLine(b *strings.Builder, l negotiation.Line) {
	b.WriteString("        ")
	switch l.Change {
	case "":
		fmt.Fprintf(b, "%s stays", l.Address)
	case negotiation.Insert:
		fmt.Fprintf(b, "insert %s after %s", l.Kind, l.After)
	case negotiation.Move:
		fmt.Fprintf(b, "move %s@%d after %s", l.Address, l.Base, l.After)
	default:
		fmt.Fprintf(b, "%s %s@%d", l.Change, l.Address, l.Base)
	}
	if len(l.Typed) > 0 {
		fmt.Fprintf(b, ": as marked: %s\n", asMarked(l.Typed))
		return
	}
	fmt.Fprintf(b, ": %s\n", diff.Marked(l.Redline))
}

// asMarked writes a passage with its marks as they came, whatever they give.
func asMarked(spans []diff.Span) string {
	var b strings.Builder
	for _, s := range spans {
		mark := map[diff.Op]string{diff.Delete: "~~", diff.Insert: "**"}[s.Op]
		b.WriteString(mark + s.Text + mark)
	}
	return b.String()
}
