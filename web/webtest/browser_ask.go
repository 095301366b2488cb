package webtest

import (
	"context"
	"fmt"

	"github.com/chromedp/chromedp"
)

// Ask evaluates a JavaScript expression in the page. It works also where the
// reader has switched JavaScript off, as long as it awaits nothing.
func Ask[T any](w *Window, expression string) T {
	w.t.Helper()
	return evaluate[T](w, expression)
}

// Await evaluates an expression that gives a promise, and waits for its value.
// The page may not be left meanwhile.
func Await[T any](w *Window, expression string) T {
	w.t.Helper()
	return evaluate[T](w, expression, chromedp.EvalAwaitPromise)
}

func evaluate[T any](w *Window, expression string, options ...chromedp.EvaluateOption) T {
	w.t.Helper()
	ctx, end := context.WithTimeout(w.ctx, patience)
	defer end()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		w.t.Fatalf("ask %s: %v\n%s", expression, err, w.where())
	}
	return answer
}

// Has tells whether the page has an element of a CSS selector.
func (w *Window) Has(selector string) bool {
	w.t.Helper()
	return Ask[bool](w, fmt.Sprintf("document.querySelector(%s) !== null", quote(selector)))
}

// Text gives the words that the first element of a CSS selector shows.
func (w *Window) Text(selector string) string {
	w.t.Helper()
	return Ask[string](w, fmt.Sprintf("document.querySelector(%s)?.innerText ?? ''", quote(selector)))
}

// Focused describes the element that has the focus, for messages of tests.
func (w *Window) Focused() string {
	w.t.Helper()
	return Ask[string](w, "document.activeElement?.cloneNode(false).outerHTML ?? ''")
}

// Wait waits until a JavaScript expression is true in the page. The page looks
// itself, before each frame it draws.
func (w *Window) Wait(expression string) {
	w.t.Helper()
	Await[bool](w, fmt.Sprintf(`new Promise((done) => {
  const look = () => { if (%s) done(true); else requestAnimationFrame(look); };
  look();
})`, expression))
}

// WaitFor waits until the page has an element of a CSS selector that shows some
// words; empty words are any.
func (w *Window) WaitFor(selector, words string) {
	w.t.Helper()
	w.Wait(fmt.Sprintf("[...document.querySelectorAll(%s)].some((e) => e.checkVisibility() && e.innerText.includes(%s))", quote(selector), quote(words)))
}

// where tells which page a window shows, for the message of a failed test.
func (w *Window) where() string {
	ctx, end := context.WithTimeout(w.ctx, patience)
	defer end()
	page, err := chromedp.Run(ctx, chromedp.Evaluate[string]("location.href + '\\n' + document.body.innerText.slice(0, 2000)"))
	if err != nil {
		return "(the page does not answer)"
	}
	return "on the page " + page
}

// Mark leaves a mark in the page that goes away when it is loaded anew.
func (w *Window) Mark() {
	w.t.Helper()
	Ask[bool](w, "globalThis.markOfTest = true")
}

// Marked tells whether the page still is the one that was marked.
func (w *Window) Marked() bool {
	w.t.Helper()
	return Ask[bool](w, "globalThis.markOfTest === true")
}

// Fetch gets what the first link of a CSS selector leads to, with the cookies of
// the window, as text.
func (w *Window) Fetch(selector string) string {
	w.t.Helper()
	if !w.Has(selector) {
		w.t.Fatalf("no link %s\n%s", selector, w.where())
	}
	return Await[string](w, fmt.Sprintf("fetch(document.querySelector(%s).href).then((r) => r.text())", quote(selector)))
}
