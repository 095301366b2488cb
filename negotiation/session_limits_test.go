package negotiation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestEverythingSaidInASessionHasALimit gives each field at its limit, which is taken,
// and one above it, which is refused.
func TestEverythingSaidInASessionHasALimit(t *testing.T) {
	text := func(n int) string { return strings.Repeat("x", n) }
	year := func(n int) time.Time { return time.Date(n, 12, 31, 23, 59, 59, 0, time.UTC) }
	called := []Command{CallParagraph{Paragraph: "p3"}}
	frozen := append(called, FreezeText{})
	for _, c := range []struct {
		name   string
		limit  int
		code   Code
		field  string
		before []Command
		do     func(s *sitting, n int) Command
	}{
		{"title", MaxTitle, TooLong, "title", nil, func(_ *sitting, n int) Command { return ArrangeSession{Title: text(n)} }},
		{"year of the start", 9999, BadValue, "starts", nil, func(_ *sitting, n int) Command { return ArrangeSession{Starts: year(n)} }},
		{"time to object", MaxObjection, BadValue, "object_within", nil, func(_ *sitting, n int) Command {
			return ArrangeSession{Settings: SessionSettings{ObjectWithin: n}}
		}},
		{"time to speak", MaxSpeaking, BadValue, "speak_for", nil, func(_ *sitting, n int) Command {
			return ArrangeSession{Settings: SessionSettings{SpeakFor: n}}
		}},
		{"reason to suspend", MaxReason, TooLong, "reason", nil, func(_ *sitting, n int) Command { return SuspendSession{Reason: text(n)} }},
		{"year to go on", 9999, BadValue, "until", nil, func(_ *sitting, n int) Command { return SuspendSession{Until: year(n)} }},
		{"note of a ruling", MaxReason, TooLong, "note", called, func(_ *sitting, n int) Command {
			return RuleOn{Outcome: Outcome{Kind: Deferred, Note: text(n)}}
		}},
		{"to whom it is parked", MaxTitle, TooLong, "to", called, func(_ *sitting, n int) Command {
			return RuleOn{Outcome: Outcome{Kind: Parked, To: text(n)}}
		}},
		{"until when it is parked", 9999, BadValue, "until", called, func(_ *sitting, n int) Command {
			return RuleOn{Outcome: Outcome{Kind: Parked, To: "x", Until: year(n)}}
		}},
		{"drafted text", MaxText, TooLong, "text", append(called, TakePen{For: "MEXICO"}), func(_ *sitting, n int) Command { return PutDrafted{Text: text(n)} }},
		{"note of a gavel", MaxReason, TooLong, "note", frozen, func(s *sitting, n int) Command {
			return LetGavelFall{Hash: s.session.Floor.Frozen.Hash, Outcome: Outcome{Kind: Agreed, Note: text(n)}}
		}},
		{"reason to object", MaxReason, TooLong, "reason", frozen, func(s *sitting, n int) Command {
			return Object{Hash: s.session.Floor.Frozen.Hash, Reason: text(n), For: "PERU"}
		}},
		{"condition", MaxReason, TooLong, "text", nil, func(_ *sitting, n int) Command {
			return TakePosition{Position: Position{By: "PERU", Kind: SupportsIf, Text: text(n), Paragraph: "p3", Version: 1}}
		}},
		{"group", MaxName, TooLong, "delegation", nil, func(_ *sitting, n int) Command {
			return NameGroup{DelegationGroup{Name: Delegation(text(n)), Members: []Delegation{"PERU"}}}
		}},
	} {
		s := sit(t).opened()
		for _, do := range c.before {
			s.gives("system", do)
		}
		s.refuses(c.name+" above the limit", c.do(s, c.limit+1), c.code, c.field)
		s.gives("system", c.do(s, c.limit))
	}
}

func TestListsInASessionHaveALimit(t *testing.T) {
	s := sit(t).opened()
	delegations := func(n int) []Delegation { return slices.Repeat([]Delegation{"PERU"}, n) }
	s.refuses("an agenda", SetAgenda{Paragraphs: make([]ParagraphID, MaxParagraphs+1)}, TooMany, "paragraphs")
	s.refuses("a frozen list", FreezeList{Paragraphs: make([]ParagraphID, MaxFrozen+1)}, TooMany, "paragraphs")
	s.refuses("a group", NameGroup{DelegationGroup{Name: "GRULAC", Members: delegations(MaxParties + 1)}}, TooMany, "members")
	s.gives("system", NameGroup{DelegationGroup{Name: "GRULAC", Members: delegations(MaxParties)}})
	s.calls("p3")
	s.refuses("who asked", RuleOn{Outcome: Outcome{Kind: InBrackets, Asked: delegations(MaxParties + 1)}}, TooMany, "asked")
	s.gives("system", FreezeText{})
	gavel := LetGavelFall{Hash: s.session.Floor.Frozen.Hash, Outcome: Outcome{Kind: Agreed}, Present: delegations(MaxParties)}
	for _, list := range []*[]Delegation{&gavel.Present, &gavel.Absent, &gavel.Told} {
		was := *list
		*list = delegations(MaxParties + 1)
		s.refuses("a gavel", gavel, TooMany, "delegations")
		*list = was
	}
	s.gives("system", gavel)
}

// TestWhatIsFrozenWithAProposalHasALimit: one that strikes a list is on all of it.
func TestWhatIsFrozenWithAProposalHasALimit(t *testing.T) {
	for items, frozen := range map[int]bool{MaxFrozen - 1: true, MaxFrozen: false} {
		m := &meeting{t, New("n")}
		m.must("system", CreateNegotiation{Title: "Plan", Language: "en"})
		list := []Paragraph{{ID: "p1", Kind: Numbered, Label: "1", Text: "x", Version: 1}}
		for i := range items {
			list = append(list, Paragraph{ID: paragraphID(i + 2), Kind: Bullet, Label: fmt.Sprint("bullet", i+1), Parent: "p1", Text: "x", Version: 1})
		}
		m.must("system", ImportDraft{Draft: Draft{Paragraphs: list}})
		m.must("system", OpenComments{})
		m.must("system", TableProposal{Proposal{Delegation: "PERU", Changes: []Change{{Kind: Delete, Paragraph: "p1", Base: 1}}}})
		m.must("system", ScheduleSession{})
		m.must("system", OpenSession{})
		m.must("system", CallParagraph{Paragraph: "p1"})
		if frozen {
			m.must("system", FreezeText{Proposal: "1"})
		} else {
			m.wantRefusal("a list of many", FreezeText{Proposal: "1"}, TooMany, "paragraphs")
		}
	}
}

// refuses wants a refusal of the system's command.
func (s *sitting) refuses(what string, do Command, code Code, field string) {
	s.Helper()
	_, err := s.Decide(Request{Seat: SystemSeat, At: s.now, Do: do})
	if r, ok := Refused(err); !ok || r.Code != code || r.Details["field"] != field {
		s.Errorf("%s: %v, want %s of %s", what, err, code, field)
	}
}

func TestSessionsSpeakersAndGroupsHaveALimit(t *testing.T) {
	s := sit(t).opened()
	for range MaxSpeakers {
		s.session.Speakers = append(s.session.Speakers, Speaker{Delegation: "MEXICO"})
	}
	s.refuses("one more speaker", AskFloor{For: "PERU"}, TooMany, "speakers")
	s.groups = map[Delegation]DelegationGroup{}
	for i := range MaxGroups {
		name := Delegation(fmt.Sprint("GROUP ", i))
		s.groups[name] = DelegationGroup{Name: name, Members: []Delegation{"PERU"}}
	}
	s.refuses("one more group", NameGroup{DelegationGroup{Name: "GRULAC", Members: []Delegation{"PERU"}}}, TooMany, "groups")
	s.gives("system", NameGroup{DelegationGroup{Name: "GROUP 0", Members: []Delegation{"CHILE"}}})
	s.gives("system", CloseSession{})
	s.session.Number = MaxSessions
	s.refuses("one more session", ScheduleSession{}, TooMany, "sessions")
}

func TestADeadlineIsThatOfTheGavelOfAnOpenSession(t *testing.T) {
	s := sit(t).opened()
	s.gives("system", CallParagraph{Paragraph: "p3"})
	s.gives("system", FreezeText{})
	if got := s.Deadline(); !got.IsZero() {
		t.Errorf("without a gavel: %v", got)
	}
	s.gives("system", LetGavelFall{Hash: s.session.Floor.Frozen.Hash, Outcome: Outcome{Kind: Agreed}})
	if got, want := s.Deadline(), s.now.Add(DefaultObjection*time.Second+SlowLink); !got.Equal(want) {
		t.Errorf("with a gavel: %v, want %v", got, want)
	}
	s.gives("system", ThawText{})
	if got := s.Deadline(); !got.IsZero() {
		t.Errorf("after it was taken back: %v", got)
	}
}
