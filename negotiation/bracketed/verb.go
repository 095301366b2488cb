package bracketed

import (
	"regexp"
	"sync"
)

// The words for what a delegation does to a text, in English, Spanish, French and
// Portuguese.
const (
	deleting = `(?:delete|deletes|deleted|deletion|del\.|omit|strike|suprimir|supresión|eliminar|eliminación|` +
		`supprimer|suppression|omettre|excluir|exclusión|exclusão|supressão)`
	adding = `(?:add|adds|added|addition|insert|inserts|agregar|añadir|insertar|incluir|` +
		`ajouter|ajout|insérer|acrescentar|adicionar|inserir)`
	changing = `(?:replace|move|retain|keep|merge|reemplazar|sustituir|mover|trasladar|mantener|conservar|fusionar|` +
		`remplacer|déplacer|maintenir|conserver|fusionner|substituir|manter|fundir)`
	// parts of a text that an instruction names.
	parts = `(?:paragraphs?|paras?|[po]p ?\d+|articles?|texts?|brackets?|sentences?|words?|phrases?|` +
		`párrafos?|artículos?|textos?|corchetes|oraci[óo]n|frases?|palabras?|paragraphes?|texte|crochets|mots?|` +
		`parágrafos?|artigos?|colchetes|palavras?)`
)

// attribution is a form in which names stand, with what it says they do.
type attribution struct {
	pattern *regexp.Regexp
	kind    Kind
}

// attributions match "delete: NAMES", "add: NAMES" and "NAMES: delete".
var attributions = sync.OnceValue(func() []attribution {
	form := func(pattern string, kind Kind) attribution {
		return attribution{regexp.MustCompile(`(?is)^` + pattern + `$`), kind}
	}
	return []attribution{
		form(deleting+`(?: by)?\s*[:–—-]?\s+(.+)`, Deletion),
		form(deleting+`\s*[:–—](.+)`, Deletion),
		form(adding+`(?: by)?\s*[:–—-]\s*(.+)`, Insertion),
		form(`(.+?)(?:\s*[:–—,]\s*|\s+-\s+|\s+to\s+)`+deleting, Deletion),
	}
})

// lastVerb matches the word for deleting that stands before the dash before the
// names, or alone.
var lastVerb = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[–—]|\s-)\s*` + deleting + `\s*$`)
})

// firstVerb matches the word for deleting behind the names and the colon: with a
// colon of its own, or alone.
var firstVerb = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^` + deleting + `\s*(?::|$)`)
})

// firstAdd is firstVerb for adding, with its colon.
var firstAdd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^` + adding + `\s*:`)
})

// remark matches the beginning of what is said of a text and is none: a verb with
// words in quotes or with the name of a part of the text, or a reservation.
var remark = sync.OnceValue(func() *regexp.Regexp {
	const verb = `(?:` + deleting + `|` + adding + `|` + changing + `)`
	return regexp.MustCompile(`(?is)^(?:` + verb + `(?:[\s:]+["“”«'‘]|\s+(?:\S+\s+){0,3}?` + parts + `(?:[^\pL]|$)|\s*\.?$)` +
		`|(?:scrutiny |general |study |parliamentary )?(?:reservation|reserves|reserva|réserve)(?:[^\pL]|$)` +
		`|(?:supports|apoya|appuie|apoia)\s*\.?$)`)
})
