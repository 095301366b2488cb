package negotiation

import "time"

// OutcomeKind is what the meeting made of a paragraph.
type OutcomeKind string

const (
	// Agreed closes a paragraph: only the Chair can reopen it, with a reason.
	Agreed OutcomeKind = "agreed"
	// AgreedAdRef is agreed subject to what capitals say, and closes it likewise.
	AgreedAdRef OutcomeKind = "agreed-ad-ref"
	// InBrackets leaves it open: there is no agreement, and it is known who asked.
	InBrackets OutcomeKind = "bracketed"
	// Parked hands it to somebody until an instant.
	Parked OutcomeKind = "parked"
	// Deferred comes back to it later.
	Deferred OutcomeKind = "deferred"
)

// OutcomeKinds lists them.
func OutcomeKinds() []OutcomeKind {
	return []OutcomeKind{Agreed, AgreedAdRef, InBrackets, Parked, Deferred}
}

// Closes reports whether a paragraph with this outcome can be changed only after it
// was reopened. Such outcomes take a gavel.
func (k OutcomeKind) Closes() bool { return k == Agreed || k == AgreedAdRef }

// Outcome is a decision on a paragraph.
type Outcome struct {
	Kind OutcomeKind `json:"kind"`
	// Asked are the delegations that asked for brackets.
	Asked []Delegation `json:"asked,omitempty"`
	// To is to whom it is parked, and Until until when, zero for no end.
	To    string    `json:"to,omitempty"`
	Until time.Time `json:"until,omitzero"`
	Note  string    `json:"note,omitempty"`
}

// Settlement is an outcome in the record of a paragraph.
type Settlement struct {
	Outcome
	// Session is the number of the one in which it was taken, Version that of the
	// paragraph which it is on, and Hash what was frozen; empty for a ruling.
	Session int
	Version int
	Hash    string
	// Proposal brought the words, empty where they stood already.
	Proposal ProposalID
	// Heard is the entry at which the text was frozen, or at which the last objection to
	// it was taken back if there was one: while one stood, nothing was held, and the
	// meeting was asked again afterwards. Of a ruling it is that of the ruling. What came
	// to be on the table after it the meeting did not have before it, and has not decided.
	Heard Seq
	// Silent are the delegations that took part and had said nothing of it to all when
	// the gavel fell: the one thing that is read from silence. Whether they told the
	// Chair something cannot be read from it. Present are those that were
	// connected, Absent those that were not any more.
	Silent  []Delegation
	Present []Delegation
	Absent  []Delegation
	// Positions are those told to all when it took effect: on its proposal or, without
	// one, on the paragraph. What is said later does not change them.
	Positions []Held
	// Seq and At are when it took effect.
	Seq Seq
	At  time.Time
	// Reopened is set once it no longer holds because the Chair has reopened the
	// paragraph.
	Reopened *Reopening
}

// Held is a position as it was when an outcome took effect.
type Held struct {
	Position
	// Seq is the entry by which it was taken.
	Seq Seq `json:"seq"`
	// Relayed, Via and Stale are as in [Taken].
	Relayed bool         `json:"relayed,omitempty"`
	Via     []Delegation `json:"via,omitempty"`
	Stale   bool         `json:"stale,omitempty"`
}

// Reopening is the end of a settlement.
type Reopening struct {
	Reason string
	Seq    Seq
	At     time.Time
}

// Settled is the outcome of p that holds now, if it has one.
func (p ParagraphView) Settled() (Settlement, bool) { return lastSettled(p.Settlements) }

func lastSettled(list []Settlement) (Settlement, bool) {
	if len(list) == 0 || list[len(list)-1].Reopened != nil {
		return Settlement{}, false
	}
	return list[len(list)-1], true
}

// Closed is the outcome by which p can be changed only after it was reopened, if there
// is one.
func (p ParagraphView) Closed() (Settlement, bool) { return lastClosing(p.Settlements) }

func (p paragraphState) closed() (Settlement, bool) { return lastClosing(p.settlements) }

func lastClosing(list []Settlement) (Settlement, bool) {
	last, ok := lastSettled(list)
	return last, ok && last.Kind.Closes()
}
