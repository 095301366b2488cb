package negotiation

import "testing"

func TestTitleCase(t *testing.T) {
	for words, want := range map[string]string{
		"DRAFT PLAN OF ACTION OF BRIDGETOWN":  "Draft Plan of Action of Bridgetown",
		"Plan of Action (RIAL)":               "Plan of Action (RIAL)",
		"THE PLAN":                            "The Plan",
		"BOLIVIA (PLURINATIONAL STATE OF)":    "Bolivia (Plurinational State of)",
		"DECLARACIÓN DE BRIDGETOWN":           "Declaración de Bridgetown",
		"GUINEA-BISSAU":                       "Guinea-Bissau",
		"":                                    "",
		"SAINT VINCENT AND THE GRENADINES, 2": "Saint Vincent and the Grenadines, 2",
	} {
		if got := TitleCase(words); got != want {
			t.Errorf("TitleCase(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestInitialsStayInProse(t *testing.T) {
	for p, want := range map[Party]string{
		{"MEXICO", MemberState}:              "Mexico",
		{"TRINIDAD AND TOBAGO", MemberState}: "Trinidad and Tobago",
		{"USA", MemberState}:                 "USA",
		{"COSATE", ConsultativeBody}:         "COSATE",
		{"European Union", MemberState}:      "European Union",
	} {
		if got := p.InProse(); got != want {
			t.Errorf("%v in prose is %q, want %q", p, got, want)
		}
	}
}
