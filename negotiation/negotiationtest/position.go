package negotiationtest

import (
	"fmt"
	"strings"

	"plenary/negotiation"
)

// parsePosition reads `supports-if "the funds are found" of 3 to the chair for GRULAC`,
// `opposes of paragraph 7.a@1`, and "nothing of 3", which takes it back.
func (p *play) parsePosition(seat negotiation.SeatID, w *words) negotiation.Command {
	var c negotiation.TakePosition
	if !w.has("nothing") {
		c.Position.Kind = negotiation.PositionKind(w.word("a position"))
	}
	if w.quoted() {
		c.Position.Text = w.quote("a condition")
	}
	if !w.has("of") {
		w.fail(`here "of" is missing`)
	}
	if w.has("paragraph") {
		c.Position.Paragraph, c.Position.Version = w.place(p.find)
	} else {
		c.Position.Proposal = proposalOf(w)
	}
	c.Position.ToChair = w.has("to the chair")
	c.Position.By = sayingFor(w)
	c.Looked = p.seen(seat, w).record
	return c
}

// parseGroup reads "GRULAC of MEXICO PERU led by MEXICO"; without members the group ends.
func parseGroup(w *words) negotiation.Command {
	g := negotiation.DelegationGroup{Name: negotiation.Delegation(w.word("a group"))}
	if w.has("of") {
		g.Members = delegationsOf(w.names("led"))
	}
	if w.has("led by") {
		g.Speaker = negotiation.Delegation(w.word("a delegation"))
	}
	return negotiation.NameGroup{Group: g}
}

// expectPositions wants exactly these positions of a proposal or paragraph in the view
// of a seat: `1 "PERU opposes" "CHILE supports via GRULAC"`, "paragraph 7.a nothing".
func (p *play) expectPositions(w *words, v negotiation.View) error {
	var taken []negotiation.Taken
	if w.has("paragraph") {
		address := w.word("an address")
		para, ok := v.Paragraph(address)
		if !ok {
			return fmt.Errorf("the draft has no paragraph %s", address)
		}
		taken = para.Positions
	} else {
		id := proposalOf(w)
		prop, ok := v.Proposal(id)
		if !ok {
			return fmt.Errorf("there is no proposal %s", id)
		}
		taken = prop.Positions
	}
	var got, want []string
	for _, t := range taken {
		got = append(got, asHeard(t))
	}
	for w.more() && !w.has("nothing") {
		want = append(want, w.quote("a position"))
	}
	return differ("positions", strings.Join(got, "\n"), strings.Join(want, "\n"))
}

// asHeard writes a position as the scenarios have it: "PERU supports-if (the funds are
// found) to the chair via GRULAC of 2, stale, relayed".
func asHeard(t negotiation.Taken) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", t.By, t.Kind)
	if t.Text != "" {
		fmt.Fprintf(&b, " (%s)", t.Text)
	}
	if t.ToChair {
		b.WriteString(" to the chair")
	}
	writeNonEmpty(&b, " via ", join(t.Via))
	writeNonEmpty(&b, " of ", string(t.On))
	if t.Stale {
		b.WriteString(", stale")
	}
	if t.Relayed {
		b.WriteString(", relayed")
	}
	return b.String()
}
