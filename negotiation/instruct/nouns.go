package instruct

// The nouns of drafts, folded.
var (
	headNouns = phrasesOf("paragraph|paragraphs|para|paras|par|operative|point|points|article|articles|art|arts|clause|clauses|item|items|section|sections|sec|numeral|number",
		"parrafo|parrafos|parr|articulo|articulos|numerales|punto|puntos|seccion|secciones|apartado|apartados",
		"paragraphe|paragraphes|section",
		"paragrafo|paragrafos|artigo|artigos|ponto|pontos|secao|secoes|item|itens")
	sectionNouns   = phrasesOf("section|sections|sec|seccion|secciones|secao|secoes|chapter|part|heading|capitulo|chapitre|parte|partie")
	articleNouns   = phrasesOf("article|art|articulo|artigo")
	operativeNouns = phrasesOf("operative paragraph|op paragraph|op|operative para|operative|parrafo dispositivo|parrafo operativo|parrafo resolutivo|resolutivo|paragraphe du dispositif|paragraphe operatif|paragrafo operativo|paragrafo dispositivo|paragrafo resolutivo")
	preambleNouns  = phrasesOf("preambular paragraph|preambular para|preamble paragraph|pp paragraph|pp|parrafo preambular|parrafo del preambulo|parrafo de preambulo|considerando|alinea du preambule|alinea preambulaire|paragraphe du preambule|paragrafo preambular|paragrafo do preambulo")
	preambles      = phrasesOf("preamble|preambulo|preambule")
	operativeParts = phrasesOf("operative part|parte dispositiva|parte resolutiva|dispositif|parte operativa")
	subNouns       = phrasesOf("subparagraph|subparagraphs|sub paragraph|sub paragraphs|subpara|sub para|subsection|subitem|sub item|item|items|point|points|letter|letters|clause|clauses|subclause|sub clause|subpoint",
		"subparrafo|subparrafos|inciso|incisos|literal|literales|numeral|numerales|letra|letras|apartado|punto|subapartado",
		"alinea|alineas|sous paragraphe|sous alinea|lettre|point|sous point",
		"alineas|inciso|letra|subparagrafo|subitem|ponto|item")
	bulletNouns   = phrasesOf("bullet|bullet point|bullets|dot point|indent|vineta|guion|puce|tiret|marcador|travessao|topico")
	sentenceNouns = phrasesOf("sentence|phrase|oracion|frase|periodo")
	chapeauNouns  = phrasesOf("chapeau|chapeaux|caput|encabezado|encabezamiento|introductory phrase|introductory sentence|chapo|frase introductoria")
	titleNouns    = phrasesOf("title|heading|titulo|titre|intitule")
	lineNouns     = phrasesOf("line|lines|linea|lineas|renglon|ligne|lignes|linha|linhas")
	thisNouns     = phrasesOf("paragraph|para|subparagraph|bullet|item|article|parrafo|subparrafo|inciso|literal|articulo|paragraphe|alinea|puce|paragrafo|artigo|provision|numeral")
	indefinites   = phrasesOf("a|an|one|another|un|una|otro|otra|une|um|uma|outro|outra")
	newWords      = phrasesOf("new|proposed|proposed new|propuesto|propose|proposto|additional|separate|following|following new|nuevo|nueva|siguiente|siguiente nuevo|adicional|nouveau|nouvel|nouvelle|suivant|suivante|supplementaire|novo|nova|seguinte")
	asWords       = phrasesOf("as|como|comme|numbered|numerado|numero|en tant que")
	newNouns      = phrasesOf("pp|op|paragraph|para|article|operative paragraph|preambular paragraph|parrafo|articulo|paragraphe|paragrafo|artigo|numeral")
	newSubNouns   = phrasesOf("subparagraph|sub paragraph|item|clause|bullet|bullet point|point|subparrafo|inciso|literal|apartado|punto|vineta|alinea|puce|tiret|sous paragraphe|letra|subitem|marcador|ponto")
	newSentences  = phrasesOf("the sentence|a sentence|a new sentence|the following sentence|the following new sentence|one sentence|a final sentence|una oracion|una nueva oracion|la siguiente oracion|la oracion|une phrase|la phrase suivante|une nouvelle phrase")
	wordNouns     = phrasesOf("word|words|the word|the words|phrase|the phrase|expression|the expression|term|terms|the term|the terms|text|the text|the following words|the following text|the following phrase|wording|sentence|formulation|acronym|name|conjunction|adjective|figure|date",
		"palabra|palabras|expresion|expresiones|termino|terminos|frase|oracion|vocablo|texto|siguiente frase|siguiente expresion|siglas|sigla|formula|conjuncion|siguientes palabras",
		"mot|mots|expression|expressions|terme|termes|formule|membre de phrase|texte|phrase|mots suivants|sigle|locution",
		"palavra|palavras|expressao|expressoes|termo|termos|trecho|seguinte expressao|seguintes palavras|conjuncao")
	oneWordNouns = phrasesOf("word|term|palabra|termino|vocablo|mot|terme|palavra|termo")
	commas       = phrasesOf("a comma|una coma|une virgule|uma virgula|comma|coma|virgule|virgula")
	semicolons   = phrasesOf("a semicolon|un punto y coma|un point virgule|um ponto e virgula|semicolon")
	repeats      = phrasesOf("bis|ter|quater|quinquies|sexies|septies|octies|novies|decies")
	numberSigns  = phrasesOf("n|no|nº|num|numero|number|nro")
	wholeDrafts  = phrasesOf("the draft|the zero draft|the draft text|the text|the document|the compilation|the draft declaration|the draft resolution|the draft plan of action|the draft plan|the plan of action|el proyecto|el documento|l proyecto|l documento|proyecto|documento|proyecto de resolucion|proyecto de declaracion|el proyecto de resolucion|projet|projet de resolution|projet de declaration|document|le projet|projeto|projeto de resolucao|documento|texto")
)

// ordinal reads "first", "tercera" or "2nd": Last is the last one.
func (p *parser) ordinal() (Nth, bool) {
	t := p.now()
	if t.kind != wordToken {
		return 0, false
	}
	n := ordinalOf(t.key)
	if n != 0 {
		p.at++
	}
	return n, n != 0
}

func ordinalOf(word string) Nth {
	switch word {
	case "first", "primer", "primera", "primero", "premier", "premiere", "primeiro", "primeira", "1st", "1er", "1ere":
		return 1
	case "second", "segundo", "segunda", "deuxieme", "seconde", "2nd", "2e", "2eme":
		return 2
	case "third", "tercer", "tercera", "tercero", "troisieme", "terceiro", "terceira", "3rd", "3e", "3eme":
		return 3
	case "fourth", "cuarto", "cuarta", "quatrieme", "quarto", "quarta", "4th", "4e", "4eme":
		return 4
	case "fifth", "quinto", "quinta", "cinquieme", "5th", "5e", "5eme":
		return 5
	case "sixth", "sexto", "sexta", "sixieme", "6th", "6e", "6eme":
		return 6
	case "seventh", "septimo", "septima", "septieme", "setimo", "setima", "7th", "7e", "7eme":
		return 7
	case "eighth", "octavo", "octava", "huitieme", "oitavo", "oitava", "8th", "8e", "8eme":
		return 8
	case "ninth", "noveno", "novena", "neuvieme", "nono", "nona", "9th", "9e", "9eme":
		return 9
	case "tenth", "decimo", "decima", "dixieme", "10th", "10e", "10eme":
		return 10
	case "last", "final", "ultimo", "ultima", "dernier", "derniere", "concluding":
		return Last
	}
	return 0
}
