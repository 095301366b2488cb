package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestKeysAndViewsInABrowser(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	h := webtest.New(t, webtest.Public())
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "1"})

	t.Run("j and k move between the paragraphs", func(t *testing.T) {
		w := b.Window(t, h)
		w.Visit("")
		for _, step := range []struct{ key, want string }{{"j", "p1"}, {"j", "p2"}, {"j", "p3"}, {"k", "p2"}, {"k", "p1"}, {"k", "p1"}} {
			w.Press(step.key)
			if got := webtest.Ask[string](w, `document.querySelector(".row-current")?.id ?? ""`); got != step.want {
				t.Errorf("%s leads to %q, want %q", step.key, got, step.want)
			}
		}
		if got := webtest.Ask[string](w, `document.activeElement.closest(".row")?.id ?? ""`); got != "p1" {
			t.Errorf("the focus is in %q, want p1", got)
		}
	})

	t.Run("keys are letters where one types", func(t *testing.T) {
		w := b.Window(t, h)
		w.Visit("")
		w.Press("/")
		if got := webtest.Ask[string](w, `document.activeElement.id`); got != "q" {
			t.Fatalf("/ leads to %q, want the search field", got)
		}
		w.Press("jv?")
		if got := webtest.Ask[string](w, `document.querySelector("#q").value`); got != "jv?" {
			t.Errorf("the search field has %q, want the keys", got)
		}
		if w.Has(".row-current") || webtest.Ask[bool](w, `document.querySelector("#keys").open`) {
			t.Error("the keys did something else as well")
		}
	})

	t.Run("? lists the keys", func(t *testing.T) {
		w := b.Window(t, h)
		w.Visit("/p/1")
		w.Press("?")
		w.WaitFor("#keys", "redline, clean, draft")
	})

	t.Run("v shows the redline, the clean text, the draft", func(t *testing.T) {
		w := b.Window(t, h)
		w.Visit("?show=all")
		const look = `[...document.querySelectorAll("#p3 .row-text :is(ins, del)")].filter((e) => e.checkVisibility()).map((e) => e.tagName).join(" ")`
		for _, want := range []struct{ view, marks string }{{"redline", "DEL INS"}, {"clean", "INS"}, {"draft", "DEL"}, {"redline", "DEL INS"}} {
			if view, marks := webtest.Ask[string](w, `document.querySelector("main").dataset.view`), webtest.Ask[string](w, look); view != want.view || marks != want.marks {
				t.Errorf("view %q shows %q, want %q, %q", view, marks, want.view, want.marks)
			}
			w.Press("v")
		}
		w.Reload()
		if got := webtest.Ask[string](w, `document.querySelector("main").dataset.view + " " + document.querySelector("[name=view]:checked").value`); got != "clean clean" {
			t.Errorf("after a reload: %q, want clean", got)
		}
	})

	t.Run("what is new since the last visit is marked", func(t *testing.T) {
		w := b.Window(t, h)
		w.Visit("")
		if webtest.Ask[bool](w, `document.querySelector("#unread").checkVisibility()`) {
			t.Error("all is new on the first visit")
		}
		w.Visit("/compilation")
		h.Table(webtest.Peru, amend("p14", "Thank Barbados."))
		w.Visit("")
		w.WaitFor("#unread", "1 new since your last visit")
		if got := webtest.Ask[string](w, `[...document.querySelectorAll(".row")].filter((e) => e.querySelector(".row-new").checkVisibility()).map((e) => e.id).join(" ")`); got != "p14" {
			t.Errorf("new: %q, want p14", got)
		}
	})
}
