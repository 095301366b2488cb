package lint

import "testing"

func TestTheDraftIsTheJudgeOfSpelling(t *testing.T) {
	british := "The programme on labour and behaviour, organised by the centre, will reach 10 per cent, with the World Health Organization."
	tests := []struct{ name, draft, after, want string }{
		{"American in a British draft", british, "The program will reach 20 percent.", "spelling: program > programme\nspelling: percent > per cent"},
		{"British in a British draft", british, "The programme will reach 20 per cent.", ""},
		{"a name that is spelled otherwise", british, "The World Health Organization will report.", ""},
		{"a word of the draft's kind", british, "The neighbors will report.", "spelling: neighbors > neighbours"},
		{"a kind of which the draft has one word", british, "They recognize it.", ""},
		{"Oxford spelling", "To organize and recognize labour.", "To utilize labour.", ""},
		{"both are in the draft", "Labour is labor.", "On labour and labor.", ""},
		{"one that the draft has once", "On labor, labor, labor, labor and once on labour.", "On labour again.", "spelling: labour > labor"},
		{"a draft that has neither", "The Chair will report.", "On labour and labor.", ""},
		{"words of other languages", "La labor del sector será actual.", "El favor y el color del centro.", ""},
		{"words with one spelling", british, "They analyse it in several analyses, advertise and exercise a practice.", ""},
		{"capitals, which may be those of a name", "On labor.", "WORK, LABOUR", ""},
		{"capitals that the draft has alike", "WORK AND LABOR. On labor.", "REST AND LABOUR", "spelling: LABOUR > LABOR"},
	}
	for _, tt := range tests {
		d := New([]Unit{{Address: "1", Text: tt.draft}})
		if got := all(d.Result("2", "", tt.after)); got != tt.want {
			t.Errorf("%s: %q:\n%s\nwant:\n%s", tt.name, tt.after, got, tt.want)
		}
	}
}
