package negotiation

import (
	"fmt"
	"slices"

	"plenary/diff"
)

// Revision is the n of "Rev.n": how many entries have changed the text of the
// draft since it was imported.
func (v View) Revision() int {
	entries := map[Seq]bool{}
	for _, p := range v.Paragraphs {
		for _, version := range p.Versions {
			if version.Proposal != "" {
				entries[version.Seq] = true
			}
		}
	}
	return len(entries)
}

// consolidated lays all that is open over the draft. It costs what the merges of
// the contested paragraphs do, and is linear in the rest. It fails where a bracket
// of ours is unsound.
func (b *builder) consolidated() (*ConsolidatedText, error) {
	t := &ConsolidatedText{Revision: b.view.Revision(), Own: b.ownBrackets(), Brought: b.broughtBrackets(), History: BurnDown(b.view, HistoryPoints)}
	for _, p := range b.view.Proposals {
		if p.Status() == OnTable {
			t.Open++
		}
	}
	notes := b.askedOf()
	var waiting ParagraphView
	flush := func() { t.Paragraphs = append(t.Paragraphs, b.newParagraphs(waiting, false)...) }
	for _, p := range b.view.Paragraphs {
		if !p.Kind.Sub() {
			flush()
			waiting = p
		}
		t.Paragraphs = append(t.Paragraphs, b.consolidate(p, notes[p.ID]))
		t.Paragraphs = append(t.Paragraphs, b.newParagraphs(p, true)...)
	}
	flush()
	for _, p := range t.Paragraphs {
		t.Brackets += p.Brackets
		if p.Brackets > 0 {
			t.Bracketed++
		}
	}
	return t, t.sound()
}

// sound reports the first paragraph with a bracket of ours that is amiss, whoever
// put it there, and notes those in which they stand too deep.
func (t *ConsolidatedText) sound() error {
	for _, p := range t.Paragraphs {
		place := p.Address
		if p.Proposed() {
			place = "a new paragraph after " + p.After
		}
		for _, kind := range unsound(p.Passages) {
			if kind != DeepBracket {
				return fmt.Errorf("compile %s: a bracket put in %s is amiss: %s", Consolidated, place, kind)
			}
			t.Deep = append(t.Deep, p.Address)
		}
	}
	return nil
}

// consolidate lays what is open on p over its words. What stands in no bracket is
// noted.
func (b *builder) consolidate(p ParagraphView, asked []asked) ConsolidatedParagraph {
	contest := b.view.Contest(p)
	passages := contest.Passages()
	c := ConsolidatedParagraph{PrintedParagraph: b.printed(p), Brackets: diff.Brackets(passages)}
	by := make([]Attribution, len(contest.Parties))
	for i, party := range contest.Parties {
		by[i] = b.attribution(party, func(c Change) bool { return c.Paragraph == p.ID && (c.Kind == Amend || c.Kind == Delete) })
	}
	bracketed := map[place]bool{}
	c.Passages = attributed(passages, by, bracketed)
	for _, a := range asked {
		if why, noted := a.noted(p, contest, bracketed); noted {
			c.Notes = append(c.Notes, Note{Point: b.point(a, p), Why: why})
		}
	}
	return c
}

// attribution names a party of a contest with its sponsors, and the change of its
// proposal that is laid over.
func (b *builder) attribution(c Contestant, laid func(Change) bool) Attribution {
	p, _ := b.view.Proposal(c.Proposal)
	return Attribution{Contestant: c, Sponsors: p.Sponsors, place: place{p.ID, slices.IndexFunc(p.Changes, laid)}}
}

// attributed gives passages with their brackets attributed, and notes which
// changes have one.
func attributed(passages []diff.Passage, by []Attribution, bracketed map[place]bool) []Passage {
	list := make([]Passage, len(passages))
	for i, p := range passages {
		if p.Bracket == nil {
			list[i] = Passage{Text: p.Text}
			continue
		}
		bracket := &Bracket{Op: p.Bracket.Op, Inside: attributed(p.Bracket.Inside, by, bracketed)}
		for _, party := range p.Bracket.By {
			bracket.By = append(bracket.By, by[party])
			bracketed[by[party].place] = true
		}
		list[i].Bracket = bracket
	}
	return list
}

// noted reports whether a stands in a note of p, and why.
func (a asked) noted(p ParagraphView, contest Contest, bracketed map[place]bool) (NoteReason, bool) {
	c := a.by.Changes[a.change]
	_, doubted := a.by.Doubt(a.change)
	switch {
	case a.by.Status() == Late:
		return NotAdmitted, true
	case doubted:
		return UnconfirmedReading, true
	case a.with:
		return WithChapeau, true
	case c.Kind == Insert:
		// A combined proposal amends, so that an insertion is always bracketed.
		return "", false
	case !c.Kind.bracketed():
		return NoWords, true
	case a.by.Combined():
		return CombinedWords, true
	case bracketed[place{a.by.ID, a.change}]:
		return "", false
	case c.Base != p.Version || p.Deleted:
		return OlderVersion, true
	case slices.Contains(contest.Aside, a.by.ID):
		return TooManyWordings, true
	}
	return SameWords, true
}
