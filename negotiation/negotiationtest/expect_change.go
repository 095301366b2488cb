package negotiationtest

import (
	"fmt"
	"strconv"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// expectChange wants of a change what it is on and says now, and what it waits for:
// `0 on 8@2 "text"`, `0 satisfied by 3`, `0 in conflict with 3 "mine" "theirs"`.
func (p *play) expectChange(w *words, got negotiation.ProposalView) error {
	n := w.number("a change")
	if n < 0 || n >= len(got.Changes) {
		return fmt.Errorf("it has %d changes", len(got.Changes))
	}
	if w.has("on") {
		now := got.Addresses[n] + "@" + strconv.Itoa(got.Changes[n].Base)
		if err := differ("place", now, w.word("a place")); err != nil || !w.quoted() {
			return err
		}
		return differ("text", got.Changes[n].Text, w.quote("a text"))
	}
	want := diff.Satisfied
	if w.has("in conflict with") {
		want = diff.Conflict
	} else if !w.has("satisfied by") {
		return fmt.Errorf("what is change %d?", n)
	}
	r, waits := got.Waits(n)
	if !waits || r.Outcome != want {
		return fmt.Errorf("change %d waits: %v, %+v", n, waits, r)
	}
	if err := differ("because", string(r.Because), w.word("a proposal")); err != nil {
		return err
	}
	return expectClashes(w, r.Clashes)
}

// expectClashes wants the words of both sides of each clash, if any are given.
func expectClashes(w *words, clashes []diff.Clash) error {
	var got, want []string
	for _, c := range clashes {
		got = append(got, c.Mine, c.Theirs)
	}
	for w.quoted() {
		want = append(want, w.quote("words"))
	}
	if len(want) == 0 {
		return nil
	}
	return differ("clashes", strings.Join(got, " | "), strings.Join(want, " | "))
}

// expectParents wants the proposals that another was combined of, and whose each
// stretch of its text is: `1 2 "Member States " "will "=1`.
func expectParents(w *words, got negotiation.ProposalView) error {
	var want []string
	for w.more() && !w.quoted() {
		want = append(want, w.word("a proposal"))
	}
	if err := differ("parents", join(got.Parents), strings.Join(want, " ")); err != nil || !w.more() {
		return err
	}
	return differ("credits", credits(got.Changes[0]), w.quote("credits"))
}

// credits writes a combined text with the proposals that each stretch comes from:
// "Member States {will:1} devote".
func credits(c negotiation.Change) string {
	var b strings.Builder
	for _, credit := range c.Credits {
		if len(credit.From) == 0 {
			b.WriteString(credit.Text)
			continue
		}
		fmt.Fprintf(&b, "{%s:%s}", credit.Text, join(credit.From))
	}
	return b.String()
}
