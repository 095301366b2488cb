package negotiation

import (
	"slices"
	"strings"
	"time"
)

// letGavelFall begins the time to object; see [Gavel].
func (s State) letGavelFall(seat Seat, at time.Time, c LetGavelFall) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, AtFrozen); r != nil {
		return nil, r
	}
	if !c.Outcome.Kind.Closes() {
		return nil, Refuse(BadValue, "field", "outcome", "value", c.Outcome.Kind)
	}
	if f := s.session.Floor.Frozen; c.Hash != f.Hash {
		return nil, Refuse(OtherText, "hash", f.Short())
	}
	out, r := s.readOutcome(c.Outcome)
	if r != nil {
		return nil, r
	}
	if r := tooMany("delegations", max(len(c.Present), len(c.Absent), len(c.Told)), MaxParties); r != nil {
		return nil, r
	}
	present, absent := s.knownOf(c.Present), s.knownOf(c.Absent)
	var untold []string
	for _, d := range absent {
		if !slices.Contains(c.Told, d) {
			untold = append(untold, string(d))
		}
	}
	if len(untold) > 0 {
		return nil, Refuse(NotConnected, "delegations", strings.Join(untold, ", "))
	}
	return []Event{GavelFell{Gavel{Outcome: out, Until: at.Add(s.session.Settings.Window()), Present: present, Absent: absent,
		Seat: seat.ID, At: at}}}, nil
}

// knownOf gives the delegations of a list that are known, in order, each once.
func (s State) knownOf(list []Delegation) []Delegation {
	seen := make(map[Delegation]bool, len(list))
	var known []Delegation
	for _, d := range list {
		if _, ok := s.parties[d]; ok && !seen[d] {
			seen[d] = true
			known = append(known, d)
		}
	}
	slices.Sort(known)
	return known
}

// readKnown is knownOf for a list that somebody gives, which is refused where one of
// them is not known.
func (s State) readKnown(field string, list []Delegation) ([]Delegation, *Refusal) {
	if r := tooMany(field, len(list), MaxParties); r != nil {
		return list, r
	}
	for _, d := range list {
		if _, known := s.parties[d]; !known {
			return list, Refuse(BadValue, "field", field, "value", d)
		}
	}
	return s.knownOf(list), nil
}

// readOutcome gives an outcome in normal form, or refuses.
func (s State) readOutcome(o Outcome) (Outcome, *Refusal) {
	var r *Refusal
	if o.Note, r = readProse("note", o.Note, MaxReason); r != nil {
		return o, r
	}
	if o.To, r = readText("to", o.To, MaxTitle); r != nil {
		return o, r
	}
	if o.Until, r = readInstant("until", o.Until); r != nil {
		return o, r
	}
	if o.Asked, r = s.readKnown("asked", o.Asked); r != nil {
		return o, r
	}
	if o.Kind != Parked {
		o.To, o.Until = "", time.Time{}
	}
	if o.Kind != InBrackets {
		o.Asked = nil
	}
	return o, nil
}

// object stops what is frozen, if it is in time; see [Gavel].
func (s State) object(seat Seat, at time.Time, c Object) ([]Event, *Refusal) {
	d, r := s.speaksAs(seat, c.For)
	if r != nil {
		return nil, r
	}
	f := s.session.Floor
	if f.Frozen == nil {
		return nil, s.tooLateOr(c.Hash)
	}
	if c.Hash != f.Frozen.Hash {
		return nil, Refuse(OtherText, "hash", f.Frozen.Short())
	}
	if slices.ContainsFunc(f.Objections, func(o Objection) bool { return o.Delegation == d }) {
		return nil, Refuse(AlreadyExists, "field", "objection", "value", d)
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	if r != nil {
		return nil, r
	}
	if c.Sent.After(at) {
		c.Sent = time.Time{} // a clock of the future says nothing
	}
	if c.Sent, r = readInstant("sent", c.Sent); r != nil {
		return nil, r
	}
	if g := f.Gavel; g != nil && at.After(g.Until) && (c.Sent.Before(g.At) || c.Sent.After(g.Until)) {
		return nil, tooLate(*g)
	}
	return []Event{ObjectionRaised{Objection{Delegation: d, Reason: reason, Sent: c.Sent, At: at}}}, nil
}

func tooLate(g Gavel) *Refusal {
	return Refuse(TooLateToObject, "until", g.Until.Format(time.RFC3339))
}

// tooLateOr refuses an objection where nothing is frozen: to a text that was agreed
// by then, it is too late.
func (s State) tooLateOr(hash string) *Refusal {
	for _, a := range slices.Backward(s.acts.all()) {
		if a.Kind == ActSettled && hash != "" && a.Outcome.Hash == hash {
			return Refuse(TooLateToObject, "until", a.Outcome.At.Format(time.RFC3339))
		}
	}
	return s.wrongStage()
}

func (s State) withdrawObjection(seat Seat, c WithdrawObjection) ([]Event, *Refusal) {
	if r := s.onFloor(0, AtObjection); r != nil {
		return nil, r
	}
	d, r := s.speaksAs(seat, c.For)
	if r != nil {
		return nil, r
	}
	if !slices.ContainsFunc(s.session.Floor.Objections, func(o Objection) bool { return o.Delegation == d }) {
		return nil, Refuse(BadValue, "field", "objection", "value", d)
	}
	events := []Event{ObjectionWithdrawn{d}}
	if len(s.session.Floor.Objections) == 1 && !s.freezesAgain() {
		events = append(events, TextThawed{})
	}
	return events, nil
}

// freezesAgain reports whether what was frozen before the objections can be so again:
// nothing held it meanwhile.
func (s State) freezesAgain() bool {
	f := s.session.Floor
	if f.Frozen.Proposal != "" {
		texts, r := s.asProposed(Seat{ID: SystemSeat, Role: System}, f.Frozen.Proposal, f.Paragraph)
		return r == nil && hashOf(texts) == f.Frozen.Hash
	}
	for _, t := range f.Frozen.Texts {
		p, _ := s.paragraph(t.Paragraph)
		if p.Deleted || p.Version != t.Version || f.ListFrozen() && s.contested(p) {
			return false
		}
	}
	return true
}

// Deadline is when the system's seat is to give the command TakeEffect; zero for never.
func (s State) Deadline() time.Time {
	if f := s.session.Floor; s.session.Running() && f.Stage == AtGavel {
		return f.Gavel.Due()
	}
	return time.Time{}
}

func (s State) interruptGavel() ([]Event, *Refusal) {
	if r := s.onFloor(0, AtGavel); r != nil {
		return nil, r
	}
	return []Event{GavelVoid{Why: "interrupted"}}, nil
}
