package markdown

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/bracketed"
)

// Write writes a document in the form that this package describes. The same
// document gives the same bytes; Read gives back draft and proposals of a
// compilation, and refuses what is derived. Its error is that of w.
func Write(w io.Writer, c negotiation.Compilation) error {
	text := ""
	switch c.What {
	case negotiation.Comments, negotiation.Clean:
		text = compilation(c)
	default:
		text = derived(c)
	}
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

// compilation writes a compilation of comments, or a clean text.
func compilation(c negotiation.Compilation) string {
	p := printer{structure: newStructure(), people: newPeople(nil, nil), at: map[negotiation.ParagraphID]int{}, drafted: drafted(c.Blocks)}
	p.whole = standingIn(c.Blocks, p.drafted)
	for _, name := range slices.Concat(c.States, c.Bodies) {
		for _, part := range partsOf(string(name)) {
			p.people.listed[part] = 1
		}
	}
	noted := p.front(c)
	if !noted && len(c.Blocks) > 0 {
		p.block("---")
	}
	for _, b := range c.Blocks {
		if b.Paragraph != nil {
			p.paragraph(*b.Paragraph)
		} else {
			p.restated(*b.Restated)
		}
	}
	p.back(c)
	return p.out.String()
}

// printer writes blocks one after the other. It knows the structure that the
// reader will have at the same place, and so what the reader would misread.
type printer struct {
	structure
	people // as the note of the document will name them
	out    strings.Builder
	at     map[negotiation.ParagraphID]int
	// drafted are the paragraphs by their address in the compilation.
	drafted map[string]printed
	// whole are all paragraphs that stand, as the reader has them in the end.
	whole structure
	// lettered says that the section has a printed label.
	lettered bool
	// inList and proposal say what was printed last.
	inList, proposal bool
}

// block writes a text that stands by itself.
func (p *printer) block(text string) {
	if p.out.Len() > 0 {
		p.out.WriteString("\n")
	}
	p.out.WriteString(text)
	p.out.WriteString("\n")
	p.inList = false
}

// listed writes an item of a list, which stands close to one before it.
func (p *printer) listed(text string) {
	if p.inList {
		p.out.WriteString(text + "\n")
		return
	}
	p.block(text)
	p.inList = true
}

func (p *printer) paragraph(para negotiation.PrintedParagraph) {
	op := diff.Equal
	if para.Deleted {
		op = diff.Delete
	}
	text := diff.Marked(diff.Script{{Op: op, Text: para.Text}})
	if p.proposal {
		p.inList = false
	}
	switch {
	case para.Kind.IsHeading():
		p.block(p.heading(para, text))
	case para.Kind.Sub():
		p.listed("- " + p.item(para, text))
	case para.Kind == negotiation.Numbered:
		p.block(para.PrintedLabel() + " " + guard(text, func(text string) bool {
			return relabels(para, text) || p.attributes(text) || p.orphans(text) || plainLabel.MatchString(para.Label) && p.otherwiseLabelled()
		}))
	default:
		p.block(guard(text, p.misread))
	}
	p.proposal = false
	p.remember(para)
}

// remember keeps a paragraph as the reader has it while it reads.
func (p *printer) remember(para negotiation.PrintedParagraph) {
	if para.Kind == negotiation.Heading {
		p.lettered = para.PrintedLabel() != ""
	}
	up, ok := p.at[para.Parent]
	if !ok {
		up = -1
	}
	at := len(p.units)
	address := p.address(para.Address)
	p.units = append(p.units, unit{Paragraph: para.Paragraph, address: address, up: up})
	if up >= 0 {
		p.units[up].items = append(p.units[up].items, at)
	}
	p.at[para.ID], p.byAddress[address] = at, at
	if !para.Kind.Sub() {
		p.chapeau = at
	}
}

// heading writes a heading in capitals as it stands in the Forum's form, and any
// other as Markdown has it.
func (p *printer) heading(para negotiation.PrintedParagraph, text string) string {
	label := para.PrintedLabel()
	if label != "" {
		if f := classify(label + " " + text); f.shape == labelled && f.label+"." == label && f.text == text && !p.attributes(text) {
			return label + " " + text
		}
		return "# " + label + " " + guard(text, p.attributes)
	}
	if f := classify(text); f.shape == capitals && !p.proposes(text) && !p.attributes(text) && p.lettered == (para.Kind == negotiation.Group) {
		return text
	}
	sign := "# "
	if para.Kind == negotiation.Group {
		sign = "### "
	}
	return sign + guard(text, func(text string) bool { return headsOtherwise(text) || p.proposes(text) || p.attributes(text) })
}

// headsOtherwise reports whether the reader would find a label in the text of a
// heading that has none.
func headsOtherwise(text string) bool {
	_, _, is := headingLabel(text)
	return is
}

// relabels reports whether the reader would take the label of a numbered paragraph,
// with the text behind it, for anything else.
func relabels(para negotiation.PrintedParagraph, text string) bool {
	f := classify(para.PrintedLabel() + " " + text)
	return f.shape != numbered || f.label+"." != para.PrintedLabel() || f.text != text
}

// attributes reports whether the reader would take words in the brackets of a
// paragraph for a proposal.
func (p *printer) attributes(text string) bool {
	return strings.Contains(text, "[") && len(bracketed.Parse(text, func(line string) []string {
		return attributed(line, p.vouchers(), map[string]negotiation.Delegation{})
	}).Names()) > 0
}

// proposes reports whether the reader would take words for the start of a proposal.
func (p *printer) proposes(words string) bool {
	b, ok := readBy(words, p.vouchers())
	if ok && len(b.unknown) > 0 {
		ok = isName(b.unknown[0])
	}
	return ok || b.read(cutSubmission(strings.TrimRight(words, ":")), p.vouchers())
}

// orphans reports whether the reader would take words that begin with a name for those
// of a delegation.
func (p *printer) orphans(text string) bool { return readStray(text, p.vouchers()) != nil }

// item writes an item of the draft. A bullet behind a proposal on a lettered item
// would be taken for part of the proposal.
func (p *printer) item(para negotiation.PrintedParagraph, text string) string {
	last := p.last()
	if para.Kind == negotiation.Bullet && p.proposal && last != nil && last.Kind.Sub() && last.Kind != negotiation.Bullet {
		return guard(text, func(string) bool { return true })
	}
	if p.attributes(text) || p.orphans(text) {
		return strings.TrimSpace(para.PrintedLabel() + " " + guard(text, func(string) bool { return true }))
	}
	return item(para.PrintedLabel(), text)
}

// item writes the words of an item behind its label, if it has one.
func item(label, text string) string {
	if label != "" {
		return label + " " + guard(text, nothing)
	}
	return guard(text, func(text string) bool {
		_, _, is := itemLabel(text)
		return is || isPageNumber("- "+text)
	})
}

// guard puts a backslash before a text that would be misread, or that begins
// with one that would be taken for ours.
func guard(text string, misread func(string) bool) string {
	// A text that begins with an escaped mark is kept from being misread by that.
	if own, escaped := unescape(text); own != text || !escaped && misread(text) {
		return `\` + text
	}
	return text
}

// nothing is misread.
func nothing(string) bool { return false }

// misread reports whether the reader would take a paragraph without a number
// for something else.
func (p *printer) misread(text string) bool {
	f := classify(text)
	t, _ := cutTag(text)
	numbered := p.chapeau >= 0 && p.units[p.chapeau].Kind == negotiation.Numbered
	return f.shape != prose || find(partsStart, text) != nil || isResidue(text) || opensBlock(text) || p.proposes(text) || startsLower(text) || isTitle(text) || isPageNumber(text) || p.attributes(text) || p.orphans(text) ||
		p.proposal && (t != tag{} || numbered || asks(text))
}
