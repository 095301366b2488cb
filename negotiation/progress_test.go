package negotiation

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// written writes a report in a line: how far, how many, and what is open.
func (r ProgressReport) written() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %d:", r.UpTo, r.Paragraphs)
	for _, c := range r.Counts {
		fmt.Fprintf(&b, " %d %s", c.Paragraphs, c.Stand)
	}
	for _, u := range r.Undecided {
		fmt.Fprintf(&b, "; %s", u.Address)
		for _, s := range u.Says() {
			fmt.Fprintf(&b, " %s", s.Key)
		}
	}
	return b.String()
}

func TestProgressTellsHowFarTheMeetingHasCome(t *testing.T) {
	amend := func(on ParagraphID) Change {
		return Change{Kind: Amend, Paragraph: on, Text: "Other words " + string(on)}
	}
	tests := []struct {
		name string
		play func(*sitting)
		want string
	}{
		{"nothing has happened", func(*sitting) {}, " of 3: 3 untouched"},
		{"a proposal contests its paragraph", func(s *sitting) { s.tables("peru", amend("p2")) },
			" of 3: 1 contested 2 untouched; 1.bullet1 progress.open"},
		{"a remark contests nothing", func(s *sitting) { s.tables("peru", Change{Kind: Comment, Paragraph: "p2", Text: "Good"}) },
			" of 3: 3 untouched; 1.bullet1 progress.open"},
		{"what is agreed later does not count before", func(s *sitting) { s.opened().agrees("p2", Agreed, "") },
			" of 3: 1 agreed 2 untouched"},
		{"up to the last that is agreed with all before", func(s *sitting) {
			s.opened().agrees("p1", Agreed, "")
			s.agrees("p2", AgreedAdRef, "")
		}, "1.bullet1 of 3: 1 agreed 1 agreed-ad-ref 1 untouched"},
		{"a new paragraph behind it is still to be decided", func(s *sitting) {
			s.tables("peru", Change{Kind: Insert, Paragraph: "p2", Text: "New", As: Bullet})
			s.opened().agrees("p1", Agreed, "")
			s.agrees("p2", Agreed, "")
			s.agrees("p3", Agreed, "")
		}, "1.bullet1 of 3: 3 agreed; 1.bullet1 progress.open"},
		{"all is agreed", func(s *sitting) {
			s.opened().agrees("p1", Agreed, "")
			s.agrees("p2", Agreed, "")
			s.agrees("p3", Agreed, "")
		}, "2 of 3: 3 agreed"},
		{"an agreement that was reopened is none", func(s *sitting) {
			s.opened().agrees("p1", Agreed, "")
			s.agrees("p2", Agreed, "")
			s.gives("system", ReopenParagraph{Paragraph: "p1", Reason: "A word is missing"})
		}, " of 3: 1 agreed 1 reopened 1 untouched; 1 document.outcome document.reopened"},
		{"rulings leave a paragraph open", func(s *sitting) {
			s.opened().calls("p1")
			s.gives("system", RuleOn{Outcome: Outcome{Kind: InBrackets, Asked: []Delegation{"PERU"}}})
			s.calls("p2")
			s.gives("system", RuleOn{Outcome: Outcome{Kind: Parked, To: "the Group", Until: time.Date(2017, 9, 22, 0, 0, 0, 0, time.UTC)}})
			s.calls("p3")
			s.gives("system", RuleOn{Outcome: Outcome{Kind: Deferred}})
		}, " of 3: 1 bracketed 1 parked 1 deferred; 1 document.outcome-since; 1.bullet1 document.outcome-since; 2 document.outcome-since"},
		{"who awaits instructions is waited for, unless the Chair alone was told", func(s *sitting) {
			id := s.tables("peru", amend("p3"))
			s.gives("mexico", TakePosition{Position: Position{Kind: AwaitsInstructions, Proposal: id}})
			s.gives("chile", TakePosition{Position: Position{Kind: AwaitsInstructions, Paragraph: "p1", Version: 1, ToChair: true}})
		}, " of 3: 1 contested 2 untouched; 2 progress.open progress.awaiting"},
		{"what comes when it is agreed waits there too", func(s *sitting) {
			s.opened().agrees("p3", Agreed, "")
			s.imports(Change{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair writes"}, Change{Kind: Amend, Paragraph: "p2", Base: 1, Text: "meet often"})
		}, " of 3: 1 agreed 1 contested 1 untouched; 1.bullet1 progress.open; 2 progress.open progress.unheard"},
		{"what comes when it is frozen is told before the gavel", func(s *sitting) {
			s.opened().calls("p3")
			s.gives("system", FreezeText{})
			s.imports(Change{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair writes"})
		}, " of 3: 1 contested 2 untouched; 2 progress.open progress.unheard"},
		{"what was on the table when it was frozen is heard", func(s *sitting) {
			s.tables("peru", amend("p3"))
			s.opened().calls("p3")
			s.gives("system", FreezeText{})
		}, " of 3: 1 contested 2 untouched; 2 progress.open"},
		{"what is on the whole draft comes last", func(s *sitting) {
			s.tables("peru", Change{Kind: Comment, Text: "Good"})
			s.tables("peru", amend("p3"))
		}, " of 3: 1 contested 2 untouched; 2 progress.open;  progress.open"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sit(t)
			tt.play(s)
			for _, a := range []Audience{{Role: Secretariat}, {Role: Observer}, {Role: Delegate, Delegation: "CHILE"}} {
				if got := Progress(s.For(a)).written(); got != tt.want {
					t.Errorf("for %s %s:\n%s, want\n%s", a.Role, a.Delegation, got, tt.want)
				}
			}
		})
	}
}

func TestProgressIsSaidInASentence(t *testing.T) {
	s := sit(t)
	says := func() Saying { return Progress(s.For(Audience{Role: Observer})).Says() }
	if got := says(); got.Key != "progress.nothing" {
		t.Errorf("at first: %v", got)
	}
	s.opened().agrees("p2", Agreed, "")
	if got := says(); got.Key != "progress.some" || got.With[1] != 1 || got.With[3] != 3 {
		t.Errorf("after one that is not the first: %v", got)
	}
	s.agrees("p1", Agreed, "")
	if got := says(); got.Key != "progress.up-to" || got.With[1] != "1.bullet1" {
		t.Errorf("after the first: %v", got)
	}
	s.agrees("p3", AgreedAdRef, "")
	if got := says(); got.Key != "progress.whole" {
		t.Errorf("after all: %v", got)
	}
}

func TestALateProposalIsHeldForThoseWhoSeeIt(t *testing.T) {
	s := sit(t)
	s.gives("system", OpenComments{CutOff: s.now, Late: MarkLate})
	s.tables("peru", Change{Kind: Amend, Paragraph: "p3", Text: "Late words"})
	for a, want := range map[Audience]string{
		{Role: Secretariat}: " of 3: 3 untouched; 2 progress.held",
		{Role: Observer}:    " of 3: 3 untouched",
	} {
		if got := Progress(s.For(a)).written(); got != want {
			t.Errorf("for %s: %s, want %s", a.Role, got, want)
		}
	}
}
