package markdown

import (
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// restated writes a proposal: its first line behind the name, its list, and
// what else it holds.
func (p *printer) restated(r negotiation.Restated) {
	lines := targetFirst(r)
	rest := remarks(r)
	first := ""
	switch {
	case len(lines) > 0:
		first = p.content(lines[0], lines[0].Change == negotiation.Insert)
	case len(rest) > 0:
		first, rest = rest[0], rest[1:]
	}
	on, version := "", 0
	if len(lines) > 0 {
		version = p.older(lines[0])
	}
	if version > 0 || p.drafted[r.Address].struck || p.strays(r, first) {
		on = onVersion(p.address(r.Address), version)
	}
	p.block(head(r, on) + " " + first)
	if len(lines) > 0 {
		p.further(r, lines)
	}
	for _, text := range rest {
		p.block(text)
	}
	p.proposal = true
}

// strays reports whether the reader would take a proposal that begins so to be
// on another paragraph than its own.
func (p *printer) strays(r negotiation.Restated, first string) bool {
	if len(p.units) == 0 {
		return false
	}
	if leads(first) {
		return true // a label of its own would be taken off
	}
	passage := passage{place: len(p.units) - 1}
	passage.piece(line{}, first)
	p.aim(&passage)
	if passage.target < 0 || p.units[passage.target].address != p.address(r.Address) {
		return true
	}
	own, stands := p.whole.byAddress[p.address(r.Address)]
	return stands && p.whole.better(own, first) != own
}

// targetFirst gives the lines of a proposal, that of its target first and what
// it inserts there behind it.
func targetFirst(r negotiation.Restated) []negotiation.Line {
	from := slices.IndexFunc(r.Lines, func(l negotiation.Line) bool {
		return l.Change != negotiation.Insert && l.Address == r.Address
	})
	if from <= 0 {
		return r.Lines
	}
	to := from + 1
	for to < len(r.Lines) && r.Lines[to].Change == negotiation.Insert {
		to++
	}
	return slices.Concat(r.Lines[from:to], r.Lines[:from], r.Lines[to:])
}

// further writes the lines of a proposal behind the first. What stands in the
// list of its target, or is a new bullet in it, is an item; all else names its place.
func (p *printer) further(r negotiation.Restated, lines []negotiation.Line) {
	behind := lines[0].Address
	for _, l := range lines[1:] {
		inList := strings.HasPrefix(l.Address, r.Address+".") && l.Kind.Sub()
		switch {
		case l.Change == negotiation.Insert && l.After == behind && l.Kind == negotiation.Bullet:
			p.listed("- " + p.restatedItem(l))
		case l.Change == negotiation.Insert:
			p.block(p.content(l, true))
		case inList && p.older(l) == 0:
			label := negotiation.Paragraph{Kind: l.Kind, Label: l.Label}.PrintedLabel()
			p.listed("- " + item(label, p.restatedItem(l)))
			behind = l.Address
		default:
			p.block("On " + onVersion(p.address(l.Address), p.older(l)) + ": " + p.content(l, false))
			behind = l.Address
		}
	}
}

// content writes the words of a restated paragraph, behind what is to be said of
// them. Placed has an insertion name its place.
func (p *printer) content(l negotiation.Line, placed bool) string {
	text := diff.Marked(l.Redline)
	if len(l.Typed) > 0 {
		text = typedMarked(l.Typed)
	}
	switch {
	case l.Change == negotiation.Insert && placed:
		return "After " + p.address(l.After) + " (" + string(l.Kind) + "): " + text
	case l.Change == negotiation.Move:
		return "Move after " + p.address(l.After) + ": " + guard(text, nothing)
	}
	return guard(text, func(text string) bool { t, _ := cutTag(text); return t != tag{} || isResidue(text) })
}

// restatedItem is content in a list, in which no name may seem to begin a proposal.
func (p *printer) restatedItem(l negotiation.Line) string {
	return guard(p.content(l, false), p.orphans)
}

// remarks writes the requests, comments and the reason of a proposal.
func remarks(r negotiation.Restated) []string {
	var list []string
	for _, text := range r.Requests {
		list = append(list, "Request: "+insetLines(text))
	}
	for _, text := range r.Comments {
		list = append(list, "Comment: "+insetLines(text))
	}
	if r.Reason != "" {
		list = append(list, "Reason: "+insetLines(r.Reason))
	}
	return list
}

// insetLines has the further lines of a remark stand in, so that they are known
// as its own, and guards those that would take in what follows the remark.
func insetLines(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
	for i, l := range lines {
		if l = strings.TrimSpace(l); i > 0 && l != "" {
			lines[i] = "  " + guardLine(strings.TrimRight(lines[i], " \t"))
		} else {
			lines[i] = l
		}
	}
	return strings.Join(lines, "\n")
}

// unconfirmed says that the marks can be read in two ways, and that the author has
// not said how.
const unconfirmed = "reading not confirmed"

// head writes whose proposal it is, up to the colon.
func head(r negotiation.Restated, on string) string {
	names := slices.Concat([]negotiation.Delegation{r.Delegation}, r.Sponsors)
	var list []string
	bold := slices.ContainsFunc(names, func(d negotiation.Delegation) bool { return !isName(string(d)) })
	for _, d := range names {
		if bold {
			d = "**" + d + "**"
		}
		list = append(list, string(d))
	}
	var said []string
	if r.Unconfirmed {
		said = append(said, unconfirmed)
	}
	if r.Late {
		said = append(said, "late")
	}
	if on != "" {
		said = append(said, "on "+on)
	}
	if len(said) > 0 {
		return series(list) + " (" + strings.Join(said, ", ") + "):"
	}
	return series(list) + ":"
}

// series joins names as a sentence does: "CHILE, MEXICO and PERU".
func series(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
