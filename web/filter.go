package web

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"plenary/negotiation"
)

// The filters of the text page, by the value they have in its address.
const (
	showAll       = "all"
	showContested = "contested"
	showMine      = "mine"
	showUntouched = "untouched"
	showDecision  = "decision"
)

// maxQuery bounds what is searched for, in bytes.
const maxQuery = 200

// filter says which paragraphs a reader asked for.
type filter struct {
	show  string
	query string
	mine  negotiation.Delegation
}

// readFilter takes the filter from an address; what is not one shows all.
func readFilter(q url.Values, seat negotiation.Seat) filter {
	f := filter{show: q.Get("show"), query: strings.TrimSpace(q.Get("q")), mine: seat.Delegation}
	f.query = strings.ToValidUTF8(f.query[:min(len(f.query), maxQuery)], "")
	if !slices.Contains(filters(seat), f.show) {
		f.show = showAll
	}
	return f
}

// filters lists what a seat may choose.
func filters(seat negotiation.Seat) []string {
	list := []string{showAll, showContested}
	if seat.Delegation != "" {
		list = append(list, showMine)
	}
	return append(list, showUntouched, showDecision)
}

// all reports whether f leaves nothing out.
func (f filter) all() bool { return f.show == showAll && f.query == "" }

// takes reports whether a paragraph passes f. Headings carry the others and pass
// none of the filters; a search finds them.
func (f filter) takes(s placed, p negotiation.ParagraphView) bool {
	return f.shows(s, p) && (f.query == "" || found(f.query, p))
}

func (f filter) shows(s placed, p negotiation.ParagraphView) bool {
	switch f.show {
	case showContested:
		return s.contested(p.ID)
	case showMine:
		return s.mine(p.ID, f.mine)
	case showUntouched:
		return s.untouched(p)
	case showDecision:
		return s.undecided()[p.ID]
	}
	return true
}

// found reports whether a paragraph has a word that was searched for, or the
// address. Case and accents do not count.
func found(query string, p negotiation.ParagraphView) bool {
	return strings.EqualFold(query, p.Address) || strings.Contains(folded(p.Text), folded(query))
}

// folded gives s without case and accents.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}

// rows gives the paragraphs that pass f, with the headings and chapeaux above
// them as context.
func (f filter) rows(b Base, s placed) []rowPart {
	keep := map[negotiation.ParagraphID]bool{}
	var section, group negotiation.ParagraphID
	for _, p := range s.Paragraphs {
		switch p.Kind {
		case negotiation.Heading:
			section, group = p.ID, ""
		case negotiation.Group:
			group = p.ID
		}
		if f.takes(s, p) {
			keep[p.ID] = true
			for _, above := range []negotiation.ParagraphID{section, group, p.Parent} {
				if _, known := keep[above]; !known {
					keep[above] = false // context, unless it passes itself
				}
			}
		}
	}
	var rows []rowPart
	for _, p := range s.Paragraphs {
		if passes, kept := keep[p.ID]; kept {
			row := s.row(b, p)
			row.Context = !passes
			rows = append(rows, row)
		}
	}
	return rows
}
