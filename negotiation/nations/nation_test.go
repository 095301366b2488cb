package nations_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"plenary/negotiation/nations"
)

// members are the 193 members of the United Nations, by their codes.
func members(t testing.TB) []string {
	t.Helper()
	list := strings.Fields(`
		AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI
		CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI
		EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA
		JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM
		MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR
		MDA ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE
		SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE`)
	if len(list) != 193 {
		t.Fatalf("the list has %d members, want 193", len(list))
	}
	return list
}

// TestEveryMemberIsFoundInFourLanguages finds each of the 193 by its code and by
// the names of the CLDR as they stand, in capitals, and in small letters.
func TestEveryMemberIsFoundInFourLanguages(t *testing.T) {
	languages := []language.Tag{language.English, language.Spanish, language.French, language.Portuguese, language.EuropeanPortuguese}
	seen := map[string]string{}
	for _, code := range members(t) {
		want, ok := nations.FindCode(code)
		if !ok || want.Code != code || want.Kind != nations.State {
			t.Errorf("FindCode(%q) = %+v, %v, want the state", code, want, ok)
		}
		if other := seen[want.Name]; other != "" {
			t.Errorf("%s and %s are both called %q", code, other, want.Name)
		}
		seen[want.Name] = code
		region := language.MustParseRegion(code)
		if got, _ := nations.FindCode(region.String()); got != want {
			t.Errorf("FindCode(%q) = %+v, want %+v", region, got, want)
		}
		for _, tag := range languages {
			name := display.Regions(tag).Name(region)
			for _, form := range []string{name, strings.ToUpper(name), strings.ToLower(name), strings.ReplaceAll(name, "’", "'")} {
				if got, _ := nations.Find(form); got != want {
					t.Errorf("Find(%q) = %+v, want %+v", form, got, want)
				}
			}
		}
		if got, _ := nations.Find(want.Name); got != want {
			t.Errorf("Find(%q) = %+v, want %+v", want.Name, got, want)
		}
	}
}

// TestStatesAreFoundByWhatDocumentsPrint has the names that are not in the CLDR.
func TestStatesAreFoundByWhatDocumentsPrint(t *testing.T) {
	for code, names := range map[string][]string{
		"ATG": {"Antigua & Barbuda", "ANTIGUA Y BARBUDA", "Antígua e Barbuda"},
		"BHS": {"The Bahamas", "BAHAMAS (THE)", "Commonwealth of The Bahamas", "las Bahamas", "Mancomunidad de las Bahamas"},
		"BIH": {"Bosnia-Herzegovina", "BOSNIA AND HERZEGOVINA"},
		"BLR": {"BELARÚS", "Bélarus"},
		"BOL": {"Bolivia (Plurinational State of)", "BOLIVIA (PLURINATIONAL STATE OF)", "Bolivia, Plurinational State of",
			"Plurinational State of Bolivia", "Estado Plurinacional de Bolivia", "Bolivia (Estado Plurinacional de)",
			"Bolivie (État plurinational de)", "Bolívia (Estado Plurinacional da)"},
		"BRA": {"Brasil", "BRÉSIL", "República Federativa do Brasil", "Federative Republic of Brazil", "o Brasil"},
		"CHE": {"Swiss Confederation", "Confederación Suiza"},
		"CHL": {"Chili", "República de Chile", "Republic of Chile", "CHILE", "Chile (CHL)", " Chile ", "Chi\u00adle"},
		"CHN": {"People's Republic of China", "República Popular China (China)", "República Popular de China"},
		"CIV": {"Côte d'Ivoire", "COTE D’IVOIRE", "Ivory Coast", "Costa de Marfil", "Côte d'Ivoire (Ivory Coast)"},
		"COD": {"Democratic Republic of the Congo", "Congo (Democratic Republic of the)", "DRC", "RDC", "République démocratique du Congo"},
		"COG": {"Congo", "Republic of the Congo", "Congo (Republic of the)", "República do Congo"},
		"CZE": {"Czech Republic", "Czech Republic (Czechia)", "República Checa"},
		"DMA": {"Dominica", "Commonwealth of Dominica"},
		"DOM": {"República Dominicana", "Dominican Republic"},
		"ESP": {"Reino de España", "ESPANA"},
		"FSM": {"Micronesia (Federated States of)", "Federated States of Micronesia", "Micronésie (États fédérés de)"},
		"GBR": {"UK", "U.K.", "United Kingdom of Great Britain and Northern Ireland", "Royaume-Uni", "Gran Bretaña", "United Kingdom (UK)"},
		"GMB": {"Gambia (Republic of The)", "The Gambia"},
		"GNB": {"Guinea–Bissau", "GUINÉ-BISSAU", "Guinea Bissau"},
		"GUY": {"Co-operative Republic of Guyana"},
		"IRN": {"Iran (Islamic Republic of)", "República Islámica del Irán", "Iran (République islamique d’)", "IRÃ"},
		"KNA": {"St. Kitts & Nevis", "ST KITTS AND NEVIS", "Saint Kitts y Nevis"},
		"KOR": {"Republic of Korea", "REPUBLIC OF KOREA", "Korea, Republic of", "República de Corea", "South Korea", "ROK"},
		"LAO": {"Lao People’s Democratic Republic", "Lao PDR"},
		"MDA": {"Republic of Moldova", "Moldova (Republic of)", "República de Moldova"},
		"MEX": {"México", "MEXICO", "Mexique", "United Mexican States", "Estados Unidos Mexicanos"},
		"MKD": {"North Macedonia", "The former Yugoslav Republic of Macedonia", "Macedonia del Norte"},
		"MMR": {"Myanmar", "BURMA"},
		"NIU": {"Niue"},
		"NLD": {"the Netherlands", "NETHERLANDS (KINGDOM OF THE)", "Kingdom of the Netherlands", "Pays-Bas", "Holanda"},
		"PRK": {"Democratic People's Republic of Korea", "DPRK", "República Popular Democrática de Corea"},
		"PSE": {"State of Palestine", "Palestina", "ÉTAT DE PALESTINE"},
		"RUS": {"Russian Federation", "Federación de Rusia", "Fédération de Russie", "Russia"},
		"SLV": {"El Salvador", "Republic of El Salvador", "República de El Salvador"},
		"STP": {"Sao Tome and Principe", "SÃO TOMÉ AND PRÍNCIPE"},
		"SWZ": {"Eswatini", "Eswatini (Swaziland)"},
		"SYR": {"Syrian Arab Republic", "Syria", "República Árabe Siria"},
		"TTO": {"Trinidad and Tobago", "TRINIDAD & TOBAGO", "Trinité-et-Tobago", "Trinidad y Tobago", "Trindade e Tobago"},
		"TUR": {"Türkiye", "TURKEY", "Türkiye/Turkey", "Turkey / Türkiye", "Republic of Türkiye"},
		"TZA": {"United Republic of Tanzania", "Tanzania (United Republic of)"},
		"USA": {"UNITED STATES", "United States of America", "USA", "U.S.A.", "US", "U.S.", "EE.UU.", "EE. UU.", "EUA",
			"Estados Unidos de América", "los Estados Unidos", "États-Unis d’Amérique", "Estados Unidos da América"},
		"VAT": {"Holy See", "the Holy See", "Santa Sede", "Saint-Siège", "Santa Sé"},
		"VCT": {"St. Vincent & the Grenadines", "Saint Vincent and the Grenadines", "San Vicente y las Granadinas"},
		"VEN": {"Venezuela (Bolivarian Republic of)", "República Bolivariana de Venezuela", "VENEZUELA"},
		"VNM": {"Viet Nam", "Vietnam", "Socialist Republic of Viet Nam"},
		"ABW": {"Aruba"},
		"VGB": {"British Virgin Islands"},
		"TCA": {"Turks and Caicos Islands", "Islas Turcas y Caicos"},
	} {
		for _, name := range names {
			if got, ok := nations.Find(name); !ok || got.Code != code {
				t.Errorf("Find(%q) = %+v, %v, want %s", name, got, ok, code)
			}
		}
	}
}

func TestGroupsAndBodiesAreFoundInFourLanguages(t *testing.T) {
	for _, row := range []struct {
		name  string
		kind  nations.Kind
		names []string
	}{
		{"European Union", nations.Group, []string{"EUROPEAN UNION", "EUROPEAN UNION and its member States", "EU", "E.U.", "UE",
			"EU and its Member States", "European Union (EU)", "European Union (EU) and its member States", "the European Union",
			"La Unión Europea y sus Estados miembros", "L'Union européenne et ses États membres", "União Europeia e os seus Estados-Membros"}},
		{"GRULAC", nations.Group, []string{"GRULAC", "Grulac", "Group of Latin American and Caribbean States (GRULAC)", "Grupo de América Latina y el Caribe"}},
		{"Group of 77 and China", nations.Group, []string{"G77 and China", "GROUP OF 77 AND CHINA", "G-77/China", "G77 + China", "The Group of 77",
			"Grupo de los 77 y China", "Groupe des 77 et la Chine", "Grupo dos 77 e a China"}},
		{"African Group", nations.Group, []string{"AFRICAN GROUP", "Grupo Africano", "Groupe africain", "Grupo de los Estados de África"}},
		{"CARICOM", nations.Group, []string{"CARICOM", "Caribbean Community", "Caribbean Community (CARICOM)", "Comunidad del Caribe", "Communauté des Caraïbes"}},
		{"SICA", nations.Group, []string{"SICA", "Sistema de la Integración Centroamericana"}},
		{"MERCOSUR", nations.Group, []string{"MERCOSUR", "Mercosul", "Mercosur", "Mercado Común del Sur"}},
		{"AOSIS", nations.Group, []string{"AOSIS", "Alliance of Small Island States", "Alianza de los Pequeños Estados Insulares"}},
		{"Least Developed Countries", nations.Group, []string{"LDCs", "LDC", "LDCS", "Least developed countries", "Pays les moins avancés"}},
		{"Non-Aligned Movement", nations.Group, []string{"Non-Aligned Movement", "NAM", "Movimiento de los Países No Alineados", "Mouvement des pays non alignés"}},
		{"Arab Group", nations.Group, []string{"Arab Group", "GRUPO ÁRABE", "Groupe arabe", "Groupe des États arabes"}},
		{"JUSCANZ", nations.Group, []string{"JUSCANZ", "JUSSCANNZ"}},
		{"CANZ", nations.Group, []string{"CANZ"}},
		{"Workers' group", nations.Body, []string{"Workers' group", "WORKERS’ GROUP", "Workers Group", "Grupo de los Trabajadores", "Groupe des travailleurs", "Grupo dos Trabalhadores"}},
		{"Employers' group", nations.Body, []string{"Employers' Group", "Grupo de los Empleadores", "Groupe des employeurs", "Grupo dos Empregadores"}},
		{"COSATE", nations.Body, []string{"COSATE", "Trade Union Technical Advisory Council (COSATE)", "Consejo Sindical de Asesoramiento Técnico"}},
		{"CEATAL", nations.Body, []string{"CEATAL", "Comisión Empresarial de Asesoramiento Técnico en Asuntos Laborales"}},
	} {
		want := nations.Nation{Name: row.name, Kind: row.kind}
		for _, name := range append(row.names, row.name) {
			if got, ok := nations.Find(name); !ok || got != want {
				t.Errorf("Find(%q) = %+v, %v, want %+v", name, got, ok, want)
			}
		}
	}
}

func TestWordsAreNobody(t *testing.T) {
	for _, words := range []string{
		"", " ", ".", "()", "(", ")", "/", "&", "NOTE", "NOTA", "OBJECTIVE", "SUMMARY", "ARTICLE", "TITLE", "Objetivo", "ANNEX", "Anexo",
		"Annexe", "Decides", "Recalling", "PREAMBLE", "Considerando", "Chapter", "Chair", "Secretariat", "The", "Republic",
		"Kingdom", "State", "States", "Member States", "United", "Union", "Europe", "Africa", "America", "Asia", "Caribbean",
		"us", "who", "can", "eu", "uk", "nam", "ira", "oma", "Oma", "Ira", "MEX", "NO", "IT", "IN", "IS", "MY",
		"Korea", "Corea", "Republic of Korea and", "Republic of China", "República de China", "Taiwan", "Bolivia (Chile)", "Bolivia (draft)",
		"Chile, Peru", "CHILE and PERU", "Turkey/Greece", "Chile and its member States", "Workers", "Employers", "Group",
		"Workers' group and its member States", "new Mexico text", "Guinea, Bissau", "MEXICO:", "Chile\xff", "República", "Republic of",
		"Brazil (", "Kingdom of CARICOM", "and", "the the",
		strings.Repeat("Chile ", 100), strings.Repeat("(", nations.MaxName), strings.Repeat("\u00ad", nations.MaxName/2), strings.Repeat("ﷺ", 40),
	} {
		if got, ok := nations.Find(words); ok {
			t.Errorf("Find(%q) = %+v, want nobody", words, got)
		}
	}
	for _, code := range []string{"", "mex", "Mex", "XXX", "ZZ", "EU", "TWN", "MEXICO", "484"} {
		if got, ok := nations.FindCode(code); ok {
			t.Errorf("FindCode(%q) = %+v, want nobody", code, got)
		}
	}
}

func TestFindInPlainLettersAllocatesTwiceAtMost(t *testing.T) {
	for _, name := range []string{"MEXICO", "Trinidad and Tobago", "EE.UU.", "OBJECTIVE"} {
		nations.Find(name) // the tables are built once
		if got := testing.AllocsPerRun(100, func() { nations.Find(name) }); got > 2 {
			t.Errorf("Find(%q) allocates %v times, want twice at most", name, got)
		}
	}
}

// FuzzFind holds Find to this: any bytes are answered, and who is found is found
// by the name given for it.
func FuzzFind(f *testing.F) {
	for _, name := range []string{"Bolivia (Plurinational State of)", "L'Union européenne et ses États membres", "EE. UU.", "a/b", "(", "& & &", "é"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		n, ok := nations.Find(name)
		if !ok {
			if n != (nations.Nation{}) {
				t.Errorf("Find(%q) = %+v and not found", name, n)
			}
			return
		}
		if again, _ := nations.Find(n.Name); again != n {
			t.Errorf("Find(%q) = %+v, but Find(%q) = %+v", name, n, n.Name, again)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for _, name := range []string{"MEXICO", "Trinité-et-Tobago", "OBJECTIVE"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				nations.Find(name)
			}
		})
	}
}
