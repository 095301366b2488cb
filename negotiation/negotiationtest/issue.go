package negotiationtest

import (
	"strconv"

	"plenary/negotiation"
)

// parseIssue reads `"RTP/doc.13/17 rev. 1" as revision of "RTP/doc.13/17" up to 12`:
// a document of the record up to its entry 12, as it stands now.
func (p *play) parseIssue(w *words) negotiation.Command {
	i := negotiation.Issue{Symbol: w.quote("a symbol"), Kind: negotiation.FirstIssue, Words: "en", AsOf: p.now}
	// Its bytes are kept beside the record, which holds their hash only.
	source := sourceOf("", i.Symbol)
	i.Files = []negotiation.IssuedFile{{Format: "md", SHA256: source.SHA256, Bytes: len(i.Symbol) + 1}}
	for w.more() {
		switch {
		case w.has("as it stood at"):
			i.AsOf = parseTime(w)
		case w.has("as"):
			i.Kind = negotiation.IssueKind(w.word("a kind"))
		case w.has("of"):
			i.Of = w.quote("a symbol")
		case w.has("in"):
			i.Words = w.word("a language")
		case w.has("up to"):
			i.Seq = negotiation.Seq(w.number("a number"))
		default:
			w.fail("nobody understands %q", w.word("a term"))
		}
	}
	return negotiation.IssueCompilation{Issue: i}
}

// parsePlaceholder reads `1 of 18 to "Barbados"`, or "to nobody".
func (p *play) parsePlaceholder(w *words) negotiation.Command {
	c := negotiation.AssignPlaceholder{Nth: w.number("a number")}
	w.has("of")
	c.Paragraph, _ = w.place(p.find)
	if !w.has("to nobody") {
		w.has("to")
		c.Owner = w.quote("an owner")
	}
	return c
}

// expectPlaceholder wants an open place to be left to somebody: `1 of 18 is left to
// "Barbados"`, or "to nobody".
func (p *play) expectPlaceholder(w *words) error {
	nth := w.number("a number")
	w.has("of")
	address := w.word("an address")
	para, _ := p.view(p.audience(negotiation.SystemSeat)).Paragraph(address)
	w.has("is left to")
	want := ""
	if !w.has("nobody") {
		want = w.quote("an owner")
	}
	return differ("owner of "+strconv.Itoa(nth)+" of "+address, para.Owners[nth], want)
}

// expectDocuments wants exactly these documents to have been issued, oldest first.
func (p *play) expectDocuments(w *words) error {
	var got, want []string
	for _, i := range p.view(p.audience(negotiation.SystemSeat)).Issued {
		got = append(got, i.Symbol)
	}
	for w.quoted() {
		want = append(want, w.quote("a symbol"))
	}
	return differ("documents", join(got), join(want))
}
