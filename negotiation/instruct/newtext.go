package instruct

import "strings"

// newParagraph reads "a new paragraph 5 bis", "the following subparagraph (d)".
func (p *parser) newParagraph(c *clause) bool {
	if c.isNew || c.verb != noVerb && c.verb != insertVerb {
		return false
	}
	p.take(asWords)
	article := strings.ToLower(p.now().text)
	isNew, bare := article != "à" && p.take(indefinites), !p.peek(articles)
	p.take(articles)
	if p.now().key == "following" && bare && !isNew {
		return false // "following paragraph 7" is after it
	}
	for n := 0; n < 2 && p.take(newWords); n++ {
		isNew = true
	}
	switch {
	case p.try(func() (ok bool) { c.label, ok = p.resolution(); return ok }):
	case p.take(newSubNouns):
		c.item = true
		isNew = isNew && (article != "a" || !p.after("alinea", "letra"))
	case p.take(newNouns):
	case !p.try(func() (ok bool) { c.label, ok = p.bare(); return ok && isRepeated(c.label) }):
		return false
	}
	for n := 0; n < 2 && p.take(newWords); n++ {
		isNew = true
	}
	p.take(asWords)
	if c.label == "" {
		p.try(func() (ok bool) { c.label, ok = p.newLabel(); return ok })
	}
	isNew = isNew || article == "paragraph" && c.label == "" && c.verb == insertVerb
	isNew = isNew || p.try(func() bool { return p.mark("(") && p.take(newWords) && p.mark(")") })
	c.isNew = isNew || isRepeated(c.label) && c.verb == insertVerb
	return c.isNew
}

// newLabel reads the label of a new paragraph in the form of an address.
func (p *parser) newLabel() (string, bool) {
	label := ""
	if p.try(func() (ok bool) { label, ok = p.subLabel(); return ok }) {
		return "." + label, true
	}
	return p.bare()
}

func (p *parser) newSentence(c *clause) bool {
	if c.verb != insertVerb || !p.take(newSentences) {
		return false
	}
	c.asSentence = true
	if p.at > 1 && p.tokens[p.at-2].key == "final" && c.place == "" {
		c.place = End
	}
	return true
}

// reading reads the new text behind words that lead to it.
func (p *parser) reading(c *clause) bool {
	if c.verb == noVerb || c.verb == deleteVerb || !p.take(readings) {
		return false
	}
	p.take(colons)
	c.reads = true
	return p.content(c, true)
}

// given reads the new text behind a colon.
func (p *parser) given(c *clause) bool {
	switch c.verb {
	case noVerb:
		return false
	case replaceVerb, substituteVerb, changeVerb, deleteVerb:
		if p.try(func() bool { return p.colon() && p.object(c) }) {
			return true
		}
	}
	p.take(colons)
	dash := p.dash()
	return (dash || p.colon()) && p.content(c, !dash)
}

// content reads a quotation, or, where it may be bare, all that is left.
func (p *parser) content(c *clause, mayBeBare bool) bool {
	if c.text != "" {
		return false
	}
	colon := p.colon() || p.after(":")
	if words, ok := p.quote(); ok {
		// A quotation with more behind it is one if it is long, or if the rest
		// could not be text; else it is the start of a text without quotes.
		const long = 4 // spaces
		if p.atEnd() || !colon || len(c.objects)+len(c.subjects) > 0 || c.anchor != "" || strings.Count(words, " ") >= long || strings.ContainsAny(words[len(words)-1:], ".;:!?") {
			c.text = words
			return true
		}
		p.at--
	}
	if !mayBeBare || !colon || p.done() || p.hidesInstruction() {
		return false
	}
	rest := p.text[p.now().start:]
	if strings.Contains(strings.ReplaceAll(strings.TrimSpace(rest), "\r", ""), "\n\n") {
		c.doubt = ManyParagraphs
	}
	c.text, c.unquoted = plain(rest), true
	p.at = len(p.tokens) - 1
	return true
}

// hidesInstruction reports whether another instruction begins in what is left,
// so that a text without quotes has no certain end.
func (p *parser) hidesInstruction() bool {
	at := p.at
	defer func() { p.at = at }()
	for ; !p.done(); p.at++ {
		if p.at == at || !p.atEnd() && !p.now().line {
			continue
		}
		here := p.at
		p.separate()
		if p.verb() != noVerb {
			p.take(articles)
			p.take(wordNouns)
			if t := p.now(); t.kind == quoteToken || p.peek(headNouns) && p.next(1).key != "" && isNumber(p.next(1).key) {
				return true
			}
		}
		p.at = here
	}
	return false
}
