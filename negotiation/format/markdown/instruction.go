package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// instructed reads an amendment that says what is to be done instead of doing it.
// What can be carried out in one way only becomes changes, anything else a request.
func (s *resolver) instructed(it piece, marked diff.Reading) bool {
	text := plainText(marked)
	list, ok := instruct.Parse(text)
	if !ok || s.target >= 0 && s.quotesAll(text, marked) {
		return false
	}
	if slices.ContainsFunc(list, func(i instruct.Instruction) bool { return i.Everywhere }) {
		s.onWholeDraft(it, list)
		return true
	}
	o := orders{resolver: s, texts: map[int]string{}, touched: map[int]bool{}}
	for _, i := range list {
		o.carryOut(i)
		if reason := strings.TrimSpace(s.reason + " " + i.Comment); len(reason) <= negotiation.MaxReason {
			s.reason = reason
		}
	}
	if len(o.astray) > 0 && len(o.astray) == len(list) || !o.begun && o.why != "" {
		named := s.firstWords()
		if len(o.astray) > 0 && strings.Contains(s.src[s.start:s.end], o.astray[0]) {
			named = o.astray[0]
		}
		s.unplace(named)
		s.note(it.line, negotiation.Ask, "unplaced", "%s: the draft holds no paragraph for it (%s); the words were kept, to be put on their paragraph by hand", s.names[0], short(named))
		return true
	}
	if len(o.astray) > 0 {
		o.why = "there is no " + short(o.astray[0]) + " in the draft"
	}
	if o.why != "" {
		s.add(negotiation.Change{Kind: negotiation.RequestText, Paragraph: s.id(o.on), Text: it.text()})
		s.note(it.line, negotiation.Ask, "request", "%s: kept as a request, because %s", s.who(o.on), o.why)
		return true
	}
	for _, at := range o.amended {
		own := s.units[at]
		s.add(negotiation.Change{Kind: negotiation.Amend, Paragraph: own.ID, Text: o.texts[at]})
		o.said = append(o.said, own.address+": "+spell(compare(own.Text, o.texts[at])))
	}
	for _, c := range o.changes {
		s.add(c)
	}
	s.note(it.line, negotiation.Info, "instruction", "%s: the instruction %s was carried out: %s", s.names[0], quoteOf(it), shortTo(1000, strings.Join(o.said, "; ")))
	return true
}

// quotesAll reports whether a text that begins like an instruction is the paragraph
// that it is on, written out.
func (s *resolver) quotesAll(text string, marked diff.Reading) bool {
	const whole = 0.8
	likeness := bagOf(text).like(s.bag(s.target), 0)
	return likeness >= whole || marked.HasMarks && likeness >= restates
}

// orders are the instructions of one passage, carried out as far as they can be.
type orders struct {
	*resolver
	// on is the first paragraph that they are on.
	on    int
	begun bool
	// texts are the words of the amended units so far; amended are those in order.
	texts   map[int]string
	amended []int
	changes []negotiation.Change
	// touched are the units that something is done to as a whole.
	touched map[int]bool
	astray  []string
	said    []string
	// why is the first reason for which they cannot be carried out.
	why string
}

func (o *orders) carryOut(i instruct.Instruction) {
	at, ok := o.at(i.Address)
	if !ok {
		o.astray = append(o.astray, cmp.Or(i.Address, o.firstWords()))
		return
	}
	if !o.begun && at >= 0 {
		o.on, o.begun = at, true
	}
	if i.Doubt != "" {
		o.refuse("it " + doubtful(i.Doubt))
		return
	}
	o.do(i, at)
}

// at is the unit with an address, seen from where the passage stands or says it is.
func (o *orders) at(address string) (int, bool) {
	here := o.place
	if o.target >= 0 && o.passage.on != "" {
		here = o.target
	}
	if address == "" || o.directed {
		return here, here >= 0
	}
	at, known := o.find(o.called(address), here)
	return at, known && at >= 0
}

// called is an address with the word that the passage has before it, if that says
// that it is an article.
func (o *orders) called(address string) string {
	words := strings.ToLower(o.src[o.start:o.end])
	for _, word := range []string{"article ", "artículo ", "artigo ", "art. "} {
		if strings.Contains(words, word+strings.ToLower(address)) {
			return "Article " + address
		}
	}
	return address
}

func (o *orders) refuse(why string) {
	if o.why == "" {
		o.why = why
	}
}

// doubtful says why an instruction can be carried out in no way, or in several.
func doubtful(d instruct.Doubt) string {
	switch d {
	case instruct.AtLine:
		return "names a line, which is another in every print"
	case instruct.NoPlace:
		return "does not say where the words are to stand"
	case instruct.Conditional:
		return "is asked, or holds only on a condition"
	case instruct.Alternative:
		return "leaves a choice"
	case instruct.Range:
		return "names paragraphs from one to another, and not one by one"
	case instruct.ManyParagraphs:
		return "gives more than one paragraph"
	}
	return "can be read in several ways"
}

func (o *orders) do(i instruct.Instruction, at int) {
	switch i.Verb {
	case instruct.DeleteParagraph:
		o.whole(at, negotiation.Change{Kind: negotiation.Delete, Paragraph: o.id(at)}, o.units[at].address+" deleted")
	case instruct.InsertParagraph:
		o.insert(i, at)
	case instruct.MoveParagraph:
		o.move(i, at)
	default:
		if problem := o.reword(i, at); problem != "" {
			o.refuse(problem)
		}
	}
}

// whole does something to a unit as a whole.
func (o *orders) whole(at int, c negotiation.Change, said string) {
	if _, reworded := o.texts[at]; reworded || o.touched[at] {
		o.refuse("it does two things to " + o.units[at].address)
		return
	}
	o.touched[at] = true
	o.changes = append(o.changes, c)
	o.said = append(o.said, said)
}

// reword changes the words of a unit, on top of what was done to them before, and
// says why that cannot be, if it cannot.
func (o *orders) reword(i instruct.Instruction, at int) string {
	before, again := o.texts[at]
	if !again {
		before = o.units[at].Text
	}
	if o.touched[at] {
		return "it does two things to " + o.units[at].address
	}
	after, problem := i.Apply(before)
	if problem.Code == instruct.Applied {
		after = negotiation.Normal(after)
		if !differs(o.units[at].Text, after) {
			problem.Code = instruct.Same
		}
	}
	switch problem.Code {
	case instruct.Applied:
	case instruct.NotFound:
		return fmt.Sprintf("%s does not hold %s", o.units[at].address, single(problem.Words))
	case instruct.Several:
		return fmt.Sprintf("%s stands %d times in %s", single(problem.Words), problem.Found, o.units[at].address)
	case instruct.Same:
		return o.units[at].address + " would stay as it is"
	case instruct.TooLong:
		return o.units[at].address + " would be too long"
	default:
		return "it can be read in several ways"
	}
	if !again {
		o.amended = append(o.amended, at)
	}
	o.texts[at] = after
	return ""
}
