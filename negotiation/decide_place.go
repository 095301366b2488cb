package negotiation

import "plenary/diff"

// placeProposal puts a proposal on its paragraph, where the document that it came
// with did not tell on which. It says what its author has said already, so that
// neither window nor cut-off bind it.
func (s State) placeProposal(seat Seat, c PlaceProposal) ([]Event, *Refusal) {
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if !p.Unplaced() {
		return nil, Refuse(NotInDoubt, "proposal", p.ID)
	}
	changes, r := s.readChanges(c.Changes)
	if r != nil {
		return nil, r
	}
	doubts, r := s.readDoubts(changes, c.Doubts)
	if r != nil {
		return nil, r
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return []Event{ProposalPlaced{Proposal: p.ID, Changes: changes, Doubts: doubts, Reason: reason}}, r
}

// readDoubts checks what was read in two ways against the changes that it is about.
func (s State) readDoubts(changes []Change, doubts []Doubt) ([]Doubt, *Refusal) {
	if len(doubts) > len(changes) {
		return nil, Refuse(TooMany, "field", "doubts", "limit", len(changes), "count", len(doubts))
	}
	var list []Doubt
	for i, d := range doubts {
		if d.Change < 0 || d.Change >= len(changes) || changes[d.Change].Kind != Amend || i > 0 && d.Change <= doubts[i-1].Change {
			return nil, Refuse(BadValue, "field", "doubts", "value", d.Change)
		}
		var r *Refusal
		if len(d.Typed) == 0 {
			// It is what documents print.
			return nil, Refuse(Empty, "field", "doubts")
		}
		if d.Literal, r = readText("text", d.Literal, MaxText); r != nil {
			return nil, r
		}
		if d.Probable, r = readWords(d.Probable); r != nil {
			return nil, r
		}
		if own := changes[d.Change].Text; d.Literal == d.Probable || own != d.Literal && own != d.Probable {
			return nil, Refuse(BadValue, "field", "doubts", "value", d.Change)
		}
		if r := readTyped(d); r != nil {
			return nil, r
		}
		list = append(list, d)
	}
	return list, nil
}

// readTyped refuses a passage that no record could keep or no page could show.
func readTyped(d Doubt) *Refusal {
	size := 0
	for _, span := range d.Typed {
		size += len(span.Text)
		if !clean(span.Text) || span.Op > diff.Insert {
			return Refuse(BadText, "field", "doubts")
		}
	}
	for _, f := range d.Why {
		size += len(f.Words) + len(f.Run)
		if !clean(f.Words) || !clean(f.Run) || !clean(string(f.Kind)) {
			return Refuse(BadText, "field", "doubts")
		}
	}
	if size > MaxPassage || len(d.Why) > MaxChanges {
		return Refuse(TooLong, "field", "doubts", "limit", MaxPassage, "length", size)
	}
	return nil
}
