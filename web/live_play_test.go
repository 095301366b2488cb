package web

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
	"plenary/negotiation/lang"
)

// readers are a class of them that a feed serves.
type readers struct {
	audience negotiation.Audience
	form     form
}

// classesOf are those who look at the negotiation of a played session with a form,
// and with the room those who run it with theirs.
func classesOf(f form) []readers {
	var list []readers
	for _, a := range playedAudiences() {
		list = append(list, readers{a, f})
	}
	if f == roomForm {
		list = append(list, readers{negotiation.Audience{Role: negotiation.Chair}, consoleForm},
			readers{negotiation.Audience{Role: negotiation.Secretariat}, penForm}, readers{negotiation.Audience{Role: negotiation.Public}, screenForm})
	}
	return list
}

func playedAudiences() []negotiation.Audience {
	list := []negotiation.Audience{{Role: negotiation.Secretariat}, {Role: negotiation.Chair}, {Role: negotiation.Observer}, {Role: negotiation.Public}}
	for _, d := range []negotiation.Delegation{"MEXICO", "PERU", "CHILE", "COSATE", "CEATAL"} {
		list = append(list, negotiation.Audience{Role: negotiation.Delegate, Delegation: d})
	}
	return list
}

// played is a session on the Draft Plan of Action of Bridgetown, with the proposals
// that came in writing.
type played struct {
	t      testing.TB
	server *Server
	feeds  []*feed
	round  int
	list   []negotiation.ParagraphID // those that can be amended
	steps  []func()
}

func playSession(t testing.TB) *played {
	t.Helper()
	p := &played{t: t, server: atTheDoor(t)}
	file, err := os.ReadFile("../testdata/documents/bridgetown-compilation.txt")
	if err != nil {
		t.Fatal(err)
	}
	draft, err := markdown.Read("bridgetown.txt", file, negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range playedAudiences() {
		if a.Role == negotiation.Public {
			continue
		}
		id := negotiation.SeatID(a.Role)
		if a.Delegation != "" {
			id = negotiation.SeatID(strings.ToLower(string(a.Delegation)))
		}
		open := negotiation.OpenSeat{Seat: negotiation.Seat{ID: id, Role: a.Role, Delegation: a.Delegation, MayTable: a.Delegation != ""}}
		if a.Delegation != "" {
			open.Kind = negotiation.MemberState
		}
		p.do(negotiation.SystemSeat, open)
	}
	p.do(negotiation.SystemSeat, negotiation.ImportDraft{Draft: draft})
	p.do(negotiation.SystemSeat, negotiation.OpenComments{})
	p.do("chair", negotiation.ScheduleSession{Title: "First reading"})
	p.do("chair", negotiation.OpenSession{})
	for _, para := range p.view().Paragraphs {
		if !para.Kind.IsHeading() {
			p.list = append(p.list, para.ID)
		}
	}
	return p
}

func (p *played) do(seat negotiation.SeatID, c negotiation.Command) {
	p.t.Helper()
	if _, err := p.server.room.Submit(p.t.Context(), "n1", negotiation.Request{Seat: seat, Do: c}); err != nil {
		p.t.Fatalf("%s: %T: %v", seat, c, err)
	}
}

func (p *played) view() negotiation.View {
	p.t.Helper()
	v, err := p.server.room.View(p.t.Context(), "n1", negotiation.Audience{Role: negotiation.Chair})
	if err != nil {
		p.t.Fatal(err)
	}
	return v
}

// feedOf is a feed for a class of readers of v that nobody is connected to.
func feedOf(s *Server, r readers, v negotiation.View) *feed {
	tongue, _ := lang.For("en")
	key := feedKey{negotiation: v.ID, audience: r.audience, mayTable: r.audience.Delegation != "", form: r.form, tag: "en"}
	return newFeed(s.live, key, tongue, sightOf(v), "epoch")
}

// watch adds a feed for each class of readers.
func (p *played) watch(classes []readers) {
	p.t.Helper()
	for _, c := range classes {
		v, err := p.server.room.View(p.t.Context(), "n1", c.audience)
		if err != nil {
			p.t.Fatal(err)
		}
		f := feedOf(p.server, c, v)
		f.board = p.server.board("n1")
		f.topics[line{wire: socketWire}] = &followed{Topic: f.topic(line{wire: socketWire})}
		p.feeds = append(p.feeds, f)
	}
}

// act makes the next change: acts of a session, and between two of them a proposal in
// writing, or the end of one.
func (p *played) act() {
	p.t.Helper()
	if len(p.steps) == 0 {
		p.steps = p.nextRound()
	}
	step := p.steps[0]
	p.steps = p.steps[1:]
	step()
}

func (p *played) nextRound() []func() {
	p.round++
	id := p.list[p.round%(len(p.list)/2)]
	other := p.list[len(p.list)/2+p.round%(len(p.list)/2)]
	text := func(id negotiation.ParagraphID) (string, int) {
		para, _ := p.view().Paragraph(string(id))
		return fmt.Sprintf("%s This was said in round %d.", para.Text, p.round), para.Version
	}
	newest := func() negotiation.ProposalID {
		list := p.view().Proposals
		return list[len(list)-1].ID
	}
	do := func(seat negotiation.SeatID, c func() negotiation.Command) func() {
		return func() { p.t.Helper(); p.do(seat, c()) }
	}
	table := do("peru", func() negotiation.Command {
		words, version := text(other)
		return negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: other, Base: version, Text: words}}}}
	})
	var tabled negotiation.ProposalID
	withdraw := do("peru", func() negotiation.Command { return negotiation.WithdrawProposal{Proposal: tabled} })
	note := func() { tabled = newest() }
	floor := func() negotiation.Floor { return p.view().Session.Floor }
	return []func(){
		do("chair", func() negotiation.Command { return negotiation.CallParagraph{Paragraph: id} }),
		func() { table(); note() },
		do("mexico", func() negotiation.Command { return negotiation.AskFloor{} }),
		withdraw,
		do("chair", func() negotiation.Command { return negotiation.GiveFloor{Delegation: "MEXICO"} }),
		func() { table(); note() },
		do("mexico", func() negotiation.Command { return negotiation.YieldFloor{} }),
		withdraw,
		do("secretariat", func() negotiation.Command { return negotiation.TakePen{For: "MEXICO"} }),
		func() { table(); note() },
		do("secretariat", func() negotiation.Command {
			words, _ := text(id)
			return negotiation.PutDrafted{Text: words, Looked: floor().Pen.Seq}
		}),
		do("chile", func() negotiation.Command {
			return negotiation.TakePosition{Position: negotiation.Position{Proposal: newest(), Kind: negotiation.CanLiveWith}}
		}),
		do("chair", func() negotiation.Command { return negotiation.FreezeText{Proposal: newest()} }),
		withdraw,
		do("chile", func() negotiation.Command {
			return negotiation.Object{Hash: floor().Frozen.Hash, Reason: "It is too long."}
		}),
		do("chile", func() negotiation.Command { return negotiation.WithdrawObjection{} }),
		do("chair", func() negotiation.Command { return negotiation.ThawText{} }),
	}
}

// follow lets all feeds show what is new.
func (p *played) follow() {
	p.t.Helper()
	for _, f := range p.feeds {
		if err := f.step(p.t.Context()); err != nil {
			p.t.Fatal(err)
		}
		if _, err := f.tell(); err != nil {
			p.t.Fatal(err)
		}
	}
}

// BenchmarkLiveChange is what a change costs before anybody is sent it: the command
// and the record, with "nobody" who looks, and showing it to each kind of reader.
func BenchmarkLiveChange(b *testing.B) {
	for _, form := range []form{"nobody", rowForm, sideForm, jsonForm, roomForm} {
		b.Run(string(form), func(b *testing.B) {
			p := playSession(b)
			if form != "nobody" {
				p.watch(classesOf(form))
			}
			for range 34 { // what is done the first time
				p.act()
				p.follow()
			}
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				p.act()
				p.follow()
			}
		})
	}
}
