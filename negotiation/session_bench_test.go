package negotiation

import (
	"fmt"
	"testing"
)

// conference is a meeting of 200 delegations in ten groups, of which fifty take a
// position on each of 200 proposals.
func conference(b *testing.B) *sitting {
	s := sit(b).opened()
	var members []Delegation
	for i := range 200 {
		d := Delegation(fmt.Sprintf("STATE %c%c", 'A'+i/20, 'A'+i%20))
		s.parties = withKey(s.parties, d, Party{Name: d, Kind: MemberState})
		members = append(members, d)
	}
	for i := range 10 {
		name := Delegation(fmt.Sprint("GROUP ", i))
		s.gives("system", NameGroup{DelegationGroup{Name: name, Members: members[i*20 : i*20+20]}})
	}
	for i := range 200 {
		id := s.tables("peru", Change{Kind: Amend, Paragraph: "p3", Text: fmt.Sprint("The Chair reports ", i)})
		for n := range 50 {
			s.State = s.positionTaken(Entry{Seq: s.seq}, Position{By: members[(i+4*n)%200], Kind: Supports, Proposal: id})
		}
		s.State = s.positionTaken(Entry{Seq: s.seq}, Position{By: "GROUP 3", Kind: Opposes, Proposal: id})
	}
	return s
}

// BenchmarkViewOfManyPositions is what one audience costs for each entry.
func BenchmarkViewOfManyPositions(b *testing.B) {
	s := conference(b)
	for b.Loop() {
		s.For(Audience{Role: Observer})
	}
}
