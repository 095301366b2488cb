package negotiation

import (
	"fmt"
	"slices"
	"time"
)

// told names an act, so that it can be looked for.
type told struct {
	seq        Seq
	kind       ActKind
	paragraph  ParagraphID
	proposal   ProposalID
	delegation Delegation
}

// conserves reports the first act or outcome of v that r does not tell.
func (r SessionRecord) conserves(v View) error {
	count := map[told]int{}
	for _, a := range r.Acts {
		if a.Kind != ActSettled {
			count[a.told()]++
		}
		for _, o := range a.Outcomes {
			count[told{o.Seq, ActSettled, o.Paragraph, o.Proposal, ""}]++
		}
	}
	for _, a := range v.Acts {
		if count[a.told()]--; count[a.told()] < 0 {
			return fmt.Errorf("compile %s: the act %s of entry %d would have no place in the record", v.ID, a.Kind, a.Seq)
		}
	}
	for _, p := range v.Paragraphs {
		for _, s := range p.Settlements {
			if _, known := count[told{s.Seq, ActSettled, p.ID, s.Proposal, ""}]; !known {
				return fmt.Errorf("compile %s: the outcome of entry %d on %s would have no place in the record", v.ID, s.Seq, p.Address)
			}
		}
	}
	return nil
}

func (a Act) told() told { return told{a.Seq, a.Kind, a.Paragraph, a.Proposal, a.Delegation} }

// OfDay limits a record of sessions to what happened on a day of a zone, "2017-09-21",
// and to the fates of that day; what still needs a decision stays. Without a day it is
// the whole. It refuses what is no day, and other documents (BadValue, field day).
func (c Compilation) OfDay(day string, zone *time.Location) (Compilation, error) {
	if day == "" {
		return c, nil
	}
	begins, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil || c.Record == nil {
		return Compilation{}, Refuse(BadValue, "field", "day", "value", cut(day, longestExcerpt))
	}
	other := func(at time.Time) bool { return at.In(zone).Format(time.DateOnly) != day }
	r := *c.Record
	r.Day, r.Begins = day, begins
	r.Acts = slices.DeleteFunc(slices.Clone(r.Acts), func(a Recorded) bool { return other(a.At) })
	c.Fates = slices.DeleteFunc(slices.Clone(c.Fates), func(f Fate) bool { return other(f.At) })
	c.Record = &r
	return c, nil
}
