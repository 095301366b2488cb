package lint

import (
	"slices"
	"strings"
	"testing"
)

// plan is a small draft in English with lists, letters and a body.
func plan() *Draft {
	return New([]Unit{
		{Address: "A", Text: "WORK", Heading: true},
		{Address: "1", Text: "The Ministries of Labor will organize labor programs in each country, with the Trade Union Technical Advisory Council (COSATE) and workers' and employers' organizations."},
		{Address: "2", Text: "The Chair will analyze the report: its color is gray.", Chapeau: true},
		{Address: "2.a", Text: "Convene the Groups each year;", Item: true},
		{Address: "2.b", Text: "Favor dialogue on labor matters;", Item: true},
		{Address: "2.c", Text: "Harbor no doubt, as stated in paragraph 3.", Item: true},
		{Address: "3", Text: "Member States will recognize skills. To that end, they will modernize training."},
		{Address: "5bis", Text: "The plan begins in 2018."},
		{Address: "7", Text: "The Groups will meet, as agreed in paragraphs 1 to 3:", Chapeau: true},
		{Address: "7.b", Text: "To hear experts.", Item: true},
		{Address: "8", Text: "ARTICLE", Heading: true},
		{Address: "8.4", Text: "The Chair will speak.", Item: true},
	})
}

// TestResultNotesWhatIsWrongAndNothingElse has, for each kind of fault, texts that
// have it and texts that look alike and must stay silent, which matter more.
func TestResultNotesWhatIsWrongAndNothingElse(t *testing.T) {
	const was = "The Chair will report."
	tests := []struct{ name, before, after, want string }{
		{"nothing", was, "The Chair will report each year.", ""},
		{"the same fault before", "The Chair will report,", "The Chair will report each year,", ""},
		{"a comma at the end", was, "The Chair will report,", "trailing-mark: report, > report."},
		{"a comma for a semicolon", "To report;", "To report each year,", "trailing-mark: year, > year;"},
		{"a dash at the end", was, "The Chair will report –", "trailing-mark: report – > report."},
		{"a conjunction at the end", was, "The Chair will report and", "trailing-word: and"},
		{"the last but one of a list", "To report; and", "To report each year; and", ""},
		{"and loses its semicolon and conjunction", "To report; and", "To report each year", "missing-stop: year > year; and"},
		{"no full stop", was, "The Chair will report each year", "missing-stop: year > year."},
		{"a stop inside quotation marks", was, "The Chair will read “the report.”", ""},
		{"a stop inside brackets", was, "The Chair will report (each year.)", ""},
		{"a question", was, "Will the Chair report?", ""},
		{"a heading never had one", "WORK", "DECENT WORK", ""},
		{"a colon is lost", "The Chair will:", "The Chair will soon", "missing-stop: soon > soon:"},
		{"an address of the web", was, "The Chair will report on www.example.org", "missing-stop: www.example.org > www.example.org."},
		{"a comma at the beginning", was, ", and the Chair will report.", "leading-mark: , and > and"},
		{"a number at the beginning", was, ".5 percent of the Chair will report.", ""},
		{"empty brackets", was, "The Chair () will report.", "empty-pair: ()"},
		{"brackets around a space", was, "The Chair ( ) will report.", "empty-pair: ( )"},
		{"brackets around a comma", was, "The Chair (, ) will report.", "empty-pair: (, )"},
		{"empty quotation marks", was, "The Chair will report on “”.", "empty-pair: “”"},
		{"empty straight quotation marks", was, `The Chair will report on "".`, `empty-pair: ""`},
		{"empty guillemets", was, "The Chair will report on « ».", "empty-pair: « »"},
		{"two straight quotations", was, `The Chair will report on "work" "now".`, ""},
		{"a place to be filled in", was, "The Chair will report by [ ] and (***).", ""},
		{"dots in brackets", was, "The Chair will report [...] and (...).", ""},
		{"two spaces", was, "The Chair  will report.", "double-space: Chair  will > Chair will"},
		{"a space before a comma", was, "The Chair , will report.", "space-before: Chair , > Chair,"},
		{"a space before the last stop", was, "The Chair will report .", "space-before: report . > report."},
		{"a space before a semicolon", was, "The Chair will report ; and speak.", "space-before: report ; > report;"},
		{"an ellipsis", was, "The Chair will ... report . . . now.", ""},
		{"no space after a comma", was, "The Chair,the Groups and the States will report.", "no-space: Chair,the > Chair, the"},
		{"a large number", was, "The Chair will report 1,000 times.", ""},
		{"two commas", was, "The Chair,, and the Groups will report.", "double-mark: Chair,, > Chair,"},
		{"a stop and a comma", was, "The Chair will report., and speak.", "double-mark: report.,"},
		{"two stops", was, "The Chair will report..", "double-mark: report.. > report."},
		{"an abbreviation", was, "The Chair, the Groups, etc., will report.", ""},
		{"initials", was, "The U.S., the U.K. and the Chair will report.", ""},
		{"a word twice", was, "The Chair will report to the the Groups.", "double-word: the the > the"},
		{"a word twice over a line", was, "The Chair will\nwill report.", "double-word: will\nwill > will"},
		{"that that", was, "The Chair will report that that had had no effect.", ""},
		{"a name that repeats", was, "The Chair will report on Pago Pago and Bora Bora.", ""},
		{"figures that repeat", was, "The Chair will report 10 10 times.", ""},
		{"a word twice with a comma", was, "The Chair will report on what it is, is it not.", ""},
		{"a bracket that is not closed", was, "The Chair (COSATE will report.", "unbalanced: (COSATE"},
		{"a bracket that was not opened", was, "The Chair COSATE) will report.", "unbalanced: COSATE)"},
		{"labels of a list", was, "The Chair will a) report, b) speak and iv) go.", ""},
		{"a square bracket", was, "The Chair [shall will report.", "unbalanced: [shall"},
		{"a quotation mark", was, `The Chair will "report on work.`, `unbalanced: "report`},
		{"a curly quotation mark", was, "The Chair will report on “work.", "unbalanced: “work"},
		{"curly and straight together", was, `The Chair will report on “work".`, ""},
		{"a quotation that goes on", was, "“The Chair will report.", ""},
		{"apostrophes", was, "The workers' and employers’ Chairs don't report on ’98.", ""},
		{"inches", was, `The Chair will report on a 5" rule.`, ""},
		{"a small letter after a stop", was, "The Chair will report. the Groups will speak.", "lower-case: the > The"},
		{"a small letter at the beginning", was, "will the Chair report.", "lower-case: will > Will"},
		{"abbreviations before small letters", was, "The Chair, e.g. the first, in Art. five and No. two etc. will report in the U.S. next year.", ""},
		{"labels after a stop", was, "The Chair will report. a) first. ii) then.", ""},
		{"a sentence behind a comma", was, "The Chair will report, In that regard, they will speak.", "run-on: report, In > report. In"},
		{"a name behind a comma", was, "The Chair will report, As one of five.", ""},
		{"a word that begins small", was, "The Chair will report. eLearning follows.", ""},
		{"British in an American draft", was, "The Chair will report on labour.", "spelling: labour > labor"},
		{"British in a name of the draft", was, "The Ministries of Labour will report.", "spelling: Labour > Labor"},
		{"British in a name of another", was, "The International Labour Organization and the British Labour Party will report.", ""},
		{"British in a quotation", was, "The Chair will report on “labour in our time”.", ""},
		{"British of a word that the draft lacks", was, "The Chair will report on behaviour and utilise it.", "spelling: behaviour > behavior\nspelling: utilise > utilize"},
		{"British with a hyphen", was, "The Chair will report on labour-intensive work.", "spelling: labour-intensive > labor-intensive"},
		{"capitals", was, "THE CHAIR WILL PROGRAMME.", ""},
		{"a name that lost a word", was, "The Trade Union Technical Advisory (COSATE) will report.",
			"name: Trade Union Technical Advisory (COSATE) > Trade Union Technical Advisory Council (COSATE)"},
		{"a name that lost a word in its middle", was, "The Trade Union Advisory Council (COSATE) will report.",
			"name: Trade Union Advisory Council (COSATE) > Trade Union Technical Advisory Council (COSATE)"},
		{"a name in full", was, "The TRADE UNION Technical Advisory Council (COSATE) will report.", ""},
		{"the end of a name", was, "The Advisory Council (COSATE) will report.", ""},
		{"a name in Spanish", was, "The Consejo Sindical de Asesoramiento Técnico (COSATE) will report.", ""},
		{"an acronym of another", was, "The Inter-American Commission of Women (CIM) will report.", ""},
		{"a possessive in the singular", was, "The workers' and employer's Chairs will report.", "possessive: workers' and employer's > workers' and employers'"},
		{"the first in the singular", was, "The worker's and employers' Chairs will report.", "possessive: worker's and employers > workers' and employers"},
		{"another singular", was, "The workers' and Chair's views will be reported.", ""},
		{"not only without its preposition", was, "The Chair will focus not only children, but also on families.", "not-only: focus not only children > focus not only on children"},
		{"not only with both", was, "The Chair will focus not only on children but also on families.", ""},
		{"not only of time", was, "The Chair will report not only now, but also in the future.", ""},
		{"not only of verbs", was, "The Chair will not only report but also on Mondays speak.", ""},
		{"a to too many", was, "Review the guidelines, and to explore actions.", "series: and to explore > and explore"},
		{"a series of infinitives", was, "Invite States to review the guidelines, and to explore actions.", ""},
		{"to before a name", was, "Support access to COSATE, and to the Groups.", ""},
	}
	d := plan()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := all(d.Result("9", tt.before, tt.after)); got != tt.want {
				t.Errorf("Result(%q, %q):\n%s\nwant:\n%s", tt.before, tt.after, got, tt.want)
			}
		})
	}
}

// TestOtherLanguagesAreNotedAlike has the same in Spanish, French and Portuguese.
func TestOtherLanguagesAreNotedAlike(t *testing.T) {
	drafts := map[string]*Draft{
		"es": New([]Unit{{Address: "1", Text: "Los ministerios se reunirán en septiembre; el período: un año."}, {Address: "2", Text: "El Consejo Sindical de Asesoramiento Técnico (COSATE) participa."}}),
		"fr": New([]Unit{{Address: "1", Text: "Les ministères se réuniront ; le projet : un an. Un événement suivra."}, {Address: "2", Text: "Le Conseil syndical participe."}}),
		"pt": New([]Unit{{Address: "1", Text: "Os ministérios realizarão atividades; o objetivo: um ano."}, {Address: "2", Text: "O Conselho participa."}}),
	}
	tests := []struct{ tag, before, after, want string }{
		{"es", "El Consejo participa.", "El Consejo participa cada año,", "trailing-mark: año, > año."},
		{"es", "El Consejo participa.", "El Consejo participa en la la reunión.", "double-word: la la > la"},
		{"es", "El Consejo participa.", "¿Participa el Consejo? ¡Participa! Véase el art. 5, núm. 3 y pág. siguiente.", ""},
		{"es", "El Consejo participa.", "El Consejo participa. además, informa.", "lower-case: además > Además"},
		{"es", "El Consejo participa.", "El Consejo participa en setiembre durante un periodo.", "spelling: setiembre > septiembre\nspelling: periodo > período"},
		{"es", "El Consejo participa.", "El Consejo de Asesoramiento Técnico (COSATE) participa.", "name: Consejo de Asesoramiento Técnico (COSATE) > Consejo Sindical de Asesoramiento Técnico (COSATE)"},
		{"es", "El Consejo participa.", "El Consejo Sindical de Asesoramiento Técnico (COSATE) y la Organización (OEA) participan.", ""},
		{"es", "El Consejo participa.", "El Consejo participa según el párrafo 9.", "broken-reference: párrafo 9"},
		{"es", "El Consejo participa.", "El Consejo participa según los párrafos 1 y 2.", ""},
		{"es", "El Consejo participa.", "El Consejo se centrará no solo los niños, sino también en las familias.", "not-only: centrará no solo los > centrará no solo en los"},
		{"es", "El Consejo participa.", "El Consejo actuará no solo hoy, sino también en el futuro.", ""},
		{"es", "Los Estados revisarán las normas laborales. En ese sentido, informarán.", "En ese sentido, informarán.", "dangling: En ese sentido"},
		{"es", "Los Estados adoptarán políticas laborales y evaluarán dichas políticas.", "Los Estados evaluarán dichas políticas.", "dangling: dichas políticas"},
		{"fr", "Le Conseil participe.", "Le Conseil participe chaque année :", ""},
		{"fr", "Le Conseil participe.", "Le Conseil participe ; il décide : c’est « bien » !", ""},
		{"fr", "Le Conseil participe.", "Nous nous engageons à participer , toujours.", "space-before: participer , > participer,"},
		{"fr", "Le Conseil participe.", "Le Conseil participe de de bon cœur.", "double-word: de de > de"},
		{"fr", "Le Conseil participe.", "Le Conseil participe à l’évènement « sans fin.", "unbalanced: « sans"},
		{"fr", "Le Conseil participe.", "Le Conseil participe selon le paragraphe 3 de la Convention.", ""},
		{"fr", "Le Conseil participe.", "Le Conseil participe selon le paragraphe 3.", "broken-reference: paragraphe 3"},
		{"fr", "Les États réviseront les normes du travail. À cette fin, ils se réuniront.", "À cette fin, ils se réuniront.", "dangling: À cette fin"},
		{"fr", "Le Conseil participe.", "Le Conseil mise et repose non seulement la loi, mais aussi sur la foi.", "not-only: repose non seulement la > repose non seulement sur la"},
		{"pt", "O Conselho participa.", "O Conselho participa das das reuniões.", "double-word: das das > das"},
		{"pt", "O Conselho participa.", "O Conselho participa da actividade e do objectivo.", "spelling: actividade > atividade\nspelling: objectivo > objetivo"},
		{"pt", "O Conselho participa.", "O Conselho participa, conforme a alínea (c).", "broken-reference: alínea (c)"},
		{"pt", "O Conselho participa.", "O Conselho participa nos parágrafos 1 e 2 e no art. 5.º da lei.", ""},
		{"pt", "Os Estados revisarão as normas do trabalho. Nesse sentido, informarão.", "Nesse sentido, informarão.", "dangling: Nesse sentido"},
		{"pt", "O Conselho participa.", "O Conselho se concentrará não apenas as crianças, mas também nas famílias.", "not-only: concentrará não apenas as > concentrará não apenas em as"},
	}
	for _, tt := range tests {
		if got := all(drafts[tt.tag].Result("2", tt.before, tt.after)); got != tt.want {
			t.Errorf("%s: Result(%q):\n%s\nwant:\n%s", tt.tag, tt.after, got, tt.want)
		}
	}
}

func TestReferencesAreFollowed(t *testing.T) {
	tests := []struct{ name, address, text, want string }{
		{"there is one", "9", "As in paragraph 2.b, paragraph 2 (c), paragraph 2(a) and paragraph 5 bis.", ""},
		{"there is none", "9", "As in paragraph 4.", "broken-reference: paragraph 4"},
		{"no such letter", "9", "As in paragraph 7.a.", "broken-reference: paragraph 7.a"},
		{"a list", "9", "As in paragraphs 1, 2 and 4, and 6.", "broken-reference: 4\nbroken-reference: 6"},
		{"a range", "9", "As in paragraphs 1 to 3 and 7-9.", "broken-reference: 9"},
		{"a number that is none of the list", "9", "As in paragraph 7, 12 States agreed.", ""},
		{"of another text", "9", "As in paragraph 12 of the Declaration of Bridgetown.", ""},
		{"behind the name of another text", "9", "The Declaration of Bridgetown says in paragraph 12 that work is good.", ""},
		{"of this text", "9", "As in paragraph 12 of this Declaration.", "broken-reference: paragraph 12"},
		{"by a symbol", "9", "As in A/RES/70/1, paragraph 59.", ""},
		{"an article", "9", "As in article 12.", "broken-reference: article 12"},
		{"of a convention", "9", "As in article 12 of Convention No. 169.", ""},
		{"its own paragraphs", "9", "The report and its paragraph 12.", ""},
		{"beside a sub-paragraph", "2.a", "As in sub-paragraph (c) and subparagraph b.", ""},
		{"no such sub-paragraph", "2.a", "As in sub-paragraphs (c) and (d).", "broken-reference: (d)"},
		{"of another paragraph", "7.b", "As in sub-paragraph (c) of paragraph 2.", ""},
		{"numbered anew in each article", "8.1", "As in paragraph 4.", ""},
		{"a label in the text itself", "9", "As in sub-paragraph (c): (a) one; (b) two; (c) three.", ""},
		{"a section", "9", "As in section A and section C.", "broken-reference: section C"},
		{"a working group", "9", "As in Working Group 9.", ""},
		{"a share", "9", "Paragraph 20/30.", ""},
	}
	d := plan()
	for _, tt := range tests {
		if got := all(d.Result(tt.address, "As before.", tt.text)); got != tt.want {
			t.Errorf("%s: %q:\n%s\nwant:\n%s", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestADraftWithoutNumbersHasNoBrokenReferences(t *testing.T) {
	d := New([]Unit{{Address: "plain1", Text: "As agreed."}, {Address: "plain2", Text: "As in paragraph 4."}})
	if got := d.Slips(); len(got) > 0 {
		t.Errorf("got %v, want nothing", got)
	}
}

func TestADeletionIsNotedWhereOthersReferToIt(t *testing.T) {
	d := plan()
	for address, want := range map[string]string{
		"3": "referred-to: 2.c\nreferred-to: 7", "1": "referred-to: 7", "5bis": "", "2.c": "", "7": "",
	} {
		if got := all(d.Result(address, "As before.", " ")); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

func TestWhatLeansOnDeletedWordsIsNoted(t *testing.T) {
	const was = "Design policies on safety at work and adopt them. Implement those policies on a tripartite basis. To this end, the Ministries will train their inspectors."
	tests := []struct{ name, after, want string }{
		{"nothing is deleted", was, ""},
		{"the sentence before", "Design policies on safety at work and adopt them. To this end, the Ministries will train their inspectors.", "dangling: To this end"},
		{"all before", "To this end, the Ministries will train their inspectors.", "dangling: To this end"},
		{"another sentence in its place", "Design policies on safety at work and adopt them. Consult trade unions and business associations regularly. To this end, the Ministries will train their inspectors.", ""},
		{"a part of the sentence", "Design policies on safety at work and adopt them. Implement those policies. To this end, the Ministries will train their inspectors.", ""},
		{"what those are", "Implement those policies on a tripartite basis. To this end, the Ministries will train their inspectors.", "dangling: those policies"},
		{"both", "Implement those on a tripartite basis.", ""},
		{"new words that lean on an earlier paragraph", "In this context, all States shall report yearly to the General Assembly.", ""},
	}
	d := plan()
	for _, tt := range tests {
		if got := all(d.Result("9", was, tt.after)); got != tt.want {
			t.Errorf("%s:\n%s\nwant:\n%s", tt.name, got, tt.want)
		}
	}
}

func TestNewTextsEndAsTheirNeighboursDo(t *testing.T) {
	d := New([]Unit{
		{Address: "1", Text: "Recalling the Charter,"}, {Address: "2", Text: "Recognizing work,"}, {Address: "3", Text: "Decides:"},
		{Address: "3.a", Text: "to meet;", Item: true}, {Address: "3.b", Text: "to speak; and", Item: true}, {Address: "3.c", Text: "to go.", Item: true},
		{Address: "B", Text: "NEXT", Heading: true},
	})
	tests := []struct{ address, after, want string }{
		{"3.d", "to return", "missing-stop: return > return;"},
		{"3.d", "to return;", ""},
		{"3.d", "to return,", "trailing-mark: return, > return;"},
		{"4", "Reaffirming peace,", ""},
		{"C", "LAST", ""},
		{"B.group1", "LAST", ""},
		{"9.z", "no list at all", ""},
	}
	for _, tt := range tests {
		if got := all(d.Result(tt.address, "", tt.after)); got != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.address, tt.after, got, tt.want)
		}
	}
	if got := d.Slips(); len(got) > 0 {
		t.Errorf("slips %v, want none", got)
	}
}

func TestSlipsOfLabelsAndLists(t *testing.T) {
	tests := []struct{ name, addresses, want string }{
		{"in order", "1 2 2.a 2.b 3 3bis 4", ""},
		{"one is missing", "1 2 4", "4 label-skips: 4 > 3"},
		{"a letter is missing", "7 7.a 7.c", "7.c label-skips: c > b"},
		{"a numeral is missing", "7 7.i 7.ii 7.iv", "7.iv label-skips: iv > iii"},
		{"letters, not numerals", "7 7.g 7.h 7.i 7.j", ""},
		{"bullets", "7 7.bullet1 7.bullet2", ""},
		{"preamble and operative part", "PP1 PP2 OP1 OP2 OP4", "OP4 label-skips: OP4 > OP3"},
		{"it begins anew", "7 7.a 7.b 7.c 8 8.a", ""},
		{"it stands twice", "7 7.a 7.b 7.b", "7.b label-repeats: b > c"},
		{"a piece of a draft", "12 13 14", ""},
	}
	for _, tt := range tests {
		var units []Unit
		for address := range strings.FieldsSeq(tt.addresses) {
			units = append(units, Unit{Address: address, Text: "As agreed.", Item: strings.Contains(address, ".")})
		}
		var got []string
		for _, s := range New(units).Slips() {
			got = append(got, s.Address+" "+told(s.Note))
		}
		if strings.Join(got, "\n") != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestBracketsMaySpanParagraphs(t *testing.T) {
	d := New([]Unit{{Address: "1", Text: "[As agreed."}, {Address: "2", Text: "As said.]"}, {Address: "3", Text: "As [heard."}})
	var got []string
	for _, s := range d.Slips() {
		got = append(got, s.Address+" "+told(s.Note))
	}
	if want := []string{"3 unbalanced: [heard"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPlaceholdersAreFoundInEveryForm(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Chairs (Mexico and ***), of [date] and [...]", "***|[date]|[...]"},
		{"the XX Conference and Article XXX in 2017", ""},
		{"el XX de XXXX de 2018", "XX de XXXX"},
		{"on XX/XX/20XX in ____", "XX/XX/20XX|____"},
		{"by [ ] or […] and [***]", "[ ]|[…]|[***]"},
		{"en [lugar], le [à compléter], em [a definir], [insert name of State]", "[lugar]|[à compléter]|[a definir]|[insert name of State]"},
		{"[shall][should] meet ** each ** year [] _now_", ""},
	}
	for _, tt := range tests {
		var got []string
		for n, p := range New([]Unit{{Address: "1", Text: tt.text}}).Placeholders() {
			got = append(got, p.Mark)
			if p.Nth != n+1 || tt.text[p.At:p.At+len(p.Mark)] != p.Mark {
				t.Errorf("%q: %+v is not in its place", tt.text, p)
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%q: %v, want %s", tt.text, got, tt.want)
		}
	}
}
