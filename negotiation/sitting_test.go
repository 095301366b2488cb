package negotiation

import (
	"strings"
	"testing"
	"time"
)

// sitting is a meeting in session, with a clock of its own: each command is a second
// after the one before.
type sitting struct {
	*meeting
	now time.Time
}

// sit opens a session on the draft of meet, with Mexico, Peru and Chile.
func sit(t testing.TB) *sitting {
	t.Helper()
	s := &sitting{meet(t), time.Date(2017, 9, 21, 9, 0, 0, 0, time.UTC)}
	for _, d := range []Delegation{"PERU", "CHILE"} {
		s.gives("system", OpenSeat{Seat: Seat{ID: SeatID(strings.ToLower(string(d))), Role: Delegate, Delegation: d, MayTable: true}})
	}
	return s
}

func (s *sitting) opened() *sitting {
	s.Helper()
	s.gives("system", ScheduleSession{Title: "Morning"})
	s.gives("system", OpenSession{})
	return s
}

func (s *sitting) gives(seat SeatID, do Command) {
	s.Helper()
	s.now = s.now.Add(time.Second)
	events, err := s.Decide(Request{Seat: seat, At: s.now, Do: do})
	if err != nil {
		s.Fatalf("%T: %v", do, err)
	}
	s.State = s.After(Entry{Negotiation: s.ID(), Seq: s.Seq() + 1, At: s.now, Seat: seat, Events: events})
	if err := s.Check(); err != nil {
		s.Fatalf("%T: %v", do, err)
	}
}

// tables puts a proposal on a paragraph and gives its number.
func (s *sitting) tables(seat SeatID, changes ...Change) ProposalID {
	s.Helper()
	for i, c := range changes {
		if p, ok := s.For(Audience{Role: System}).Paragraph(string(c.Paragraph)); ok {
			changes[i].Base = p.Version
		}
	}
	s.gives(seat, TableProposal{Proposal: Proposal{Changes: changes}})
	list := s.For(Audience{Role: System}).Proposals
	return list[len(list)-1].ID
}

// imports brings a proposal of Chile's in a file.
func (s *sitting) imports(changes ...Change) {
	s.Helper()
	s.gives("system", ImportProposals{Draft: Draft{Proposals: []Proposal{{Delegation: "CHILE", Changes: changes}}}})
}

// calls puts a paragraph on the floor.
func (s *sitting) calls(id ParagraphID) {
	s.Helper()
	s.gives("system", CallParagraph{Paragraph: id})
}

// gavels lets the gavel fall on what is frozen, and take effect.
func (s *sitting) gavels(kind OutcomeKind, absent ...Delegation) {
	s.Helper()
	v := s.For(Audience{Role: System})
	s.gives("system", LetGavelFall{Outcome: Outcome{Kind: kind}, Hash: v.Session.Floor.Frozen.Hash,
		Present: []Delegation{"MEXICO", "PERU"}, Absent: absent, Told: absent})
	s.now = s.Deadline()
	s.gives(SystemSeat, TakeEffect{})
}

// agrees takes a paragraph from call to agreement, with a proposal or as it stands.
func (s *sitting) agrees(id ParagraphID, kind OutcomeKind, by ProposalID) {
	s.Helper()
	s.calls(id)
	s.gives("system", FreezeText{Proposal: by})
	s.gavels(kind)
}
