package negotiation

import "strings"

// Saying is a sentence of a document: its key in package lang, and names and
// values of what fills it, in turn. Whoever prints it says it in the language of
// the document.
type Saying struct {
	Key  string
	With []any
}

// Says is what is to be said of a point beside its words: that it is late, where
// it goes, what it waits for.
func (p Point) Says() []Saying {
	list := says(p.Held, p.Late, p.Unconfirmed, p.Unplaced)
	say := func(key string, with ...any) { list = append(list, Saying{key, with}) }
	switch {
	case p.Chapeau != "":
		say("document.with-chapeau", "address", p.Chapeau)
	case p.Kind == Insert:
		say("document.after", "address", p.Address)
	case p.Kind == Delete:
		say("document.deleted")
	case p.Kind == Move:
		say("document.moved", "address", p.After)
	}
	if len(p.Parents) > 0 {
		say("document.combined", "proposals", numbers(p.Parents))
	}
	if p.Older {
		say("document.on-version", "version", p.Base)
	}
	if p.Waits != "" {
		say("document.waits-"+string(p.Waits), "proposal", p.Because)
	}
	return list
}

// Says is what is to be said of a restated proposal beside its words.
func (r Restated) Says() []Saying { return says(false, r.Late, r.Unconfirmed, r.Unplaced) }

// says tells how a proposal came: late, and then perhaps not admitted yet, with marks
// that can be read in two ways, for a place that the draft does not hold.
func says(held, late, unconfirmed bool, unplaced string) []Saying {
	var list []Saying
	switch {
	case held:
		list = append(list, Saying{Key: "status.late"})
	case late:
		list = append(list, Saying{Key: "document.late"})
	}
	if unconfirmed {
		list = append(list, Saying{Key: "document.unconfirmed"})
	}
	if unplaced != "" {
		list = append(list, Saying{"document.unplaced", []any{"place", cut(unplaced, longestExcerpt)}})
	}
	return list
}

// Says is what is to be said of a note beside its words.
func (n Note) Says() []Saying {
	list := n.Point.Says()
	switch n.Why {
	case CombinedWords, SameWords, TooManyWordings:
		list = append(list, Saying{Key: "document.why-" + string(n.Why)})
	}
	return list
}

// Says is what became of a proposal.
func (f Fate) Says() Saying { return fateSaying(f.Status, f.By, f.Agreed) }

// Says is what became of a proposal.
func (d Disposition) Says() Saying { return fateSaying(d.Status, d.By, d.Agreed) }

// Says is what is to be said of the brackets that words came with.
func (o OwnBrackets) Says() []Saying {
	list := []Saying{{"document.own-bracket", []any{"address", o.Address, "n", o.Brackets}}}
	if o.Proposal != "" {
		list = []Saying{{"document.brought-bracket", []any{"proposal", o.Proposal, "address", o.Address, "n", o.Brackets}}}
	}
	for _, p := range o.Problems {
		list = append(list, Saying{"bracket." + string(p.Kind), []any{"at", p.At + 1}})
	}
	return list
}

func fateSaying(s Status, by ProposalID, agreed []string) Saying {
	if s == Lapsed && len(agreed) > 0 {
		return Saying{"document.lapsed-with", []any{"addresses", strings.Join(agreed, ", ")}}
	}
	if by != "" {
		switch s {
		case Superseded, Merged, Moot, Satisfied:
			return Saying{"document." + string(s) + "-by", []any{"proposal", by}}
		}
	}
	return Saying{Key: "status." + string(s)}
}

func numbers(list []ProposalID) string {
	names := make([]string, len(list))
	for i, id := range list {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}
