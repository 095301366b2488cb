package negotiation_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/format/formattest"
)

// held is the negotiation of Bridgetown behind a session: a third of what nobody wants
// otherwise is agreed, every delegation has said something of every proposal, and one
// of them is frozen, with its gavel falling.
func held(b *testing.B) negotiation.State {
	b.Helper()
	d, err := format.Read("bridgetown.txt", formattest.Bridgetown(b), negotiation.ReadOptions{})
	if err != nil {
		b.Fatal(err)
	}
	s := negotiation.New("bridgetown")
	now := time.Date(2017, 10, 2, 12, 0, 0, 0, time.UTC)
	do := func(seat negotiation.SeatID, c negotiation.Command) {
		b.Helper()
		now = now.Add(time.Minute)
		if at := s.Deadline(); !at.IsZero() {
			now = at
		}
		events, err := s.Decide(negotiation.Request{Seat: seat, At: now, Do: c})
		if err != nil {
			b.Fatalf("%T: %v", c, err)
		}
		s = s.After(negotiation.Entry{Negotiation: s.ID(), Seq: s.Seq() + 1, At: now, Seat: seat, Events: events})
	}
	const system = negotiation.SystemSeat
	do(system, negotiation.CreateNegotiation{Title: "Draft Plan of Action of Bridgetown", Language: "en", Public: true})
	do(system, negotiation.ImportDraft{Draft: d})
	do(system, negotiation.OpenSeat{Seat: negotiation.Seat{ID: "chair", Role: negotiation.Chair}})
	delegations := []negotiation.Delegation{"MEXICO", "CHILE", "PERU", "COSATE", "CEATAL"}
	seat := func(d negotiation.Delegation) negotiation.SeatID {
		return negotiation.SeatID(strings.ToLower(string(d)))
	}
	for _, d := range delegations {
		do(system, negotiation.OpenSeat{Seat: negotiation.Seat{ID: seat(d), Role: negotiation.Delegate, Delegation: d, MayTable: true}})
	}
	do("chair", negotiation.ScheduleSession{Title: "First reading"})
	do("chair", negotiation.OpenSession{})
	view := s.For(negotiation.Audience{Role: negotiation.System})
	var quiet []negotiation.ParagraphID
	for _, p := range view.Paragraphs {
		if !p.Kind.IsHeading() && len(p.Proposals) == 0 && len(quiet) < 12 {
			quiet = append(quiet, p.ID)
		}
	}
	do("chair", negotiation.FreezeList{Paragraphs: quiet})
	gavel := func() {
		hash := s.For(negotiation.Audience{Role: negotiation.System}).Session.Floor.Frozen.Hash
		do("chair", negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}, Hash: hash, Present: delegations})
	}
	gavel()
	do(system, negotiation.TakeEffect{})
	var on negotiation.ProposalView
	for i, p := range view.Proposals {
		for n, d := range delegations {
			kind := negotiation.PositionKinds()[(i+n)%3]
			toChair := i%4 == 0 && n < 2 // Mexico and Chile say a word to the Chair alone
			do(seat(d), negotiation.TakePosition{Position: negotiation.Position{Kind: kind, Proposal: p.ID, ToChair: toChair}})
		}
		if !p.Unconfirmed() && len(p.Changes) == 1 && p.Changes[0].Kind == negotiation.Amend {
			on = p
		}
	}
	do("chair", negotiation.CallParagraph{Paragraph: on.Changes[0].Paragraph})
	do("chair", negotiation.FreezeText{Proposal: on.ID})
	gavel()
	return s
}

// hall are nine audiences that look at a session.
func hall() []negotiation.Audience {
	list := []negotiation.Audience{{Role: negotiation.Secretariat}, {Role: negotiation.Chair}, {Role: negotiation.Observer}, {Role: negotiation.Public}}
	for _, d := range []negotiation.Delegation{"MEXICO", "CHILE", "PERU", "COSATE", "CEATAL"} {
		list = append(list, negotiation.Audience{Role: negotiation.Delegate, Delegation: d})
	}
	return list
}

// BenchmarkNineAudiences is what one entry costs to be seen by all: each for itself, and
// through one Sight.
func BenchmarkNineAudiences(b *testing.B) {
	s, all := held(b), hall()
	b.Run("alone", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, a := range all {
				s.For(a)
			}
		}
	})
	b.Run("together", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sight := s.Sight()
			for _, a := range all {
				sight.For(a)
			}
		}
	})
}
