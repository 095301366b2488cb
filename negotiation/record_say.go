package negotiation

import (
	"strings"
	"time"
)

// Title names an item, where it is not that of a paragraph.
func (i RecordItem) Title() Saying {
	if i.Address != "" {
		return Saying{"paragraph.title", []any{"address", i.Address}}
	}
	return Saying{"record.session", []any{"session", i.Session}}
}

// Says tells an act in sentences: what happened, then what belongs to it.
func (r Recorded) Says() []Saying {
	switch r.Kind {
	case ActSuspended:
		if !r.Until.IsZero() {
			return r.reasoned(Saying{"record.suspended-until", []any{"time", r.Until}})
		}
		return r.reasoned(Saying{Key: "record.suspended"})
	case ActScheduled:
		if r.Text != "" {
			return []Saying{{Key: "record.scheduled"}, {"record.words", []any{"words", r.Text}}}
		}
		return []Saying{{Key: "record.scheduled"}}
	case ActClosed:
		return r.reasoned(Saying{Key: "record.closed"})
	case ActOpened:
		if r.Resumed {
			return []Saying{{Key: "record.resumed"}}
		}
		return []Saying{{Key: "record.opened"}}
	case ActCalled:
		return []Saying{{"record.called", []any{"address", r.Address, "version", r.Version}}}
	case ActSpoke:
		if r.Order {
			return []Saying{{"record.order", []any{"delegation", r.Delegation}}}
		}
		return []Saying{{"record.spoke", []any{"delegation", r.Delegation}}}
	case ActDrafted:
		list := []Saying{{"record.drafted", []any{"delegation", r.Delegation}}}
		if r.Proposal != "" {
			list = append(list, Saying{"record.from", []any{"proposal", r.Proposal}})
		}
		return list
	case ActRaised:
		by := r.By
		if len(by) == 0 {
			by = []Delegation{r.Delegation}
		}
		return []Saying{{"record.raised", []any{"names", by, "proposal", r.Proposal}}}
	}
	return r.saysDecision()
}

func (r Recorded) saysDecision() []Saying {
	switch r.Kind {
	case ActFrozen:
		return []Saying{r.frozen(), {"record.hash", []any{"hash", r.Text}}}
	case ActThawed:
		if r.Many > 1 {
			return []Saying{{"record.thawed-list", []any{"n", r.Many, "addresses", strings.Join(r.Addresses, ", ")}}}
		}
		return []Saying{{"record.thawed", []any{"address", r.Address}}}
	case ActGavel:
		list := []Saying{{"record.gavel", []any{"outcome", r.Outcome.Saying()}}}
		if len(r.Outcome.Present) > 0 {
			list = append(list, Saying{"record.present", []any{"names", r.Outcome.Present}})
		}
		return append(list, absence(r.Outcome.Absent)...)
	case ActVoid:
		switch r.Text {
		case "interrupted", "overdue":
			return []Saying{{Key: "record.void-" + r.Text}}
		}
		return []Saying{{"record.void", []any{"why", r.Text}}}
	case ActObjected:
		list := r.reasoned(Saying{r.relayed("record.objected"), []any{"delegation", r.Delegation}})
		if r.Sent.IsZero() {
			return append(list, Saying{"record.received", []any{"at", Clock(r.At)}})
		}
		return append(list, Saying{"record.sent", []any{"sent", Clock(r.Sent), "at", Clock(r.At)}})
	case ActTookBack:
		return []Saying{{r.relayed("record.took-back"), []any{"delegation", r.Delegation}}}
	case ActSettled:
		return r.settled()
	case ActReopened:
		return r.reasoned(Saying{"record.reopened", []any{"address", r.Address}})
	}
	// One that a later release records: better said by its name than lost.
	return r.reasoned(Saying{"record.act", []any{"kind", string(r.Kind)}})
}

// relayed is the key of what a delegation did or, where it said so in the room, of that.
func (r Recorded) relayed(key string) string {
	if r.Relayed {
		return key + "-room"
	}
	return key
}

// reasoned adds the reason of an act to what is said of it.
func (r Recorded) reasoned(s Saying) []Saying { return append([]Saying{s}, reason(r.Text)...) }

// reason tells a reason or a note, where there is one; see [Saying.Prose].
func reason(words string) []Saying {
	if words == "" {
		return nil
	}
	return []Saying{{"record.reason", []any{"words", words}}}
}

// Prose are the words of a saying that is nothing but a reason or a note, for those who
// show such words in another way: they are Markdown.
func (s Saying) Prose() (words string, is bool) {
	if s.Key != "record.reason" {
		return "", false
	}
	words, is = s.With[1].(string)
	return words, is
}

func (r Recorded) frozen() Saying {
	switch {
	case r.Many > 1:
		return Saying{"record.frozen-list", []any{"n", r.Many, "addresses", strings.Join(r.Addresses, ", ")}}
	case r.Proposal != "":
		return Saying{"record.frozen-proposal", []any{"address", r.Address, "proposal", r.Proposal, "names", r.By}}
	}
	return Saying{"record.frozen", []any{"address", r.Address, "version", r.Version}}
}

// settled tells what its outcomes have in common.
func (r Recorded) settled() []Saying {
	o := r.Outcomes[0]
	list := []Saying{{"record.settled", []any{"address", o.Address, "outcome", o.Outcome.Saying()}}}
	if n := len(r.Outcomes); n > 1 {
		list = []Saying{{"record.settled-list", []any{"n", n, "outcome", o.Outcome.Saying()}}}
	}
	if o.Proposal != "" {
		list = append(list, Saying{"record.with-proposal", []any{"proposal", o.Proposal, "names", r.By}})
	}
	list = append(list, reason(o.Note)...)
	if o.Hash != "" {
		list = append(list, Saying{"record.hash", []any{"hash", o.Hash}})
	}
	if len(o.Silent) > 0 {
		list = append(list, Saying{"record.silent", []any{"names", o.Silent}})
	}
	return append(list, absence(o.Absent)...)
}

func absence(list []Delegation) []Saying {
	if len(list) == 0 {
		return nil
	}
	return []Saying{{"record.absent", []any{"names", list}}}
}

// Says tells of one outcome what is its own: version, authors, and that it holds no
// more.
func (o RecordedOutcome) Says() []Saying {
	list := []Saying{{"record.version", []any{"version", o.Version}}}
	if len(o.Authors) > 0 {
		list = []Saying{{"record.version-by", []any{"version", o.Version, "names", o.Authors}}}
	}
	if o.Struck {
		list = append(list, Saying{Key: "document.deleted"})
	}
	if o.Reopened != nil {
		list = append(list, Saying{"document.reopened", []any{"day", Day(o.Reopened.At), "reason", o.Reopened.Reason}})
	}
	return list
}

// Saying tells a position: whose it is and what it says, its words, and that it was
// on other words than those that stand.
func (t Taken) Saying() Saying {
	says := Saying{Key: "position." + string(t.Kind)}
	if t.Relayed {
		says = Saying{"record.position-room", []any{"position", says}}
	}
	switch {
	case t.Stale && t.Text != "":
		return Saying{"record.position-stale-words", []any{"delegation", t.By, "position", says, "words", t.Text}}
	case t.Stale:
		return Saying{"record.position-stale", []any{"delegation", t.By, "position", says}}
	case t.Text != "":
		return Saying{"record.position-words", []any{"delegation", t.By, "position", says, "words", t.Text}}
	}
	return Saying{"record.position", []any{"delegation", t.By, "position", says}}
}

// Saying tells a fate with the proposal and its day.
func (f Fate) Saying() Saying {
	return Saying{"record.fate", []any{"proposal", f.Proposal, "delegation", f.Delegation, "fate", f.Says()}}
}

// Time is the time of the day at which an act was, in a zone.
func (a Act) Time(zone *time.Location) string { return Clock(a.At.Truncate(time.Second)).In(zone) }

// Footnote tells a reservation at the foot of a text.
func (t Taken) Footnote() Saying {
	return Saying{"document.reservation", []any{"delegation", t.By, "words", t.Text}}
}

// Called tells what was on the table when a paragraph was called.
func (r Recorded) Called() Saying {
	return Saying{"progress.open", []any{"proposals", attributions(r.OnTable)}}
}

// attributions names proposals with their authors.
func attributions(list []Attributed) []Saying {
	says := make([]Saying, len(list))
	for i, a := range list {
		says[i] = Saying{"record.proposal-of", []any{"proposal", a.Proposal, "names", a.By}}
	}
	return says
}

// Empty says that there is nothing to tell.
func (r SessionRecord) Empty() Saying {
	if r.Day != "" {
		return Saying{"record.none-that-day", []any{"day", Day(r.Begins)}}
	}
	return Saying{Key: "record.none"}
}
