package negotiation

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Symbol is the number by which a meeting knows a document, as the Organization of
// American States and the United Nations write it: "TRABAJO/RTP/doc.13/17 rev. 1".
type Symbol struct {
	// Series is all before the number: "TRABAJO/RTP/doc.".
	Series string
	Number int
	// Year is of two digits, or of four where the series has four.
	Year string
	// Revision, Corrigendum and Addendum count from 1; 0 is none.
	Revision, Corrigendum, Addendum int
}

// symbolForm matches a symbol. Its parts behind the year come in this order.
var symbolForm = regexp.MustCompile(`(?i)^(\S.{0,70}?)(\d{1,6})/(\d{2}|\d{4})(?:[ /]?rev\.? ?(\d{1,4}))?(?:[ /]?corr\.? ?(\d{1,4}))?(?:[ /]?add\.? ?(\d{1,4}))?$`)

// ParseSymbol reads a symbol. It is false for one of another form, which a document
// may have all the same: then no next one can be told.
func ParseSymbol(s string) (Symbol, bool) {
	m := symbolForm.FindStringSubmatch(Normal(s))
	if m == nil {
		return Symbol{}, false
	}
	count := func(digits string) int {
		n, _ := strconv.Atoi(digits) // the pattern lets nothing else through but nothing
		return n
	}
	return Symbol{Series: m[1], Number: count(m[2]), Year: m[3],
		Revision: count(m[4]), Corrigendum: count(m[5]), Addendum: count(m[6])}, true
}

// String writes a symbol as it is printed.
func (s Symbol) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%d/%s", s.Series, s.Number, s.Year)
	for _, part := range []struct {
		name string
		n    int
	}{{"rev", s.Revision}, {"corr", s.Corrigendum}, {"add", s.Addendum}} {
		if part.n > 0 {
			fmt.Fprintf(&b, " %s. %d", part.name, part.n)
		}
	}
	return b.String()
}

// canonical is a symbol as it is printed, however it was spelled: "rev.1" is "rev. 1".
func canonical(symbol string) string {
	if s, ok := ParseSymbol(symbol); ok {
		return s.String()
	}
	return symbol
}

// next is the symbol of a document of this kind that follows on s.
func (s Symbol) next(kind IssueKind) Symbol {
	switch kind {
	case RevisedIssue:
		s.Revision, s.Corrigendum, s.Addendum = s.Revision+1, 0, 0
	case CorrectedIssue:
		s.Corrigendum, s.Addendum = s.Corrigendum+1, 0
	case AddedIssue:
		s.Addendum++
	default:
		s.Number, s.Revision, s.Corrigendum, s.Addendum = s.Number+1, 0, 0, 0
	}
	return s
}

// NextSymbol offers the symbol for a document of this kind, of the one with symbol
// of where it follows on another, issued in year. The first of all is the document
// that the draft came in. It is empty where no symbol there is has a known form:
// then the Secretariat has to give one.
func (v View) NextSymbol(kind IssueKind, of string, year int) string {
	taken := map[string]bool{}
	for _, i := range v.Issued {
		taken[canonical(i.Symbol)] = true
	}
	from := of
	if kind == FirstIssue {
		from = v.Cover.Symbol
		if from != "" && len(v.Issued) == 0 {
			return from
		}
		for _, i := range v.Issued {
			if i.Kind == FirstIssue {
				from = i.Symbol
			}
		}
	}
	s, ok := ParseSymbol(from)
	if !ok {
		return ""
	}
	if full := strconv.Itoa(year); kind == FirstIssue && !strings.HasSuffix(full, s.Year) {
		s.Year, s.Number = full[max(0, len(full)-len(s.Year)):], 0 // each year counts anew
	}
	for s = s.next(kind); taken[s.String()]; {
		s = s.next(kind)
	}
	return s.String()
}
