package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// onFloor opens a room in which MEXICO and PERU propose other words for paragraph 1,
// and puts that on the floor.
func onFloor(t *testing.T, options ...webtest.Option) *webtest.House {
	t.Helper()
	h := webtest.New(t, options...)
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	h.Table(webtest.Peru, amend("p3", "Establish two working groups that meet every year."))
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading", Settings: negotiation.SessionSettings{SpeakFor: 180}})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	return h
}

func TestTheRoomShowsWhatIsOnTheFloorSideBySide(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Proposal: "1", Kind: negotiation.Opposes}})
	page := sitAt(t, h, webtest.Mexico).open("/session").wants(200, "The room", "On the floor: 1, called", "Session 1: Third reading",
		"Ask for the floor", "Point of order", "Propose from the floor", "in the room")
	for id, want := range map[string]string{
		"floor-1": "MEXICO Proposal 1 on the table 1. Establish deleted two end of deletion inserted three end of insertion working groups that meet in the period between conferences. PERU opposes",
		"floor-2": "PERU Proposal 2",
	} {
		if got := page.says(id); !strings.HasPrefix(got, want) {
			t.Errorf("%s says %q, want it to begin with %q", id, got, want)
		}
	}
}

func TestWhoOnlyReadsIsOfferedNoActInTheRoom(t *testing.T) {
	h := onFloor(t, webtest.Public())
	for _, seat := range []negotiation.SeatID{webtest.Observer, webtest.Chair, webtest.Secretariat} {
		sitAt(t, h, seat).open("/session").wants(200, "On the floor: 1, called", "MEXICO Proposal 1").
			lacks("Ask for the floor", "Take a position", "Propose from the floor", "Object")
	}
	desk{t, h, h.Visitor()}.open("/session").wants(200, "On the floor: 1, called").lacks("Ask for the floor", "Roll call")
}

// pressIn sends the form of this id, with fields put in first, name before value.
func (s sheet) pressIn(id string, changes ...string) sheet {
	s.t.Helper()
	form := s.element(id)
	fields := fieldsOf(form)
	for i := 0; i+1 < len(changes); i += 2 {
		fields.Set(changes[i], changes[i+1])
	}
	return s.answer(s.client.PostForm(s.house.Server.URL+attr(form, "action"), fields))
}

func TestAColonStandsAsTheLanguageWritesIt(t *testing.T) {
	h := webtest.New(t)
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading"})
	chair := sitAt(t, h, webtest.Chair)
	for lang, want := range map[string]string{"en": "Session 1: Third reading", "fr": "Séance 1\u00a0: Third reading"} {
		for _, path := range []string{"/session", "/session/chair", "/screen"} {
			if page := chair.open(path + "?lang=" + lang); !strings.Contains(page.Body, want) {
				t.Errorf("%s in %s lacks %q", path, lang, want)
			}
		}
	}
}

func TestTheRoomSpeaksEveryLanguage(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Proposal: "1", Kind: negotiation.Opposes}})
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	mexico := sitAt(t, h, webtest.Mexico)
	for lang, want := range map[string]string{"en": "PERU opposes", "es": "PERU se opone", "fr": "PERU s'oppose", "pt": "PERU opõe-se"} {
		for _, path := range []string{"/session", "/session/positions", "/p/1"} {
			mexico.open(path+"?lang="+lang).wants(200, want).lacks("⟦")
		}
	}
}
