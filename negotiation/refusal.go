package negotiation

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Code names a reason to refuse. Scripts rely on codes: they are added, never
// changed. Package lang has a sentence for each in every language.
type Code string

// The codes, with the details each carries.
const (
	Stale              Code = "stale"             // paragraph, base, current, text: the paragraph has a newer version
	UnknownParagraph   Code = "unknown-paragraph" // paragraph
	UnknownProposal    Code = "unknown-proposal"  // proposal
	UnknownSeat        Code = "unknown-seat"      // seat
	UnknownNegotiation Code = "unknown-negotiation"
	NotAllowed         Code = "not-allowed"      // role, act: this seat may not do that
	NotYours           Code = "not-yours"        // proposal, delegation
	WindowClosed       Code = "window-closed"    // nobody may table now
	CutOffPassed       Code = "cut-off-passed"   // cutoff: the policy is to refuse late proposals
	TooLong            Code = "too-long"         // field, limit, length (in bytes)
	TooMany            Code = "too-many"         // field, limit, count
	Empty              Code = "empty"            // field
	BadText            Code = "bad-text"         // field: not UTF-8, or control characters
	BadValue           Code = "bad-value"        // field, value
	NoChange           Code = "no-change"        // paragraph: the text is the draft's own
	ParagraphGone      Code = "paragraph-gone"   // paragraph: it was deleted
	NotOnTable         Code = "not-on-table"     // proposal, status
	NotLate            Code = "not-late"         // proposal, status
	NothingToApply     Code = "nothing-to-apply" // proposal: a request or comment has no text to accept
	AlreadyDraft       Code = "already-draft"    // the negotiation has a draft
	NoDraft            Code = "no-draft"
	AlreadyExists      Code = "already-exists" // field, value
	SameKey            Code = "same-key"       // key: it was used for another command
	BadPlace           Code = "bad-place"      // paragraph, after: it cannot stand there
	Busy               Code = "busy"           // too much at once: try again
	Unreadable         Code = "unreadable"     // problem: a file is no document, and what was expected
	Uncombinable       Code = "uncombinable"   // proposal: it must amend this paragraph alone, and something of it must not clash
	NotSatisfied       Code = "not-satisfied"  // proposal: not all that it asks for is in the text
	Unconfirmed        Code = "unconfirmed"    // proposal, delegation: it can be read in two ways, and its author has confirmed none
	NotInDoubt         Code = "not-in-doubt"   // proposal: there is nothing to confirm, or to place
	NoSession          Code = "no-session"     // status: no session is in the state that this takes
	WrongStage         Code = "wrong-stage"    // stage: what is on the floor is not where this takes it from
	FloorMoved         Code = "floor-moved"    // stage, paragraph: the meeting has gone on since the decider looked
	HeldFrozen         Code = "held-frozen"    // paragraph: the meeting is asked to agree to its exact words
	IsSettled          Code = "is-settled"     // paragraph, outcome: it was agreed; the Chair can reopen it
	IsContested        Code = "is-contested"   // paragraph: something is on the table on it
	PenHeld            Code = "pen-held"       // seat, delegation: somebody else has the pen, or has it again
	ListClosed         Code = "list-closed"    // the speakers' list is closed
	NotConnected       Code = "not-connected"  // delegations: they were connected and are not now
	TooLateToObject    Code = "too-late"       // until: the time to object was over
	OtherText          Code = "other-text"     // hash: what is frozen is not the text that was looked at
)

// Codes lists every code, for the catalogues to be checked against.
func Codes() []Code {
	return []Code{Stale, UnknownParagraph, UnknownProposal, UnknownSeat, UnknownNegotiation, NotAllowed, NotYours,
		WindowClosed, CutOffPassed, TooLong, TooMany, Empty, BadText, BadValue, NoChange, ParagraphGone,
		NotOnTable, NotLate, NothingToApply, AlreadyDraft, NoDraft, AlreadyExists, SameKey, BadPlace, Busy, Unreadable,
		Uncombinable, NotSatisfied, Unconfirmed, NotInDoubt, NoSession, WrongStage, FloorMoved, HeldFrozen, IsSettled,
		IsContested, PenHeld, ListClosed, NotConnected, TooLateToObject, OtherText}
}

// Refusal is an answer to a command: nothing is broken, nothing was recorded,
// and the person who asked is told why in their language. It is an error so
// that it can travel; a fault is any other error.
type Refusal struct {
	Code Code
	// Details fill the sentence of the code; the names are listed beside it.
	Details map[string]string
}

// Error gives code and details for a log, in a fixed order. People read the
// sentence of package lang instead.
func (r *Refusal) Error() string {
	var b strings.Builder
	b.WriteString(string(r.Code))
	names := make([]string, 0, len(r.Details))
	for name := range r.Details {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%q", name, r.Details[name])
	}
	return b.String()
}

// Refused gives the Refusal in err, if it holds one.
func Refused(err error) (*Refusal, bool) {
	var r *Refusal
	ok := errors.As(err, &r)
	return r, ok
}

// tooMany refuses a list of more than most things.
func tooMany(field string, n, most int) *Refusal {
	if n <= most {
		return nil
	}
	return Refuse(TooMany, "field", field, "limit", most, "count", n)
}

// Refuse makes a Refusal from a code and its details, name before value. Other
// packages use it where they refuse before the law is asked.
func Refuse(code Code, details ...any) *Refusal {
	r := &Refusal{Code: code, Details: make(map[string]string, len(details)/2)}
	for i := 0; i+1 < len(details); i += 2 {
		r.Details[fmt.Sprint(details[i])] = fmt.Sprint(details[i+1])
	}
	return r
}
