package webtest

import (
	"fmt"

	"github.com/chromedp/cdproto/input"
)

// Hover moves the pointer to the middle of the first line of an element, without
// pressing it.
func (w *Window) Hover(selector string) {
	w.t.Helper()
	at := Ask[[]float64](w, fmt.Sprintf(`(() => {
  const element = document.querySelector(%s);
  element?.scrollIntoView({ block: "center", behavior: "instant" });
  const line = element?.getClientRects()[0];
  return line ? [line.x + line.width / 2, line.y + line.height / 2] : [];
})()`, quote(selector)))
	if len(at) != 2 {
		w.t.Fatalf("%s cannot be pointed at\n%s", selector, w.where())
	}
	w.do("point at "+selector, command(input.DispatchMouseEvent,
		input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: at[0], Y: at[1]}))
}
