package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

// behind reads what stands behind a small draft, and tells only of that.
func behind(t testing.TB, words string, opts negotiation.ReadOptions) (draft, proposals, said string, d negotiation.Draft) {
	t.Helper()
	const before = "1. All workers have rights:\n\n- a. at home\n- b. at the place of work\n\n"
	d, err := markdown.Read("x.md", []byte(before+words), opts)
	if err != nil {
		t.Fatalf("Read of %q: %v", words, err)
	}
	lines := strings.Split(strings.TrimSpace(outline(d)), "\n")
	return strings.Join(lines[3:len(d.Paragraphs)], "\n"), strings.Join(lines[len(d.Paragraphs):], "\n"), codes(d), d
}

func TestNamesOfDelegations(t *testing.T) {
	const words = "at the place of **their** work"
	const amend = `[amend 1.b "at the place of their work"]`
	tests := []struct{ src, proposals, codes string }{
		{"UNITED STATES: " + words, "UNITED STATES: " + amend, ""},
		{"Trinidad and Tobago: " + words, "Trinidad and Tobago: " + amend, ""},
		{"**Mexico:** " + words, "Mexico: " + amend, ""},
		{"**MEXICO**: " + words, "MEXICO: " + amend, ""},
		{"MEXICO\u00a0: " + words, "MEXICO: " + amend, ""},
		{"EUROPEAN UNION and its member States: " + words, "EUROPEAN UNION and its member States: " + amend, ""},
		{"CHILE and PERU: " + words, "CHILE+PERU: " + amend, "6 joint"},
		{"CHILE, MEXICO y PERÚ: " + words, "CHILE+MEXICO+PERÚ: " + amend, "6 joint"},
		{"Chile/Peru: " + words, "Chile+Peru: " + amend, "6 joint"},
		{"BRAZIL, on behalf of MERCOSUR: " + words, "BRAZIL+MERCOSUR: " + amend, "6 on-behalf"},
		{"Mexico – " + words, "Mexico: " + amend, ""},
		{"[MEXICO] " + words, "MEXICO: " + amend, ""},
		{"[MEXICO]: " + words, "MEXICO: " + amend, ""},
		{"Proposal by Chile: " + words, "Chile: " + amend, ""},
		{"Propuesta de México: " + words, "México: " + amend, ""},
		{"Amendement présenté par la France : " + words, "France: " + amend, ""},
		{"Proposta do Brasil: " + words, "Brasil: " + amend, ""},
		{"Comments from the delegation of the Bahamas: " + words, "Bahamas: " + amend, ""},
		{"Paragraph 1.b – MEXICO: " + words, "MEXICO: " + amend, ""},
		{"Paragraph 1 (b) – MEXICO\n\n" + words, "MEXICO: " + amend, ""},
		{"1.b – Chile and Peru: " + words, "Chile+Peru: " + amend, "6 joint"},
		{"### Mexico\n\n" + words, "Mexico: " + amend, ""},
		{"**Mexico**\n\n" + words, "Mexico: " + amend, ""},
		{"MEXICO\n\n" + words, "MEXICO: " + amend, ""},
		{"MEXICO:\n\n" + words, "MEXICO: " + amend, ""},
		{"Viet Nam, supported by Thailand, proposed: " + words, "Viet Nam: " + amend, "6 supported"},
		{"MEXICO (reading not confirmed): " + words, "MEXICO: " + amend, ""},
		{"MEXICO (late, reading not confirmed, on 1.b): " + words, "MEXICO: " + amend, "6 late"},
		{"MEXICO (reading not confirmed, late, on 1.b, version 1): " + words, "MEXICO: " + amend, "6 older-version, 6 late"},
		{"WAKANDA (late): " + words, "WAKANDA: " + amend, "6 late"},
		{"MÉXICO: " + words + "\n\nMexico: at home **and abroad**", "MÉXICO: " + amend + "\nMÉXICO: " + `[amend 1.a "at home and abroad"]`, "8 target"},
		{"### Mexico\n\n" + words + "\n\nParagraph 1.a: at home **and abroad**\n\n### Chile\n\nParagraph 1: All **the** workers have rights:", "Mexico: " + amend + "\nMexico: " + `[amend 1.a "at home and abroad"]` + "\nChile: " + `[amend 1 "All the workers have rights:"]`, ""},
	}
	for _, test := range tests {
		t.Run(test.src, func(t *testing.T) {
			draft, proposals, said, d := behind(t, test.src, negotiation.ReadOptions{})
			if draft != "" || proposals != test.proposals || said != test.codes {
				t.Errorf("%q is read as\n%s\nwith the notices %q, and more of the draft: %q; want\n%s\n%q", test.src, proposals, said, draft, test.proposals, test.codes)
			}
			if len(d.Questions) > 0 {
				t.Errorf("%q is asked about: %v", test.src, d.Questions)
			}
		})
	}
}

// Words that begin like a name are the draft's where nothing else speaks for a name.
func TestWordsThatAreNoNames(t *testing.T) {
	for _, src := range []string{
		"See: what follows is of no great weight.",
		"Mexico will be the host of the next meeting.",
		"The following countries are members\nMexico: and so on.",
		"[Chile] [Peru] will be the host of the meeting.",
		"OPTION A: the meeting is held each year.",
		"Option 1: the meeting is held each year.",
		"Chile proposed to host the next meeting of all.",
	} {
		t.Run(src, func(t *testing.T) {
			draft, proposals, said, d := behind(t, src, negotiation.ReadOptions{})
			if proposals != "" || !strings.HasPrefix(draft, "par1 plain ") || len(d.Questions) > 0 {
				t.Errorf("%q is read as %q, %q with %q and the questions %v, want a paragraph", src, draft, proposals, said, d.Questions)
			}
		})
	}
}

func TestNamesThatNobodyKnowsAreAsked(t *testing.T) {
	const redline = "at the place of **their** work"
	tests := []struct {
		name, src        string
		names            map[string]bool
		draft, proposals string
		questions, codes string
	}{
		{"a word of the text", "OBJECTIVE: to do what is right.", nil, "par1 plain OBJECTIVE: to do what is right.", "", "OBJECTIVE text 6 1", "6 unknown-name"},
		{"twice", "NOTE: one.\n\nNOTE: two.", nil, "par1 plain NOTE: one.\npar2 plain NOTE: two.", "", "NOTE text 6 2", "6 unknown-name"},
		{"a redline behind it", "FRIENDS OF X: " + redline, nil, "", `FRIENDS OF X: [amend 1.b "at the place of their work"]`, "FRIENDS OF X delegation 6 1", "6 unknown-name"},
		{"words behind it that restate", "FRIENDS OF X: at the good place of work", nil, "", `FRIENDS OF X: [amend 1.b "at the good place of work"]`, "FRIENDS OF X delegation 6 1", "6 no-marks, 6 unknown-name"},
		{"on a line of its own", "FRIENDS OF X:\n\n" + redline, nil, "", `FRIENDS OF X: [amend 1.b "at the place of their work"]`, "FRIENDS OF X delegation 6 1", "6 unknown-name"},
		{"marks that fit nothing", "FRIENDS OF X: **something entirely new**", nil, "par1 plain FRIENDS OF X: something entirely new", "", "FRIENDS OF X text 6 1", "6 marks-in-draft, 6 unknown-name"},
		{"small letters, a redline", "Wakanda: " + redline, nil, "", `Wakanda: [amend 1.b "at the place of their work"]`, "Wakanda delegation 6 1", "6 unknown-name"},
		{"small letters, words", "Wakanda: at the place of work", nil, "par1 plain Wakanda: at the place of work", "", "", ""},
		{"known only further on", "FRIENDS OF X: We like this.\n\nFRIENDS OF X: " + redline, nil, "", "FRIENDS OF X: [comment 1.b \"We like this.\"]\n" + `FRIENDS OF X: [amend 1.b "at the place of their work"]`, "FRIENDS OF X delegation 6 2", "6 no-match, 6 unknown-name"},
		{"one of two", "CHILE and WAKANDA: " + redline, nil, "", `CHILE+WAKANDA: [amend 1.b "at the place of their work"]`, "WAKANDA delegation 6 1", "6 joint, 6 unknown-name"},
		{"answered yes", "OBJECTIVE: to do what is right.", map[string]bool{"OBJECTIVE": true}, "", `OBJECTIVE: [comment 1.b "to do what is right."]`, "", "6 no-match"},
		{"answered no", "FRIENDS OF X: " + redline, map[string]bool{"Friends of X": false}, "par1 plain FRIENDS OF X: at the place of their work", "", "", "6 marks-in-draft"},
		{"answered no, though it is known", "CHILE: " + redline, map[string]bool{"CHILE": false}, "par1 plain CHILE: at the place of their work", "", "", "6 marks-in-draft"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			draft, proposals, said, d := behind(t, test.src, negotiation.ReadOptions{Names: test.names})
			if draft != test.draft || proposals != test.proposals {
				t.Errorf("%q is read as %q and %q, want %q and %q", test.src, draft, proposals, test.draft, test.proposals)
			}
			if said != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, said, test.codes)
			}
			var asked []string
			for _, q := range d.Questions {
				asked = append(asked, fmt.Sprintf("%s %s %d %d", q.Name, map[bool]string{true: "delegation", false: "text"}[q.Delegation], q.Line, q.Times))
			}
			if got := strings.Join(asked, ", "); got != test.questions {
				t.Errorf("%q is asked as %q, want %q", test.src, got, test.questions)
			}
		})
	}
}

func TestMoreNamesThanCanBeAskedAreSaid(t *testing.T) {
	var src strings.Builder
	for i := range 300 {
		fmt.Fprintf(&src, "NAME %c%c: words.\n\n", 'A'+i/26, 'A'+i%26)
	}
	_, _, said, d := behind(t, src.String(), negotiation.ReadOptions{})
	if len(d.Questions) != 200 || !strings.Contains(said, "unknown-names") {
		t.Errorf("%d questions and the notices %.100q, want 200 and a word on the others", len(d.Questions), said)
	}
}

// A note names contributors in the language of the document.
func TestNotesInOtherLanguages(t *testing.T) {
	tests := []struct{ note, parties string }{
		{"Nota: Las delegaciones de Chile y la República Dominicana, así como el COSATE presentaron comentarios por medio del foro.", "CHILE state, REPÚBLICA DOMINICANA state, COSATE body"},
		{"Note : Les délégations du Chili et de la République dominicaine ont présenté des observations.", "CHILE state, REPÚBLICA DOMINICANA state, COSATE body"},
		{"Nota: As delegações do Chile e da República Dominicana apresentaram comentários por meio do fórum.", "CHILE state, REPÚBLICA DOMINICANA state, COSATE body"},
	}
	for _, test := range tests {
		t.Run(test.note, func(t *testing.T) {
			d := read(t, "# Plan\n\n"+test.note+"\n\n1. All workers.\n\nCHILE: All **the** workers.\n\nREPÚBLICA DOMINICANA: All **our** workers.\n\nCOSATE: All **of the** workers.\n")
			var got []string
			for _, p := range d.Parties {
				got = append(got, fmt.Sprintf("%s %s", p.Name, p.Kind))
			}
			if diff := cmp.Diff(strings.Join(got, ", "), test.parties); diff != "" {
				t.Errorf("parties (-got +want):\n%s", diff)
			}
			for _, n := range d.Notices {
				if n.Code == "not-found" || n.Code == "not-in-note" && !strings.Contains(n.Text, "COSATE") {
					t.Errorf("notice %v", n)
				}
			}
		})
	}
}
