package lint

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plenary/diff"
)

// bridgetown is the draft of the compilation as the importer reads it: an
// address, a kind and a text on each line, and then the proposals.
func bridgetown(t testing.TB) *Draft {
	t.Helper()
	src, err := os.ReadFile("../../testdata/documents/bridgetown-compilation.reading")
	if err != nil {
		t.Fatal(err)
	}
	var units []Unit
	for line := range strings.Lines(string(src)) {
		address, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		kind, text, _ := strings.Cut(rest, " ")
		if strings.HasSuffix(address, ":") {
			break
		}
		units = append(units, Unit{Address: address, Text: text, Heading: kind == "heading" || kind == "group",
			Chapeau: strings.HasSuffix(text, ":"), Item: strings.Contains("lettered roman bullet", kind)})
	}
	if len(units) != 79 {
		t.Fatalf("%d units, want 72 and 7 headings", len(units))
	}
	return New(units)
}

// redline is what a delegation makes of a text.
type redline struct{ id, before, after string }

// redlines are those of the delegations, their marks put right.
func redlines(t testing.TB) []redline {
	t.Helper()
	src, err := os.ReadFile("../../testdata/diff/quality/bridgetown.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []redline
	for line := range strings.Lines(string(src)) {
		line = strings.ReplaceAll(strings.TrimSuffix(line, "\n"), "↵", "\n")
		if id, ok := strings.CutPrefix(line, "== "); ok {
			all = append(all, redline{id: id})
		} else if line != "" && line[0] != '#' {
			r := &all[len(all)-1]
			r.before, r.after = without(line, "{+", "+}", "[-", "-]"), without(line, "[-", "-]", "{+", "+}")
		}
	}
	if len(all) != 34 {
		t.Fatalf("%d redlines, want 34", len(all))
	}
	return all
}

// without leaves out what stands between two marks, and of the others the marks.
func without(line, open, end, keep, kept string) string {
	for at := strings.Index(line, open); at >= 0; at = strings.Index(line, open) {
		line = line[:at] + line[at+strings.Index(line[at:], end)+len(end):]
	}
	return strings.NewReplacer(keep, "", kept, "").Replace(line)
}

// told is a note as the tables of these tests have it: "spelling: labour > labor".
func told(n Note) string {
	if n.Suggest == "" {
		return n.Code + ": " + n.Words
	}
	return n.Code + ": " + n.Words + " > " + n.Suggest
}

// all tells notes, one on a line.
func all(notes []Note) string {
	var lines []string
	for _, n := range notes {
		lines = append(lines, told(n))
	}
	return strings.Join(lines, "\n")
}

// TestCleanTextsOfTheSeedAreNotedAsByAnEditor holds Result to what a close reading
// found wrong with what the delegations propose, and to nothing else.
func TestCleanTextsOfTheSeedAreNotedAsByAnEditor(t *testing.T) {
	want := map[string]string{
		"COSATE 2":   "name: Trade Union Technical Advisory (COSATE) > Trade Union Technical Advisory Council (COSATE)",
		"MEXICO 7.b": "spelling: labour > labor",
		"MEXICO 7.d": "trailing-mark: country, > country.",
		"MEXICO 9.c": "trailing-mark: workers, > workers.",
		"CEATAL 9.c": "trailing-mark: bargaining, > bargaining.",
		"MEXICO 9.d": "spelling: labour > labor",
		"MEXICO 9.e": "missing-stop: plans > plans.",
		"MEXICO 9.g": "empty-pair: ()\ntrailing-mark: approach, > approach.",
		"MEXICO 9.h": "spelling: labour > labor\ntrailing-mark: work, > work.",
		"MEXICO 19":  "spelling: Labour > Labor",
	}
	d := bridgetown(t)
	for _, r := range redlines(t) {
		if got := all(d.results(r)); got != want[r.id] {
			t.Errorf("%s:\n%s\nwant:\n%s", r.id, got, want[r.id])
		}
	}
}

// results are the notes on each paragraph of a redline.
func (d *Draft) results(r redline) []Note {
	_, address, _ := strings.Cut(r.id, " ")
	address = strings.Replace(address, "-b", ".bullet", 1)
	after := strings.Split(r.after, "\n")
	var notes []Note
	for i, before := range strings.Split(r.before, "\n") {
		at := address
		if i > 0 {
			at += ".bullet" + strconv.Itoa(i)
		}
		notes = append(notes, d.Result(at, before, after[i])...)
	}
	return notes
}

func TestSlipsOfTheSeedAreThoseOfACloseReading(t *testing.T) {
	var got []string
	for _, s := range bridgetown(t).Slips() {
		got = append(got, s.Address+" "+told(s.Note))
	}
	want := []string{
		"5.ii possessive: workers' and employer's > workers' and employers'",
		"7.h series: and to explore > and explore",
		"C.group2 possessive: WORKERS' AND EMPLOYER'S > WORKERS' AND EMPLOYERS'",
		"C.group2 heading-stop: COOPERATION. > COOPERATION",
		"9.i not-only: focus not only children > focus not only on children",
		"19.bullet1 missing-stop: www.rialnet.org > www.rialnet.org;",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestPlaceholdersOfTheSeedAreSeven(t *testing.T) {
	got := bridgetown(t).Placeholders()
	if len(got) != 7 {
		t.Fatalf("%d placeholders, want 7: %+v", len(got), got)
	}
	for i, want := range []Placeholder{
		{"2", 1, "***", "previous and future Chairs (Mexico and", 185},
		{"10.i", 1, "***", "Group 1: Ministers of Labor of", 39},
		{"10.i", 2, "***", "1: Ministers of Labor of *** (Chair),", 52},
	} {
		if got[i] != want {
			t.Errorf("placeholder %d: %+v, want %+v", i, got[i], want)
		}
	}
}

// TestCombinedTextsAreCheckedForWhatTheyLost takes the proposals of Chile and
// Mexico on 9.g together: Mexico deletes what Chile's "In that sense" is about.
func TestCombinedTextsAreCheckedForWhatTheyLost(t *testing.T) {
	var chile, mexico redline
	for _, r := range redlines(t) {
		switch r.id {
		case "CHILE 9.g":
			chile = r
		case "MEXICO 9.g":
			mexico = r
		}
	}
	m, err := diff.Merge(chile.before, []diff.Party{{Name: "CHILE", Text: chile.after}, {Name: "MEXICO", Text: mexico.after}})
	if err != nil {
		t.Fatal(err)
	}
	var edits []int
	for i := range m.Edits() {
		edits = append(edits, i)
	}
	combined := m.Apply(edits, nil)
	d := bridgetown(t)
	for name, before := range map[string]string{"the draft": chile.before, "the text of Chile": chile.after} {
		want := "empty-pair: ()\nrun-on: approach, In > approach. In\ndangling: In that sense"
		if got := all(d.Result("9.g", before, combined.Text)); got != want {
			t.Errorf("against %s: %s\n%s", name, got, combined.Text)
		}
	}
}
