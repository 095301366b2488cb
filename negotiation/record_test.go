package negotiation

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// recorded is the record of s as an audience has it.
func (s *sitting) recorded(a Audience) *SessionRecord {
	s.Helper()
	c, err := Compile(s.For(a), Record)
	if err != nil {
		s.Fatal(err)
	}
	return c.Record
}

// outcomes are those that r tells, in order.
func (r SessionRecord) outcomes() []RecordedOutcome {
	var list []RecordedOutcome
	for _, a := range r.Acts {
		list = append(list, a.Outcomes...)
	}
	return list
}

// onWork takes 2 to agreement with Mexico's words, while Peru wants others.
func onWork(t testing.TB) *sitting {
	t.Helper()
	s := sit(t)
	mexico := s.tables("mexico", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports soon"})
	s.tables("peru", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports late"})
	s.gives("system", NameGroup{Group: DelegationGroup{Name: "GRULAC", Members: []Delegation{"PERU", "CHILE"}}})
	s.opened().calls("p3")
	s.gives("system", TakePosition{Position: Position{By: "GRULAC", Kind: Reserves, Text: "On our terms", Proposal: mexico}})
	s.gives("chile", TakePosition{Position: Position{Kind: Opposes, Proposal: mexico, ToChair: true}})
	s.gives("system", FreezeText{Proposal: mexico})
	s.gavels(AgreedAdRef, "PERU")
	return s
}

func TestAnOutcomeIsToldWithAllThatBelongsToIt(t *testing.T) {
	s := onWork(t)
	for _, a := range []Audience{{Role: Secretariat}, {Role: Observer}, {Role: Delegate, Delegation: "CHILE"}} {
		o := s.recorded(a).outcomes()[0]
		switch {
		case o.Kind != AgreedAdRef || o.Version != 2 || o.Text != "The Chair reports soon" || o.Redline.Before() != "The Chair reports" || len(o.Hash) != 64:
			t.Errorf("for %s it is on %+v", a.Role, o)
		case !slices.Equal(o.Authors, []Delegation{"MEXICO"}) || !slices.Equal(o.Absent, []Delegation{"PERU"}):
			t.Errorf("for %s: by %v, absent %v", a.Role, o.Authors, o.Absent)
		case len(o.Reservations) != 1 || o.Reservations[0].By != "GRULAC" || len(o.Positions) != 0:
			t.Errorf("for %s: reserved %v, said %v; only GRULAC's word is told to all", a.Role, o.Reservations, o.Positions)
		case len(o.Fates) != 1 || o.Fates[0].Proposal != "2" || o.Fates[0].Status != Lapsed || !slices.Equal(o.Fates[0].Agreed, []string{"2"}):
			t.Errorf("for %s: fates %+v", a.Role, o.Fates)
		}
	}
}

func TestWhatIsThawedIsTheTextThatWasFrozen(t *testing.T) {
	s := sit(t).opened()
	s.gives("system", FreezeList{Paragraphs: []ParagraphID{"p2", "p3"}})
	s.calls("p1")
	s.gives("system", FreezeList{Paragraphs: []ParagraphID{"p2", "p3"}})
	s.gives("system", ThawText{})
	s.gives("system", FreezeText{})
	s.gives("peru", Object{Hash: s.session.Floor.Frozen.Hash})
	s.tables("mexico", Change{Kind: Amend, Paragraph: "p1", Text: "The two groups will:"})
	s.gives("system", AcceptProposal{Proposal: "1"})
	s.gives("peru", WithdrawObjection{}) // other words stand now
	var got []Recorded
	for _, a := range s.recorded(Audience{Role: Observer}).Acts {
		if a.Kind == ActThawed {
			got = append(got, a)
		}
	}
	if len(got) != 2 || !slices.Equal(got[0].Addresses, []string{"1.bullet1", "2"}) || got[0].Many != 2 || got[0].Address != "" || got[1].Address != "1" || got[1].Many != 1 {
		t.Fatalf("thawed: %+v, want 1.bullet1 and 2, which are not under 1, and then 1", got)
	}
	if got, want := got[0].Says()[0], (Saying{"record.thawed-list", []any{"n", 2, "addresses", "1.bullet1, 2"}}); !reflect.DeepEqual(got, want) {
		t.Errorf("it is told as %v, want %v", got, want)
	}
}

func TestAWordTakenDownForADelegationIsToldAsThat(t *testing.T) {
	s := sit(t)
	id := s.tables("mexico", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports soon"})
	s.opened().calls("p3")
	s.gives("system", TakePosition{Position: Position{By: "PERU", Kind: Reserves, Text: "Our law", Proposal: id}})
	s.gives("system", TakePosition{Position: Position{By: "MEXICO", Kind: Supports, Proposal: id}})
	s.gives("chile", TakePosition{Position: Position{Kind: CanLiveWith, Proposal: id}})
	s.gives("system", FreezeText{Proposal: id})
	s.gavels(Agreed)
	var got []string
	for _, says := range s.recorded(Audience{Role: Observer}).outcomes()[0].Told() {
		got = append(got, fmt.Sprint(says))
	}
	want := []string{"{record.reservation-room [delegation PERU words Our law]}", "{record.position [delegation CHILE position {position.can-live-with []}]}",
		"{record.position [delegation MEXICO position {record.position-room [position {position.supports []}]}]}"}
	if !slices.Equal(got, want) {
		t.Errorf("told as\n%v, want\n%v", got, want)
	}
}

func TestWhatWasOnTheTableIsAsOfTheCall(t *testing.T) {
	s := onWork(t)
	s.gives("system", ReopenParagraph{Paragraph: "p3", Reason: "Again"})
	s.calls("p3")
	var called [][]Attributed
	acts := s.recorded(Audience{Role: Observer}).Acts
	for _, a := range acts {
		if a.Kind == ActCalled {
			called = append(called, a.OnTable)
		}
	}
	if len(called) != 2 || len(called[0]) != 2 || len(called[1]) != 1 || called[1][0].Proposal != "2" {
		t.Errorf("on the table: %v, want 1 and 2, then 2", called)
	}
	reopened := acts[slices.IndexFunc(acts, func(a Recorded) bool { return a.Kind == ActReopened })]
	if len(reopened.Fates) != 1 || reopened.Fates[0].Status != OnTable {
		t.Errorf("the reopening made %+v", reopened.Fates)
	}
}

func TestPositionsOfEarlierWordsAreToldAsSuch(t *testing.T) {
	s := sit(t)
	s.opened().calls("p3")
	s.gives("system", TakePen{For: "PERU"})
	s.gives("system", PutDrafted{Text: "The Chair reports soon"})
	s.gives("chile", TakePosition{Position: Position{Kind: Reserves, Text: "Our law", Proposal: "1"}})
	s.gives("system", TakePen{For: "PERU", From: "1"})
	s.gives("system", PutDrafted{Text: "The Chair reports late"})
	s.gives("system", FreezeText{Proposal: "2"})
	s.gavels(Agreed)
	o := s.recorded(Audience{Role: Observer}).outcomes()[0]
	if len(o.Reservations) != 0 || len(o.Positions) != 1 || !o.Positions[0].Stale {
		t.Errorf("reserved %v, said %v; the word was on other words", o.Reservations, o.Positions)
	}
	p, _ := s.For(Audience{Role: Observer}).Paragraph("2")
	if notes := s.For(Audience{Role: Observer}).Reservations(p); len(notes) != 0 {
		t.Errorf("the text has the footnotes %v", notes)
	}
}

func TestWhatIsSaidAfterTheGavelDoesNotChangeTheRecord(t *testing.T) {
	s := sit(t).opened()
	on := Position{Paragraph: "p3", Version: 1}
	say := func(seat SeatID, kind PositionKind, text string, toChair bool) {
		pos := on
		pos.Kind, pos.Text, pos.ToChair = kind, text, toChair
		s.gives(seat, TakePosition{Position: pos})
	}
	say("peru", Reserves, "Our law", false)
	say("chile", CanLiveWith, "", false)
	say("mexico", Opposes, "", true)
	s.agrees("p3", AgreedAdRef, "")
	say("peru", NoPosition, "", false)
	say("chile", Opposes, "", false)
	say("mexico", Opposes, "", false)
	o := s.recorded(Audience{Role: Chair}).outcomes()[0]
	if len(o.Reservations) != 1 || o.Reservations[0].Text != "Our law" || len(o.Positions) != 1 || o.Positions[0].Kind != CanLiveWith {
		t.Errorf("reserved %v, said %v; want what Peru and Chile told all when the gavel fell", o.Reservations, o.Positions)
	}
	if want := []Delegation{"MEXICO", "PERU"}; !slices.Equal(o.Present, want) {
		t.Errorf("present %v, want %v", o.Present, want)
	}
	p, _ := s.For(Audience{Role: Observer}).Paragraph("p3")
	if notes := s.For(Audience{Role: Observer}).Reservations(p); len(notes) != 0 {
		t.Errorf("the text has the footnotes %v, which were taken back", notes)
	}
}

func TestAListIsOneActWithAnOutcomeForEach(t *testing.T) {
	s := sit(t).opened()
	s.gives("system", FreezeList{Paragraphs: []ParagraphID{"p1", "p2", "p3"}})
	s.gavels(Agreed)
	r := s.recorded(Audience{Role: Observer})
	last := r.Acts[len(r.Acts)-1]
	if last.Kind != ActSettled || len(last.Outcomes) != 3 || last.Outcomes[2].Anchor() != s.Settled("p3").Anchor("p3") {
		t.Errorf("it is told as %+v", last)
	}
	if !slices.Equal(last.Outcomes[0].Silent, []Delegation{"MEXICO", "PERU"}) {
		t.Errorf("silent: %v", last.Outcomes[0].Silent)
	}
}

// TestTheRecordTellsOfAListWhatIsFrozen also where another paragraph was called: what is
// done with a list is not told under that.
func TestTheRecordTellsOfAListWhatIsFrozen(t *testing.T) {
	for _, c := range []struct {
		list      []ParagraphID
		on        string
		addresses string
	}{
		{[]ParagraphID{"p1", "p3"}, "", "1 2"},
		{[]ParagraphID{"p3"}, "2", "2"},
	} {
		s := sit(t).opened()
		s.calls("p1")
		s.gives("system", FreezeList{Paragraphs: c.list})
		s.gives("system", LetGavelFall{Outcome: Outcome{Kind: Agreed}, Hash: s.session.Floor.Frozen.Hash})
		acts := s.recorded(Audience{Role: Observer}).Acts
		frozen, gavel := acts[len(acts)-2], acts[len(acts)-1]
		if got := strings.Join(frozen.Addresses, " "); frozen.Address != c.on || gavel.Address != c.on || got != c.addresses {
			t.Errorf("%v is told on %q as %q, its gavel on %q; want %q and %q", c.list, frozen.Address, got, gavel.Address, c.on, c.addresses)
		}
	}
}

// TestTheRecordTellsWhoDidNotObjectItself: an objection that the Chair takes back for a
// delegation is not that delegation's own act.
func TestTheRecordTellsWhoDidNotObjectItself(t *testing.T) {
	s := sit(t).opened()
	s.calls("p3")
	s.gives("system", FreezeText{})
	hash := s.session.Floor.Frozen.Hash
	s.gives("peru", Object{Hash: hash})
	s.gives("system", Object{Hash: hash, For: "CHILE"})
	s.gives("chile", WithdrawObjection{})
	s.gives("system", WithdrawObjection{For: "PERU"})
	var got []string
	for _, a := range s.recorded(Audience{Role: Observer}).Acts[4:] {
		got = append(got, a.Says()[0].Key)
	}
	want := "record.objected record.objected-room record.took-back record.took-back-room"
	if got := strings.Join(got, " "); got != want {
		t.Errorf("told as %s, want %s", got, want)
	}
}

func TestASuspensionIsToldWithItsEnd(t *testing.T) {
	s := sit(t).opened()
	until := s.now.Add(time.Hour)
	s.gives("system", SuspendSession{Until: until})
	acts := s.recorded(Audience{Role: Observer}).Acts
	if says := acts[len(acts)-1].Says()[0]; says.Key != "record.suspended-until" || says.With[1] != until {
		t.Errorf("it is told as %v", says)
	}
}

// Settled is the last outcome of a paragraph.
func (s *sitting) Settled(id ParagraphID) Settlement {
	p, _ := s.For(Audience{Role: System}).Paragraph(string(id))
	return p.Settlements[len(p.Settlements)-1]
}

func TestASessionThatGoesOnWasNotOpenedTwice(t *testing.T) {
	s := sit(t).opened()
	s.gives("system", SuspendSession{Reason: "Lunch"})
	s.gives("system", OpenSession{})
	s.gives("system", CloseSession{})
	s.gives("system", ScheduleSession{})
	s.gives("system", OpenSession{})
	var keys []string
	for _, a := range s.recorded(Audience{Role: Observer}).Acts {
		keys = append(keys, a.Says()[0].Key)
	}
	want := "record.scheduled record.opened record.suspended record.resumed record.closed record.scheduled record.opened"
	if got := strings.Join(keys, " "); got != want {
		t.Errorf("told as %s, want %s", got, want)
	}
}

func TestDaysAreThoseOfTheMeeting(t *testing.T) {
	s := sit(t)
	s.now = time.Date(2017, 9, 21, 23, 59, 0, 0, time.UTC)
	s.opened()
	s.now = s.now.Add(time.Hour)
	s.calls("p1")
	r := s.recorded(Audience{Role: Observer})
	for zone, want := range map[*time.Location]string{time.UTC: "2017-09-21 2017-09-22", time.FixedZone("", -4*3600): "2017-09-21"} {
		var got []string
		for _, d := range r.Days(zone) {
			got = append(got, d.Date)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("in %s: %q, want %s", zone, got, want)
		}
	}
}

// TestARecordThatLosesAnActIsNotPrinted takes one act after the other out.
func TestARecordThatLosesAnActIsNotPrinted(t *testing.T) {
	s := onWork(t)
	s.gives("system", FreezeList{Paragraphs: []ParagraphID{"p1", "p2"}})
	s.gavels(Agreed)
	v := s.For(Audience{Role: Secretariat})
	whole := *s.recorded(v.Audience)
	if err := whole.conserves(v); err != nil {
		t.Fatal(err)
	}
	for i, a := range whole.Acts {
		less := whole
		less.Acts = slices.Delete(slices.Clone(whole.Acts), i, i+1)
		if err := less.conserves(v); err == nil || !strings.Contains(err.Error(), "no place in the record") {
			t.Errorf("without the act %s: %v", a.Kind, err)
		}
	}
	last := len(whole.Acts) - 1
	less := whole
	less.Acts = slices.Clone(whole.Acts)
	less.Acts[last].Outcomes = less.Acts[last].Outcomes[:1]
	if err := less.conserves(v); err == nil {
		t.Error("an outcome less is not seen")
	}
	v.Paragraphs[0].Settlements = append(v.Paragraphs[0].Settlements, Settlement{Seq: 99})
	if err := whole.conserves(v); err == nil || !strings.Contains(err.Error(), "the outcome of entry 99 on 1") {
		t.Errorf("an outcome that no act tells: %v", err)
	}
}

func TestEveryProposalHasAPlaceInTheRecord(t *testing.T) {
	c, err := Compile(busier(t).For(Audience{Role: Secretariat}), Record)
	if err != nil {
		t.Fatal(err)
	}
	c.Record.Progress.Undecided = c.Record.Progress.Undecided[1:]
	if err := c.conserves(busier(t).For(Audience{Role: Secretariat})); err == nil {
		t.Error("what is undecided and missing is not seen")
	}
}
