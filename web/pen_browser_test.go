package web_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestThePenInBrowsers(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	b := webtest.OpenBrowser(t)
	t.Run("what is typed is on every screen", func(t *testing.T) { typedIsSeen(t, b) })
	t.Run("two windows of one pen", func(t *testing.T) { twoWindowsOfOnePen(t, b) })
	t.Run("words survive", func(t *testing.T) { typedSurvives(t, b) })
}

// holding opens a desk whose seat has taken the pen, for MEXICO.
func holding(t *testing.T, b *webtest.Browser) (*webtest.House, *webtest.Window) {
	h := onFloor(t)
	h.Do(webtest.Secretariat, negotiation.TakePen{For: "MEXICO"})
	desk := sit(t, b, h, webtest.Secretariat)
	visitPen(desk)
	return h, desk
}

func visitPen(w *webtest.Window) {
	w.Visit("/session/pen")
	w.WaitFor("#live", "Connected")
	w.WaitFor(".pen-state", "Everybody sees")
}

// typedIsSeen also reports how long a key takes to the other screens: from before it
// is pressed until the other page has the words, by the clock of the test.
func typedIsSeen(t *testing.T, b *webtest.Browser) {
	h, desk := holding(t, b)
	room := sit(t, b, h, webtest.Peru)
	room.Visit("/session")
	room.WaitFor("#live", "Connected")
	webtest.Ask[bool](room, `(() => { globalThis.seen = [];
  new MutationObserver(() => {
    const words = [...document.querySelectorAll("#session-typing ins")].map((e) => e.textContent).join(" ");
    globalThis.seen.push([Date.now(), words]);
  }).observe(document.querySelector("main"), { childList: true, subtree: true });
  return true; })()`)
	webtest.Ask[bool](desk, `(() => { globalThis.keys = [];
  document.querySelector("#pen-text").addEventListener("input", (e) => globalThis.keys.push([Date.now(), e.target.value]), true);
  return true; })()`)
	var words string
	for i := range 10 {
		words += fmt.Sprintf("%c", 'a'+i)
		desk.InsertAfter("#pen-text", "Establish "+words[:i], words[i:])
		room.WaitFor("#session-typing ins", words)
	}
	desk.WaitFor(".pen-state", "Everybody sees")
	took := latencies(t, desk, room, words)
	t.Logf("from key to the other screen, one key at a time: median %d ms, longest %d ms of %v", took[len(took)/2], took[len(took)-1], took)
	desk.Press("klmnopqrstuvwxyz0123456789")
	room.WaitFor("#session-typing ins", "0123456789")
	desk.Axe()
	room.Axe()
	if os.Getenv("PLENARY_SCREENSHOTS") != "" {
		desk.Picture("pen-1280")
		desk.Resize(360, 900)
		desk.Picture("pen-360")
	}
	if wide := desk.Wide(); wide != "" {
		t.Errorf("the desk is wider than its window: %s", wide)
	}
}

// latencies gives for each of the letters how many milliseconds there were between
// the two windows, which have one clock, in order of size.
func latencies(t *testing.T, desk, room *webtest.Window, words string) []int64 {
	t.Helper()
	keys, seen := webtest.Ask[[][2]any](desk, "globalThis.keys"), webtest.Ask[[][2]any](room, "globalThis.seen")
	var took []int64
	for i := range words {
		want := words[:i+1]
		at := func(list [][2]any) (int64, bool) {
			for _, one := range list {
				if said, ok := one[1].(string); ok && strings.Contains(said, want) {
					return int64(one[0].(float64)), true
				}
			}
			return 0, false
		}
		pressed, ok := at(keys)
		shown, there := at(seen)
		if !ok || !there {
			t.Fatalf("%q was pressed %t and seen %t", want, ok, there)
		}
		took = append(took, shown-pressed)
	}
	slices.Sort(took)
	return took
}

func twoWindowsOfOnePen(t *testing.T, b *webtest.Browser) {
	h, one := holding(t, b)
	other := sit(t, b, h, webtest.Secretariat)
	visitPen(other)
	one.InsertAfter("#pen-text", "Establish", " first")
	other.Wait(`document.querySelector("#pen-text").value.startsWith("Establish first")`)
	other.InsertAfter("#pen-text", "Establish first", " second")
	one.Wait(`document.querySelector("#pen-text").value.startsWith("Establish first second")`)

	// The one types on without having seen what the other types.
	one.Offline(true)
	one.WaitFor(".pen-state", "Not sent")
	one.InsertAfter("#pen-text", "Establish first second", " alone")
	other.InsertAfter("#pen-text", "Establish first second", " third")
	other.WaitFor(".pen-state", "Everybody sees")
	one.Offline(false)
	one.WaitFor(".pen-newer", "Another window has typed")
	if got := webtest.Ask[string](other, `document.querySelector("#session-typing").dataset.text`); !strings.Contains(got, "second third") {
		t.Errorf("the words that were typed first are overwritten: %q", got)
	}
	one.Click("[data-newer=keep]")
	other.Wait(`document.querySelector("#pen-text").value.startsWith("Establish first second alone")`)
}

func typedSurvives(t *testing.T, b *webtest.Browser) {
	h, desk := holding(t, b)
	desk.InsertAfter("#pen-text", "Establish", " many")
	desk.WaitFor(".pen-state", "Everybody sees")
	desk.Reload()
	desk.Wait(`document.querySelector("#pen-text").value.startsWith("Establish many")`)
	desk.WaitFor("#live", "Connected")

	desk.Offline(true)
	desk.WaitFor(".pen-state", "Not sent")
	desk.InsertAfter("#pen-text", "Establish many", " more")
	desk.Offline(false)
	desk.WaitFor("#session-typing ins", "many more")

	h.Do(webtest.Chair, negotiation.FreezeText{})
	desk.WaitFor(".pen-kept", "The Chair froze the text; your words are kept.")
	desk.WaitFor(".pen-kept ins", "many more")
	desk.Axe()
	h.Do(webtest.Chair, negotiation.ThawText{})
	desk.WaitFor("#pen-ask", "Who asks for words?")
	webtest.Ask[string](desk, `document.querySelector("#pen-delegation").value = "MEXICO"`)
	desk.Click("#take-pen button")
	desk.Click("[data-use]")
	desk.WaitFor("#session-typing ins", "many more")
	desk.Click("#put-drafted .pen-put button")
	desk.Wait(`!document.querySelector("#put-drafted")`)
	v := h.View(webtest.Secretariat)
	if c, _ := v.Proposals[len(v.Proposals)-1].Amendment("p3"); !strings.Contains(c.Text, "Establish many more") {
		t.Errorf("what was put to the meeting is %q", c.Text)
	}
}
