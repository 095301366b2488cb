package negotiationtest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"plenary/negotiation"
)

// form is one of the forms of a line of a draft.
type form struct {
	kind negotiation.Kind
	line *regexp.Regexp
}

// forms are tried in order; the label is the first group, the text the second.
func forms() []form {
	return []form{
		{negotiation.Group, regexp.MustCompile(`^##()\s+(.+)$`)},
		{negotiation.Heading, regexp.MustCompile(`^#()\s+(.+)$`)},
		{negotiation.Heading, regexp.MustCompile(`^([A-Z])\.\s+(.+)$`)},
		{negotiation.Numbered, regexp.MustCompile(`^(\d+(?: [a-z]+)?)\.\s+(.+)$`)},
		{negotiation.Plain, regexp.MustCompile(`^>()\s+(.+)$`)},
		{negotiation.Bullet, regexp.MustCompile(`^-\s+\*()\s+(.+)$`)},
		{negotiation.Lettered, regexp.MustCompile(`^-\s+([a-z](?: [a-z]+)?)\.\s+(.+)$`)},
		{negotiation.Roman, regexp.MustCompile(`^-\s+([ivxlc]+)\)\s+(.+)$`)},
	}
}

// ParseDraft reads a draft in the line form of the scenarios.
func ParseDraft(text string) (negotiation.Draft, error) {
	d := negotiation.Draft{Source: negotiation.Source{Name: "draft.txt", Bytes: len(text)}}
	var section, chapeau negotiation.ParagraphID
	count := map[string]int{}
	for _, row := range strings.Split(text, "\n") {
		if strings.TrimSpace(row) == "" {
			continue
		}
		p, err := parseParagraph(strings.TrimSpace(row))
		if err != nil {
			return d, err
		}
		p.ID, p.Version = negotiation.ParagraphID("p"+strconv.Itoa(len(d.Paragraphs)+1)), 1
		switch {
		case p.Kind == negotiation.Heading:
			section = p.ID
		case p.Kind == negotiation.Group:
			p.Parent = section
		case p.Kind.Sub():
			p.Parent = chapeau
		default:
			chapeau = p.ID
		}
		if p.Label == "" {
			stem := map[negotiation.Kind]string{negotiation.Bullet: "bullet", negotiation.Group: "group", negotiation.Plain: "par", negotiation.Heading: "heading"}[p.Kind]
			count[string(p.Parent)+stem]++
			p.Label = stem + strconv.Itoa(count[string(p.Parent)+stem])
		}
		d.Paragraphs = append(d.Paragraphs, p)
	}
	return d, nil
}

func parseParagraph(row string) (negotiation.Paragraph, error) {
	for _, f := range forms() {
		if m := f.line.FindStringSubmatch(row); m != nil {
			return negotiation.Paragraph{Kind: f.kind, Label: m[1], Text: m[2]}, nil
		}
	}
	return negotiation.Paragraph{}, fmt.Errorf("no paragraph has the form of %q", row)
}

// parseSeats reads lines such as "mexico delegate MEXICO", "cosate delegate
// COSATE body" and "reader delegate PERU reading"; names of two words stand in quotes.
func parseSeats(text string) ([]negotiation.OpenSeat, error) {
	var seats []negotiation.OpenSeat
	for _, row := range strings.Split(text, "\n") {
		if strings.TrimSpace(row) == "" {
			continue
		}
		w := newWords(row)
		seat := parseSeat(w)
		if err := w.end(); err != nil {
			return nil, fmt.Errorf("seat %q: %w", row, err)
		}
		seats = append(seats, seat)
	}
	return seats, nil
}

func parseSeat(w *words) negotiation.OpenSeat {
	open := negotiation.OpenSeat{Kind: negotiation.MemberState}
	open.Seat.ID = negotiation.SeatID(w.word("the id of a seat"))
	open.Seat.Role = negotiation.Role(w.word("a role"))
	open.Seat.MayTable = open.Seat.Role == negotiation.Delegate
	for w.more() {
		switch {
		case w.has("body"):
			open.Kind = negotiation.ConsultativeBody
		case w.has("reading"):
			open.Seat.MayTable = false
		case w.has("kind"):
			open.Kind = negotiation.PartyKind(w.word("a kind"))
		default:
			open.Seat.Delegation = negotiation.Delegation(w.word("a delegation"))
		}
	}
	return open
}
