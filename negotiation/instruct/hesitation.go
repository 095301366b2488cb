package instruct

// What takes back half of an instruction, folded.
var (
	// hedges do so wherever they stand behind it.
	hedges = phrasesOf("flexible|flexibility|at least|perhaps|maybe|possibly|negotiable|tbc|tbd|for now|fallback|or bracket|or at least",
		"flexibles|flexibilidad|al menos|por lo menos|quizas|quiza|tal vez|posiblemente|negociable|por ahora|o bien",
		"flexibilite|au moins|peut etre|eventuellement|pour l instant|pour le moment|ou bien",
		"flexiveis|flexivel|flexibilidade|pelo menos|ao menos|talvez|possivelmente|negociavel|por enquanto|por ora")
	// undecided begin as a reason does, and are none.
	undecided = phrasesOf("we|to be confirmed|to be discussed|to be decided|to be determined|to be agreed|to be considered|to be checked|to be verified|para discusion|para discutir|para consideracion|para confirmar|pour discussion|pour confirmation|para discussao|para consideracao")
	// beliefs are reasons all the same.
	beliefs = phrasesOf("we believe|we think|we consider|we note|we find")
	// shortReasons are reasons where they stand in brackets or behind a dash.
	shortReasons = phrasesOf("agreed|editorial|redundant|superfluous|unnecessary|repetitive|repeated|repetition|repeats|duplicate|duplicates|duplicated|duplication|duplicative|overlaps|covered|already|clearer|clarity|consistency|coherence|grammar|typo|see|cf|reason|reasons|rationale|justification|explanation|language from|language of|per|a fim de",
		"acordado|redundante|superfluo|innecesario|repite|repetido|repetitivo|repeticion|duplica|duplicado|duplicacion|ya|claridad|coherencia|consistencia|errata|ver|vease|razon|justificacion|motivo|lenguaje acordado|por",
		"convenu|redondant|superflu|repete|repetition|double emploi|deja|clarte|coherence|redaction|redactionnel|voir|raison|motif|langage convenu",
		"desnecessario|repetido|repeticao|duplicacao|clareza|coerencia|razao|justificativa|linguagem acordada")
)

// gives reports whether a reason begins here.
func (p *parser) gives(inMarks bool) bool {
	if p.peek(undecided) && !p.peek(beliefs) {
		return false
	}
	return p.peek(purposes) || p.peek(beliefs) || inMarks && p.peek(shortReasons)
}

// asked passes over question marks that end a sentence.
func (p *parser) asked() bool {
	at := p.at
	for !p.now().line && p.mark("?", "!") {
	}
	if at < p.at && p.tokens[p.at-1].key == "?" && (p.done() || p.now().gap) {
		return true
	}
	p.at = at
	return false
}

// hesitates reports whether what was read from start on, or the mark that ends it,
// asks instead of telling, takes something back or sets a condition.
func (p *parser) hesitates(start int) bool {
	if p.now().key == "?" && !p.now().line {
		return true
	}
	for n := start; n < p.at; n++ {
		if p.tokens[n].key == "?" || hedges.match(p.tokens[n:p.at]) > 0 {
			return true
		}
	}
	return false
}

// conditional reports whether what was read from start on sets a condition.
func (p *parser) conditional(start int) bool {
	for n := start; n < p.at; n++ {
		if conditions.match(p.tokens[n:p.at]) > 0 {
			return true
		}
	}
	for start < p.at && p.tokens[start].kind == markToken {
		start++
	}
	return start < p.at && conditionStarts.match(p.tokens[start:p.at]) > 0
}
