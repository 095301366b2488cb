package instruct

// remark passes over a sentence and gives it. Negative says that it denies
// something.
func (p *parser) remark(start int) (said string, negative bool) {
	p.at = start
	depth := 0
	for ; !p.done(); p.at++ {
		t := p.now()
		switch {
		case p.at > start && (t.line || depth <= 0 && p.atEnd()):
			return p.words(start), negative
		case t.key == "(":
			depth++
		case t.key == ")":
			depth--
		}
		negative = negative || p.peek(negations)
	}
	return p.words(start), negative
}

// words are those from a token to here.
func (p *parser) words(start int) string {
	if p.at == start {
		return ""
	}
	return plain(p.text[p.tokens[start].start:p.tokens[p.at-1].end])
}

// preamble reads what leads politely to an instruction: "Mexico proposes to",
// "please", "Proposal 3:".
func (p *parser) preamble() bool {
	const longest = 12
	if p.take(labels) {
		p.label(false)
		return p.colon() || p.dash() || p.mark(".")
	}
	if p.try(func() bool { return p.take(offers) && p.leads() }) {
		return true
	}
	for n := 0; n < longest; n++ {
		t := p.now()
		switch {
		case p.peek(negations), p.peek(conditions), n == 0 && p.peek(conditionStarts) && p.now().key != "se":
			return false
		case p.take(proposals):
			for p.take(proposals) || p.take(proposeTo) || p.mark(":", ",") {
			}
			return p.leads()
		case t.kind == wordToken, t.kind == markToken && (t.key == "," || t.key == "(" || t.key == ")"):
			p.at++
		default:
			return false
		}
	}
	return false
}

// leads reports whether an instruction may begin here.
func (p *parser) leads() bool {
	at := p.at
	defer func() { p.at = at }()
	var c clause
	return p.verb() != noVerb || p.part(&c)
}
