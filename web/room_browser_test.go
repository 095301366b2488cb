package web_test

import (
	"fmt"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheRoomFollowsTheFloorAndHasItsKeys(t *testing.T) {
	t.Parallel()
	h := onFloor(t)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Mexico)
	w.Visit("/session")
	w.WaitFor(".live-words", "Connected")
	w.Press("f")
	w.WaitFor("#room-speakers", "Leave the list")
	w.Press("o")
	w.WaitFor("#room-speakers", "Withdraw the point of order")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p4"})
	w.WaitFor("#room-text", "Mandate the working groups")

	w.Visit("")
	w.WaitFor(".live-words", "Connected")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	w.WaitFor("#room-line", "The room is on 1, called.")
	w.Press("r")
	w.WaitFor("h1", "The room")

	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	w.WaitFor("#room-frozen", "The text is frozen")
	w.WaitFor("#session-presence", "1 delegation has it.")
	w.Dark(true)
	w.Axe()
	h.Do(webtest.Chair, negotiation.LetGavelFall{Hash: h.View(webtest.Chair).Session.Floor.Frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed}})
	w.WaitFor("#room-frozen", "Time left to object")
	objectIsAtHand(t, w)
	w.Click(".button-object")
	w.WaitFor("#room-frozen", "MEXICO objects")
}

// TestAFormThatIsOpenStaysOnItsText lets somebody else take a position while a form is
// filled in: all of them look alike, and it is of one text.
func TestAFormThatIsOpenStaysOnItsText(t *testing.T) {
	t.Parallel()
	h := onFloor(t)
	for i := range 5 {
		h.Table(webtest.Cosate, amend("p3", fmt.Sprintf("Establish %d working groups.", i+4)))
	}
	b := webtest.OpenBrowser(t)
	for _, c := range []struct {
		page, picks string // a paragraph in which something is filled in waits
		says        negotiation.PositionKind
	}{{"/session", "opposes", negotiation.Supports}, {"/p/1", "", negotiation.Opposes}} {
		w := sit(t, b, h, webtest.Mexico)
		w.Visit(c.page)
		w.WaitFor(".live-words", "Connected")
		if wide := w.Wide(); wide != "" {
			t.Errorf("%s is wider than its window: %s", c.page, wide)
		}
		webtest.Ask[bool](w, fmt.Sprintf(`(() => { const form = document.querySelector("#position-5");
  form.closest("details").open = true; form.elements.namedItem("kind").value = %q; return true; })()`, c.picks))
		h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Proposal: "3", Kind: c.says}})
		w.Wait(fmt.Sprintf(`[...document.querySelectorAll("main p, main li")].some((e) => e.textContent.includes("PERU %s"))`, c.says))
		open := webtest.Ask[string](w, `[...document.querySelectorAll("details.position-take[open] form")].map((f) => f.id + " " + f.elements.namedItem("kind").value).join(", ")`)
		if open != "position-5 "+c.picks {
			t.Errorf("%s: open is %q, want the form that was filled in", c.page, open)
		}
	}
}

// TestAnObserverSeesWhatItAnswered presses without leaving the page.
func TestAnObserverSeesWhatItAnswered(t *testing.T) {
	t.Parallel()
	h := onFloor(t)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Observer)
	w.Visit("/session")
	w.WaitFor(".live-words", "Connected")
	w.Mark()
	w.Click(".room-roll form:nth-child(2) button")
	w.WaitFor(".room-answered", "Your answer: remote")
	w.Click(".room-roll form:nth-child(1) button")
	w.WaitFor(".room-answered", "Your answer: in the room")
	if !w.Marked() {
		t.Error("the page was left")
	}
	w.Picture("room-answered-1280")
	w.Resize(360, 740)
	webtest.Ask[bool](w, "(document.querySelector('.room-answered').scrollIntoView({ block: 'center' }), true)")
	w.Picture("room-answered-360")
	w.Axe()
	h.Do(webtest.Chair, negotiation.CloseSession{})
	w.Wait("!document.querySelector('.room-answered').checkVisibility()")
}

// TestTheAgendaOfTheRoomFollowsTheFloor calls paragraphs far from each other: the agenda
// goes along, unless the reader looks elsewhere in it, and the page stays where it is.
func TestTheAgendaOfTheRoomFollowsTheFloor(t *testing.T) {
	t.Parallel()
	h := bridgetownHouse(t)
	h.Do(webtest.Chair, negotiation.ScheduleSession{})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	agenda := h.View(webtest.Chair).Session.Agenda
	calls := func(i int) { h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: agenda[i]}) }
	calls(len(agenda) - 1)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Mexico)
	w.Visit("/session")
	w.WaitFor(".live-words", "Connected")
	const seen = `(() => {
		const row = document.querySelector(".agenda-now").getBoundingClientRect(), list = document.querySelector(".agenda").getBoundingClientRect();
		return row.top >= list.top && row.bottom <= list.bottom;
	})()`
	called := func(i int) {
		t.Helper()
		calls(i)
		w.Wait(fmt.Sprintf("[...document.querySelectorAll('.agenda li')].indexOf(document.querySelector('.agenda-now')) === %d", i))
	}
	holds := func(when string, want bool) {
		t.Helper()
		if got := webtest.Ask[bool](w, seen); got != want {
			t.Errorf("%s: the paragraph on the floor is seen: %v, want %v", when, got, want)
		}
		if top := webtest.Ask[int](w, "scrollY"); top != 0 {
			t.Errorf("%s: the page is scrolled by %d", when, top)
		}
	}
	holds("at first", true)
	w.Picture("room-agenda")
	called(1)
	holds("when another is called", true)
	scrolls := func(top string) {
		webtest.Await[bool](w, `new Promise((done) => {
			const list = document.querySelector(".agenda");
			list.addEventListener("scroll", () => done(true), { once: true });
			list.scrollTop = `+top+`;
		})`)
	}
	scrolls("list.scrollHeight")
	called(2)
	holds("while the reader looks at the end", false)
	scrolls("0")
	called(len(agenda) - 1)
	holds("when the reader has come back", true)
	w.Resize(360, 740)
	w.Visit("/session")
	holds("on a telephone", true)
}

// objectIsAtHand holds the button to object to its place on a telephone: in the
// window wherever one reads, a thumb wide, and over nothing that ends the page.
func objectIsAtHand(t *testing.T, w *webtest.Window) {
	t.Helper()
	w.Resize(360, 740)
	for _, top := range []int{0, 300, 100_000} {
		got := webtest.Ask[struct {
			Top, Bottom float64
			Width       float64
			End, Bar    float64
			Hit         bool
		}](w, fmt.Sprintf(`(() => {
			scrollTo(0, %d);
			const button = document.querySelector(".button-object"), at = button.getBoundingClientRect();
			return {top: at.top, bottom: at.bottom, width: at.width,
				end: document.querySelector("main").getBoundingClientRect().bottom,
				bar: document.querySelector(".object").getBoundingClientRect().top,
				hit: document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2) === button};
		})()`, top))
		if got.Top < 0 || got.Bottom > 740 || got.Bottom-got.Top < 44 || got.Width < 44 || !got.Hit {
			t.Errorf("scrolled to %d, the button to object is at %+v", top, got)
		}
		if top > 1000 && got.End > got.Bar {
			t.Errorf("the end of the page, at %v, is under the button to object, at %v", got.End, got.Bar)
		}
	}
	w.Axe()
}
