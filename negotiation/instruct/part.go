package instruct

// clause is what one verb with what belongs to it says, in the order-free form
// that the four languages share.
type clause struct {
	verb verbKind
	// subjects are quotations before the verb, objects those behind it.
	subjects, objects []string
	by, instead       string
	from, until       string
	anchor            string
	place             Place
	// in are the paragraphs named with a preposition, whole those named without,
	// beside the one before or after which something goes.
	in, whole []string
	beside    string
	isBeside  bool
	sentence  Nth
	// inSentence says that the sentence was named as a place.
	inSentence bool
	chapeau    bool
	nth        Nth
	everywhere bool
	// isNew says that a new paragraph was named, label and item what it is.
	isNew, item bool
	label       string
	asSentence  bool
	inPlace     bool // "instead", "in its place"
	text        string
	unquoted    bool // of text
	reads       bool // text was led to by words such as "to read as follows"
	doubt       Doubt
	// wrong says that two things were said where one can be meant.
	wrong bool
}

// part reads one part of a clause, in whatever place it stands.
func (p *parser) part(c *clause) bool {
	for _, form := range []func(*clause) bool{
		p.occurrence, p.replacement, p.insteadOf, p.stretch, p.newParagraph, p.newSentence, p.edge, p.neighbour, p.between,
		p.reading, p.given, p.filler, p.located, p.object, p.named,
	} {
		was := *c
		if p.try(func() bool { return form(c) }) {
			return true
		}
		*c = was
	}
	return false
}

func (p *parser) filler(c *clause) bool {
	if p.take(instead) {
		c.inPlace = true
		return true
	}
	return p.take(fillers)
}

// operand reads quoted words with the noun before them: the words "X". Without
// quotes it takes what has certain limits: one word behind "the word", a name in
// capitals, a mark by its name.
func (p *parser) operand() (words string, ok bool) {
	ok = p.try(func() bool {
		switch {
		case p.take(commas):
			words = ","
			return true
		case p.take(semicolons):
			words = ";"
			return true
		}
		p.take(articles)
		one := p.peek(oneWordNouns)
		noun := p.take(wordNouns)
		p.take(colons)
		p.colon()
		if words, ok = p.quote(); ok {
			return true
		}
		t := p.now()
		if t.kind != wordToken || !one && !p.isName(t) || one && !noun {
			return false
		}
		p.at++
		words = t.text
		return one || !p.peek(headNouns)
	})
	return words, ok
}

// isName reports whether a word is known by its capitals for a name: COSATE.
func (p *parser) isName(t token) bool {
	const shortest = 3
	if p.shouting || len(t.text) < shortest {
		return false
	}
	for _, r := range t.text {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return !isRoman(t.key)
}

// set gives field what was read, once.
func (c *clause) set(field *string, words string) {
	if *field != "" {
		c.wrong = true
	}
	*field = words
}

func (p *parser) replacement(c *clause) bool {
	words := bys
	if c.verb == changeVerb {
		words = changes
	}
	if c.verb == noVerb || c.verb == deleteVerb || c.verb == insertVerb || !p.take(words) {
		return false
	}
	if by, ok := p.operand(); ok {
		c.set(&c.by, by)
		return true
	}
	p.take(articles)
	named := p.take(colons)
	return (named || c.objects == nil) && p.content(c, true)
}

func (p *parser) insteadOf(c *clause) bool {
	if c.verb == substituteVerb && p.take(frenchTo) || p.take(fors) {
		p.colon()
		words, ok := p.operand()
		c.set(&c.instead, words)
		return ok
	}
	return false
}

// stretch reads: from "X" to "Y".
func (p *parser) stretch(c *clause) bool {
	if !p.take(froms) {
		return false
	}
	from, ok := p.operand()
	if !ok || !p.take(untils) {
		return false
	}
	c.set(&c.from, from)
	c.until, ok = p.operand()
	return ok
}

// object reads words that the verb is about.
func (p *parser) object(c *clause) bool {
	words, ok := p.operand()
	switch {
	case !ok, len(c.objects) > 0: // a second one belongs to the next instruction
		return false
	case c.verb == noVerb && p.tokens[p.at-1].kind != quoteToken:
		return false // it may be who speaks
	case c.verb == noVerb:
		c.subjects = append(c.subjects, words)
	default:
		c.objects = append(c.objects, words)
	}
	return true
}
