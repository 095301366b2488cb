package negotiation

import (
	"cmp"
	"slices"
	"time"

	"plenary/diff"
)

// Comparison says what became of a paragraph between two instants.
type Comparison string

// What can have become of a paragraph.
const (
	Kept     Comparison = "kept"
	Changed  Comparison = "changed"
	Inserted Comparison = "inserted"
	Struck   Comparison = "struck"
	// Moved paragraphs kept their words; one that was changed as well is Changed.
	Moved Comparison = "moved"
)

// Compared is a paragraph in the comparison of two texts.
type Compared struct {
	// Paragraph is as the later text has it, with its address there.
	Paragraph
	Address string
	Is      Comparison
	// From is its version in the earlier text, 0 where it was not there yet.
	// Paragraph.Version is that of the later one.
	From int
	// MovedFrom is where it stood in the earlier text, if it was moved since.
	MovedFrom Place
	// Redline leads from its words in the earlier text to those in the later.
	Redline diff.Script
	// Versions are those that came between, oldest first.
	Versions []Version
}

// Place is where a paragraph stands in a text.
type Place struct {
	Address string
	// After is the address of the paragraph before it, empty for the first. One
	// that is moved may keep its own address.
	After string
}

// Compare gives the whole text with what changed in it since an earlier view of
// the same record: in the order of v, what was struck since at its place. What
// stands in neither text, because it was struck before or has come and gone
// between, is left out. Audiences see the same text, so theirs may differ.
//
// A paragraph is Moved where a decision moved it; those whose address changed
// because others moved, or because what they hang below did, are not. Each changed
// paragraph costs a redline, or none where the record has it: one version apart,
// in the profile Fine.
func (v View) Compare(earlier View, in diff.Profile) []Compared {
	before := make(map[ParagraphID]ParagraphView, len(earlier.Paragraphs))
	places := make(map[ParagraphID]Place, len(earlier.Paragraphs))
	var after string
	for _, p := range earlier.Paragraphs {
		before[p.ID], places[p.ID] = p, Place{p.Address, after}
		after = p.Address
	}
	list := make([]Compared, 0, len(v.Paragraphs))
	for _, p := range v.Paragraphs {
		old, known := before[p.ID]
		if p.Deleted && (!known || old.Deleted) {
			continue
		}
		c := Compared{Paragraph: p.Paragraph, Address: p.Address, From: old.Version, Versions: p.Versions[old.Version:]}
		c.Redline, _ = p.Compare(old.Version, p.Version, in)
		c.Is = c.became()
		if known && slices.ContainsFunc(c.Versions, func(v Version) bool { return v.Moved }) {
			c.MovedFrom = places[p.ID]
			if c.Is == Kept {
				c.Is = Moved
			}
		}
		list = append(list, c)
	}
	return list
}

func (c Compared) became() Comparison {
	switch {
	case c.From == 0:
		return Inserted
	case c.Deleted:
		return Struck
	case c.Redline.Changed():
		return Changed
	}
	return Kept
}

// TextAt gives the text of v as it was at entry at: its paragraphs in their order,
// each with the versions that it had then, and nothing of what was proposed. It is
// false where a paragraph was moved since, because versions do not tell from where;
// then only a replay of the record does.
func (v View) TextAt(at Seq) (View, bool) {
	past := View{ID: v.ID, Title: v.Title, Language: v.Language, Audience: v.Audience, Readable: v.Readable, Public: v.Public, Seq: at}
	for _, p := range v.Paragraphs {
		since := len(p.Versions)
		for ; since > 0 && p.Versions[since-1].Seq > at; since-- {
			if p.Versions[since-1].Moved {
				return View{}, false
			}
		}
		if since == 0 {
			continue // inserted later, which moved nothing else
		}
		last := p.Versions[since-1]
		p.Versions, p.Proposals = p.Versions[:since], nil
		p.Text, p.Version, p.Deleted = last.Text, last.Number, last.Deleted
		past.Paragraphs, past.At = append(past.Paragraphs, p), later(past.At, last.At)
	}
	return past, true
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// Compare gives the redline between two versions of p. Version 0, and a struck
// one, have no words. It is false where there is no such version, or from comes
// after to.
func (p ParagraphView) Compare(from, to int, in diff.Profile) (diff.Script, bool) {
	if from < 0 || from > to || to > len(p.Versions) {
		return nil, false
	}
	if from > 0 && to == from+1 && in == diff.Fine && len(p.Versions[from].Redline) > 0 {
		return p.Versions[from].Redline, true // as it was printed
	}
	return in.Words(p.words(from), p.words(to)), true
}

// words are those that stand in the text in a version of p.
func (p ParagraphView) words(version int) string {
	if version == 0 || p.Versions[version-1].Deleted {
		return ""
	}
	return p.Versions[version-1].Text
}

// Revision is an entry of the record that changed the text.
type Revision struct {
	Seq Seq
	At  time.Time
	// Proposals are those that brought it, none for the import.
	Proposals []ProposalID
	// Addresses of the paragraphs that it changed, as they are in v; none for
	// the import, which brought them all.
	Addresses []string
}

// Revisions lists the entries that changed the text, the import first.
func (v View) Revisions() []Revision {
	bySeq := map[Seq]Revision{}
	for _, p := range v.Paragraphs {
		for _, version := range p.Versions {
			r := bySeq[version.Seq]
			r.Seq, r.At = version.Seq, version.At
			if id := version.Proposal; id != "" {
				r.Addresses = append(r.Addresses, p.Address)
				if !slices.Contains(r.Proposals, id) {
					r.Proposals = append(r.Proposals, id)
				}
			}
			bySeq[version.Seq] = r
		}
	}
	list := make([]Revision, 0, len(bySeq))
	for _, r := range bySeq {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b Revision) int { return cmp.Compare(a.Seq, b.Seq) })
	return list
}
