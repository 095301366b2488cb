package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
)

// number reads a line that begins with a number: a paragraph of the draft, an item
// of a list, more of a sentence, or a paragraph that the open proposal restates.
func (r *reader) number(l, before line, adjacent bool) {
	if adjacent && r.wraps(l, before) {
		r.more(l)
		return
	}
	if l.shape == parted {
		r.parted(l)
		return
	}
	label := r.fullLabel(l)
	switch {
	case r.restatesLabel(l, label):
	case r.inList(l):
		r.item(l)
	default:
		l.label = label
		r.paragraph(negotiation.Numbered, l)
		r.inset = l.inset
	}
}

// parted reads "1.2 Text": below the paragraph 1 it is an item, whose address is then
// what the document prints; elsewhere it is the paragraph 1(2), for an address has a
// full stop only between a paragraph and its item.
func (r *reader) parted(l line) {
	parts := strings.Split(once(l.label), ".")
	bis := l.label[len(once(l.label)):]
	inner := parts[1]
	for _, part := range parts[2:] {
		inner += "(" + part + ")"
	}
	address := parts[0] + "." + addressOf(inner+bis)
	if at := r.chapeau; at >= 0 && r.units[at].Label == parts[0] && r.units[at].Kind == negotiation.Numbered {
		if !r.restatesLabel(l, address) {
			l.label = inner + bis
			r.item(l)
		}
		return
	}
	l.label = parts[0]
	for _, part := range parts[1:] {
		l.label += "(" + part + ")"
	}
	l.label += bis
	if !r.restatesLabel(l, l.label) {
		r.paragraph(negotiation.Numbered, l)
	}
}

// plainLabel matches a number that can begin anew in each article.
var plainLabel = regexp.MustCompile(`^\d{1,3}(?: \w{3,12})?$`)

// fullLabel is the label of a numbered paragraph, with the article or section in
// which its number stands where numbers begin anew in each.
func (r *reader) fullLabel(l line) string {
	if r.within == "" || !plainLabel.MatchString(l.label) {
		return l.label
	}
	return r.within + "(" + l.label + ")"
}

// inList reports whether a number is an item of the list which its paragraph leads
// into: one in brackets, one that stands further in, or one in an article or in a
// paragraph of a resolution, which have labels of another kind.
func (r *reader) inList(l line) bool {
	if r.chapeau < 0 || l.division != noDivision || l.escaped || !plainLabel.MatchString(l.label) {
		return false
	}
	if !(r.otherwiseLabelled() && r.within == "") && !l.brackets && l.inset < r.inset+3 {
		return false
	}
	last := r.last()
	if before := r.digitsBefore(); before != "" {
		return numberIn(l.label) == numberIn(before)+1
	}
	return numberIn(l.label) == 1 && (strings.HasSuffix(last.Text, ":") || len(last.parts) > 0 && strings.HasSuffix(last.parts[len(last.parts)-1], ":"))
}

// otherwiseLabelled reports whether the last numbered paragraph has a label in which a
// number is not all.
func (s *structure) otherwiseLabelled() bool {
	if s.chapeau < 0 {
		return false
	}
	chapeau := s.units[s.chapeau]
	return chapeau.Kind == negotiation.Numbered && !plainLabel.MatchString(chapeau.Label) && !isNested(chapeau.Label)
}

// digitsBefore is the label of the last item with a number in digits, also of one that
// is nested in the last item with a letter.
func (r *reader) digitsBefore() string {
	if items := r.units[r.chapeau].items; r.digits == "" && len(items) > 0 {
		if label := r.units[items[len(items)-1]].Label; isNested(label) && isNumber(innermost(label)) {
			return label
		}
	}
	return r.digits
}

// wraps reports whether a number at the start of a line is one of the sentence
// that the line before it began, and not that of a paragraph.
func (r *reader) wraps(l, before line) bool {
	if !r.unended(before) || resolved.MatchString(l.label) {
		return false
	}
	if r.chapeau < 0 || l.division != noDivision {
		return true
	}
	last := numberIn(r.units[r.chapeau].Label)
	own := numberIn(l.label)
	if l.shape == parted {
		return own != 1 && own != numberIn(r.digits)+1
	}
	return own != last && own != last+1
}

// cites reports whether an item label at the start of a line, which no mark of a list
// stands before, is one that the sentence cites: it goes on with no list.
func (r *reader) cites(l line) bool {
	if _, marked := bulletText(l.words); marked || r.chapeau < 0 {
		return false
	}
	own, letter, before := innermost(l.label), innermost(r.letter), ""
	if items := r.units[r.chapeau].items; len(items) > 0 {
		before = innermost(r.units[items[len(items)-1]].Label)
	}
	switch {
	case own == "a", own == "i", len(own) == 1 && len(letter) == 1 && letter[0]+1 == own[0]:
		return false
	case romanValue(own) > 0 && romanValue(before)+1 == romanValue(own):
		return false
	}
	return r.open == nil || r.open.list == 0
}

// anew finds the labelled headings in which the numbers of paragraphs begin with 1
// again, as those of articles do: by the line of each, what its numbers are given
// with. In a document whose numbers run through there are none.
func anew(lines []line) map[int]string {
	type head struct {
		line
		first int // number of the first paragraph behind it, or 0
	}
	var heads []head
	ones := map[division]int{}
	runs := false // articles whose numbers go on from one to the next
	for _, l := range lines {
		switch {
		case l.numbersIn() != "" && (l.shape == labelled || l.shape == bare || l.shape == sharp):
			heads = append(heads, head{line: l})
		case l.shape == numbered && l.division == noDivision && plainLabel.MatchString(l.label) && !l.brackets && len(heads) > 0:
			last := &heads[len(heads)-1]
			if last.first > 0 {
				continue
			}
			if last.first = numberIn(l.label); last.first == 1 {
				ones[last.division]++
			} else if last.division == article {
				runs = true
			}
		}
	}
	found := map[int]string{}
	for _, h := range heads {
		if h.first == 1 && (h.division == article && !runs || h.division != article && ones[h.division] > 1) {
			found[h.line.number] = h.numbersIn()
		}
	}
	return found
}

// numbersIn is what the numbers in a section are given with: the number of an article
// ("4" of "Article 4", "1" of "Article premier"), or the label of any other.
func (l line) numbersIn() string {
	number := l.form.number
	switch {
	case number == "" || l.division == clause:
		return ""
	case l.division != article:
		return l.label
	}
	if digits := strings.TrimRight(once(number), "erèº°ª"); isNumber(digits) {
		return digits + number[len(once(number)):]
	}
	for _, first := range []string{"prem", "prim", "únic", "uniq"} {
		if strings.HasPrefix(strings.ToLower(number), first) {
			return "1"
		}
	}
	return number
}
