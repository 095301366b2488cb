package instruct

import "strings"

// read makes instructions of a clause; ok is false where it says too little, or
// what no paragraph could be changed by.
func (p *parser) read(c clause) (list []Instruction, ok bool) {
	if c.wrong || !p.resolve(&c) {
		return nil, false
	}
	i := Instruction{Occurrence: c.nth, Sentence: c.sentence, Everywhere: c.everywhere, Chapeau: c.chapeau, Doubt: c.doubt}
	words := append(c.subjects, c.objects...)
	if len(words) > 1 && (c.verb != readVerb || len(words) > 2) {
		return nil, false
	}
	switch c.verb {
	case deleteVerb:
		ok = c.deleted(&i, words)
	case insertVerb:
		ok = c.inserted(&i, words)
	case moveVerb:
		ok = c.moved(&i, words)
	case readVerb:
		ok = c.readAs(&i)
	default:
		ok = c.replaced(&i, words)
	}
	if !ok || c.isNew && i.Verb != InsertParagraph {
		return nil, false
	}
	return c.onEach(i)
}

// onEach gives the instruction once for each paragraph that it is on.
func (c clause) onEach(i Instruction) ([]Instruction, bool) {
	addresses := c.in
	switch i.Verb {
	case InsertParagraph:
		i.unlabel()
		return []Instruction{i}, true
	case DeleteParagraph, ReplaceParagraph, MoveParagraph:
		addresses = c.whole
	}
	if len(addresses) == 0 {
		return []Instruction{i}, true
	}
	if i.Everywhere {
		i.Doubt = Range // all paragraphs of a section, or the contrary of what it says
	}
	if len(addresses) > 1 && (i.Verb == ReplaceParagraph || i.Verb == MoveParagraph) {
		return nil, false
	}
	list := make([]Instruction, 0, len(addresses))
	for _, address := range addresses {
		i.Address, i.Everywhere = address, false
		if i.Verb != ReplaceWords && i.Verb != DeleteWords && i.Verb != InsertWords && isSection(address) {
			i.Doubt = Range
		}
		if i.Verb == ReplaceParagraph {
			i.unlabel()
		}
		list = append(list, i)
	}
	return list, true
}

// isSection reports whether an address is that of a heading, which stands for
// all that is below it when more than its words is meant.
func isSection(address string) bool {
	return address != "" && strings.Trim(address, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// resolve puts the addresses of a clause together: "in paragraph 7, delete
// subparagraph (b)" is on 7.b, and a clause without one goes on where the one
// before it was.
func (p *parser) resolve(c *clause) bool {
	var above, below []string
	for _, address := range c.in {
		if strings.HasPrefix(address, ".") {
			below = append(below, address)
		} else if address != "" {
			above = append(above, address)
		}
	}
	base := p.carry
	if len(above) > 0 {
		base = above[0]
		for _, address := range c.whole {
			if address != "" && address[0] != '.' {
				return false // "items 2 and 3 of paragraph 7"
			}
		}
	}
	for _, list := range [][]string{below, c.whole} {
		for n := range list {
			if !join(base, &list[n]) {
				return false
			}
		}
	}
	switch {
	case !join(base, &c.beside), len(below) > 0 && len(above) > 1:
		return false
	case len(below) > 0:
		above = below
	case len(above) == 0 && len(c.whole) == 0 && base != "" && !c.everywhere:
		above = []string{base}
	}
	c.in = above
	return true
}

// join puts base before an address that hangs below it.
func join(base string, address *string) bool {
	own, relative := strings.CutPrefix(*address, ".")
	switch {
	case !relative || base == "":
		return true
	case !strings.Contains(base, "."):
		*address = base + "." + own
		return true
	case isRoman(own):
		*address = base + "(" + own + ")"
		return true
	}
	return false
}

// newText is the new text of a clause, which for words must stand in quotes.
func (c clause) newText() (text string, bare bool) {
	if c.by != "" {
		return c.by, false
	}
	return c.text, c.unquoted
}

// onPlaces makes places of paragraphs named without a preposition: "7.b: delete
// X".
func (c *clause) onPlaces() { c.in, c.whole = append(c.in, c.whole...), nil }

func (c *clause) deleted(i *Instruction, words []string) bool {
	if len(words) == 0 && c.text != "" && !c.unquoted {
		words = []string{c.text}
	}
	i.Verb = DeleteWords
	switch {
	case c.by != "" || c.instead != "" || c.unquoted || c.isBeside:
		return false
	case c.from != "":
		i.Old, i.Until = c.from, c.until
	case len(words) == 1:
		i.Old, i.Anchor, i.Place = words[0], c.anchor, c.place
	case c.sentence != 0:
		c.onPlaces()
		return !c.inSentence && c.anchor == "" && c.place == ""
	default:
		i.Verb = DeleteParagraph // "Delete." is on the paragraph at which it stands
		return (len(c.whole) > 0 || len(c.in) == 0) && !c.chapeau && c.anchor == "" && c.place == "" && c.nth == 0
	}
	c.onPlaces()
	return c.place == "" || c.anchor != ""
}

func (c *clause) moved(i *Instruction, words []string) bool {
	i.Verb, i.Place, i.To = MoveParagraph, c.place, c.beside
	if len(words) > 0 || len(c.whole) != 1 || c.text != "" || c.sentence != 0 || c.chapeau {
		return false
	}
	if !c.isBeside {
		i.Doubt = NoPlace
	}
	return c.isBeside || c.place != ""
}

// readAs is for what a text is to be: "X" should read "Y", for "X" read "Y",
// paragraph 4 should read: "Y".
func (c *clause) readAs(i *Instruction) bool {
	text, bare := c.newText()
	if len(c.objects) == 1 && text == "" {
		text = c.objects[0]
	} else if len(c.objects) > 0 {
		return false
	}
	old := c.instead
	if len(c.subjects) == 1 {
		old = c.subjects[0]
	}
	if text == "" || c.place != "" || c.isBeside || c.instead != "" && len(c.subjects) > 0 {
		return false
	}
	return c.become(i, old, text, bare)
}

func (c *clause) replaced(i *Instruction, words []string) bool {
	text, bare := c.newText()
	old := ""
	if len(words) == 1 {
		old = words[0]
	} else if c.verb == amendVerb && len(c.whole) == 0 {
		c.in, c.whole = nil, c.in
	}
	if c.instead != "" {
		if c.verb != substituteVerb || text != "" {
			return false
		}
		old, text = c.instead, old
	}
	if text == "" || c.by != "" && c.text != "" || c.isBeside || c.verb == amendVerb && !c.reads && c.by == "" {
		return false
	}
	if old != "" && (c.place != "") != (c.anchor != "") || old == "" && c.place != "" {
		return false
	}
	if c.from != "" {
		old, i.Until = c.from, c.until
	}
	i.Anchor, i.Place = c.anchor, c.place
	return c.become(i, old, text, bare)
}

// become puts text in the place of words, a sentence or a paragraph.
func (c *clause) become(i *Instruction, old, text string, bare bool) bool {
	i.New, i.Old, i.Verb = text, old, ReplaceWords
	switch {
	case old != "":
		c.onPlaces()
		return !bare
	case c.sentence != 0:
		c.onPlaces()
		return !c.inSentence
	}
	i.Verb = ReplaceParagraph
	return len(c.whole) > 0 || len(c.in) == 0
}

func (c *clause) inserted(i *Instruction, words []string) bool {
	i.New, i.Place, i.Anchor, i.Until, i.AsSentence = c.text, c.place, c.anchor, c.until, c.asSentence
	if len(words) == 1 {
		if c.text != "" {
			return false
		}
		i.New = words[0]
	}
	switch {
	case i.New == "" || c.by != "" || c.from != "":
		return false
	case c.instead != "":
		return c.place == "" && c.become(i, c.instead, i.New, c.unquoted)
	case c.isNew || c.isBeside:
		return c.newBeside(i)
	}
	i.Verb = InsertWords
	c.onPlaces()
	if c.place == "" {
		i.Doubt = NoPlace
	}
	return !c.unquoted || c.place != "" && (c.anchor == "" || !strings.ContainsAny(c.text[len(c.text)-1:], ".!?;:,")) && oneSentence(c.text)
}

// oneSentence reports whether text holds no comment behind its first sentence.
func oneSentence(text string) bool { return len(sentences(text)) == 1 && !strings.Contains(text, "; ") }

// newBeside finds the place of a new paragraph: where it is said, else where its
// label belongs.
func (c *clause) newBeside(i *Instruction) bool {
	i.Verb, i.Address = InsertParagraph, c.beside
	parent := ""
	if c.onPlaces(); len(c.in) > 0 {
		parent = c.in[0]
	}
	label := c.label
	if !join(parent, &label) || c.anchor != "" || c.sentence != 0 || len(c.in) > 1 {
		return false
	}
	i.Label = printedLabel(label)
	switch {
	case c.isBeside:
	case c.place != "":
		i.Address = parent
		if !c.item {
			i.Doubt = NoPlace // at the end of a paragraph stands an item, no paragraph
		}
	case label != "":
		i.Address, i.Place = placeOf(label)
	}
	if i.Place == "" {
		i.Doubt = NoPlace
	}
	return true
}
