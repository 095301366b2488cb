package markdown

import (
	"fmt"
	"slices"
	"strings"

	"plenary/negotiation"
)

// front writes title, cover and note, and reports whether it wrote a note. A
// clean text has its title alone: the cover is that of the compilation.
func (p *printer) front(c negotiation.Compilation) (noted bool) {
	title := c.Cover.Title
	if title == "" {
		title = c.Title
	}
	if c.What == negotiation.Clean || !onCover(c.Cover, title) {
		p.block("# " + guard(title, headsOtherwise))
	}
	if c.What == negotiation.Clean {
		return false
	}
	for _, b := range c.Cover.Blocks {
		p.block(coverBlock(b))
	}
	if len(c.States)+len(c.Bodies) == 0 && c.Cover.Channel == "" {
		return false
	}
	note := "Note: " + who(c) + " made comments to the " + negotiation.TitleCase(title)
	if c.Cover.Channel != "" {
		note += " via " + c.Cover.Channel
	}
	p.block(note + ".")
	return true
}

// onCover reports whether the cover shows a title.
func onCover(cover negotiation.Cover, title string) bool {
	return slices.ContainsFunc(cover.Blocks, func(b negotiation.CoverBlock) bool {
		return negotiation.Normal(strings.Join(b.Lines, " ")) == title
	})
}

func coverBlock(b negotiation.CoverBlock) string {
	lines := slices.Clone(b.Lines)
	note := isNote(negotiation.Normal(strings.Join(lines, " ")))
	for i, words := range lines {
		lines[i] = guard(words, func(string) bool {
			f := classify(words)
			return f.shape != prose && f.shape != capitals || note && i == 0
		})
	}
	text := strings.Join(lines, "\n")
	if b.Bold {
		return "**" + text + "**"
	}
	return text
}

// who names the contributors, member states before consultative bodies.
func who(c negotiation.Compilation) string {
	var states, bodies []string
	for _, d := range c.States {
		states = append(states, negotiation.Party{Name: d}.InProse())
	}
	for _, d := range c.Bodies {
		bodies = append(bodies, string(d))
	}
	switch {
	case len(states) > 1 && len(bodies) > 0:
		return "The delegations of " + strings.Join(states, ", ") + ", as well as " + series(bodies)
	case len(states) > 0 && len(bodies) > 0:
		return "The delegation of " + states[0] + ", as well as " + series(bodies)
	case len(states) > 1:
		return "The delegations of " + series(states)
	case len(states) > 0:
		return "The delegation of " + states[0]
	case len(bodies) > 1:
		return "The consultative bodies " + series(bodies)
	case len(bodies) > 0:
		return "The consultative body " + bodies[0]
	}
	return "No delegation"
}

// back writes what follows the text: comments on the whole draft, and what became
// of the proposals that are no longer on the table.
func (p *printer) back(c negotiation.Compilation) {
	if len(c.General) > 0 {
		p.block("## " + generalTitle)
	}
	for _, r := range c.General {
		texts := remarks(r)
		for i, text := range texts {
			if i == 0 {
				text = head(r, "") + " " + text
			}
			p.block(text)
		}
	}
	if len(c.Fates)+len(c.Elsewhere) > 0 {
		p.block("## " + fatesTitle)
	}
	for _, f := range c.Fates {
		p.listed("- " + fate(f))
	}
	for _, f := range c.Elsewhere {
		p.listed("- " + about(f) + ": received after the cut-off, in an addendum")
	}
}

// about names a proposal and where it stands.
func about(f negotiation.Fate) string {
	text := fmt.Sprintf("%s, proposal %s", f.Delegation, f.Proposal)
	if f.Address != "" {
		text += " on " + f.Address
	}
	return text
}

func fate(f negotiation.Fate) string {
	text := about(f) + ": " + strings.ReplaceAll(string(f.Status), "-", " ")
	if f.By != "" {
		text += " by proposal " + string(f.By)
	}
	text += " on " + f.At.UTC().Format("2 January 2006")
	if f.Reason != "" {
		text += ": " + strings.Join(strings.Fields(f.Reason), " ")
	}
	return text
}
