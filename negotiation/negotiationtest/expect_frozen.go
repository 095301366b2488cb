package negotiationtest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plenary/negotiation"
)

// expectFrozen wants the texts that are frozen, each in quotes as frozenText writes it,
// and behind "hash" what is shown of their hash; or "nothing".
func (p *play) expectFrozen(w *words, f *negotiation.Frozen) error {
	if w.has("nothing") {
		if f != nil {
			return fmt.Errorf("frozen is %+v", *f)
		}
		return nil
	}
	if f == nil {
		return fmt.Errorf("nothing is frozen")
	}
	var got, want []string
	for _, t := range f.Texts {
		got = append(got, p.frozenText(t))
	}
	for w.quoted() {
		want = append(want, w.quote("a frozen text"))
	}
	if err := differ("frozen", strings.Join(got, "\n"), strings.Join(want, "\n")); err != nil || !w.has("hash") {
		return err
	}
	return differ("hash", f.Short(), w.word("a hash"))
}

// frozenText writes a frozen text: "7.a@1: meet", "struck 7.b@1: report", "7.c@1 after
// 8: publish" and "after 8: a new one".
func (p *play) frozenText(t negotiation.FrozenText) string {
	var b strings.Builder
	if t.Deleted {
		b.WriteString("struck ")
	}
	if t.Paragraph != "" {
		b.WriteString(p.address(t.Paragraph) + "@" + strconv.Itoa(t.Version))
	}
	if t.After != "" {
		b.WriteString(" after " + p.address(t.After))
	}
	return strings.TrimSpace(b.String()) + ": " + t.Text
}

// expectGavel wants "agreed until 2017-10-16T14:00:10Z present MEXICO absent PERU", or "none".
func expectGavel(w *words, g *negotiation.Gavel) error {
	if w.has("none") {
		if g != nil {
			return fmt.Errorf("the gavel is %+v", *g)
		}
		return nil
	}
	if g == nil {
		return fmt.Errorf("no gavel has fallen")
	}
	if err := differ("outcome", string(g.Outcome.Kind), w.word("an outcome")); err != nil {
		return err
	}
	if w.has("until") {
		if err := sameInstant("until", g.Until, w); err != nil {
			return err
		}
	}
	if w.has("present") {
		if err := differ("present", join(g.Present), strings.Join(w.names("absent"), " ")); err != nil {
			return err
		}
	}
	if w.has("absent") {
		return differ("absent", join(g.Absent), wanted(w))
	}
	return nil
}

// expectObjection wants `MEXICO because "too weak" sent 2017-10-16T14:00:09Z received
// 2017-10-16T14:00:12Z`, or "MEXICO sent at no instant".
func expectObjection(w *words, f negotiation.Floor) error {
	by := negotiation.Delegation(w.word("a delegation"))
	i := slices.IndexFunc(f.Objections, func(o negotiation.Objection) bool { return o.Delegation == by })
	if i < 0 {
		return fmt.Errorf("%s does not object", by)
	}
	o := f.Objections[i]
	if w.has("because") {
		if err := differ("reason", o.Reason, w.quote("a reason")); err != nil {
			return err
		}
	}
	if w.has("sent at no instant") {
		if !o.Sent.IsZero() {
			return fmt.Errorf("sent at %v", o.Sent)
		}
	} else if w.has("sent") {
		if err := sameInstant("sent", o.Sent, w); err != nil {
			return err
		}
	}
	if w.has("received") {
		return sameInstant("received", o.At, w)
	}
	return nil
}

// expectSettled wants an outcome: `agreed on version 2 with 3 in session 1 silent PERU
// absent CHILE because "note"`, `bracketed asked PERU`, `parked to "x" until …`. What
// is not said is not looked at, but for who asked, was silent and absent.
func expectSettled(w *words, para negotiation.ParagraphView) error {
	got, ok := para.Settled()
	if !ok {
		return fmt.Errorf("it is not settled")
	}
	if err := differ("outcome", string(got.Kind), w.word("an outcome")); err != nil {
		return err
	}
	for _, part := range []struct{ words, got string }{
		{"on version", strconv.Itoa(got.Version)}, {"with", string(got.Proposal)}, {"in session", strconv.Itoa(got.Session)},
		{"to", got.To}, {"because", got.Note},
	} {
		if w.has(part.words) {
			if err := differ(part.words, part.got, w.word("what it is")); err != nil {
				return err
			}
		}
	}
	if w.has("until") {
		if err := sameInstant("until", got.Until, w); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		word string
		got  []negotiation.Delegation
	}{{"asked", got.Asked}, {"silent", got.Silent}, {"absent", got.Absent}} {
		var want []string
		if w.has(part.word) {
			want = w.names("asked", "silent", "absent")
		}
		if err := differ(part.word, join(part.got), strings.Join(want, " ")); err != nil {
			return err
		}
	}
	return nil
}

// expectReopened wants of the older settlements of a paragraph how many there were and
// why the newest of them ended: `2 times because "a figure was wrong"`.
func expectReopened(w *words, para negotiation.ParagraphView) error {
	var reasons []string
	for _, s := range para.Settlements {
		if s.Reopened != nil {
			reasons = append(reasons, s.Reopened.Reason)
		}
	}
	if err := differ("times", strconv.Itoa(len(reasons)), w.word("a number")); err != nil {
		return err
	}
	w.has("times")
	if !w.has("because") || len(reasons) == 0 {
		return nil
	}
	return differ("reason", reasons[len(reasons)-1], w.quote("a reason"))
}
