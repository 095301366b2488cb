package negotiationtest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"plenary/negotiation"
)

// Run plays every scenario on a fresh stage each. Where the test binary has a
// flag -update and it is set, the documents that scenarios expect are written
// anew; the difference is read in review.
func Run(t *testing.T, open func(t *testing.T) Stage) {
	files, err := filepath.Glob(filepath.Join(root(t), "testdata", "scenario", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("scenarios: %d found, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			playFile(t, file, open)
		})
	}
}

// updating reports whether the flag -update is there and set.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// root is the folder of go.mod.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Fatalf("no folder above holds go.mod: %v", err)
	return ""
}

func playFile(t *testing.T, file string, open func(t *testing.T) Stage) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Fatal("a scenario in which nothing happens")
	}
	p := &play{t: t, name: filepath.Base(file), archive: archive, seats: map[negotiation.SeatID]negotiation.Audience{},
		looked: map[negotiation.SeatID]sight{}}
	lines, err := parseScript(string(archive.Comment))
	if err != nil {
		t.Fatalf("%s: %v", p.name, err)
	}
	p.stage = open(t)
	if _, ok := p.stage.(KeyKeeper); !ok && strings.Contains(string(archive.Comment), ` key "`) {
		t.Skip("this storey keeps no keys")
	}
	p.perform(lines)
	if p.rewritten {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// play is one scenario on its stage.
type play struct {
	t       *testing.T
	name    string
	archive *txtar.Archive
	stage   Stage
	line    line
	now     time.Time
	seats   map[negotiation.SeatID]negotiation.Audience
	public  bool
	ready   bool
	// answer and refused are what came of the last act; refused stays until the
	// script has said that it expects it.
	answer  negotiation.ProposalID
	refused error
	// looked is what each seat had before it when it last looked at the session.
	looked    map[negotiation.SeatID]sight
	rewritten bool
}

func (p *play) perform(lines []line) {
	p.setTime(time.Date(2017, 9, 1, 12, 0, 0, 0, time.UTC))
	for _, l := range lines {
		w := newWords(l.text)
		if p.refused != nil && !strings.HasPrefix(l.text, "refused ") {
			p.fatalf("refused: %v", p.refused)
		}
		p.line = l
		if err := p.do(w); err != nil {
			p.fatalf("%v", err)
		}
		if err := w.end(); err != nil {
			p.fatalf("%v", err)
		}
	}
	if p.refused != nil {
		p.fatalf("refused: %v", p.refused)
	}
}

func (p *play) setTime(now time.Time) {
	p.now = now
	p.stage.SetTime(now)
}

func (p *play) fatalf(format string, args ...any) {
	p.t.Helper()
	p.t.Fatalf("%s:%d: %s\n%s", p.name, p.line.number, p.line.text, fmt.Sprintf(format, args...))
}

// do reads and does one line.
func (p *play) do(w *words) error {
	switch {
	case w.has("from nothing"):
		p.ready = true
		return nil
	case w.has("in public"):
		p.public = true
		return nil
	case w.has("at"):
		p.setTime(parseTime(w))
		return nil
	}
	if !p.ready {
		if err := p.setUp(); err != nil {
			return fmt.Errorf("set up: %w", err)
		}
	}
	if known, err := p.expect(w); known {
		return err
	}
	seat := negotiation.SeatID(w.word("a seat"))
	if w.has("looks") {
		p.looked[seat] = p.look(seat)
		return nil
	}
	req := p.parseAct(seat, w, p.line.below)
	if err := w.end(); err != nil {
		return err
	}
	p.answer, p.refused = p.stage.Submit(p.t.Context(), req)
	if open, ok := req.Do.(negotiation.OpenSeat); ok && p.refused == nil {
		p.seats[open.Seat.ID] = open.Seat.Audience()
	}
	return nil
}

// setUp creates the negotiation with the seats and the draft of the archive.
func (p *play) setUp() error {
	p.ready = true
	acts := []negotiation.Command{negotiation.CreateNegotiation{Title: "Plan of Action", Language: "en", Public: p.public}}
	seats, err := parseSeats(p.section("seats"))
	if err != nil {
		return err
	}
	for _, open := range seats {
		acts = append(acts, open)
		p.seats[open.Seat.ID] = open.Seat.Audience()
	}
	if p.section("draft") != "" {
		d, err := p.draft("draft", p.section("proposals") != "")
		if err != nil {
			return err
		}
		acts = append(acts, negotiation.ImportDraft{Draft: d})
	}
	for _, act := range acts {
		if _, err := p.stage.Submit(p.t.Context(), negotiation.Request{Seat: negotiation.SystemSeat, Do: act}); err != nil {
			return fmt.Errorf("%T: %w", act, err)
		}
	}
	return nil
}

// draft reads a section of the archive as a draft.
func (p *play) draft(section string, withProposals bool) (negotiation.Draft, error) {
	d, err := ParseDraft(p.section(section))
	if err == nil && withProposals {
		err = parseProposals(p.section("proposals"), finderIn(d.Paragraphs), &d)
	}
	return d, err
}

// section gives a section of the archive, or "" where it has none.
func (p *play) section(name string) string {
	for _, f := range p.archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// audience is that of a seat, or of the public.
func (p *play) audience(seat negotiation.SeatID) negotiation.Audience {
	switch seat {
	case negotiation.SystemSeat:
		return negotiation.Audience{Role: negotiation.System}
	case "public":
		return negotiation.Audience{Role: negotiation.Public}
	}
	a, ok := p.seats[seat]
	if !ok {
		p.fatalf("the scenario opens no seat %s", seat)
	}
	return a
}

func (p *play) view(a negotiation.Audience) negotiation.View {
	v, err := p.stage.View(context.WithoutCancel(p.t.Context()), a)
	if err != nil {
		p.fatalf("view of %v: %v", a, err)
	}
	return v
}

// find is a finder in the draft as it stands.
func (p *play) find(address string) (negotiation.ParagraphID, int) {
	if para, ok := p.view(p.audience(negotiation.SystemSeat)).Paragraph(address); ok {
		return para.ID, para.Version
	}
	return negotiation.ParagraphID(address), 1
}
