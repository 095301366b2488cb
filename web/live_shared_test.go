package web

import (
	"reflect"
	"testing"

	"plenary/negotiation"
)

func TestWhatAudiencesAreToldAlikeIsFinishedOnce(t *testing.T) {
	p := playSession(t)
	p.watch(classesOf(rowForm))
	old := p.feeds[0].now.Load()
	before := old.view.Seq
	p.do("mexico", negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{
		{Kind: negotiation.Amend, Paragraph: p.list[0], Base: 1, Text: "Other words."}}}})
	p.follow()
	on := line{wire: deflatedWire}
	bytesOf := func(f *feed, since negotiation.Seq) *byte {
		t.Helper()
		c, err := f.now.Load().change(since, on)
		if err != nil {
			t.Fatal(err)
		}
		return &c.Bytes[0]
	}
	var observer, public *feed
	for _, f := range p.feeds {
		switch f.key.audience.Role {
		case negotiation.Observer:
			observer = f
		case negotiation.Public:
			public = f
		}
	}
	if bytesOf(observer, before) != bytesOf(public, before) {
		t.Error("two audiences that are told the same are sent bytes that were made twice")
	}
	if bytesOf(observer, before-1) == bytesOf(public, before-1) {
		t.Error("what readers who come back have missed is kept for others")
	}
	key := observer.key
	key.tag = "es"
	spanish := newFeed(p.server.live, key, observer.tongue, sightOf(p.view()), "epoch")
	spanish.now.Store(newMoment(spanish, observer.now.Load().sight, old))
	if bytesOf(spanish, before) == bytesOf(observer, before) {
		t.Error("readers of two languages are sent the same bytes")
	}
}

func TestAChangeSaysWhatAnotherSaysOnlyWhereAllOfItIsTheSame(t *testing.T) {
	var m changeMessage
	all := reflect.TypeFor[changeMessage]()
	for i := range all.NumField() {
		other := m
		field := reflect.ValueOf(&other).Elem().Field(i)
		switch field.Kind() {
		case reflect.String:
			field.SetString("x")
		case reflect.Uint64:
			field.SetUint(1)
		case reflect.Slice:
			field.Set(reflect.MakeSlice(field.Type(), 1, 1))
		case reflect.Interface:
			field.Set(reflect.ValueOf("x"))
		default:
			t.Fatalf("%s is of a kind that this test does not know", all.Field(i).Name)
		}
		if got, want := m.says(other), all.Field(i).Name == "Now"; got != want {
			t.Errorf("with another %s it says the same: %t, want %t", all.Field(i).Name, got, want)
		}
	}
}

func TestWhatWasMadeForFeedsGoesWithTheLastOfThem(t *testing.T) {
	s := atTheDoor(t)
	looks := &s.board("n1").looks
	f := someFeed(t, s, rowForm, longView(3))
	looks.sight(f.now.Load().view)
	s.live.feeds[f.key] = f
	if s.live.tidy(s.board("n1")); len(looks.vistas) != 1 {
		t.Errorf("%d vistas are kept while a feed runs, want 1", len(looks.vistas))
	}
	delete(s.live.feeds, f.key)
	if s.live.tidy(s.board("n1")); len(looks.vistas) > 0 {
		t.Errorf("%d vistas are kept when nobody follows", len(looks.vistas))
	}
}
