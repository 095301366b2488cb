package nations_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/negotiation/nations"
)

func TestJointSplitsNamesAndNothingElse(t *testing.T) {
	for line, want := range map[string][]string{
		"CHILE":                                {"CHILE"},
		"CHILE and PERU":                       {"CHILE", "PERU"},
		"CHILE AND PERU":                       {"CHILE", "PERU"},
		"CHILE, MEXICO and PERU":               {"CHILE", "MEXICO", "PERU"},
		"CHILE, MEXICO, and PERU":              {"CHILE", "MEXICO", "PERU"},
		"Chile y Perú":                         {"Chile", "Perú"},
		"Chile e Peru":                         {"Chile", "Peru"},
		"Chili et Pérou":                       {"Chili", "Pérou"},
		"CHILE / PERU":                         {"CHILE", "PERU"},
		"CHILE/PERU":                           {"CHILE", "PERU"},
		"Chile & Peru":                         {"Chile", "Peru"},
		"Chile; Peru":                          {"Chile", "Peru"},
		"CHILE\u00a0and PERU":                  {"CHILE", "PERU"},
		"  CHILE  and  PERU ":                  {"CHILE", "PERU"},
		"Trinidad and Tobago":                  {"Trinidad and Tobago"},
		"Antigua and Barbuda":                  {"Antigua and Barbuda"},
		"Bosnia and Herzegovina":               {"Bosnia and Herzegovina"},
		"European Union and its member States": {"European Union and its member States"},
		"Saint Vincent and the Grenadines":     {"Saint Vincent and the Grenadines"},
		"Sao Tome and Principe":                {"Sao Tome and Principe"},
		"G77 and China":                        {"G77 and China"},
		"China and G77":                        {"China", "G77"},
		"Trinidad y Tobago and Barbados":       {"Trinidad y Tobago", "Barbados"},
		"Barbados and Trinidad and Tobago":     {"Barbados", "Trinidad and Tobago"},
		"Antigua and Barbuda, Saint Kitts and Nevis and Trinidad & Tobago": {"Antigua and Barbuda", "Saint Kitts and Nevis", "Trinidad & Tobago"},
		"Türkiye/Turkey":                            {"Türkiye/Turkey"},
		"Türkiye/Turkey and Chile":                  {"Türkiye/Turkey", "Chile"},
		"Korea, Republic of and Japan":              {"Korea, Republic of", "Japan"},
		"Bolivia (Plurinational State of) and Peru": {"Bolivia (Plurinational State of)", "Peru"},
		"EU and its Member States, Canada and Peru": {"EU and its Member States", "Canada", "Peru"},
		"COSATE and CEATAL":                         {"COSATE", "CEATAL"},
		"workers and employers":                     nil,
		"CHILE and WONDERLAND":                      nil,
		"CHILE and":                                 nil,
		"and CHILE":                                 nil,
		"CHILE,, PERU":                              nil,
		"CHILE PERU":                                nil,
		"":                                          nil,
		",":                                         nil,
		strings.Repeat("CHILE, ", nations.MaxLine):       nil,
		strings.Repeat("A and ", nations.MaxLine/6):      nil,
		strings.Repeat("CHILE, ", 2) + "Serbia and Peru": {"CHILE", "CHILE", "Serbia", "Peru"},
	} {
		if got := nations.Joint(line); !slices.Equal(got, want) {
			t.Errorf("Joint(%q) = %q, want %q", line, got, want)
		}
	}
}

func TestSplitAsksItsCallerWhoIsKnown(t *testing.T) {
	known := func(name string) bool { return name == "Wonderland" || name == "Cats and Dogs" || name == "Dogs" }
	for line, want := range map[string][]string{
		"Wonderland and Cats and Dogs": {"Wonderland", "Cats and Dogs"},
		"Cats and Dogs and Dogs":       {"Cats and Dogs", "Dogs"},
		"Cats and Wonderland":          nil,
		"Chile":                        nil,
	} {
		if got := nations.Split(line, known); !slices.Equal(got, want) {
			t.Errorf("Split(%q) = %q, want %q", line, got, want)
		}
	}
}

// TestSplitAsksNoMoreThanSixTimesAPart keeps its time from growing faster than the
// line.
func TestSplitAsksNoMoreThanSixTimesAPart(t *testing.T) {
	const parts = 500
	asked := 0
	nations.Split(strings.Repeat("A, ", parts-1)+"A", func(string) bool { asked++; return false })
	if asked > 6*parts {
		t.Errorf("Split asked %d times of %d parts, want at most six each", asked, parts)
	}
}

func TestSpeaksForTellsWhoSpeaksForWhom(t *testing.T) {
	for line, want := range map[string]struct {
		speaker string
		on      []string
	}{
		"BRAZIL, on behalf of MERCOSUR":                                 {"BRAZIL", []string{"MERCOSUR"}},
		"BRAZIL on behalf of MERCOSUR":                                  {"BRAZIL", []string{"MERCOSUR"}},
		"BRAZIL (on behalf of MERCOSUR)":                                {"BRAZIL", []string{"MERCOSUR"}},
		"BRAZIL ON BEHALF OF MERCOSUR":                                  {"BRAZIL", []string{"MERCOSUR"}},
		"Cuba, speaking on behalf of the Group of 77 and China":         {"Cuba", []string{"Group of 77 and China"}},
		"Uruguay, en nombre del GRULAC":                                 {"Uruguay", []string{"GRULAC"}},
		"España, en nombre de la Unión Europea":                         {"España", []string{"Unión Europea"}},
		"Chile, en representación de El Salvador y Perú":                {"Chile", []string{"El Salvador", "Perú"}},
		"Maroc (au nom du Groupe africain)":                             {"Maroc", []string{"Groupe africain"}},
		"France, au nom de l’Union européenne et ses États membres":     {"France", []string{"Union européenne et ses États membres"}},
		"Brasil, em nome do Grupo dos 77 e a China":                     {"Brasil", []string{"Grupo dos 77 e a China"}},
		"Trinidad and Tobago on behalf of Barbados, Jamaica and Guyana": {"Trinidad and Tobago", []string{"Barbados", "Jamaica", "Guyana"}},
	} {
		got, ok := nations.SpeaksFor(line)
		if !ok || got.Speaker != want.speaker || !slices.Equal(got.For, want.on) {
			t.Errorf("SpeaksFor(%q) = %+v, %v, want %+v", line, got, ok, want)
		}
	}
	for _, line := range []string{"", "BRAZIL", "on behalf of MERCOSUR", "BRAZIL, on behalf of", "BRAZIL, on behalf of workers",
		"The Chair, on behalf of MERCOSUR", "BRAZIL (on behalf of MERCOSUR", "BRAZIL and MERCOSUR", strings.Repeat(" ", nations.MaxLine+1) + "x",
		"BRAZIL, on behalf of CHILE and its people", strings.Repeat("on behalf of ", 1000)} {
		if got, ok := nations.SpeaksFor(line); ok {
			t.Errorf("SpeaksFor(%q) = %+v, want nobody", line, got)
		}
	}
}
