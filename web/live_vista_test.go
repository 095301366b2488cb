package web

import (
	"testing"

	"plenary/negotiation"
)

func TestAudiencesThatSeeTheSameShareWhatIsMadeOfIt(t *testing.T) {
	var g gallery
	open := longView(3)
	open.Audience = negotiation.Audience{Role: negotiation.Observer}
	peru := open
	peru.Audience = negotiation.Audience{Role: negotiation.Delegate, Delegation: "PERU"}
	first, second := g.sight(open), g.sight(peru)
	if first.vista != second.vista {
		t.Error("two audiences that see the same paragraphs and proposals do not share what is made of them")
	}
	if got := second.sides().Audience; got != peru.Audience {
		t.Errorf("PERU is given what is of %v", got)
	}
	whole := longView(3)
	if g.sight(whole).vista == first.vista {
		t.Error("an audience with a text of its own is given that of others")
	}
	later := open
	later.Seq++
	if g.sight(later).vista == first.vista {
		t.Error("a later state is given what was made of an earlier one")
	}
}

func TestAGalleryIsBoundedAndKeepsWhatIsAskedFor(t *testing.T) {
	var g gallery
	shared := longView(2)
	first := g.sight(shared).vista
	for range 3 * mostVistas {
		g.sight(longView(2))
		if g.sight(shared).vista != first {
			t.Fatal("what is asked for all the time was let go")
		}
	}
	if len(g.vistas) > mostVistas {
		t.Errorf("%d are kept, want at most %d", len(g.vistas), mostVistas)
	}
}

// The agenda is rendered once, for all who see the same and read the same language.
func TestTheAgendaOfTheRoomIsRenderedOnceForAllWhoSeeTheSame(t *testing.T) {
	p := playSession(t)
	p.watch(classesOf(roomForm))
	p.do("chair", negotiation.CallParagraph{Paragraph: p.list[0]})
	p.follow()
	rendered := map[*vista]int{}
	for _, f := range p.feeds {
		m := f.now.Load()
		rendered[m.vista] = 0
		for key := range m.made {
			if key.name == "session-agenda" {
				rendered[m.vista]++
			}
		}
	}
	// Those who decide see more than the others.
	if len(rendered) != 2 {
		t.Errorf("%d audiences look at %d vistas, want 2", len(p.feeds), len(rendered))
	}
	for _, n := range rendered {
		if n != 1 {
			t.Errorf("%d agendas were rendered in one language, want 1", n)
		}
	}
}
