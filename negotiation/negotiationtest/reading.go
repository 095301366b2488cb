package negotiationtest

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// parseDoubt reads what is said of the words of the newest change of p: how else
// they can be read, how they were marked, or of what paragraph the document says
// that the proposal is. It is false where the next words begin none of these.
func parseDoubt(w *words, p *negotiation.Proposal, doubts *[]negotiation.Doubt) bool {
	last := len(p.Changes) - 1
	if last < 0 {
		return false
	}
	text := p.Changes[last].Text
	switch {
	case w.has("literal"):
		*doubts = append(*doubts, doubt(last, w.quote("a text"), text))
	case w.has("probable"):
		*doubts = append(*doubts, doubt(last, text, w.quote("a text")))
	case w.has("marked"):
		typed := w.quote("a passage")
		if len(*doubts) == 0 {
			w.fail("no other reading stands above the marks %q", typed)
			return true
		}
		(*doubts)[len(*doubts)-1].Typed = diff.ReadMarks(typed).Spans
	default:
		return false
	}
	return true
}

// doubt is a change in doubt, marked as its literal reading has it.
func doubt(change int, literal, probable string) negotiation.Doubt {
	d := negotiation.Doubt{Change: change, Literal: literal, Probable: probable, Typed: diff.Words(probable, literal)}
	for _, span := range d.Typed {
		if span.Op == diff.Delete {
			d.Why = append(d.Why, diff.Finding{Kind: diff.BoldInStruck, Words: strings.TrimSpace(span.Text)})
		}
	}
	return d
}

// parseReading reads "1 as edited with 0@1 "text" because "letter"".
func parseReading(w *words) negotiation.Command {
	c := negotiation.ConfirmReading{Proposal: proposalOf(w)}
	c.Reading, c.Words, c.Word = readingOf(w)
	return c
}

// readingOf reads a reading, its words, and the written word that it rests on.
func readingOf(w *words) (r negotiation.Reading, list []negotiation.ConfirmedWords, word string) {
	if !w.has("as") {
		w.fail(`here "as" is missing`)
	}
	r = negotiation.Reading(w.word("a reading"))
	for w.has("with") {
		change, base := w.index()
		list = append(list, negotiation.ConfirmedWords{Change: change, Base: base, Text: w.quote("a text")})
	}
	return r, list, because(w)
}

// index reads "0@2": change 0, on version 2 of its paragraph.
func (w *words) index() (change, base int) {
	word := w.word("a change")
	first, second, _ := strings.Cut(word, "@")
	change, err := strconv.Atoi(first)
	if err == nil {
		base, err = strconv.Atoi(second)
	}
	if err != nil {
		w.fail("%q is no change on a version", word)
	}
	return change, base
}

// parsePlace reads where a proposal is put, as parseTable reads what is tabled.
func (p *play) parsePlace(w *words, below []line) negotiation.Command {
	c := negotiation.PlaceProposal{Proposal: proposalOf(w)}
	w.has("as")
	var placed negotiation.Proposal
	parseTermsAndDoubts(w, below, p.find, &placed, &c.Doubts)
	c.Changes, c.Reason = placed.Changes, placed.Reason
	return c
}

// parseTermsAndDoubts reads the terms of a line and of those below it.
func parseTermsAndDoubts(w *words, below []line, find finder, p *negotiation.Proposal, doubts *[]negotiation.Doubt) {
	var key string
	parseTerms(w, find, p, &key)
	for _, l := range below {
		term := newWords(l.text)
		switch {
		case parseDoubt(term, p, doubts):
		case p.Received != nil && term.has("unplaced"):
			p.Received.Unplaced = term.word("a number")
		default:
			parseTerms(term, find, p, &key)
		}
		if err := term.end(); err != nil {
			w.fail("line %d: %w", l.number, err)
		}
	}
}

// parseImport reads which section is imported, as a draft or as amendments to the
// one that is there, and below it what was confirmed in writing before.
func (p *play) parseImport(w *words, below []line) negotiation.Command {
	var confirmed []negotiation.ImportedReading
	for _, l := range below {
		said := newWords(l.text)
		said.has("line")
		c := negotiation.ImportedReading{Line: said.number("a line")}
		c.Reading, c.Words, c.Word = readingOf(said)
		if err := said.end(); err != nil {
			w.fail("line %d: %w", l.number, err)
		}
		confirmed = append(confirmed, c)
	}
	if w.has("proposals") {
		section := w.word("a section")
		d := negotiation.Draft{Source: sourceOf(section, p.section(section))}
		if err := parseProposals(p.section(section), p.find, &d); err != nil {
			w.fail("%w", err)
		}
		return negotiation.ImportProposals{Draft: d, Confirmed: confirmed}
	}
	d, err := p.draft(w.word("a section"), w.has("with proposals"))
	if err != nil {
		w.fail("%w", err)
	}
	return negotiation.ImportDraft{Draft: d, Confirmed: confirmed}
}

func sourceOf(name, text string) negotiation.Source {
	sum := sha256.Sum256([]byte(text))
	return negotiation.Source{Name: name, SHA256: hex.EncodeToString(sum[:]), Bytes: len(text)}
}
