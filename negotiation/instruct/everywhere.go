package instruct

// wholeTexts name all of a draft by itself or by its paragraphs, with the words that
// lead to it, folded.
var wholeTexts = phrasesOf(
	forms("in the whole|in the entire|in the full|in the complete|in all the|in all of the|in the whole of the|in the entirety of the|throughout the whole|throughout the entire|throughout all the|throughout all of the|across the whole|across the entire|across all of the|across the|over the whole|over the entire|everywhere in the|anywhere in the|for the whole|for the entire|of the whole|of the entire",
		"text|document|draft|plan|plan of action|declaration|resolution|draft text|draft plan|draft plan of action|draft resolution|draft declaration|draft document|zero draft|agreement|treaty|convention|instrument", ""),
	forms("in all|in all the|in all of the|in every|in every single|in each|in each of the|in each and every|throughout all|throughout all the|throughout the|throughout every|across all|across all the|across the|across every|for all|for all the|for every|for each|of all|of all the",
		"paragraph|paragraphs|article|articles|provision|provisions|clause|clauses|section|sections|chapter|chapters|operative paragraphs|preambular paragraphs", ""),
	forms("en todo el|en toda la|a lo largo de todo el|a lo largo de toda la|a lo largo del|a lo largo de la|en la totalidad del|en la totalidad de la|en el conjunto del|en el conjunto de la|de todo el|de toda la|del conjunto del",
		"texto|documento|proyecto|plan|plan de accion|borrador|declaracion|resolucion|proyecto de resolucion|proyecto de declaracion|proyecto de plan de accion|convenio|tratado|acuerdo|instrumento", ""),
	forms("en todos los|en todas las|en cada|en cada uno de los|en cada una de las|a lo largo de todos los|de todos los|de todas las|de cada",
		"parrafo|parrafos|articulo|articulos|numeral|numerales|disposiciones|clausulas|seccion|secciones|apartados|incisos", ""),
	forms("dans tout le|dans toute la|dans l ensemble du|dans l ensemble de la|tout au long du|tout au long de la|dans l integralite du|dans l integralite de la|dans la totalite du|dans la totalite de la|a travers tout le|partout dans le|partout dans la|sur l ensemble du|de tout le",
		"texte|document|projet|plan|plan d action|declaration|resolution|projet de resolution|projet de declaration|projet de plan d action|accord|traite|convention|instrument", ""),
	forms("dans tous les|dans toutes les|dans chaque|dans chacun des|dans l ensemble des|a tous les|de tous les|de chaque",
		"paragraphe|paragraphes|article|articles|disposition|dispositions|clauses|section|sections|alineas|points", ""),
	forms("em todo o|em toda a|no todo o|ao longo do|ao longo da|ao longo de todo o|ao longo de toda a|na totalidade do|na totalidade da|no conjunto do|no conjunto da|na integra do|de todo o|de toda a",
		"texto|documento|projeto|plano|plano de acao|declaracao|resolucao|projeto de resolucao|projeto de declaracao|rascunho|acordo|tratado|convenio|instrumento", ""),
	forms("em todos os|em todas as|em cada|em cada um dos|em cada uma das|ao longo de todos os|de todos os|de todas as|de cada",
		"paragrafo|paragrafos|artigo|artigos|disposicoes|clausulas|secao|secoes|incisos|itens|pontos", ""))

// wholeDraft reads what names the whole draft behind "throughout" and the like, or
// with the words that lead to it.
func (p *parser) wholeDraft(c *clause) bool {
	return p.try(func() bool {
		if !p.take(wholeTexts) {
			p.take(ins)
			if !p.take(everywheres) {
				return false
			}
		}
		c.everywhere, c.nth = true, All
		return true
	})
}

// spread makes instructions that name no paragraph hold for the whole draft.
func spread(list []Instruction) {
	for n, i := range list {
		if i.wordy() && i.Address == "" {
			list[n].Everywhere, list[n].Occurrence = true, All
		}
	}
}

// Places is in how many places of a paragraph the words stand that the instruction
// looks for: Old, or Anchor where there is none. The case of the first letter does
// not count, also where they stand in both.
func (i Instruction) Places(text string) int {
	sought := wordsOf(i.Old)
	if len(sought) == 0 {
		sought = wordsOf(i.Anchor)
	}
	if len(text) > MaxText || len(sought) == 0 {
		return 0
	}
	words := wordsOf(text)
	f := findElided(words, sought)
	count := len(f.spans)
	if again := otherCase(sought[0].key); !f.otherCase && again != sought[0].key {
		sought[0].key = again
		count += len(occurrences(words, sought))
	}
	return count
}
