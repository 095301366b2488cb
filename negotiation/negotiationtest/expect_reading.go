package negotiationtest

import (
	"fmt"
	"strconv"

	"plenary/negotiation"
)

// expectReading holds a proposal to how it is read and where it is put:
// "is unconfirmed", `is confirmed as literal by mexico because "letter"`,
// "is unplaced", "is placed". It is false where the line is none of these.
func expectReading(w *words, got negotiation.ProposalView) (known bool, err error) {
	switch {
	case w.has("is unconfirmed"):
		return true, differ("unconfirmed", strconv.FormatBool(got.Unconfirmed()), "true")
	case w.has("is unplaced"):
		return true, differ("unplaced", strconv.FormatBool(got.Unplaced()), "true")
	case w.has("is placed"):
		return true, differ("placed", strconv.FormatBool(got.Placed > 0 && !got.Unplaced()), "true")
	case w.has("is confirmed as"):
		return true, expectConfirmation(w, got)
	}
	return false, nil
}

func expectConfirmation(w *words, got negotiation.ProposalView) error {
	want := w.word("a reading")
	c := got.Confirmed
	if c == nil || got.Unconfirmed() {
		return fmt.Errorf("it is not confirmed as %s", want)
	}
	if err := differ("reading", string(c.Reading), want); err != nil {
		return err
	}
	if w.has("by") {
		if err := differ("seat", string(c.Seat), w.word("a seat")); err != nil {
			return err
		}
	}
	if !w.has("because") {
		return nil
	}
	return differ("word", c.Word, w.quote("a word"))
}
