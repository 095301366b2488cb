package negotiation

// Saying names where a paragraph stands.
func (s Stand) Saying() Saying {
	switch s {
	case Reopened, Contested, Untouched:
		return Saying{Key: "progress." + string(s)}
	}
	return Saying{Key: "outcome." + string(s)}
}

// Says tells why a decision is needed.
func (u Undecided) Says() []Saying {
	var list []Saying
	if u.Outcome != nil {
		list = append(list, u.Outcome.Says()...)
	}
	for _, why := range []struct {
		key  string
		list []Attributed
	}{{"progress.open", u.Proposals}, {"progress.held", u.Held}, {"progress.unconfirmed", u.Unconfirmed}, {"progress.unheard", u.Unheard}} {
		if len(why.list) > 0 {
			list = append(list, Saying{why.key, []any{"proposals", attributions(why.list)}})
		}
	}
	if len(u.Awaiting) > 0 {
		list = append(list, Saying{"progress.awaiting", []any{"names", u.Awaiting}})
	}
	return list
}

// Says tells an outcome with its day and what belongs to its kind, and that it was
// reopened.
func (s Settlement) Says() []Saying {
	key := "document.outcome"
	if !s.Kind.Closes() {
		key = "document.outcome-since"
	}
	list := []Saying{{key, []any{"outcome", s.Outcome.Saying(), "day", Day(s.At)}}}
	if s.Reopened != nil {
		list = append(list, Saying{"document.reopened", []any{"day", Day(s.Reopened.At), "reason", s.Reopened.Reason}})
	}
	return list
}

// Saying names an outcome, with who asked for it, or to whom and until when it is
// parked.
func (o Outcome) Saying() Saying {
	switch {
	case o.Kind == InBrackets && len(o.Asked) > 0:
		return Saying{"document.bracketed-by", []any{"names", o.Asked}}
	case o.Kind == Parked && !o.Until.IsZero():
		return Saying{"document.parked-until", []any{"to", o.To, "time", o.Until}}
	case o.Kind == Parked && o.To != "":
		return Saying{"document.parked-to", []any{"to", o.To}}
	}
	return Saying{Key: "outcome." + string(o.Kind)}
}

// Says tells how far the meeting has come, in a sentence.
func (r ProgressReport) Says() Saying {
	agreed := 0
	for _, c := range r.Counts {
		if OutcomeKind(c.Stand).Closes() {
			agreed += c.Paragraphs
		}
	}
	switch {
	case agreed == 0:
		return Saying{Key: "progress.nothing"}
	case agreed == r.Paragraphs && len(r.Undecided) == 0:
		return Saying{Key: "progress.whole"}
	case r.UpTo == "":
		return Saying{"progress.some", []any{"n", agreed, "all", r.Paragraphs}}
	}
	return Saying{"progress.up-to", []any{"address", r.UpTo}}
}
