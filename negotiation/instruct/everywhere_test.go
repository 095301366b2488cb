package instruct_test

import (
	"testing"

	"plenary/negotiation/instruct"
)

// TestTheWholeDraftIsNamedInManyWays sets Everywhere for each of them, and only for
// these.
func TestTheWholeDraftIsNamedInManyWays(t *testing.T) {
	for _, where := range []string{
		"throughout the text", "in the whole document", "in all paragraphs", "in every paragraph", "across the draft", "in the entire text",
		"throughout", "in all the articles", "wherever it appears in the text",
		"en todo el texto", "en todos los párrafos", "a lo largo del documento", "en cada párrafo", "en la totalidad del proyecto",
		"dans tout le texte", "dans l'ensemble du document", "dans tous les paragraphes", "dans chaque paragraphe", "tout au long du texte",
		"em todo o texto", "em todos os parágrafos", "ao longo do documento", "em cada parágrafo", "na totalidade do texto",
	} {
		for _, text := range []string{
			where + `, replace "X" by "Y"`, where + `: replace "X" by "Y"`, where + ` replace "X" by "Y"`, `Replace "X" by "Y" ` + where + ".", `Replace, ` + where + `, "X" by "Y"`,
		} {
			const want = "replace words old=X new=Y nth=-2 everywhere"
			if list, ok := instruct.Parse(text); !ok || showAll(list) != want {
				t.Errorf("%q: got %s, %v, want %s", text, showAll(list), ok, want)
			}
		}
	}
	const both = "replace words old=A new=B nth=-2 everywhere | replace words old=C new=D nth=-2 everywhere"
	parses(t, []reading{
		{`Replace "A" by "B" and "C" by "D" in all paragraphs`, both},
		{`In the whole document, replace "A" by "B" and "C" by "D"`, both},
		{`Throughout the text: replace "A" by "B"; replace "C" by "D".`, both},
		{`In paragraph 3, delete "X". Throughout the text, replace "A" by "B".`, "delete words at=3 old=X | replace words old=A new=B nth=-2 everywhere"},
		{`Throughout the text, replace "A" by "B". In paragraph 3, delete "X".`, "replace words old=A new=B nth=-2 everywhere | delete words at=3 old=X"},
		{`Replace "A" by "B" in all paragraphs of section B`, "replace words at=B old=A new=B doubt=range nth=-2"},
		{`Replace "A" by "B" throughout paragraph 3`, "replace words at=3 old=A new=B nth=-2"},
		{`Replace "A" by "B" wherever it appears`, "replace words old=A new=B nth=-2"},
	})
}

// TestPlacesCountsInEitherCase counts what a reader would count.
func TestPlacesCountsInEitherCase(t *testing.T) {
	for _, c := range []struct {
		do   instruct.Instruction
		text string
		want int
	}{
		{replace("labour", "work"), "Labour inspection protects labour rights.", 2},
		{replace("labour", "work"), "Labour is not a commodity.", 1},
		{replace("Labour", "work"), "There is labour, and labour.", 2},
		{replace("labour", "work"), "LABOUR, labours and self-labour.", 0},
		{replace("8.7", "8.8"), "8.7 and 8.7", 2},
		{insertAfter("labour", "force"), "labour, Labour, labour", 3},
		{replace("in ... of", "at"), "in each of them", 1},
		{insert(instruct.End, "", "x"), "labour", 0},
	} {
		if got := c.do.Places(c.text); got != c.want {
			t.Errorf("Places(%q) of %s = %d, want %d", c.text, show(c.do), got, c.want)
		}
	}
}
