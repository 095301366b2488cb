package instruct

import "slices"

// parser walks over the tokens of a text.
type parser struct {
	text   string
	tokens []token
	at     int
	// carry is the paragraph named in front of the last instruction, in which the
	// next one goes on.
	carry string
	// throughout says that the whole draft was named so.
	throughout bool
	// article says that the last number was that of an article, whose paragraphs
	// have numbers of their own.
	article bool
	// joined says that the clause being read is joined to the one before by "and".
	joined bool
	// shouting says that words in capitals are no names.
	shouting bool
}

func (p *parser) now() token { return p.tokens[p.at] }

// next is the nth token from here, or the last one.
func (p *parser) next(n int) token { return p.tokens[min(p.at+n, len(p.tokens)-1)] }

func (p *parser) done() bool { return p.now().kind == endToken }

// take passes over the longest phrase of words that stands here.
func (p *parser) take(words phrases) bool {
	n := words.match(p.tokens[p.at:])
	p.at += n
	return n > 0
}

func (p *parser) peek(words phrases) bool { return words.match(p.tokens[p.at:]) > 0 }

// mark passes over one of the marks.
func (p *parser) mark(marks ...string) bool {
	for _, m := range marks {
		if p.now().kind == markToken && p.now().key == m {
			p.at++
			return true
		}
	}
	return false
}

func (p *parser) colon() bool { return p.mark(":") }

func (p *parser) dash() bool { return p.mark("-", "–", "—") }

func isDash(key string) bool { return key == "-" || key == "–" || key == "—" }

// quote passes over a quotation that is not empty.
func (p *parser) quote() (string, bool) {
	if t := p.now(); t.kind == quoteToken && t.text != "" {
		p.at++
		return t.text, true
	}
	return "", false
}

// after reports whether one of the words was just passed over.
func (p *parser) after(keys ...string) bool {
	return p.at > 0 && slices.Contains(keys, p.tokens[p.at-1].key)
}

// try undoes what f passed over where it is false.
func (p *parser) try(f func() bool) bool {
	at := p.at
	if f() {
		return true
	}
	p.at = at
	return false
}

// atEnd reports whether a sentence, a line or an item of a list ends here.
func (p *parser) atEnd() bool {
	t := p.now()
	switch {
	case t.kind == endToken || t.line:
		return true
	case t.kind != markToken:
		return false
	}
	return t.key == ";" || (t.key == "." || t.key == "!" || t.key == "?") && (p.next(1).gap || p.next(1).kind == endToken)
}
