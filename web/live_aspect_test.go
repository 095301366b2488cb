package web

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/negotiationtest"
)

// shownTo are the classes of readers in whose rooms a little world is watched.
func shownTo() []readers {
	list := []readers{{negotiation.Audience{Role: negotiation.Chair}, consoleForm}, {negotiation.Audience{Role: negotiation.Secretariat}, consoleForm},
		{negotiation.Audience{Role: negotiation.Secretariat}, penForm}, {negotiation.Audience{Role: negotiation.Public}, screenForm}}
	for _, a := range negotiationtest.Audiences() {
		list = append(list, readers{a, roomForm}, readers{a, rowForm})
	}
	return list
}

// What is not rendered again because nothing of it has moved, or because it was made for
// others already, must be as it would be rendered anew for this reader alone, whatever a
// negotiation comes to.
func TestARegionIsAsItWouldBeRenderedAnew(t *testing.T) {
	for seed := range uint64(3) {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			watchWorld(t, seed+1, 60)
		})
	}
}

func watchWorld(t *testing.T, seed uint64, steps int) {
	t.Helper()
	s, bare := atTheDoor(t), atTheDoor(t)
	world, state := negotiationtest.NewWorld(seed), negotiation.New("n1")
	begin, err := world.Begin()
	if err != nil {
		t.Fatal(err)
	}
	feeds := map[readers]*feed{}
	give := func(req negotiation.Request) {
		events, err := state.Decide(req)
		if err != nil {
			return // not all that a world thinks of is lawful
		}
		state = state.After(negotiation.Entry{Negotiation: "n1", Seq: state.Seq() + 1, At: req.At, Seat: req.Seat, Events: events})
		look := state.Sight()
		for _, r := range shownTo() {
			if v := look.For(r.audience); v.Readable && len(v.Paragraphs) > 0 {
				bare.pages.leaves = leaves{} // it has nothing that was made before
				feeds[r] = movedOn(t, feeds[r], feedOf(bare, r, state.For(r.audience)), s, r, v)
			}
		}
	}
	for _, req := range begin {
		give(req)
	}
	for range steps {
		give(world.Next(state.For(negotiation.Audience{Role: negotiation.Secretariat})))
	}
	if state.For(negotiation.Audience{Role: negotiation.Chair}).Session.Moved == 0 {
		t.Errorf("seed %d: no session was held", seed)
	}
}

// movedOn shows v to a feed of s, which is opened where it is nil, and holds what it has
// then to what one has that was opened for this state.
func movedOn(t *testing.T, f, anew *feed, s *Server, r readers, v negotiation.View) *feed {
	t.Helper()
	if f == nil {
		return feedOf(s, r, v)
	}
	want, err := anew.now.Load().standing()
	if err != nil {
		t.Fatal(err)
	}
	m := newMoment(f, s.board("n1").looks.sight(v), f.now.Load())
	got, err := m.standing()
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		if got[i].region != want[i].region {
			t.Fatalf("%s of %v, seq %d: region %s (-kept +anew):\n%s", r.form, r.audience, v.Seq, want[i].ID, cmp.Diff(got[i].HTML, want[i].HTML))
		}
	}
	f.now.Store(m)
	return f
}

// What comes onto the only paragraph of a frozen list is told beside another that was called.
func TestWhatComesOntoAFrozenListIsToldAtOnce(t *testing.T) {
	p := playSession(t)
	p.watch(classesOf(roomForm))
	give := func(seat negotiation.SeatID, c negotiation.Command) {
		t.Helper()
		p.do(seat, c)
		p.follow()
	}
	on, _ := p.view().Paragraph("19")
	give("chair", negotiation.CallParagraph{Paragraph: p.list[0]})
	give("chair", negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{on.ID}})
	give("secretariat", negotiation.ImportProposals{Draft: negotiation.Draft{Proposals: []negotiation.Proposal{{Delegation: "PERU",
		Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: on.ID, Base: on.Version, Text: on.Text + " More."}}}}}})
	if came, _ := p.view().Paragraph(string(on.ID)); len(p.view().Unheard(came)) == 0 {
		t.Fatal("nothing came that was not heard")
	}
	for _, f := range p.feeds {
		m := f.now.Load()
		movedOn(t, f, feedOf(atTheDoor(t), readers{f.key.audience, f.key.form}, m.view), p.server, readers{f.key.audience, f.key.form}, m.view)
	}
}
