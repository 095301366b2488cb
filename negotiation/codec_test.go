package negotiation

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// journalOf gives the lines of the journal that a release wrote. The files are
// never changed: whoever cannot read them cannot read what people have.
func journalOf(t testing.TB, release string) [][]byte {
	t.Helper()
	data, err := os.ReadFile("../testdata/journal/" + release + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var lines [][]byte
	for scan := bufio.NewScanner(bytes.NewReader(data)); scan.Scan(); {
		lines = append(lines, bytes.Clone(scan.Bytes()))
	}
	return lines
}

func TestJournalsOfAllReleasesAreReadAndWrittenAlike(t *testing.T) {
	checkRelease1(t, replayRelease(t, "v1").For(Audience{Role: Public}))
	checkRelease2(t, replayRelease(t, "v2").For(Audience{Role: Public}))
	checkRelease3(t, replayRelease(t, "v3").For(Audience{Role: Secretariat}))
	checkRelease4(t, replayRelease(t, "v4").For(Audience{Role: Chair}))
}

// replayRelease reads the journal of a release, writes it again, and looks at the
// state after each entry.
func replayRelease(t *testing.T, release string) State {
	t.Helper()
	s := New("bridgetown")
	for i, line := range journalOf(t, release) {
		e, err := DecodeEntry(line)
		if err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		again, err := EncodeEntry(e)
		if err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		if got, want := string(again), string(line); got != want {
			t.Errorf("line %d (-got +want):\n%s", i+1, cmp.Diff(got, want))
		}
		s = s.After(e)
		if err := s.Check(); err != nil {
			t.Fatalf("%s line %d: %v", release, i+1, err)
		}
	}
	return s
}

// checkRelease3 looks whether the journal of release 3, which reads documents twice
// and issues its own, still means what it did.
func checkRelease3(t *testing.T, v View) {
	t.Helper()
	got := map[string]string{"17": v.Paragraphs[0].Text, "18": "left to " + v.Paragraphs[1].Owners[1]}
	for _, p := range v.Proposals {
		got["proposal "+string(p.ID)] = fmt.Sprintf("%s, on version %d: %s", p.Status(), p.Changes[0].Base, p.Changes[0].Text)
		if c := p.Confirmed; c != nil {
			got["proposal "+string(p.ID)] += fmt.Sprintf(" (%s by %s: %s)", c.Reading, c.Seat, c.Word)
		}
	}
	for _, i := range v.Imports {
		got[i.Source.Name] = i.Source.SHA256 + " " + i.Notices[0].Code
	}
	for _, i := range v.Issued {
		got[i.Symbol] = fmt.Sprintf("%s of %q in %s up to %d, %s: %s", i.Kind, i.Of, i.Words, i.Seq, i.Cover.Title, i.Files[0].Format)
	}
	want := map[string]string{
		"17":                   "To celebrate the new development of the platform",
		"18":                   "left to Barbados",
		"proposal 1":           "on-table, on version 2: To celebrate the new of the platform (literal by mexico: )",
		"proposal 2":           "accepted, on version 1: To celebrate the new development of the platform (edited by office: note of 21 September)",
		"proposal 3":           "on-table, on version 1: The RIAL will soon (probable by office: letter of 3 October)",
		"proposal 4":           "on-table, on version 1: ",
		"peru.txt":             "1f no-marks",
		"RTP/doc.13/17":        `document of "" in en up to 5, PLAN OF ACTION: md`,
		"RTP/doc.13/17 rev. 1": `revision of "RTP/doc.13/17" in es up to 12, PLAN OF ACTION: html`,
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("the Secretariat sees (-got +want):\n%s", d)
	}
}

// checkRelease2 looks whether the journal of release 2, which knows combined
// proposals and carries the others over, still means what it did.
func checkRelease2(t *testing.T, v View) {
	t.Helper()
	got := map[string]string{"8": v.Paragraphs[0].Text}
	for _, p := range v.Proposals {
		c := p.Changes[0]
		got["proposal "+string(p.ID)] = fmt.Sprintf("%s by %q, on version %d: %s", p.Status(), p.Last().By, c.Base, c.Text)
	}
	want := map[string]string{
		"8":          "Nearly all Member States will commit resources to decent work for the young and the old",
		"proposal 1": `accepted by "", on version 2: All Member States will commit resources to decent work for the young`,
		"proposal 2": `on-table by "", on version 2: All Member States will allocate resources to decent work for the young`,
		"proposal 3": `satisfied by "5", on version 1: All Member States will devote resources to decent work`,
		"proposal 4": `on-table by "", on version 2: All Member States will devote more resources to decent work for the young`,
		"proposal 5": `accepted by "", on version 1: All Member States will devote resources to decent work for the young`,
		"proposal 6": `moot by "5", on version 1: All Member States will devote more resources to decent work`,
		"proposal 7": `merged by "9", on version 3: Nearly all Member States will commit resources to decent work for the young`,
		"proposal 8": `merged by "9", on version 3: All Member States will commit resources to decent work for the young and the old`,
		"proposal 9": `accepted by "", on version 3: Nearly all Member States will commit resources to decent work for the young and the old`,
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("the public sees (-got +want):\n%s", d)
	}
}

// checkRelease1 looks whether the journal of release 1 still means what it did.
func checkRelease1(t *testing.T, v View) {
	t.Helper()
	got := map[string]string{"title": v.Title, "language": v.Language}
	for _, p := range v.Paragraphs {
		got[p.Address] = p.Text
		if p.Deleted {
			got[p.Address] += " (struck)"
		}
	}
	for _, p := range v.Proposals {
		got["proposal "+string(p.ID)] = string(p.Status())
	}
	want := map[string]string{
		"title": "Plan of Action “of” Bridgetown", "language": "es",
		"A": "TOPICS", "A.group1": "WORKING GROUP 1", "7": "Both groups will:", "7.a": "meet twice a year (struck)",
		"7.b": "report in writing", "7.bbis": "publish", "7.bullet1": "in kind", "8": "All States “will” devote resources",
		"8.i": "in money", "par1": "Signed in Bridgetown\u00a0– 2017",
		"proposal 1": "on-table", "proposal 2": "superseded", "proposal 3": "accepted-amended", "proposal 4": "withdrawn",
		"proposal 5": "not-retained", "proposal 6": "accepted",
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("the public sees (-got +want):\n%s", d)
	}
	if got, want := v.At, time.Date(2017, 9, 28, 9, 0, 0, 7500001, time.UTC); !got.Equal(want) {
		t.Errorf("newest entry at %v, want %v", got, want)
	}
}

// journals gives the lines of the journals of all releases.
func journals(t testing.TB) [][]byte {
	t.Helper()
	return slices.Concat(journalOf(t, "v1"), journalOf(t, "v2"), journalOf(t, "v3"), journalOf(t, "v4"))
}

func TestJournalsHoldEveryFieldOfEveryEvent(t *testing.T) {
	journal := bytes.Join(journals(t), []byte("\n"))
	// Nothing that is imported, inserted or opened is struck or closed already.
	absent := []string{"deleted", "closed"}
	for name, ev := range eventTypes() {
		if !bytes.Contains(journal, []byte(`{"type":"`+name+`","data":`)) {
			t.Errorf("the journal holds no %s", name)
		}
		for _, field := range fields(reflect.TypeOf(ev)) {
			if !slices.Contains(absent, field) && !bytes.Contains(journal, []byte(`"`+field+`":`)) {
				t.Errorf("the journal holds no %q of %s", field, name)
			}
		}
	}
}

// fields lists the names of the fields of t and of what it holds, as in JSON.
func fields(t reflect.Type) []string {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return fields(t.Elem())
	case reflect.Struct:
	default:
		return nil
	}
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			names = append(append(names, name), fields(f.Type)...)
		}
	}
	return names
}

// TestEveryEventHasAName reads event.go and event_session.go, because a type that nobody lists would
// not be missed otherwise.
func TestEveryEventHasAName(t *testing.T) {
	var got []string
	for _, ev := range eventTypes() {
		got = append(got, reflect.TypeOf(ev).Name())
	}
	slices.Sort(got)
	want := append(receivers(t, "event.go", "isEvent"), receivers(t, "event_session.go", "isEvent")...)
	if slices.Sort(want); !slices.Equal(got, want) {
		t.Errorf("events of the codec (-got +want):\n%s", cmp.Diff(got, want))
	}
	for name, ev := range eventTypes() {
		if got := EventName(ev); got != name {
			t.Errorf("EventName(%T) = %q, want %q", ev, got, name)
		}
	}
}

// receivers lists the types of a file that have a method of this name.
func receivers(t *testing.T, file, method string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil && fn.Name.Name == method {
			names[fn.Recv.List[0].Type.(*ast.Ident).Name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

type strangeEvent struct{ Event }

func TestWhatTheCodecDoesNotKnowIsOurMistake(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("EventName of an unknown event did not panic")
		}
	}()
	EventName(strangeEvent{})
}

func TestDecodeEntryIsStrict(t *testing.T) {
	const good = `{"negotiation":"n","seq":1,"at":"2017-09-01T12:00:00Z","seat":"system","events":[{"type":"comments-closed","data":{}}]}`
	if _, err := DecodeEntry([]byte(good)); err != nil {
		t.Fatalf("DecodeEntry(%s): %v", good, err)
	}
	for name, bad := range map[string]string{
		"nothing":                   ``,
		"cut short":                 good[:len(good)-3],
		"no event":                  strings.Replace(good, `{"type":"comments-closed","data":{}}`, ``, 1),
		"no events":                 `{"negotiation":"n","seq":1,"at":"2017-09-01T12:00:00Z","seat":"system"}`,
		"unknown event":             strings.Replace(good, "comments-closed", "comments-burnt", 1),
		"unknown field":             strings.Replace(good, `"seq":1`, `"seq":1,"mood":"good"`, 1),
		"unknown field of an event": strings.Replace(good, `"data":{}`, `"data":{"mood":"good"}`, 1),
		"event without data":        strings.Replace(good, `,"data":{}`, ``, 1),
		"event without sense":       strings.Replace(good, `"data":{}`, `"data":[]`, 1),
		"two entries":               good + good,
		"trailing word":             good + "x",
		"trailing brace":            good + "}",
		"trailing bracket":          good + "]",
	} {
		if e, err := DecodeEntry([]byte(bad)); err == nil {
			t.Errorf("%s: DecodeEntry(%s) = %+v, want a fault", name, bad, e)
		}
	}
}

func TestEncodeEntryRefusesWhatTimeCannotSpell(t *testing.T) {
	e := Entry{Negotiation: "n", Seq: 1, At: time.Date(12017, 1, 1, 0, 0, 0, 0, time.UTC), Events: []Event{CommentsClosed{}}}
	if b, err := EncodeEntry(e); err == nil {
		t.Errorf("EncodeEntry of the year 12017 = %s", b)
	}
	e = Entry{Negotiation: "n", Seq: 1, Events: []Event{CommentsOpened{CutOff: e.At}}}
	if b, err := EncodeEntry(e); err == nil {
		t.Errorf("EncodeEntry of a cut-off in the year 12017 = %s", b)
	}
}

// FuzzDecodeEntry holds the codec to this: what can be read can be written, and
// reads the same again.
func FuzzDecodeEntry(f *testing.F) {
	for _, line := range journals(f) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := DecodeEntry(b)
		if err != nil {
			return
		}
		once, err := EncodeEntry(e)
		if err != nil {
			t.Fatalf("EncodeEntry(%+v), read from %q: %v", e, b, err)
		}
		again, err := DecodeEntry(once)
		if err != nil {
			t.Fatalf("DecodeEntry(%s), written from %q: %v", once, b, err)
		}
		twice, err := EncodeEntry(again)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%q is written as\n%s\nand then as\n%s (%v)", b, once, twice, err)
		}
	})
}
