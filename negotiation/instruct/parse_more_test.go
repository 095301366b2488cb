package instruct_test

import (
	"strconv"
	"strings"
	"testing"

	"plenary/negotiation/instruct"
)

// TestQuotesOfAllShapes holds quotations to what is inside them, apostrophes too.
func TestQuotesOfAllShapes(t *testing.T) {
	parses(t, []reading{
		{"Replace “the ‘decent work’ agenda” with “decent work”", "replace words old=the ‘decent work’ agenda new=decent work"},
		{`Replace "the "Plan" of Action" with "the Plan"`, `replace words old=the "Plan" of Action new=the Plan`},
		{`Replace “X" with "Y”`, "replace words old=X new=Y"},
		{"Replace „X“ by „Y“", "replace words old=X new=Y"},
		{"Replace ''X'' by ''Y''", "replace words old=X new=Y"},
		{"Replace ``X'' by ``Y''", "replace words old=X new=Y"},
		{"Replace << X >> by << Y >>", "replace words old=X new=Y"},
		{"Replace **X** by ~~Y~~", "replace words old=X new=Y"},
		{"Replace «\u00a0X\u00a0» by «\u202fY\u202f»", "replace words old=X new=Y"},
		{`Replace "workers' rights" by "workers’ duties"`, "replace words old=workers' rights new=workers’ duties"},
		{"Replace 'workers' rights' by 'labour rights'", "replace words old=workers' rights new=labour rights"},
		{"Replace ‘the States’ obligations’ with ‘obligations’", "replace words old=the States’ obligations new=obligations"},
		{"Delete 'the group's plan'", "delete words old=the group's plan"},
		{"Delete \"the  long\n word\"", "delete words old=the long word"},
		{"Delete “, as appropriate,”", "delete words old=, as appropriate,"},
		{`Delete "(Mexico and ***)"`, "delete words old=(Mexico and ***)"},
	})
}

// TestSeveralInOneText keeps their order, and the paragraph that they share.
func TestSeveralInOneText(t *testing.T) {
	parses(t, []reading{
		{"Delete bullets 2 and 3 of paragraph 6", "delete paragraph at=6.bullet2 | delete paragraph at=6.bullet3"},
		{"Delete subparagraphs (b) and (c) of paragraph 7", "delete paragraph at=7.b | delete paragraph at=7.c"},
		{"PP3 and PP4: delete", "delete paragraph at=PP3 | delete paragraph at=PP4"},
		{`In paragraph 7, replace "X" by "Y". In paragraph 9, delete "Z".`, "replace words at=7 old=X new=Y | delete words at=9 old=Z"},
		{`In paragraph 7, replace "X" by "Y"; delete paragraph 9`, "replace words at=7 old=X new=Y | delete paragraph at=9"},
		{"Mexico would like to replace “X” by “Y” in 7.a and proposes to delete 7.b.", "replace words at=7.a old=X new=Y | delete paragraph at=7.b"},
		{"Delete “X” in 7 (b) and replace with “Y”", "replace words at=7.b old=X new=Y"},
		{"Replace 'X' by 'Y' and delete 'Z'", "replace words old=X new=Y | delete words old=Z"},
		{`Replace "A" by "B" and "C" by "D" in paragraph 7`, "replace words at=7 old=A new=B | replace words at=7 old=C new=D"},
		{`Replace "A" with "B" in paragraph 7 and "C" with "D" in paragraph 9`, "replace words at=7 old=A new=B | replace words at=9 old=C new=D"},
		{`In paragraph 7: (a) replace "X" by "Y"; (b) delete "Z".`, "replace words at=7 old=X new=Y | delete words at=7 old=Z"},
		{"In the first sentence of paragraph 7, replace “X” with “Y”; in the second sentence, delete “Z”.", "replace words at=7 old=X new=Y sentence=1 | delete words at=7 old=Z sentence=2"},
		{"1. Replace \"A\" by \"B\" in 7.\n2. Delete paragraph 9.", "replace words at=7 old=A new=B | delete paragraph at=9"},
		{"- Replace \"X\" by \"Y\"\n- Delete \"Z\"", "replace words old=X new=Y | delete words old=Z"},
		{`Delete "X"; replace "Y" by "Z"; move paragraph 3 after paragraph 5`, "delete words old=X | replace words old=Y new=Z | move paragraph at=3 to=5 place=after"},
		{`The United States proposes to delete "X" in OP3 and to insert "Y" after "Z" in PP2.`, "delete words at=OP3 old=X | insert words at=PP2 place=after new=Y anchor=Z"},
		{`In 7.a, delete the second sentence and in 7.b, replace "X" with "Y"`, "delete words at=7.a sentence=2 | replace words at=7.b old=X new=Y"},
		{`Sustituir "X" por "Y", y añadir "Z" al final.`, "replace words old=X new=Y | insert words place=end new=Z"},
	})
}

// TestComments keeps what is said beside an instruction.
func TestComments(t *testing.T) {
	parses(t, []reading{
		{`Rationale: clarity. Delete "X".`, "delete words old=X comment=Rationale: clarity"},
		{`Delete "X". This is already covered in paragraph 7.`, "delete words old=X comment=This is already covered in paragraph 7"},
		{`Delete "X" (agreed language).`, "delete words old=X comment=(agreed language)"},
		{`Delete "X" - redundant`, "delete words old=X comment=redundant"},
		{`Replace "X" by "Y", in line with the 2030 Agenda.`, "replace words old=X new=Y comment=in line with the 2030 Agenda"},
		{"Delete paragraph 3 as it duplicates paragraph 5", "delete paragraph at=3 comment=as it duplicates paragraph 5"},
		{"Delete paragraph 3; it duplicates paragraph 5", "delete paragraph at=3 comment=it duplicates paragraph 5"},
	})
}

// TestDoubts marks what cannot be carried out as it stands.
func TestDoubts(t *testing.T) {
	parses(t, []reading{
		{`In 9.c, second line, replace "X" by "Y"`, "replace words at=9.c old=X new=Y doubt=line"},
		{`Replace "X" by "Y" in line 3 of paragraph 7`, "replace words at=7 old=X new=Y doubt=line"},
		{`Add "X"`, "insert words new=X doubt=place"},
		{`Add to paragraph 4: "X"`, "insert words at=4 new=X doubt=place"},
		{`Delete "X". Insert "Y".`, "delete words old=X | insert words new=Y doubt=place"},
		{"Delete paragraphs 3 to 5", "delete paragraph at=3 doubt=range"},
		{"Delete paragraph 3 if paragraph 5 is kept.", "delete paragraph at=3 comment=if paragraph 5 is kept doubt=condition"},
		{`Delete "X" where appropriate`, "delete words old=X comment=where appropriate doubt=condition"},
		{`Reemplazar "X" por "Y" cuando corresponda`, "replace words old=X new=Y comment=cuando corresponda doubt=condition"},
		{`Delete paragraph 3. Alternatively, replace "X" by "Y".`, `delete paragraph at=3 comment=Alternatively, replace "X" by "Y" doubt=alternative`},
		{"Insert after 7.b:\n\npromote decent work\n\nand more", "insert paragraph at=7.b place=after new=promote decent work and more doubt=paragraphs"},
		{`Add a new item (i) to paragraph 7: "promote"`, "insert paragraph new=promote label=i doubt=place"},
		{"Move paragraph 4 to the end", "move paragraph at=4 place=end doubt=place"},
		{"Delete section B", "delete paragraph at=B doubt=range"},
	})
}

// TestWhatIsNoInstruction is left to be a paragraph, a comment or a request.
func TestWhatIsNoInstruction(t *testing.T) {
	for _, text := range []string{
		"Delete items 2 and 3 of paragraph 7",
		`In paragraph 7, point 2, delete "X"`,
		"In paragraph 7, delete paragraph 9",
		"Delete paragraph 7, paragraph 8",
		"Delete the words “of power” and the final clause",
		"Insert 'X' after 'Y', and delete the rest of the sentence.",
		"Replace paragraph 7 with paragraph 9",
		"Paragraph 10: Clarify who calls the review.",
		"Include a mention of forced labor",
		"Clarify the role of COSATE",
		"Strengthen the reference to gender",
		"Delete or reformulate",
		"Delete and reformulate",
		"In paragraph 7, delete",
		"Agregar:",
		"Incluir una referencia a la OIT",
		"Inclure une mention du travail forcé",
		"Incluir uma referência à OIT",
		"Strengthen labor inspection in both urban and rural areas",
		"Include gender perspectives in all programs",
		"Promover el empleo",
		"Eliminate child labor by 2025",
		"Eliminar el trabajo infantil",
		"Eliminar o trabalho infantil até 2025",
		"Supprimer les obstacles au commerce",
		"Suprimir las barreras al comercio",
		`Añadir valor a la Red "RIAL" en la región`,
		`Insert the "decent work" agenda in national plans`,
		`Add value to the network "RIAL" in the region`,
		"Move toward formality",
		"Replace informal work with formal work",
		"Replace gender with sex",
		"Use information technologies in 2018",
		`Use of ICT: "webinars" and fora`,
		"To celebrate the development of the new RIAL virtual platform",
		"Member States will devote resources. In addition, the Chair will invite organizations.",
		`The "X" is a term. It is "Y".`,
		"Paragraph 7 is about employment.",
		"Paragraph 7 was deleted by mistake.",
		"MEXICO: Delete paragraph 3",
		"Replace the paragraph with something shorter",
		`Replace "X" with stronger language`,
		`Delete the reference to "COSATE"`,
		`Replace paragraph 3 of the Declaration of Cancun with "X"`,
		"Mexico agrees with the deletion of paragraph 3.",
		`Mexico does not support replacing "X" by "Y".`,
		`Mexico could accept replacing "X" by "Y" if Chile agrees.`,
		"If Chile agrees, Mexico proposes to delete paragraph 3.",
		"Do not delete paragraph 3",
		"We would prefer not to delete paragraph 3",
		"We oppose deleting paragraph 3.",
		"We cannot support the following. Delete paragraph 3.",
		"No suprimir el párrafo 3",
		"Ne pas supprimer le paragraphe 3",
		"Não suprimir o parágrafo 3",
		"Delete paragraph 3 and clarify paragraph 4.",
		"Delete paragraph 3. Clarify paragraph 4.",
		"Delete paragraph 3, or merge it with 4.",
		`Replace "X" by "Y" or "Z".`,
		`Replace "X" by "Y" and "Z"`,
		`Replace "X" for "Y"`,
		`Delete "X" or "Y"`,
		"Delete the last bullet of paragraph 6",
		"Delete the first two sentences",
		"Delete the first and last sentences",
		"Delete the chapeau of paragraph 9",
		"Insert in paragraph 7 a reference to youth",
		`Insert after "workers": and employers.`,
		"Add at the end of paragraph 4: and employers. This is needed.",
		"Insert after 7.b: promote decent work. 2) Delete paragraph 3",
		`Insert "X" after "Y" and before "Z"`,
		"Delete 3 words",
		`Replace "X" by "Y" in 2018`,
		"Merge paragraphs 3 and 4",
		"Retain paragraph 3",
		`Keep "X"`,
		"Move paragraph 4 to paragraph 6",
		`Replace "" by "Y"`,
		`Replace "X by "Y"`,
		"",
		" \n ",
		"\xff\xfe",
		"Delete paragraph 3 " + strings.Repeat("x", instruct.MaxText),
	} {
		if list, ok := instruct.Parse(text); ok || list != nil {
			t.Errorf("%q was read as %s", text, showAll(list))
		}
	}
}

// TestClear tells what can be carried out from what has to be asked about.
func TestClear(t *testing.T) {
	for text, want := range map[string]bool{
		`Delete "X" in paragraph 7`:                  true,
		`Delete "X"; add "Y"`:                        false,
		`Delete paragraph 3 if paragraph 5 is kept.`: false,
	} {
		if list, ok := instruct.Parse(text); !ok || instruct.Clear(list) != want {
			t.Errorf("Clear(%q) = %v (%v), want %v", text, instruct.Clear(list), ok, want)
		}
	}
	if instruct.Clear(nil) {
		t.Error("nothing is clear")
	}
}

// TestParseThenApply carries out what was read.
func TestParseThenApply(t *testing.T) {
	const before = "All workers and employers, in each country, will act. They report to the Chair."
	for _, c := range []struct{ text, want string }{
		{`Replace "workers and employers" with "employers and workers"`, "All employers and workers, in each country, will act. They report to the Chair."},
		{`Suprimir "in each country"`, "All workers and employers, will act. They report to the Chair."},
		{`Insérer « in all sectors » après « workers »`, "All workers in all sectors and employers, in each country, will act. They report to the Chair."},
		{`Delete the last sentence`, "All workers and employers, in each country, will act."},
		{`Add at the end: and to COSATE.`, "All workers and employers, in each country, will act. They report to the Chair and to COSATE."},
		{`Delete from "in each" to "country"`, "All workers and employers, will act. They report to the Chair."},
		{`Insert a comma after "workers"`, "All workers, and employers, in each country, will act. They report to the Chair."},
		{`Leave out "will" and insert "shall"`, "All workers and employers, in each country, shall act. They report to the Chair."},
	} {
		list, ok := instruct.Parse(c.text)
		if !ok || len(list) != 1 {
			t.Errorf("%q: read %s", c.text, showAll(list))
			continue
		}
		if got, problem := list[0].Apply(before); got != c.want || problem.Code != instruct.Applied {
			t.Errorf("%q:\n got %q %+v\nwant %q", c.text, got, problem, c.want)
		}
	}
}

// BenchmarkParse shows that twice the text takes twice the time, also of texts
// that are written to be read again and again.
func BenchmarkParse(b *testing.B) {
	for name, piece := range map[string]string{
		"quotes":       `"a"` + "\n",
		"open quotes":  `"a 'b «`,
		"locations":    "in paragraph 7, ",
		"instructions": `Delete "a"; `,
		"sentences":    "The Ministers agree to act. ",
		"brackets":     "((",
		"proposals":    "please ",
		"colons":       "Insert: a; ",
		"numbers":      "7, ",
	} {
		for _, size := range []int{instruct.MaxText / 4, instruct.MaxText / 2, instruct.MaxText} {
			text := strings.Repeat(piece, size/len(piece))
			b.Run(name+"/"+strconv.Itoa(size>>10)+"K", func(b *testing.B) {
				for b.Loop() {
					instruct.Parse(text)
					instruct.Asks(text)
				}
			})
		}
	}
}
