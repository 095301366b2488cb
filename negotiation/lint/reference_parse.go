package lint

import (
	"regexp"
	"strings"
	"unicode"
)

// reference is one paragraph that is named in a text.
type reference struct {
	kind referenceKind
	// target is an address in small letters ("7.b"), or for a sub-paragraph its label.
	target   string
	from, to int
}

type referenceKind int

const (
	paragraphRef referenceKind = iota + 1
	subRef
	articleRef
	sectionRef
)

// referenceWords lead to a number. Those in the plural lead to several.
var referenceWords = map[string]struct {
	kind   referenceKind
	plural bool
}{
	"paragraph": {paragraphRef, false}, "paragraphs": {paragraphRef, true}, "para": {paragraphRef, false}, "paras": {paragraphRef, true},
	"párrafo": {paragraphRef, false}, "párrafos": {paragraphRef, true},
	"paragraphe": {paragraphRef, false}, "paragraphes": {paragraphRef, true},
	"parágrafo": {paragraphRef, false}, "parágrafos": {paragraphRef, true},
	"article": {articleRef, false}, "articles": {articleRef, true}, "artículo": {articleRef, false}, "artículos": {articleRef, true},
	"artigo": {articleRef, false}, "artigos": {articleRef, true},
	"sub-paragraph": {subRef, false}, "sub-paragraphs": {subRef, true}, "subparagraph": {subRef, false}, "subparagraphs": {subRef, true},
	"inciso": {subRef, false}, "incisos": {subRef, true}, "literal": {subRef, false}, "literales": {subRef, true},
	"apartado": {subRef, false}, "alinéa": {subRef, false}, "alinéas": {subRef, true}, "alínea": {subRef, false}, "alíneas": {subRef, true},
	"section": {sectionRef, false}, "sección": {sectionRef, false}, "seção": {sectionRef, false}, "secção": {sectionRef, false},
}

// What may follow such a word. A label without brackets must be no word of its
// own: "literal a la letra".
var (
	itemNumber    = regexp.MustCompile(`^[ \x{a0}]*(?:no?s?\.?[ \x{a0}]*)?(\d{1,3}(?:[ \x{a0}]?(?:bis|ter|quater)\b)?(?:\.(?:\d{1,3}|[a-z]{1,5})\b|[ \x{a0}]?\((?:\d{1,3}|[a-z]{1,5})\)|[a-z]\b)*)(?:[^\pL\d%/]|$)`)
	itemLabel     = regexp.MustCompile(`^[ \x{a0}]*(?:\(([a-z]|[ivx]{1,5})\)|([a-z]|[ivx]{1,5})\)|([b-df-hj-np-z])(?:[^\pL\d'’]|$))`)
	itemSection   = regexp.MustCompile(`^[ \x{a0}]*([A-HJ-UWYZ])(?:[^\pL\d.'’]|\.\s|\.?$)`)
	itemSeparator = regexp.MustCompile(`^[ \x{a0}]?(?:,[ \x{a0}]?(?:and|or|y|e|o|et|ou)?|;|and|or|to|through|y|e|o|u|al|a|hasta|et|ou|à|au|até|-|–|&)`)
)

// lookAhead is how many bytes behind a word are read for one number.
const lookAhead = 60

// maxItems is how many numbers one word leads to.
const maxItems = 40

// references are the paragraphs that a text names as those of its own document.
func (t *text) references() []reference {
	var found []reference
	foreign := t.namesOthers()
	for i, w := range t.words {
		lead, ok := referenceWords[w.fold]
		if !ok || w.quoted || foreign[w.begin] || theirs[t.fold(i-1)] {
			continue
		}
		// "Article 5" begins that article; "article 5, paragraph 2" is one reference.
		if _, part := referenceWords[t.fold(i-2)]; part || i == 0 && lead.kind != paragraphRef {
			continue
		}
		items := t.items(lead.kind, lead.plural, w.to)
		if len(items) > 0 && !t.partOf(items[len(items)-1].to) {
			items[0].from = w.from
			found = append(found, items...)
		}
	}
	return found
}

// partOf reports whether a reference that ends at a byte is to a part of what is
// named next: "sub-paragraph (c) of paragraph 9".
func (t *text) partOf(at int) bool {
	i := t.upTo(at)
	_, ok := referenceWords[t.fold(i+1)]
	return ok && strings.HasPrefix(t.fold(i), "d") || ok && t.fold(i) == "of"
}

// items are the references behind a word that leads to them.
func (t *text) items(kind referenceKind, plural bool, at int) []reference {
	pattern := itemNumber
	switch kind {
	case subRef:
		pattern = itemLabel
	case sectionRef:
		pattern = itemSection
	}
	var found []reference
	for range maxItems {
		if len(found) > 0 {
			separator := itemSeparator.FindString(t.ahead(at))
			if separator == "" || !plural && !isRange(separator) {
				break
			}
			at += len(separator)
		}
		m := pattern.FindStringSubmatchIndex(t.ahead(at))
		if m == nil {
			break
		}
		group := 2
		for m[group] < 0 {
			group += 2
		}
		from, to := at+m[group], at+m[group+1]
		r := reference{kind, target(t.s[from:to]), from, to}
		if kind == subRef && to < len(t.s) && t.s[to] == ')' {
			r.to++
		}
		if kind == subRef && t.s[from-1] == '(' {
			r.from--
		}
		found, at = append(found, r), r.to
	}
	return found
}

// ahead is what is read behind a byte for one number.
func (t *text) ahead(at int) string { return t.s[at:min(len(t.s), at+lookAhead)] }

// isRange reports whether a separator leads from the first to the last.
func isRange(separator string) bool {
	switch strings.TrimSpace(separator) {
	case "to", "through", "al", "a", "hasta", "à", "au", "até", "-", "–":
		return true
	}
	return false
}

// target is the address of a number as it is written: "7 (b)", "7b", "7.b".
func target(s string) string {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "(", ".", ")", "").Replace(strings.ToLower(s))
	if last := len(s) - 1; last > 0 && s[last] >= 'a' && s[last] <= 'z' && s[last-1] >= '0' && s[last-1] <= '9' {
		return s[:last] + "." + s[last:]
	}
	return s
}

// theirs are words that make a paragraph that of another text, mostly.
var theirs = set("its their whose said sus su cuyo cuyos ses son leur leurs dont seu sua seus suas cujo")

// ownText are words before the name of a text that make it this one.
var ownText = set("this present our esta este presente nuestra nuestro présente présent cette ce notre desta deste nesta neste nosso nossa")

// documents are words that name a text, and titles those that do with a capital.
// Treaties are texts that have articles.
var documents = set(`declaration resolution resolutions agenda report recommendation decision decisions law laws
	rules regulation regulations guidelines memorandum communiqué document
	declaración resolución resoluciones informe recomendación decisión ley leyes código reglamento documento
	déclaration résolution résolutions rapport recommandation décision loi lois règlement
	regimento estatuto declaração resolução resoluções relatório recomendação decisão lei leis regulamento`)

var titles = set("plan act code programme program note letter nota carta programa")

var treaties = set(`convention conventions charter treaty treaties agreement agreements protocol covenant constitution statute statutes
	convención convenciones convenio convenios tratado tratados acuerdo acuerdos protocolo pacto constitución estatuto estatutos
	charte traité traités accord accords protocole pacte statuts statut
	convenção convenções acordo acordos constituição`)

// namesOthers is, by the first word of a sentence, whether it names another text.
func (t *text) namesOthers() map[int]bool {
	others := map[int]bool{}
	for i, w := range t.words {
		if i > 0 && t.gap(i) == "/" && !inLower(t.word(i)) && !inLower(t.word(i-1)) {
			others[w.begin] = true // A/RES/70/1
		}
		if (documents[w.fold] || treaties[w.fold] || titles[w.fold] && unicode.IsUpper(t.first(i))) && !ownText[t.fold(i-1)] {
			others[w.begin] = true
		}
	}
	return others
}

func inLower(w string) bool { return w == strings.ToLower(w) && strings.ToUpper(w) != w }
