package markdown

import (
	"strconv"

	"plenary/negotiation"
)

// printed is a paragraph of the draft as the document shows it.
type printed struct {
	// address is the one by which the reader finds it. It is another than that
	// in the compilation where paragraphs without a printed label were inserted
	// or moved: the reader counts those as they stand.
	address string
	text    string
	struck  bool
}

// drafted gives the paragraphs of a compilation by their address in it.
func drafted(blocks []negotiation.Block) map[string]printed {
	var list []negotiation.Paragraph
	counts := map[string]int{}
	for _, b := range blocks {
		if b.Paragraph == nil {
			continue
		}
		para := b.Paragraph.Paragraph
		if para.PrintedLabel() == "" {
			para.Label = counted(counts, para.Kind, para.Parent)
		}
		list = append(list, para)
	}
	addresses := negotiation.Addresses(list)
	found := map[string]printed{}
	for _, b := range blocks {
		if b.Paragraph != nil {
			found[b.Paragraph.Address] = printed{addresses[b.Paragraph.ID], b.Paragraph.Text, b.Paragraph.Deleted}
		}
	}
	return found
}

// counted is the label of the next paragraph of a kind, below a parent, that
// prints none.
func counted(counts map[string]int, kind negotiation.Kind, parent negotiation.ParagraphID) string {
	names := map[negotiation.Kind]string{negotiation.Bullet: "bullet", negotiation.Plain: "par",
		negotiation.Group: "group", negotiation.Heading: "heading"}
	key := string(parent) + "/" + names[kind]
	counts[key]++
	return names[kind] + strconv.Itoa(counts[key])
}

// address is the one by which the reader finds a paragraph.
func (p *printer) address(own string) string {
	if para, ok := p.drafted[own]; ok {
		return para.address
	}
	return own
}

// older is the version that a line is written on, or 0 where that has the words
// of today.
func (p *printer) older(l negotiation.Line) int {
	if l.Change != negotiation.Amend && l.Change != negotiation.Delete || l.Redline.Before() == p.drafted[l.Address].text {
		return 0
	}
	return l.Base
}

// onVersion writes an address, with the version where it is not that of today.
func onVersion(address string, version int) string {
	if version > 0 {
		return address + ", version " + strconv.Itoa(version)
	}
	return address
}

// standingIn is the draft of a compilation as the reader has it in the end: the
// paragraphs that stand, by their words and the address in the document.
func standingIn(blocks []negotiation.Block, drafted map[string]printed) structure {
	s := newStructure()
	for _, b := range blocks {
		if b.Paragraph == nil || b.Paragraph.Deleted {
			continue
		}
		address := drafted[b.Paragraph.Address].address
		s.byAddress[address] = len(s.units)
		s.units = append(s.units, unit{Paragraph: b.Paragraph.Paragraph, address: address, up: -1})
	}
	return s
}
