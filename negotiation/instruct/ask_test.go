package instruct_test

import (
	"strings"
	"testing"

	"plenary/negotiation/instruct"
)

func TestAWishForTheTextAsks(t *testing.T) {
	for _, text := range []string{
		"Paragraph 10: Clarify who calls the review.",
		"Include a mention of the elimination of forced labor and the target 8.7 of the 2030 Agenda.",
		"Clarify the role of COSATE",
		"Strengthen the reference to gender",
		"Delete or reformulate",
		"Eliminar o reformular",
		"Delete",
		"Incluir una referencia a la OIT",
		"Inclure une mention du travail forcé",
		"Incluir uma referência à OIT",
		`Please clarify what is meant by "sustainable".`,
		"In paragraph 7, include language on migrants.",
		"Mexico suggests including a mention of youth.",
		"México propone mencionar a los jóvenes.",
		"We would like to see a stronger reference to gender.",
		"Could the Secretariat clarify the role of CEATAL?",
		"A reference to gender should be included.",
		"This paragraph should be shortened.",
		"Paragraph 7 needs to be clearer.",
		"Merge paragraphs 3 and 4",
		`Delete the reference to "COSATE"`,
		`Replace "X" with stronger language`,
		"Se sugiere revisar la redacción de este párrafo.",
		"Revoir le libellé du paragraphe 7.",
		"Rever a redação do parágrafo 7.",
		"Es necesario aclarar el alcance.",
		"Simplify the wording.",
		"Retain paragraph 3",
		`Keep "X"`,
		"Delete the last bullet of paragraph 6",
		"Add text on informality",
	} {
		if !instruct.Asks(text) {
			t.Errorf("%q does not ask", text)
		}
	}
}

// A sentence of a plan in the imperative is no wish for the text of the plan.
func TestAStatementDoesNotAsk(t *testing.T) {
	for _, text := range []string{
		"Strengthen labor inspection in both urban and rural areas",
		"Include gender perspectives in all programs",
		"Promover el empleo",
		"Take into consideration the conclusions adopted at the Fourth Global Conference on the Sustained Eradication of Child Labor.",
		"Strengthen language skills of migrants",
		"Include text messaging services",
		"Strengthen terms of employment",
		"Strengthen freedom of expression",
		"Eliminar el trabajo infantil",
		"Eliminate child labor",
		"Supprimer les obstacles au commerce",
		"Add value to the network",
		"Consider the situation of youth",
		"Strengthen and update technical and vocational education",
		"Design or improve programs",
		"Review existing programs in the Portfolio",
		"Fortalecer la inspección del trabajo",
		"Incluir la perspectiva de género",
		"Renforcer l'inspection du travail",
		"Reforçar a inspeção do trabalho",
		"Mexico agrees with paragraph 3.",
		"We do not support this.",
		"The text is balanced.",
		"This language was agreed in 2015.",
		"Use words of peace",
		"Peru will send a further proposal",
		"18 May 2026",
		"Add 5 members to the Group",
		"Working Group 1 will carry out the following activities:",
		"",
		"\xff",
		strings.Repeat("Clarify. ", instruct.MaxText/9+1),
	} {
		if instruct.Asks(text) {
			t.Errorf("%.80q asks", text)
		}
	}
}
