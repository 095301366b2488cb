package markdown

import (
	"maps"
	"slices"

	"plenary/negotiation"
)

// generalTitle and fatesTitle head what follows the text in a compilation.
const (
	generalTitle = "General comments"
	fatesTitle   = "Fate of other proposals"
)

// isFates reports whether l heads the list of decided proposals.
func isFates(l line) bool { return l.shape == sharp && l.label == "" && l.words == "## "+fatesTitle }

// isGeneral reports whether l heads the comments on the whole draft.
func isGeneral(l line) bool {
	return l.shape == sharp && l.label == "" && l.words == "## "+generalTitle
}

// draft gives what was read, or the refusal.
func (r *reader) draft() (negotiation.Draft, error) {
	if r.refusal != nil {
		return negotiation.Draft{}, r.refusal
	}
	r.leaveOut()
	if len(r.units) == 0 {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.Unreadable, "problem", "no-paragraph")
	}
	d := negotiation.Draft{Cover: r.cover}
	for _, u := range r.units {
		d.Paragraphs = append(d.Paragraphs, u.Paragraph)
	}
	for _, p := range r.passages {
		d.Proposals = append(d.Proposals, r.proposal(p))
	}
	if r.refusal != nil {
		return negotiation.Draft{}, r.refusal
	}
	d.Parties = r.parties(d.Proposals)
	r.proofread(&d, r.printed())
	r.sayFront(d)
	r.sayUntouched(d)
	d.Questions = r.questions()
	d.Notices = r.sorted()
	return d, nil
}

// parties are the delegations of proposals in the order they come, compared
// with those that the note names.
func (r *reader) parties(proposals []negotiation.Proposal) []negotiation.Party {
	var parties []negotiation.Party
	seen := map[negotiation.Delegation]bool{}
	heard := map[string]bool{}
	for _, p := range proposals {
		for _, name := range slices.Concat([]negotiation.Delegation{p.Delegation}, p.Sponsors) {
			if seen[name] {
				continue
			}
			seen[name] = true
			parties = append(parties, r.party(name))
			for _, part := range append(partsOf(string(name)), sameName(string(name))) {
				heard[part] = true
			}
			if len(r.listed) > 0 && !r.isListed(string(name)) {
				r.notices.add(p.Received.Line, negotiation.Ask, "not-in-note", "%s is not among those whom the note on the cover names", name)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.listed)) {
		if !heard[name] && !heard[sameName(name)] && !r.fates {
			r.notices.add(r.listed[name], negotiation.Ask, "not-found", "the note on the cover names %s, of whom no proposal was found", name)
		}
	}
	return parties
}
