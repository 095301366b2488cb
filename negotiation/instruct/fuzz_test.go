package instruct_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"plenary/negotiation/instruct"
)

// FuzzParse holds Parse to its promises: it never panics, what it gives is
// complete, and its words stand in the text.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		`Replace "X" by "Y" in paragraph 7(b)(ii), and "A" by "B"; delete the last sentence of 5 bis.`,
		"Insérer après le paragraphe 7 b) le nouveau paragraphe suivant : promouvoir l'emploi.",
		`Sustituir 'X' por 'Y', y añadir «Z» al final del literal c) del numeral 9, para mayor claridad.`,
		`Acrescentar um novo parágrafo 5 bis: "Promover."`, "Move paragraph 4 to after paragraph 6\nDelete from “X” to “Y”",
		"Include a mention of forced labor", "Peru will send a further proposal", `((((a) 7.b. 3-5 "' '' ** ~~ <<`,
	} {
		f.Add(text)
	}
	f.Fuzz(holds)
}

// FuzzParseOfWords does the same with texts of the words that the grammar has,
// which chance alone seldom puts together.
func FuzzParseOfWords(f *testing.F) {
	vocabulary := strings.Split(`replace|substitute|change|delete|insert|add|move|should read|amend|read|for|instead of|by|with|to|from|in|of|after|before|`+
		`between|and|or|the|a|new|following|paragraph|paragraphs|subparagraph|bullet|section|article|OP|PP2|7|7.b|5 bis|(b)|ii)|3-5|A|first|last|second|`+
		`sentence|line|chapeau|title|at the end|at the beginning|the word|a comma|wherever it occurs|throughout|the text|occurrence of|"X"|“Y”|'Z'|« W »|`+
		`:|;|.|,|(|)|–|"|'|Mexico proposes|please|proposal|not|if|as|alternatively|instead|it|clarify|mention|reference|should|words|`+
		`sustituir|por|suprimir|no|párrafo|inciso|remplacer|par|à|l'alinéa|substituir|o|se|que diga|as follows|COSATE`, "|")
	f.Add([]byte{0, 60, 12, 61, 16, 26, 33})
	f.Add([]byte("words of many kinds"))
	f.Fuzz(func(t *testing.T, chosen []byte) {
		var text strings.Builder
		for _, n := range chosen {
			text.WriteString(vocabulary[int(n)%len(vocabulary)])
			if n < 240 {
				text.WriteString(" ")
			} else if n > 250 {
				text.WriteString("\n")
			}
		}
		holds(t, text.String())
	})
}

// holds holds Parse to its promises on a text.
func holds(t *testing.T, text string) {
	t.Helper()
	instruct.Asks(text)
	list, ok := instruct.Parse(text)
	if ok != (len(list) > 0) {
		t.Fatalf("Parse(%q) = %v, %v", text, list, ok)
	}
	whole := collapse(text)
	for _, i := range list {
		for _, words := range []string{i.Old, i.New, i.Anchor, i.Until} {
			if words != "," && words != ";" && !strings.Contains(whole, words) {
				t.Errorf("Parse(%q) gives %q, which it does not hold", text, words)
			}
		}
		complete := i.Verb == instruct.DeleteParagraph || i.Verb == instruct.MoveParagraph || i.New != "" ||
			i.Verb == instruct.DeleteWords && (i.Old != "" || i.Sentence != 0)
		if !complete {
			t.Errorf("Parse(%q) gives %s, which says too little", text, show(i))
		}
		if i.Until != "" && i.Old == "" && i.Anchor == "" || i.Verb == instruct.ReplaceWords && i.Old == "" && i.Sentence == 0 {
			t.Errorf("Parse(%q) gives %s, which says where in no way", text, show(i))
		}
	}
}

// collapse gives a text as its quotations are given.
func collapse(text string) string {
	text = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "").Replace(text)
	return strings.Join(strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool {
		return unicode.IsSpace(r) && !strings.ContainsRune("\u00a0\u202f\u2007", r)
	}), " ")
}
