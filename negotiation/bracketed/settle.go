package bracketed

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// settle finds the kinds of brackets that nobody is named in; top says that the
// list is the text itself.
func (p *parser) settle(list []Passage, top bool) {
	for i, passage := range list {
		b := passage.Bracket
		if b == nil {
			continue
		}
		p.settle(b.Inside, false)
		if b.attributed() {
			continue
		}
		if b.Label = label(b.Inside); b.Label != "" {
			b.Kind = Option
			continue
		}
		words, only := onlyWords(b.Inside)
		switch {
		case !only:
		case placeholder().MatchString(words):
			b.Kind = Placeholder
		case editorial().MatchString(words):
			b.Kind = Editorial
		case noteMark().MatchString(words) && marks(list, i, top):
			b.Kind = NoteMark
		}
	}
}

// onlyWords returns what a bracket without others inside holds, trimmed.
func onlyWords(inside []Passage) (string, bool) {
	switch {
	case len(inside) == 0:
		return "", true
	case len(inside) > 1 || inside[0].Bracket != nil:
		return "", false
	}
	const longest = 200 // it is no sentence
	return strings.TrimSpace(inside[0].Text), len(inside[0].Text) <= longest
}

// marks reports whether a number or letter in brackets stands where a note is
// marked: close behind a word or another mark, at the beginning of the text, or at
// the end of a clause. Elsewhere it is a number that is not agreed: "[5][7] years".
func marks(list []Passage, i int, top bool) bool {
	if i == 0 {
		return top
	}
	before := list[i-1]
	if before.Bracket != nil {
		return before.Bracket.Kind == NoteMark
	}
	if r, _ := utf8.DecodeLastRuneInString(before.Text); !unicode.IsSpace(r) {
		return !strings.ContainsRune("([/-–—", r)
	}
	if i+1 == len(list) {
		return true
	}
	after := list[i+1].Text
	return after != "" && strings.ContainsRune(".,;:", rune(after[0]))
}

// label returns the label that a bracket begins with: "Option 1".
func label(inside []Passage) string {
	words := first(inside)
	if words == nil {
		return ""
	}
	m := optionLabel().FindStringSubmatch(words.Text[:min(len(words.Text), maxAttribution)])
	if m == nil {
		return ""
	}
	return m[1]
}

// takeLabel takes the label off what a bracket holds.
func (b *Bracket) takeLabel() {
	if b.Label = label(b.Inside); b.Label != "" {
		words := first(b.Inside)
		words.Text = words.Text[len(optionLabel().FindString(words.Text)):]
		b.trim()
	}
}

// optionLabel matches "Option 1:", "Alt. B –", "Alternativa II:", "Variante a)".
var optionLabel = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*((?:option|alternative|alt\.?|variant|version|opción|alternativa|variante|versión|` +
		`opção|versão)\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}))\s*[:.)–—-]\s*`)
})

// placeholder matches what stands for words to come.
var placeholder = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:|\.{2,}|…+|_+|\*+|[•●○-]+|[xX]{1,8}|[xX]{1,4}[/.-][xX]{1,4}(?:[/.-][xX]{2,4})?|` +
		`(?i:tbd|tbc|dates?|places?|venue|numbers?|year|month|day|names?|title|amount|figures?|symbol|` +
		`to be (?:determined|confirmed|completed|inserted|added|decided|agreed|updated)(?: .{0,60})?|insert(?: .{1,60})|` +
		`fechas?|lugar|número|año|mes|día|nombres?|título|monto|cifra|por (?:determinar|confirmar|definir|completar)|` +
		`a (?:determinar|confirmar|definir|completar)|insertar .{1,60}|` +
		`lieu|numéro|année|mois|jour|noms?|titre|montant|chiffre|à (?:déterminer|confirmer|définir|compléter|insérer)|insérer .{1,60}|` +
		`data|local|ano|mês|dia|nomes?|valor|inserir .{1,60}))$`)
})

// editorial matches what an editor says.
var editorial = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?is)^(?:sic|sic!|emphasis (?:added|in (?:the )?original)|illegible|blank|` +
		`énfasis (?:añadido|en el original)|ilegible|en blanco|italiques ajoutés|c['’]est nous qui soulignons|illisible|en blanc|` +
		`grifo nosso|ênfase (?:adicionada|acrescentada)|ilegível|em branco|` +
		`(?:editor['’]?s? |secretariat |drafting )?note(?: by [^:]{1,60})?:.*|nota(?: (?:de|da|del|do) [^:]{1,60})?:.*|` +
		`note (?:de la|du) [^:]{1,60}:.*)$`)
})

// noteMark matches the number or letter of a footnote.
var noteMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\d{1,3}|[a-z]|\*{1,3}|†|‡|[ivx]{1,5})$`)
})
