package instruct

func (p *parser) neighbour(c *clause) bool {
	place := Before
	if p.take(afters) {
		place = After
	} else if !p.take(befores) {
		return false
	}
	if c.place != "" {
		c.wrong = true
	}
	c.place = place
	if words, ok := p.operand(); ok {
		c.set(&c.anchor, words)
		return true
	}
	if p.sentenceNamed(c) {
		return true
	}
	address, ok := p.address()
	c.beside, c.isBeside = address, ok
	return ok
}

// between reads: between "X" and "Y", between paragraphs 4 and 5.
func (p *parser) between(c *clause) bool {
	if !p.take(betweens) || c.place != "" {
		return false
	}
	c.place = After
	if words, ok := p.operand(); ok {
		c.set(&c.anchor, words)
		if !p.take(ands) {
			return false
		}
		c.until, ok = p.operand()
		return ok
	}
	list, _, ok := p.addresses()
	if !ok || len(list) != 2 {
		return false
	}
	c.beside, c.isBeside = list[0], true
	return true
}

func (p *parser) edge(c *clause) bool {
	place := End
	if !p.take(ends) {
		if !p.take(starts) {
			return false
		}
		place = Start
	}
	if c.place != "" {
		c.wrong = true
	}
	c.place = place
	return true
}

func (p *parser) occurrence(c *clause) bool {
	p.mark("(")
	switch {
	case p.take(firstWhere):
		c.nth = 1
	case p.peek(wholeTexts) && p.wholeDraft(c):
	case p.take(alls):
		c.nth = All
		p.wholeDraft(c)
		alone := p.after("throughout", "everywhere", "partout")
		if list, doubt, ok := p.addresses(); !c.everywhere && ok {
			c.in, c.doubt = append(c.in, list...), doubt
		} else {
			c.everywhere = c.everywhere || alone
		}
	default:
		p.take(ins)
		p.take(articles)
		nth, ok := p.ordinal()
		if !ok || !p.take(occurrencesOf) {
			return false
		}
		c.nth = nth
	}
	p.mark(")")
	return true
}

// located reads a place behind a preposition: in paragraph 7, of the first
// sentence.
func (p *parser) located(c *clause) bool {
	if !p.take(ins) {
		return false
	}
	whole := c.whole
	c.whole = nil
	if !p.named(c) {
		return false
	}
	named := c.whole
	c.whole = whole
	c.name(&c.in, named)
	c.inSentence = c.inSentence || c.sentence != 0 && len(c.in) == 0
	return true
}

// named reads a sentence, a line, a chapeau or paragraphs.
func (p *parser) named(c *clause) bool {
	if p.try(func() bool { return p.sentenceNamed(c) }) || p.try(func() bool { return p.lineNamed(c) }) {
		return true
	}
	if p.try(func() bool { p.take(articles); return p.take(chapeauNouns) }) {
		c.chapeau = true
		p.try(func() bool {
			if !p.take(ins) {
				return false
			}
			address, ok := p.address()
			c.whole = append(c.whole, address)
			return ok
		})
		return true
	}
	list, doubt, ok := p.addresses()
	if !ok {
		return false
	}
	c.name(&c.whole, list)
	if doubt != "" {
		c.doubt = doubt
	}
	return true
}

func (p *parser) sentenceNamed(c *clause) bool {
	p.take(articles)
	nth, ok := p.ordinal()
	if !ok || !p.take(sentenceNouns) {
		return false
	}
	if c.sentence != 0 {
		c.wrong = true
	}
	c.sentence = nth
	return true
}

func (p *parser) lineNamed(c *clause) bool {
	p.take(articles)
	_, ordinal := p.ordinal()
	if !p.take(lineNouns) {
		return false
	}
	c.doubt = AtLine
	if ordinal {
		return true
	}
	_, ok := p.label(false)
	p.rangeTo()
	return ok
}

// name adds paragraphs to those named in one role. What hangs below another may
// follow it; a second paragraph elsewhere may not: which is meant is not said.
func (c *clause) name(role *[]string, list []string) {
	for _, address := range list {
		c.wrong = c.wrong || len(*role) > 0 && address != "" && address[0] != '.'
	}
	*role = append(*role, list...)
}
