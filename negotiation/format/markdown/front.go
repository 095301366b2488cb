package markdown

import (
	"regexp"
	"slices"
	"strings"

	"plenary/negotiation"
)

var (
	// upTo matches a line of the cover that says up to when comments came.
	upTo = regexp.MustCompile(`(?i)\b(?:up to|until|hasta el|jusqu’au|jusqu'au|até)\s+(\S.*\d.*)$`)
	// dated matches a line of the cover that is the date of the document.
	dated = regexp.MustCompile(`^(?:\d{1,2}(?:er|\.|º)? (?:de )?\pL+ (?:de )?\d{4}|\pL+ \d{1,2}, \d{4})$`)
)

// sayFront tells what the cover says of who commented, and until when.
func (r *reader) sayFront(d negotiation.Draft) {
	if len(d.Proposals) == 0 {
		return
	}
	r.sayContributors(d)
	cutOff, date, line := "", "", 0
	for _, l := range r.lines {
		if len(r.units) > 0 && l.number >= r.units[0].line {
			break
		}
		words := strings.Trim(l.words, "*")
		if m := upTo.FindStringSubmatch(words[:min(len(words), 200)]); m != nil && cutOff == "" && !isNote(words) {
			cutOff, line = strings.TrimRight(m[1], ".* "), l.number
		}
		if dated.MatchString(words) {
			date = words
		}
	}
	switch {
	case cutOff != "" && date != "":
		r.notices.add(line, negotiation.Info, "cut-off", "comments were received up to %s; the document is of %s", short(cutOff), date)
	case cutOff != "":
		r.notices.add(line, negotiation.Info, "cut-off", "comments were received up to %s", short(cutOff))
	}
}

// sayContributors tells that those whom the note names are those who were found;
// where they are not, each is told by itself.
func (r *reader) sayContributors(d negotiation.Draft) {
	line := 0
	for _, at := range r.listed {
		line = at
	}
	var names []string
	heard := map[string]bool{}
	for _, p := range d.Parties {
		if !r.isListed(string(p.Name)) {
			return
		}
		names = append(names, string(p.Name))
		for _, part := range partsOf(string(p.Name)) {
			heard[part] = true
		}
	}
	for name := range r.listed {
		if !heard[name] {
			return
		}
	}
	if line > 0 {
		slices.Sort(names)
		r.notices.add(line, negotiation.Info, "contributors", "the note on the cover names those whose proposals were found: %s", shortTo(1000, strings.Join(names, ", ")))
	}
}
