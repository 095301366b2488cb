package negotiationtest

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
)

// Simulate lets the world of seed give steps commands to the law, and after
// each holds it to what must be true whatever was asked:
//
//   - the invariants of State.Check;
//   - a replay of the record as bytes comes to the same state;
//   - a state that was is as it was;
//   - a refusal leaves no trace;
//   - each document holds each proposal that its reader may see, once;
//   - nobody is shown a word of a late proposal that is not theirs to see;
//   - whoever asks for what has changed since they looked is told all of it;
//   - every open proposal is on the words that stand, or waits for its author;
//   - what came in a document is kept as it came; no word of it that its author has
//     not confirmed is accepted, combined or read in the draft, and every document
//     says so; confirmed, it asks for just what was confirmed;
//   - words that are frozen or agreed stay as they are, but for the gavel that takes
//     effect in its time, on exactly what was frozen;
//   - what lapsed is on agreed paragraphs alone, and was on the table when they were frozen;
//   - nobody decides on a floor that has moved on since they looked;
//   - nobody is shown what was told to the Chair, or who holds a seat, who may not.
func Simulate(t testing.TB, seed uint64, steps int) {
	t.Helper()
	s := &simulation{t: t, seed: seed, world: NewWorld(seed), state: negotiation.New(Name),
		hidden: map[negotiation.ProposalID]hidden{}, screens: map[negotiation.Audience]looked{},
		outcomes: map[string]int{}, received: map[negotiation.ProposalID]*received{}, watched: map[string]negotiation.ProposalID{}}
	begin, err := s.world.Begin()
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	for _, req := range begin {
		if !s.give(req) {
			t.Fatalf("seed %d: %+v was refused", seed, req)
		}
	}
	for range steps {
		s.give(s.world.Next(s.state.For(negotiation.Audience{Role: negotiation.Secretariat})))
	}
	s.replay()
	s.lookBack()
	t.Logf("seed %d: %d entries, %d refusals, %v, %v", seed, len(s.record), s.refusals, s.codes, s.outcomes)
}

// simulation is one run of Simulate.
type simulation struct {
	t     testing.TB
	seed  uint64
	step  int
	world *World
	state negotiation.State
	// record holds the entries as bytes.
	record [][]byte
	// seen is the snapshot of state, and screens what each audience looked at last.
	seen    string
	screens map[negotiation.Audience]looked
	kept    []keptState
	window  negotiation.OpenComments
	hidden  map[negotiation.ProposalID]hidden
	// received are the proposals that came in documents, and watched the words of
	// theirs that nobody has confirmed.
	received map[negotiation.ProposalID]*received
	watched  map[string]negotiation.ProposalID
	// whispers are the positions that were told to the Chair.
	whispers []whisper
	// held is the entry since which what is frozen is.
	held     negotiation.Seq
	refusals int
	codes    map[negotiation.Code]int
	// outcomes counts what worlds came to see of combined and rebased proposals, so
	// that a run in which nothing of it happened shows.
	outcomes map[string]int
}

// keptState is a state of the past with what was seen of it then.
type keptState struct {
	state negotiation.State
	seen  string
}

// hidden is a held late proposal: who may see it, and the words to look for.
type hidden struct {
	authors []negotiation.Delegation
	words   []string
}

func (s *simulation) fatalf(format string, args ...any) {
	s.t.Helper()
	s.t.Fatalf("seed %d, step %d: "+format, append([]any{s.seed, s.step}, args...)...)
}

// give gives a request, and reports whether it was lawful.
func (s *simulation) give(req negotiation.Request) bool {
	s.step++
	events, err := s.state.Decide(req)
	if err != nil {
		s.refused(req, events, err)
		return false
	}
	e := negotiation.Entry{Negotiation: Name, Seq: s.state.Seq() + 1, At: req.At, Seat: req.Seat, Events: events}
	b, err := negotiation.EncodeEntry(e)
	if err != nil {
		s.fatalf("%v", err)
	}
	read, err := negotiation.DecodeEntry(b)
	if err != nil {
		s.fatalf("%v in %s", err, b)
	}
	before := s.state
	s.record, s.state = append(s.record, b), s.state.After(e)
	if err := s.state.Check(); err != nil {
		s.fatalf("%+v: %v", req, err)
	}
	s.note(req, events)
	s.noteReceived(before, req, events)
	s.noteWhispers(events)
	s.keepsFloor(before, req, events)
	s.seen = s.snapshot(s.state)
	s.compare(before.After(read))
	s.inspect()
	s.keepsUp()
	s.keepsReadings()
	if s.step%20 == 0 {
		s.kept = append(s.kept, keptState{s.state, s.seen})
	}
	return true
}

// refused holds a refusal to being one, and to leaving no trace.
func (s *simulation) refused(req negotiation.Request, events []negotiation.Event, err error) {
	r, ok := negotiation.Refused(err)
	if !ok || len(events) > 0 || !slices.Contains(negotiation.Codes(), r.Code) {
		s.fatalf("%+v gave %d events and %v", req, len(events), err)
	}
	if s.codes == nil {
		s.codes = map[negotiation.Code]int{}
	}
	s.codes[r.Code]++
	s.refusals++
	if again, err := s.state.Decide(req); again != nil || err.Error() != r.Error() {
		s.fatalf("%+v was refused with %v and then %v", req, r, err)
	}
}

// compare holds the state that came of decoded events to the one that came of
// the events as decided.
func (s *simulation) compare(decoded negotiation.State) {
	if got, want := s.snapshot(decoded), s.seen; got != want {
		s.fatalf("a replay sees otherwise (-replay +live):\n%s", cmp.Diff(strings.Split(got, "\n"), strings.Split(want, "\n")))
	}
}

// snapshot is what every audience sees of a state, and reads in its documents.
func (s *simulation) snapshot(state negotiation.State) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for _, a := range Audiences() {
		v := state.For(a)
		if err := enc.Encode(v); err != nil {
			s.fatalf("%v", err)
		}
		if v.Readable {
			if err := enc.Encode(s.compile(v)); err != nil {
				s.fatalf("%v", err)
			}
		}
	}
	return b.String()
}

// replay reads the whole record again.
func (s *simulation) replay() {
	state := negotiation.New(Name)
	for _, b := range s.record {
		e, err := negotiation.DecodeEntry(b)
		if err != nil {
			s.fatalf("%v", err)
		}
		state = state.After(e)
	}
	if s.snapshot(state) != s.seen {
		s.fatalf("the record as a whole reads otherwise than it was written")
	}
}

// lookBack holds states of the past to what was seen of them.
func (s *simulation) lookBack() {
	for _, k := range s.kept {
		if got := s.snapshot(k.state); got != k.seen {
			s.fatalf("the state after entry %d has changed since:\n%s", k.state.Seq(), cmp.Diff(strings.Split(k.seen, "\n"), strings.Split(got, "\n")))
		}
	}
}
