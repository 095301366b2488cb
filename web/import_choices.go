package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"plenary/negotiation"
)

// importChoices are what a person chose on the report of a file. Only what is other
// than what was read is a choice: however many proposals a file has, its form
// carries no more than the fields of the page it shows, and these.
type importChoices struct {
	// Names tells of names at the start of a line whether they are delegations.
	Names map[string]bool
	// Targets are addresses, by the line at which a proposal begins. One that was only
	// left as it was shown is none: what it was read as may be another by now.
	Targets map[int]string
	// Readings are those confirmed beforehand, by the same: Literal, Probable or
	// waits. What is not there goes with the others of its delegation.
	Readings map[int]negotiation.Reading
	// All are the readings of all proposals of a delegation that can be read so,
	// and Words the written word on which a delegation confirms.
	All   map[negotiation.Delegation]negotiation.Reading
	Words map[negotiation.Delegation]string
	// own are words for single proposals, which only scripts give.
	own map[int]string
}

// waits is chosen in place of a reading: the delegation will be asked.
const waits negotiation.Reading = "ask"

// Fields of the form: each with the line or the name behind it.
const (
	fieldName    = "name."
	fieldTarget  = "target."
	fieldWas     = "was." // the target that was read, beside the one typed
	fieldReading = "reading."
	fieldAll     = "all."
	fieldWord    = "word."
)

func newChoices() importChoices {
	return importChoices{Names: map[string]bool{}, Targets: map[int]string{}, Readings: map[int]negotiation.Reading{},
		All: map[negotiation.Delegation]negotiation.Reading{}, Words: map[negotiation.Delegation]string{}, own: map[int]string{}}
}

// readChoices reads what was chosen. What is not a field of the report is passed over.
func readChoices(form url.Values) importChoices {
	c := newChoices()
	for field := range form {
		kind, rest, _ := strings.Cut(field, ".")
		value := strings.TrimSpace(form.Get(field))
		line, notLine := strconv.Atoi(rest)
		switch kind + "." {
		case fieldName:
			if value == "yes" || value == "no" {
				c.Names[rest] = value == "yes"
			}
		case fieldTarget:
			if notLine == nil && value != "" && value != form.Get(fieldWas+rest) {
				c.Targets[line] = value
			}
		case fieldReading:
			if notLine == nil && value != "" {
				c.Readings[line] = negotiation.Reading(value)
			}
		case fieldAll:
			c.All[negotiation.Delegation(rest)] = negotiation.Reading(value)
		case fieldWord:
			c.Words[negotiation.Delegation(rest)] = form.Get(field)
		}
	}
	return c
}

// reading is how a proposal was chosen to be read.
func (c importChoices) reading(p negotiation.ReportedProposal) negotiation.Reading {
	if reading, own := c.Readings[p.Line]; own {
		return reading
	}
	return c.All[p.Delegation]
}

// word is the written word on which a proposal is confirmed.
func (c importChoices) word(p negotiation.ReportedProposal) string {
	if word, own := c.own[p.Line]; own {
		return word
	}
	return c.Words[p.Delegation]
}

// confirmed gives the readings to be recorded with the file. One that would leave
// nothing of a proposal is passed over where it was chosen for all of a delegation,
// so that its author is asked.
func (i *importing) confirmed() ([]negotiation.ImportedReading, error) {
	var list []negotiation.ImportedReading
	seen := map[int]bool{}
	for n, p := range i.Report.Proposals {
		if !p.NeedsConfirmation || seen[p.Line] {
			continue
		}
		seen[p.Line] = true
		reading := i.Choices.reading(p)
		_, own := i.Choices.Readings[p.Line]
		if reading == "" || reading == waits || !own && !i.readable(n, reading) {
			continue
		}
		word := i.Choices.word(p)
		if strings.TrimSpace(word) == "" {
			return nil, missingWord{p.Delegation}
		}
		list = append(list, negotiation.ImportedReading{Line: p.Line, Reading: reading, Word: word})
	}
	return list, nil
}

// readable reports whether proposal n would ask for something if it were read so.
func (i *importing) readable(n int, reading negotiation.Reading) bool {
	p := i.Draft.Proposals[n]
	return !slices.ContainsFunc(p.Received.Doubts, func(d negotiation.Doubt) bool {
		text := d.Probable
		if reading == negotiation.Literal {
			text = d.Literal
		}
		return text != p.Changes[d.Change].Text && text == i.textOf(p.Changes[d.Change].Paragraph)
	})
}

// textOf is what a paragraph says now.
func (i *importing) textOf(id negotiation.ParagraphID) string {
	at := slices.IndexFunc(i.Against, func(p negotiation.PrintedParagraph) bool { return p.ID == id })
	if at < 0 {
		return ""
	}
	return i.Against[at].Text
}

// missingWord refuses to confirm for a delegation without saying where it said so.
type missingWord struct{ delegation negotiation.Delegation }

func (m missingWord) Error() string {
	return "no written word of " + string(m.delegation)
}

// Unwrap is the refusal that a script gets.
func (m missingWord) Unwrap() error { return negotiation.Refuse(negotiation.Empty, "field", "word") }
