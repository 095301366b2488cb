package instruct

import (
	"strings"
	"unicode/utf8"
)

// What wishes are made of, folded.
var (
	// strongVerbs are only ever done to a text: a plan clarifies nothing.
	strongVerbs = phrasesOf("clarify|clarifying|reformulate|rephrase|reword|redraft|rewrite|mention|mentioning|refer to|make reference to|make mention of|delete|deleting|redrafting|rewording|clarification|clarification of|clarification on|spell out|bracket|square bracket",
		"aclarar|clarificar|precisar|reformular|reescribir|mencionar|hacer referencia|hacer mencion|aclaracion|aclarese|se aclare|se precise|se mencione|se haga referencia|se reformule|encorchetar",
		"clarifier|preciser|reformuler|mentionner|faire reference|faire mention|clarification|mettre entre crochets|clarifiez|precisez|reformulez",
		"esclarecer|reescrever|fazer referencia|fazer mencao|esclarecimento|seja esclarecido|se esclareca")
	// weakVerbs are done to the world as well: only their object tells.
	weakVerbs = phrasesOf("strengthen|strengthening|reinforce|review|revise|revisit|consider|considering|merge|merging|combine|simplify|streamline|align|shorten|expand|elaborate|elaborate on|highlight|emphasize|emphasise|soften|improve|retain|keep|maintain|avoid|specify|define|reflect|introduce|see|have|seeing|having|find|tighten|split|reconsider|update|limit|broaden|make|use|restore|reinstate|reorder|renumber",
		"fortalecer|reforzar|revisar|considerar|fusionar|unificar|simplificar|alinear|acortar|ampliar|desarrollar|resaltar|destacar|mejorar|mantener|conservar|evitar|especificar|definir|reflejar|introducir|ver|tener|hacer|evaluar|reconsiderar|se revise|se considere|se mantenga|se refuerce",
		"renforcer|revoir|reviser|envisager|fusionner|simplifier|aligner|raccourcir|developper|souligner|ameliorer|maintenir|conserver|eviter|specifier|definir|refleter|voir|avoir|faire|reconsiderer",
		"reforcar|rever|fundir|alinhar|encurtar|melhorar|manter|refletir|introduzir|haver|ter|reconsiderar")
	textObjects = phrasesOf("mention|mentions|reference|references|subparagraph|sub paragraph|sentence|sentences|phrase|footnote|chapeau|preamble|definition|wording|bullet|redrafting|drafting|square brackets|brackets|duplication|repetition|formulation|quotation|cross reference",
		"mencion|menciones|referencia|referencias|alusion|inciso|oracion|redaccion|definicion|preambulo|nota al pie|formulacion|corchetes|duplicacion|repeticion|vineta",
		"reference|references|mention|mentions|alinea|libelle|formulation|redaction|definition|preambule|note de bas de page|crochets|repetition",
		"mencao|mencoes|referencia|referencias|alusao|redacao|definicao|alinea|nota de rodape|colchetes|repeticao")
	// textWords may mean this text or any other: what follows tells.
	textWords      = phrasesOf("text|texts|language|paragraph|paragraphs|word|words|expression|term|title|heading|point|parrafo|parrafos|texto|lenguaje|palabra|palabras|expresion|frase|frases|termino|titulo|paragraphe|paragraphes|texte|langage|mot|mots|terme|phrases|titre|paragrafo|paragrafos|linguagem|palavra|palavras|expressao|termo")
	aboutWords     = phrasesOf("on|about|regarding|relating|concerning|that|which|to|from|with|in|so|as|is|above|below|relative|sobre|acerca|relativo|relativa|referente|referido|relacionado|que|en|para|con|sur|concernant|relatif|relative|qui|afin|dans|pour|em|referente|and|or|further|here")
	textAdjectives = phrasesOf("new|brief|explicit|specific|clear|clearer|stronger|strong|additional|separate|possible|short|shorter|general|express|further|direct|more|some|such|any|similar|agreed|possible|breve|explicita|especifica|clara|adicional|expresa|nueva|nuevo|mas|alguna|una|uma|alguma|nova|novo|nouvelle|nouveau|explicite|claire|breve|the same|this|su|its|their|para un|previous|current|whole|entire")
	orWords        = phrasesOf("or|o|u|ou")
	needs          = phrasesOf("it is necessary to|it is important to|it would be useful to|it would be good to|there is a need to|es necesario|es preciso|es importante|seria conveniente|convendria|conviene|hay que|il convient de|il conviendrait de|il faut|il faudrait|il est necessaire de|e necessario|e preciso|e importante|seria conveniente|convem")
	modals         = phrasesOf("could|can|would|should|must|needs|need|ought|podria|podrian|puede|debe|deberia|debieran|pourrait|pourriez|peut|devrait|doit|poderia|pode|deve|deveria|merece|merits|requires|requiere")
)

// Asks reports whether text wishes that the draft be changed, with or without the
// words for it: "Include a mention of forced labor", "Delete or reformulate". It
// is meant for what Parse does not read, to tell a request from a statement.
//
// Judgement is by the first words of a sentence, after polite ones and places. A
// verb that is only ever done to texts (clarify, reword, mention, delete) asks.
// Any other (include, strengthen, eliminar) asks only where what it is done to is
// part of a text: a mention, a reference, a paragraph, language on something, words
// in quotes. "Strengthen labor inspection" and "Promover el empleo" are sentences
// of a draft and do not ask.
func Asks(text string) bool {
	if len(text) > MaxText || !utf8.ValidString(text) {
		return false
	}
	p := parserOf(text, false)
	for p.separate(); !p.done(); p.separate() {
		start := p.at
		if p.wishes(start) {
			return true
		}
		p.remark(start)
	}
	return false
}

// wishes reports whether the sentence that begins at a token asks for something.
func (p *parser) wishes(at int) bool {
	p.at = at
	defer func() { p.at = at }()
	var c clause
	preambles := 0
	for n := 0; n < 12; n++ {
		switch {
		case p.peek(strongVerbs), p.weakWish(), p.question():
			return true
		case n == 0 && p.subjectWish():
			return true
		case preambles < 2 && p.try(p.preambleToWish):
			preambles++
		case p.try(func() bool { return p.located(&c) || p.edge(&c) || p.neighbour(&c) || p.named(&c) }), n > 0 && p.mark(",", ":"):
		default:
			return false
		}
	}
	return false
}

// preambleToWish is preamble, but what follows may be a wish.
func (p *parser) preambleToWish() bool {
	const longest = 12
	for n := 0; n < longest; n++ {
		switch t := p.now(); {
		case p.peek(negations):
			return false
		case p.take(proposals):
			for p.take(proposals) || p.take(proposeTo) || p.mark(":", ",") {
			}
			return true
		case p.try(func() bool { return p.take(labels) && p.colon() }), p.take(needs):
			return true
		case t.kind == wordToken:
			p.at++
		default:
			return false
		}
	}
	return false
}

// weakWish reports whether a verb and what it is done to ask.
func (p *parser) weakWish() bool {
	at := p.at
	defer func() { p.at = at }()
	if p.verb() == noVerb && !p.take(weakVerbs) {
		return false
	}
	if p.take(orWords) {
		return p.peek(strongVerbs) || p.verb() != noVerb
	}
	return p.ofText()
}

// ofText reports whether what is named here is part of a text.
func (p *parser) ofText() bool {
	for n := 0; n < 4 && (p.take(articles) || p.take(ins) || p.take(textAdjectives)); n++ {
	}
	if p.now().kind == quoteToken || p.take(textObjects) {
		return true
	}
	number := isNumber(p.now().key)
	if address, ok := p.address(); ok {
		return address != "" && (!number || strings.Contains(address, "."))
	}
	return p.take(textWords) && (p.atEnd() || p.peek(aboutWords) || p.peek(modals) || p.now().kind == markToken || p.now().kind == quoteToken)
}

// subjectWish reports whether a part of the text should be or become something:
// "A reference to gender should be included".
func (p *parser) subjectWish() bool {
	at := p.at
	defer func() { p.at = at }()
	if !p.ofText() {
		return false
	}
	const far = 20
	for n := 0; n < far && !p.atEnd(); n++ {
		if p.peek(modals) {
			return true
		}
		p.at++
	}
	return false
}

// question reports whether somebody is asked to do it: "Could the Secretariat
// clarify ...".
func (p *parser) question() bool {
	at := p.at
	defer func() { p.at = at }()
	const far = 6
	asked := p.take(modals)
	for n := 0; asked && n < far && p.now().kind == wordToken; n++ {
		if p.peek(strongVerbs) {
			return true
		}
		p.at++
	}
	return false
}
