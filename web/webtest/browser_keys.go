package webtest

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// pressing makes a step that presses keys. Unlike chromedp.KeyEvent it sends the
// letter with its key, as keyboards do: a page that takes a key for itself does
// not get the letter as well.
func pressing(keys string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, r := range keys {
			for _, event := range strokes(r) {
				if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, event); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func strokes(r rune) []input.DispatchKeyEventParams {
	var list []input.DispatchKeyEventParams
	for _, event := range kb.Encode(r) {
		if event.Type == kb.KeyChar && len(list) > 0 {
			down := &list[len(list)-1]
			down.Text, down.UnmodifiedText = event.Text, event.UnmodifiedText
			continue
		}
		list = append(list, *event)
	}
	return list
}

// TabTo presses the tab key until what has the focus matches a CSS selector. It
// fails where the focus cannot be seen on the way [WCAG 2.2 2.4.7].
func (w *Window) TabTo(selector string) {
	w.t.Helper()
	const most = 400
	for range most {
		w.Press("\t")
		if blind := Await[string](w, unseenFocus); blind != "" {
			w.t.Errorf("%s: the focus is not seen on %s", w.Address(), blind)
		}
		if Ask[bool](w, fmt.Sprintf("document.activeElement.matches(%s)", quote(selector))) {
			return
		}
	}
	w.t.Fatalf("no tab key leads to %s; it has led to %s", selector, w.Focused())
}

// unseenFocus gives what has the focus without a sign around it, or out of sight
// when the page has come to rest: it may scroll smoothly.
const unseenFocus = `new Promise((done) => {
  const e = document.activeElement;
  if (!e || e === document.body) return done("");
  const style = getComputedStyle(e);
  const sign = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  let top = NaN, still = 0;
  const look = () => {
    const at = e.getBoundingClientRect();
    still = at.top === top ? still + 1 : 0;
    top = at.top;
    if (still < 4) return requestAnimationFrame(look);
    const within = at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth && at.width > 1 && at.height > 1;
    done(sign && within ? "" : e.cloneNode(false).outerHTML);
  };
  look();
})`
