package markdown

import (
	"regexp"
	"slices"
	"strings"
)

// ref matches how people write the place of a paragraph: "7", "7.b", "7 (b)",
// "3 bis", "IV", "OP3", "Article 3, paragraph 2" behind its first word.
const ref = `[A-Z]{0,3}[0-9]{1,3}(?: ?(?:bis|ter|quater))?(?:[.(][a-z0-9]{1,8}\)?){0,3}|[IVX]{1,6}|[A-Z]`

// paragraphWord matches what a paragraph is called.
const paragraphWord = `(?i:paragraphs?|para|párrafos?|paragraphes?|parágrafos?|articles?|artículos?|artigos?|sections?|sección|seção|points?|puntos?|pontos?|bullet)\.?`

var (
	// calledLead matches "Paragraph 8: ", "Artículo 4 – " and "7.b: " at the start of a
	// text, plainLead a number alone.
	calledLead = regexp.MustCompile(`^(?:(?i:on|in|sobre|en|sur|em|no) )?(` + paragraphWord + ` (?:` + ref + `))(?: ?[:–—-] ?|\. )`)
	plainLead  = regexp.MustCompile(`^([A-Z]{0,3}[0-9]{1,3}(?: ?(?:bis|ter|quater))?(?:[.(][a-z0-9]{1,8}\)?){0,3})(?: ?[:–—] )`)
	// severalLead matches "On 7, 8.b and 9: ".
	severalLead = regexp.MustCompile(`^On ((?:` + ref + `)(?:, (?:` + ref + `)){0,20} and (?:` + ref + `)): `)
	calledWord  = regexp.MustCompile(`^` + paragraphWord + ` ?`)
	// inArticle matches a paragraph of an article: "3.2" for 3(2).
	inArticle      = regexp.MustCompile(`^(\d{1,4})\.(\d{1,4}(?:bis|ter)?)(\..*)?$`)
	articleHeading = regexp.MustCompile(`^(?:Article|Artículo|Artigo)(\d{1,4}(?:bis|ter)?)$`)
	articleWord    = regexp.MustCompile(`^(?i:articles?|artículos?|artigos?|art\.)`)
	inBrackets     = regexp.MustCompile(`\(([a-z]{1,8})\)`)
)

// addressLead cuts what a text says at its start of the paragraph that it is on.
func addressLead(words string) (named, rest string, ok bool) {
	for _, lead := range []*regexp.Regexp{calledLead, plainLead} {
		// An address is short: a long line is not searched.
		if m := lead.FindStringSubmatch(words[:min(len(words), 120)]); m != nil && strings.TrimSpace(words[len(m[0]):]) != "" {
			return m[1], strings.TrimSpace(words[len(m[0]):]), true
		}
	}
	return "", words, false
}

// leads reports whether a text begins with what would be taken for the address or
// the label of the paragraph that it restates, or for the mark of a list.
func leads(words string) bool {
	_, _, addressed := addressLead(words)
	label, _ := leadName(words)
	_, marked := leadMark(words)
	return addressed || label != "" || marked || severalLead.MatchString(words[:min(len(words), 300)])
}

// leadMark cuts the mark of a list that a restated bullet repeats at its start.
func leadMark(words string) (rest string, ok bool) {
	f := classify(words)
	if f.shape != listed || f.label != "" || f.text == "" || f.escaped {
		return words, false
	}
	return f.text, true
}

// leadLabel cuts the label that a restated paragraph repeats at its start, also
// inside its first mark.
func leadLabel(words string) (label, rest string) {
	mark := ""
	for _, m := range []string{"**", "~~"} {
		if strings.HasPrefix(words, m) && !strings.HasPrefix(words[2:], m[:1]) {
			mark = m
		}
	}
	if label, rest, ok := withinLabel(words[len(mark):]); ok {
		return label, mark + rest
	}
	f := classify(words[len(mark):])
	if f.label == "" || f.text == "" || f.escaped {
		return "", words
	}
	return f.label, mark + f.text
}

// leadAddress cuts an address of several parts that a restated paragraph repeats at
// its start, in whatever signs: "3 (a): " for 3.a, "Annex I, 2. " for AnnexI(2).
func leadAddress(words, address string) (rest string, ok bool) {
	const parts = " \t\u00a0.,()"
	if !strings.ContainsAny(address, ".(") {
		return words, false
	}
	for _, r := range address {
		if strings.ContainsRune(parts, r) {
			continue
		}
		if words, ok = strings.CutPrefix(strings.TrimLeft(words, parts), string(r)); !ok {
			return "", false
		}
	}
	rest = strings.TrimLeft(words, " \t\u00a0.,:)")
	return rest, rest != "" && rest != words // or a word goes on
}

// find gives the unit that a document names, as seen from the unit near: by its
// address, or as people write it ("7(b)" for 7.b, "Paragraph 7"), or by its place
// in the same list or article. The unit may be gone.
func (s *structure) find(named string, near int) (at int, known bool) {
	for _, address := range s.spellings(named, near) {
		if at, known = s.byAddress[address]; known {
			return at, true
		}
	}
	return -1, false
}

// spellings are the addresses that a name may stand for, the likeliest first.
func (s *structure) spellings(named string, near int) []string {
	bare := strings.ReplaceAll(named, " ", "")
	list := []string{bare}
	if short := strings.ReplaceAll(calledWord.ReplaceAllString(named, ""), " ", ""); short != bare {
		list = append(list, strings.ToUpper(bare[:1])+bare[1:], short)
	}
	last := strings.TrimSuffix(list[len(list)-1], ".")
	list = append(list, inBrackets.ReplaceAllString(last, ".$1"), inArticle.ReplaceAllString(last, "$1($2)$3"), strings.ToUpper(last))
	within, below := false, "" // an article whose paragraphs are numbered anew
	if near >= 0 && near < len(s.units) {
		top := near
		if s.units[near].up >= 0 && s.units[near].Kind.Sub() {
			top = s.units[near].up
		}
		own := s.units[top].address
		below = own
		list = append(list, own+"."+strings.Trim(last, "()."))
		article, _, ok := strings.Cut(own, "(")
		if heading := articleHeading.FindStringSubmatch(own); heading != nil && s.units[top].Kind.IsHeading() {
			article, ok = heading[1], true
		}
		if within = ok; ok {
			list = append(list, article+"("+last+")", article+"("+strings.Replace(last, ".", ").", 1))
		}
	}
	if !within || articleWord.MatchString(named) {
		for _, word := range []string{"Article", "Artículo", "Artigo"} {
			list = append(list, word+last)
		}
	}
	return slices.Compact(append(list, partedAddresses(named, below)...))
}
