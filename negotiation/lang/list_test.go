package lang

import (
	"slices"
	"testing"
)

func TestListJoinsAsASentenceDoes(t *testing.T) {
	tests := []struct {
		tag   string
		items []string
		want  string
	}{
		{"en", nil, ""},
		{"en", []string{"Chile"}, "Chile"},
		{"en", []string{"COSATE", "CEATAL"}, "COSATE and CEATAL"},
		{"en", []string{"Chile", "Mexico", "Peru"}, "Chile, Mexico and Peru"},
		{"en", []string{"Chile", "Italy"}, "Chile and Italy"},
		{"es", []string{"Chile", "México", "Perú"}, "Chile, México y Perú"},
		{"es", []string{"Chile", "Perú", "Italia"}, "Chile, Perú e Italia"},
		{"es", []string{"Perú", "IRÁN"}, "Perú e IRÁN"},
		{"es", []string{"Prólogo", "Índice"}, "Prólogo e Índice"},
		{"es", []string{"padres", "hijos"}, "padres e hijos"},
		{"es", []string{"agua", "hielo"}, "agua y hielo"},
		{"es", []string{"calcio", "iones"}, "calcio y iones"},
		{"es", []string{"Guatemala", "Honduras"}, "Guatemala y Honduras"},
		{"es", []string{"Omán", "Yemen"}, "Omán y Yemen"},
		{"es", []string{"Chile", "i"}, "Chile e i"},
		{"es", []string{"Chile", ""}, "Chile y "},
		{"fr", []string{"Chili", "Mexique", "Inde"}, "Chili, Mexique et Inde"},
		{"pt", []string{"Chile", "México", "Índia"}, "Chile, México e Índia"},
	}
	for _, tt := range tests {
		tongue, _ := For(tt.tag)
		if got := tongue.List(tt.items); got != tt.want {
			t.Errorf("%s: List(%q) = %q, want %q", tt.tag, tt.items, got, tt.want)
		}
	}
}

func TestSortFollowsTheAlphabetOfTheLanguage(t *testing.T) {
	tests := []struct {
		tag       string
		got, want []string
	}{
		{"en", []string{"Peru", "Chile", "Mexico"}, []string{"Chile", "Mexico", "Peru"}},
		{"en", []string{"PERU", "chile", "Mexico"}, []string{"chile", "Mexico", "PERU"}},
		{"es", []string{"Perú", "Panamá", "Ñandú", "Nuevo", "Ozono", "México"},
			[]string{"México", "Nuevo", "Ñandú", "Ozono", "Panamá", "Perú"}},
		{"fr", []string{"Équateur", "Haïti", "États-Unis", "Dominique"},
			[]string{"Dominique", "Équateur", "États-Unis", "Haïti"}},
		{"pt", []string{"Brasil", "Áustria", "Argentina"}, []string{"Argentina", "Áustria", "Brasil"}},
	}
	for _, tt := range tests {
		tongue, _ := For(tt.tag)
		before := slices.Clone(tt.got)
		if got := tongue.Sort(tt.got); !slices.Equal(got, tt.want) {
			t.Errorf("%s: Sort(%q) = %q, want %q", tt.tag, tt.got, got, tt.want)
		}
		if !slices.Equal(tt.got, before) {
			t.Errorf("%s: Sort changed its argument %q to %q", tt.tag, before, tt.got)
		}
	}
}

// TestSortIsTotal: names that only bytes tell apart come out the same each time.
func TestSortIsTotal(t *testing.T) {
	composed, decomposed := "M\u00e9xico", "Me\u0301xico"
	there := Tongue{}.Sort([]string{composed, decomposed})
	back := Tongue{}.Sort([]string{decomposed, composed})
	if !slices.Equal(there, back) {
		t.Errorf("Sort gives %q or %q for the same names", there, back)
	}
}

func TestNoteNamesWhoContributedAndHow(t *testing.T) {
	tongue, _ := For("en")
	for _, c := range []struct {
		name           string
		states, bodies []string
		channel, want  string
	}{
		{"nobody", nil, nil, "the Virtual Forum", ""},
		{"one state", []string{"Peru"}, nil, "", "Note: The delegation of Peru made comments to the Draft Plan."},
		{"states", []string{"Chile", "Peru"}, nil, "the Virtual Forum", "Note: The delegations of Chile and Peru made comments to the Draft Plan via the Virtual Forum."},
		{"bodies", nil, []string{"COSATE"}, "", "Note: COSATE made comments to the Draft Plan."},
		{"both", []string{"Chile", "Peru"}, []string{"COSATE"}, "", "Note: The delegations of Chile and Peru, as well as COSATE, made comments to the Draft Plan."},
	} {
		if got := tongue.Note(c.states, c.bodies, "Draft Plan", c.channel); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
