package bracketed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
	"plenary/negotiation/bracketed"
	"plenary/negotiation/nations"
)

// names knows states and bodies by name and by code, and calls each by its name.
func names(line string) []string {
	find := func(name string) (nations.Nation, bool) {
		if n, ok := nations.Find(name); ok {
			return n, true
		}
		return nations.FindCode(name)
	}
	list := nations.Split(line, func(name string) bool { _, ok := find(name); return ok })
	for i, name := range list {
		n, _ := find(name)
		list[i] = strings.ToUpper(n.Name)
	}
	return list
}

// outline writes the kinds of the brackets of a text, in order, with whose they
// are, and what is inside them in parentheses.
func outline(list []bracketed.Passage) string {
	var out []string
	for _, p := range list {
		b := p.Bracket
		if b == nil {
			continue
		}
		line := string(b.Kind)
		if len(b.By) > 0 {
			line += " " + strings.Join(b.By, "+")
		}
		if b.Label != "" {
			line += " " + b.Label
		}
		if inside := outline(b.Inside); inside != "" {
			line += " (" + inside + ")"
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}

// reading is a text and what it is to be read as.
type reading struct {
	text string
	// outline of its brackets; base is the text itself where it is empty.
	outline, base string
	// of are the texts as delegations would have it.
	of map[string]string
	// problems as "kind at byte".
	problems []string
}

// check holds a text to its reading. Of a delegation that is not in the table the
// text is the base.
func check(t *testing.T, want reading) {
	t.Helper()
	got := bracketed.Parse(want.text, names)
	if o := outline(got.Passages); o != want.outline {
		t.Errorf("Parse(%q) = %s, want %s", want.text, o, want.outline)
	}
	base := want.base
	if base == "" {
		base = want.text
	}
	if got := got.Base(); got != base {
		t.Errorf("the base of %q is %q, want %q", want.text, got, base)
	}
	for name, text := range want.of {
		if got := got.Of(name); got != text {
			t.Errorf("%q as %s would have it is %q, want %q", want.text, name, got, text)
		}
	}
	if got := got.Of("NOBODY"); got != base {
		t.Errorf("%q as nobody would have it is %q, want %q", want.text, got, base)
	}
	var problems []string
	for _, p := range got.Problems {
		problems = append(problems, fmt.Sprintf("%s at %d", p.Kind, p.At))
	}
	if !slices.Equal(problems, want.problems) {
		t.Errorf("the problems of %q are %q, want %q", want.text, problems, want.problems)
	}
}

func TestAttributionsInEveryForm(t *testing.T) {
	const mex, per = "MEXICO", "PERU"
	for _, row := range []reading{
		{text: "all workers [and employers – MEXICO];", outline: "insertion MEXICO", base: "all workers;",
			of: map[string]string{mex: "all workers and employers;"}},
		{text: "all workers [and employers - MEX];", outline: "insertion MEXICO", base: "all workers;",
			of: map[string]string{mex: "all workers and employers;"}},
		{text: "all workers [and employers—MEXICO];", outline: "insertion MEXICO", base: "all workers;"},
		{text: "all workers [and employers-MEX];", outline: "own"},
		{text: "all workers [MEX: and employers];", outline: "insertion MEXICO", base: "all workers;",
			of: map[string]string{mex: "all workers and employers;"}},
		{text: "all workers [Mexico: and employers];", outline: "insertion MEXICO", base: "all workers;"},
		{text: "all workers [MEXICO and PERU: and employers];", outline: "insertion MEXICO+PERU", base: "all workers;",
			of: map[string]string{mex: "all workers and employers;", per: "all workers and employers;"}},
		{text: "all [old – delete: MEXICO] workers", outline: "deletion MEXICO", base: "all old workers",
			of: map[string]string{mex: "all workers"}},
		{text: "all [old – delete: MEXICO, PERU] workers", outline: "deletion MEXICO+PERU", base: "all old workers",
			of: map[string]string{mex: "all workers", per: "all workers"}},
		{text: "all [old – delete MEXICO] workers", outline: "deletion MEXICO", base: "all old workers"},
		{text: "all [old – delete – MEXICO] workers", outline: "deletion MEXICO", base: "all old workers"},
		{text: "all [old – MEXICO: delete] workers", outline: "deletion MEXICO", base: "all old workers"},
		{text: "all [old – MEXICO to delete] workers", outline: "deletion MEXICO", base: "all old workers"},
		{text: "all [MEXICO: delete: old] workers", outline: "deletion MEXICO", base: "all old workers",
			of: map[string]string{mex: "all workers"}},
		{text: "all [MEXICO: delete [old]] workers", outline: "deletion MEXICO (own)", base: "all [old] workers",
			of: map[string]string{mex: "all workers"}},
		{text: "todos [los antiguos – suprimir: México] trabajadores", outline: "deletion MEXICO", base: "todos los antiguos trabajadores"},
		{text: "tous [les anciens – supprimer : Pérou] travailleurs", outline: "deletion PERU", base: "tous les anciens travailleurs"},
		{text: "todos [os antigos – excluir: Brasil] trabalhadores", outline: "deletion BRAZIL", base: "todos os antigos trabalhadores"},
		{text: "all [new – add: PERU] workers", outline: "insertion PERU", base: "all workers", of: map[string]string{per: "all new workers"}},
		{text: "all [PERU: add: new] workers", outline: "insertion PERU", base: "all workers", of: map[string]string{per: "all new workers"}},
		{text: "all [old] [delete: MEXICO] workers", outline: "deletion MEXICO (own)", base: "all [old] workers",
			of: map[string]string{mex: "all workers"}},
		{text: "all [old][delete – MEXICO] workers", outline: "deletion MEXICO (own)", base: "all [old] workers"},
		{text: "all [old] [MEXICO: delete] [delete: PERU] workers", outline: "deletion PERU (deletion MEXICO (own))", base: "all [old] workers",
			of: map[string]string{mex: "all workers", per: "all workers"}},
		{text: "all [new – MEXICO] [delete: PERU] workers", outline: "deletion PERU (insertion MEXICO)", base: "all workers",
			of: map[string]string{mex: "all new workers", per: "all workers"}},
		{text: "all workers [delete: MEXICO]", outline: "remark MEXICO", base: "all workers", problems: []string{"nothing-marked at 12"}},
		{text: "[MEXICO: delete] All workers", outline: "remark MEXICO", base: "All workers", problems: []string{"nothing-marked at 0"}},
		{text: "all [– MEXICO] workers", outline: "remark MEXICO", base: "all workers", problems: []string{"nothing-marked at 4"}},
		{text: "all [MEXICO:] workers", outline: "remark MEXICO", base: "all workers", problems: []string{"nothing-marked at 4"}},
		{text: `all workers [MEXICO: replace "all" by "some"]`, outline: "remark MEXICO", base: "all workers",
			of: map[string]string{mex: "all workers"}},
		{text: "all workers [PERU: delete the whole paragraph].", outline: "remark PERU", base: "all workers."},
		{text: "all workers [PERU: reserves its position].", outline: "remark PERU", base: "all workers."},
		{text: "all [Option 1: new – PERU] [Option 2: migrant – MEX] workers", outline: "insertion PERU Option 1, insertion MEXICO Option 2",
			base: "all workers", of: map[string]string{per: "all new workers", mex: "all migrant workers"}},
		{text: "all [MEXICO: new – PERU] workers", outline: "insertion MEXICO+PERU", base: "all workers",
			problems: []string{"twice-attributed at 4"}, of: map[string]string{per: "all new workers"}},
		{text: "all [MEXICO: new – delete: PERU] workers", outline: "deletion PERU (insertion MEXICO)", base: "all workers",
			problems: []string{"twice-attributed at 4"}, of: map[string]string{mex: "all new workers", per: "all workers"}},
		{text: "a [b – GUINEA-BISSAU] c", outline: "insertion GUINEA-BISSAU", base: "a c"},
		{text: "a [b – Trinidad and Tobago and Barbados] c", outline: "insertion TRINIDAD AND TOBAGO+BARBADOS", base: "a c"},
		{text: "a [b – EUROPEAN UNION and its member States] c", outline: "insertion EUROPEAN UNION", base: "a c"},
		{text: "a [b\u00a0– MEXICO] c", outline: "insertion MEXICO", base: "a c"},
		{text: "a [Point A. – Guaranteeing the rest (CEATAL) – COSATE] c", outline: "insertion COSATE", base: "a c",
			of: map[string]string{"COSATE": "a Point A. – Guaranteeing the rest (CEATAL) c"}},
	} {
		check(t, row)
	}
}

func TestAWholeParagraphMayBeSomebodys(t *testing.T) {
	read := bracketed.Parse("[PERU: Replace old equipment in schools;]", names)
	if got, of := read.Base(), read.Of("PERU"); got != "" || of != "Replace old equipment in schools;" {
		t.Errorf("the base is %q and the text of PERU %q", got, of)
	}
	read = bracketed.Parse("[All workers – delete: PERU]", names)
	if got, of := read.Base(), read.Of("PERU"); got != "All workers" || of != "" {
		t.Errorf("the base is %q and the text of PERU %q", got, of)
	}
}

func TestBracketsThatNameNobodyStand(t *testing.T) {
	for _, row := range []reading{
		{text: ""},
		{text: "no brackets – MEXICO"},
		{text: "subsidies that are [directly] linked", outline: "own"},
		{text: "[This paragraph is not agreed.]", outline: "own"},
		{text: "fishing [and related [, including transshipment]].", outline: "own (own)"},
		{text: "[shall][should] be", outline: "own, own"},
		{text: "[shall/should] be", outline: "own"},
		{text: "[Option 1: to act] [Option 2: to wait]", outline: "option Option 1, option Option 2"},
		{text: "[Alternativa A – actuar]", outline: "option Alternativa A"},
		{text: "[...] and […]", outline: "placeholder, placeholder"},
		{text: "on [date] in [place]", outline: "placeholder, placeholder"},
		{text: "[XX] of 20[XX], [fecha], [à déterminer], [a definir]", outline: "placeholder, placeholder, placeholder, placeholder, placeholder"},
		{text: "a fund of [ ] and [] dollars [to be determined by the Conference]", outline: "placeholder, placeholder, placeholder"},
		{text: "The Goverment [sic] of", outline: "editorial"},
		{text: "the same [emphasis added] [Note: agreed ad referendum]", outline: "editorial, editorial"},
		{text: "the report[1] of", outline: "note-mark"},
		{text: "the report[1][2] of", outline: "note-mark, note-mark"},
		{text: "the report[a], and", outline: "note-mark"},
		{text: "the report [3].", outline: "note-mark"},
		{text: "[1] See the report", outline: "note-mark"},
		{text: "a period of [5][7] years", outline: "own, own"},
		{text: "a period of [5] years", outline: "own"},
		{text: "establish [a] [the] mechanism", outline: "own, own"},
		{text: "[Chile – Peru]", outline: "own"},
		{text: "[MEXICO]", outline: "own"},
		{text: "[the border – see WONDERLAND]", outline: "own"},
		{text: "[OBJECTIVE: to act]", outline: "own"},
		{text: "[delete: WONDERLAND]", outline: "own"},
		{text: "[delete]", outline: "own"},
		{text: "[shall (MEXICO, PERU)] act", outline: "own", problems: []string{"possible-attribution at 0"}},
		{text: "[shall (MEX)] act", outline: "own", problems: []string{"possible-attribution at 0"}},
		{text: "[the Caribbean Community (CARICOM)]", outline: "own"},
		{text: "[the rest (of it)]", outline: "own"},
	} {
		check(t, row)
	}
}

func TestUnbalancedBracketsAreTextAndReported(t *testing.T) {
	for _, row := range []reading{
		{text: "shall [publish a report [on all] and", outline: "own", problems: []string{"unbalanced-open at 6"}},
		{text: "shall publish] a [report]", outline: "own", problems: []string{"unbalanced-close at 13"}},
		{text: "]", problems: []string{"unbalanced-close at 0"}},
		{text: "[", problems: []string{"unbalanced-open at 0"}},
		{text: "][", problems: []string{"unbalanced-close at 0", "unbalanced-open at 1"}},
		{text: "[[a]", outline: "own", problems: []string{"unbalanced-open at 0"}},
		{text: "a [b – MEXICO", problems: []string{"unbalanced-open at 2"}},
		{text: "a b – MEXICO]", problems: []string{"unbalanced-close at 14"}},
		{text: "a [b [c – MEXICO] d", outline: "insertion MEXICO", base: "a [b d", problems: []string{"unbalanced-open at 2"},
			of: map[string]string{"MEXICO": "a [b c d"}},
	} {
		check(t, row)
	}
}

func TestNestedBracketsOfSeveral(t *testing.T) {
	const mex, per, chl = "MEXICO", "PERU", "CHILE"
	for _, row := range []reading{
		{text: "[Strengthen [labor observatories and – MEXICO] systems – delete: PERU] now", outline: "deletion PERU (insertion MEXICO)",
			base: "Strengthen systems now", of: map[string]string{mex: "Strengthen labor observatories and systems now", per: "now"}},
		{text: "all[, including [young – PERU] migrants – MEXICO] workers", outline: "insertion MEXICO (insertion PERU)", base: "all workers",
			of: map[string]string{mex: "all, including migrants workers", per: "all, including young migrants workers", chl: "all workers"}},
		{text: "all[, including [young – delete: PERU] migrants – MEXICO].", outline: "insertion MEXICO (deletion PERU)", base: "all.",
			of: map[string]string{mex: "all, including young migrants.", per: "all, including migrants."}},
		{text: "a [b [c – MEXICO] d – delete: MEXICO] e", outline: "deletion MEXICO (insertion MEXICO)", base: "a b d e",
			of: map[string]string{mex: "a c e"}},
		{text: "a [b [c [d – CHILE] – delete: PERU] – delete: MEXICO] e", outline: "deletion MEXICO (deletion PERU (insertion CHILE))", base: "a b c e",
			of: map[string]string{mex: "a e", per: "a b e", chl: "a b c d e"}},
		{text: "a [b [c – MEXICO] d] e", outline: "own (insertion MEXICO)", base: "a [b d] e", of: map[string]string{mex: "a [b c d] e"}},
		{text: "a [[c – MEXICO]] e", outline: "own (insertion MEXICO)", base: "a e", of: map[string]string{mex: "a [c] e"}},
		{text: "a [[b][c] – MEXICO] e", outline: "insertion MEXICO (own, own)", base: "a e", of: map[string]string{mex: "a [b][c] e"}},
	} {
		check(t, row)
	}
}

func TestSpacesAtTheSeamsAreInOrder(t *testing.T) {
	const mex, per = "MEXICO", "PERU"
	for _, row := range []reading{
		{text: "workers[, including migrants – MEXICO] [and employers – PERU];", outline: "insertion MEXICO, insertion PERU", base: "workers;",
			of: map[string]string{mex: "workers, including migrants;", per: "workers and employers;"}},
		{text: "a licence [MEX: or that has none][, whatever flag it flies – PERU].", outline: "insertion MEXICO, insertion PERU", base: "a licence.",
			of: map[string]string{mex: "a licence or that has none.", per: "a licence, whatever flag it flies."}},
		{text: "twice a [year – delete: PERU] [month – PERU], at least", outline: "deletion PERU, insertion PERU", base: "twice a year, at least",
			of: map[string]string{per: "twice a month, at least"}},
		{text: "[As such – delete: MEXICO] [They – MEXICO] act", outline: "deletion MEXICO, insertion MEXICO", base: "As such act",
			of: map[string]string{mex: "They act"}},
		{text: "they [ still – MEXICO] act", outline: "insertion MEXICO", base: "they act", of: map[string]string{mex: "they still act"}},
		{text: "they[ still – MEXICO] act", outline: "insertion MEXICO", base: "they act", of: map[string]string{mex: "they still act"}},
		{text: "they act [now – MEXICO]", outline: "insertion MEXICO", base: "they act", of: map[string]string{mex: "they act now"}},
		{text: "they act [now – MEXICO] ", outline: "insertion MEXICO", base: "they act", of: map[string]string{mex: "they act now"}},
		{text: "the worker[s – MEXICO] act", outline: "insertion MEXICO", base: "the worker act", of: map[string]string{mex: "the workers act"}},
		{text: "lab[o – delete: PERU]ur", outline: "deletion PERU", base: "labour", of: map[string]string{per: "labur"}},
		{text: "they [shall – MEXICO][should – MEXICO] act", outline: "insertion MEXICO, insertion MEXICO", base: "they act",
			of: map[string]string{mex: "they shall should act"}},
		{text: "they [shall][should – MEXICO] act", outline: "own, insertion MEXICO", base: "they [shall] act",
			of: map[string]string{mex: "they [shall] should act"}},
		{text: "they [should – MEXICO][shall] act", outline: "insertion MEXICO, own", base: "they [shall] act",
			of: map[string]string{mex: "they should [shall] act"}},
		{text: "les travailleurs [migrants – MEXICO]\u00a0; et", outline: "insertion MEXICO", base: "les travailleurs\u00a0; et",
			of: map[string]string{mex: "les travailleurs migrants\u00a0; et"}},
		{text: "two  spaces [x – MEXICO] and  more", outline: "insertion MEXICO", base: "two  spaces and  more"},
		{text: "the ([old – delete: MEXICO] new) one", outline: "deletion MEXICO", base: "the (old new) one", of: map[string]string{mex: "the (new) one"}},
		{text: "the (new [old – delete: MEXICO]) one", outline: "deletion MEXICO", base: "the (new old) one", of: map[string]string{mex: "the (new) one"}},
		{text: "a [b – MEXICO] [c – PERU] [d – MEXICO] e", outline: "insertion MEXICO, insertion PERU, insertion MEXICO", base: "a e",
			of: map[string]string{mex: "a b d e", per: "a c e"}},
	} {
		check(t, row)
	}
}

// TestWhatTheConsolidatedTextSaysIsReadBack reads the brackets that diff writes.
func TestWhatTheConsolidatedTextSaysIsReadBack(t *testing.T) {
	for _, row := range []struct {
		base  string
		texts map[string]string
	}{
		{"the rights of all workers;", map[string]string{
			"MEXICO": "the rights of all workers, including migrant workers;", "PERU": "the rights of all workers and employers;"}},
		{"As such, the Groups will examine in depth the topics of this Plan.", map[string]string{
			"MEXICO": "They will also examine the topics of this Plan.", "PERU": "As such, the Groups will examine the topics."}},
		{"Strengthen labor market information systems and better equip them to produce forecasts.", map[string]string{
			"MEXICO": "Strengthen labor observatories and labor market information systems, better equipping them to analyze forecasts.",
			"CHILE":  ""}},
	} {
		var parties []diff.Party
		for _, name := range []string{"CHILE", "MEXICO", "PERU"} {
			if text, ok := row.texts[name]; ok {
				parties = append(parties, diff.Party{Name: name, Text: text})
			}
		}
		m, err := diff.Merge(row.base, parties)
		if err != nil {
			t.Fatal(err)
		}
		printed := m.Bracketed(nil)
		read := bracketed.Parse(printed, names)
		if got := read.Base(); got != row.base {
			t.Errorf("the base of %q is %q, want %q", printed, got, row.base)
		}
		for _, p := range parties {
			if got := read.Of(p.Name); got != p.Text {
				t.Errorf("%q as %s would have it is %q, want %q", printed, p.Name, got, p.Text)
			}
		}
	}
}

func TestNamesComeInTheOrderInWhichTheyStand(t *testing.T) {
	for text, want := range map[string][]string{
		"none": nil,
		"a [b – PERU] [c – MEXICO, PERU] [CHL: d]":       {"PERU", "MEXICO", "CHILE"},
		"a [b [c – MEXICO] – PERU]":                      {"PERU", "MEXICO"},
		"a [b – MEXICO] [delete: PERU]":                  {"MEXICO", "PERU"},
		"a [MEX: b – delete: PERU] [CHILE: reservation]": {"MEXICO", "PERU", "CHILE"},
	} {
		if got := bracketed.Parse(text, names).Names(); !slices.Equal(got, want) {
			t.Errorf("the names in %q are %q, want %q", text, got, want)
		}
	}
}
