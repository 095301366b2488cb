// Package formattest plays small negotiations for the tests of the formats, and
// holds what they print to files that were read by people.
package formattest

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Document is the path of a file in testdata/documents.
func Document(name string) string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "..", "..", "testdata", "documents", name)
}

// Bridgetown is the compilation of comments of 28 September 2017, as it came.
func Bridgetown(t testing.TB) []byte {
	t.Helper()
	src, err := os.ReadFile(Document("bridgetown-compilation.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// Golden compares got with a file of testdata/documents. With -update it writes
// the file, for the difference to be read in review.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(Document(name), []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(Document(name))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(got, string(want)); d != "" {
		t.Errorf("%s differs (-got +want):\n%s", name, d)
	}
}

// World is a negotiation in which the system seat does everything, one entry a
// minute from 2 October 2017.
type World struct {
	tb    testing.TB
	state negotiation.State
	// passed is the time that was let pass besides.
	passed time.Duration
}

// Import makes a world with a draft and whatever was proposed with it.
func Import(t testing.TB, d negotiation.Draft) *World {
	t.Helper()
	w := &World{tb: t, state: negotiation.New("bridgetown")}
	w.Do(negotiation.CreateNegotiation{Title: "Draft Plan of Action of Bridgetown", Language: "en"})
	w.Do(negotiation.ImportDraft{Draft: d})
	w.Do(negotiation.OpenComments{Late: negotiation.MarkLate})
	return w
}

// Refuses is the refusal of the law to import a draft, or nil.
func Refuses(d negotiation.Draft) *negotiation.Refusal {
	s := negotiation.New("bridgetown")
	for _, c := range []negotiation.Command{negotiation.CreateNegotiation{Title: "T", Language: "en"}, negotiation.ImportDraft{Draft: d}} {
		events, err := s.Decide(negotiation.Request{Seat: negotiation.SystemSeat, Do: c})
		if r, refused := negotiation.Refused(err); refused {
			return r
		}
		s = s.After(negotiation.Entry{Negotiation: s.ID(), Seq: s.Seq() + 1, Seat: negotiation.SystemSeat, Events: events})
	}
	return nil
}

// Do gives a command, which must be lawful.
func (w *World) Do(c negotiation.Command) {
	w.tb.Helper()
	w.do(time.Date(2017, 10, 2, 12, int(w.state.Seq()), 0, 0, time.UTC).Add(w.passed), c)
}

// Pass lets time pass before the next command, besides the minute that each takes.
func (w *World) Pass(d time.Duration) { w.passed += d }

// TakeEffect lets the gavel that has fallen take effect, when it is due.
func (w *World) TakeEffect() {
	w.tb.Helper()
	w.do(w.state.Deadline(), negotiation.TakeEffect{})
}

func (w *World) do(at time.Time, c negotiation.Command) {
	w.tb.Helper()
	events, err := w.state.Decide(negotiation.Request{Seat: negotiation.SystemSeat, At: at, Do: c})
	if err != nil {
		w.tb.Fatalf("%T: %v", c, err)
	}
	w.state = w.state.After(negotiation.Entry{Negotiation: w.state.ID(), Seq: w.state.Seq() + 1, At: at, Seat: negotiation.SystemSeat, Events: events})
}

// Table has a delegation table changes.
func (w *World) Table(who negotiation.Delegation, changes ...negotiation.Change) {
	w.tb.Helper()
	w.Do(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: who, Changes: changes}})
}

// View is the world as the Secretariat sees it.
func (w *World) View() negotiation.View {
	return w.state.For(negotiation.Audience{Role: negotiation.Secretariat})
}

// Compile gives a document of the world as the Secretariat sees it.
func (w *World) Compile(what negotiation.What) negotiation.Compilation {
	w.tb.Helper()
	c, err := negotiation.Compile(w.View(), what)
	if err != nil {
		w.tb.Fatal(err)
	}
	return c
}
