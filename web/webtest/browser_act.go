package webtest

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf16"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// command makes a step of a command of the protocol whose answer says nothing.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

func (w *Window) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	ctx, end := context.WithTimeout(w.ctx, patience)
	defer end()
	if err := chromedp.Do(ctx, steps...); err != nil {
		w.t.Fatalf("%s: %v\n%s", what, err, w.where())
	}
}

// Open opens an address and waits until the page has loaded.
func (w *Window) Open(address string) {
	w.t.Helper()
	w.do("open "+address, chromedp.Navigate(address))
}

// Visit opens a page of the negotiation: Visit("/desk").
func (w *Window) Visit(path string) {
	w.t.Helper()
	w.Open(w.root + "/n/" + string(ID) + path)
}

// Reload loads the page again.
func (w *Window) Reload() {
	w.t.Helper()
	w.do("reload", chromedp.Reload())
}

// Click clicks on the first visible element of a CSS selector.
func (w *Window) Click(selector string) {
	w.t.Helper()
	w.do("click "+selector, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// Follow clicks on what leads to another page and waits until that has loaded.
func (w *Window) Follow(selector string) {
	w.t.Helper()
	w.loading("follow "+selector, chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// Enter presses the Enter key where it leads to another page, and waits until
// that has loaded.
func (w *Window) Enter() {
	w.t.Helper()
	w.loading("press enter", pressing("\r"))
}

func (w *Window) loading(what string, trigger chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	load := chromedp.WaitEvent(page.LoadEventFired, nil, trigger)
	w.do(what, func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := load(ctx, t)
		return chromedp.Void{}, err
	})
}

// Press presses keys one after the other, wherever the focus is.
func (w *Window) Press(keys string) {
	w.t.Helper()
	w.do(fmt.Sprintf("press %q", keys), pressing(keys))
}

// Write types in place of the words that a field has.
func (w *Window) Write(selector, words string) {
	w.t.Helper()
	w.do("select in "+selector, chromedp.Focus(chromedp.CSS(selector), chromedp.NodeVisible),
		chromedp.Evaluate[chromedp.Void](fmt.Sprintf("document.querySelector(%s).select()", quote(selector))))
	w.Press(words)
}

// InsertAfter types words into a field behind others that it has.
func (w *Window) InsertAfter(selector, before, words string) {
	w.t.Helper()
	w.do("put the caret into "+selector, chromedp.Focus(chromedp.CSS(selector), chromedp.NodeVisible))
	put := fmt.Sprintf(`(() => {
  const field = document.querySelector(%s), at = field.value.indexOf(%s);
  field.setSelectionRange(at + %d, at + %[3]d);
  return at >= 0;
})()`, quote(selector), quote(before), len(utf16.Encode([]rune(before))))
	if !Ask[bool](w, put) {
		w.t.Fatalf("the field %s has not %q\n%s", selector, before, w.where())
	}
	w.Press(words)
}

// Unfold opens everything in the page that folds, also what folds by turns.
func (w *Window) Unfold() {
	w.t.Helper()
	Ask[int](w, `[...document.querySelectorAll("details")].filter((d) => { d.removeAttribute("name"); d.open = true; return true; }).length`)
}

// Attach puts a file of this machine into a file field.
func (w *Window) Attach(selector, file string) {
	w.t.Helper()
	path, err := filepath.Abs(file)
	if err != nil {
		w.t.Fatal(err)
	}
	w.do("attach "+file, chromedp.SetUploadFiles(chromedp.CSS(selector), []string{path}))
}

// Offline cuts the window off from the network, or connects it again. Errors of
// the network are no complaint while it is cut off.
func (w *Window) Offline(offline bool) {
	w.t.Helper()
	w.watch.setOffline(offline)
	w.do("cut the network", command(network.OverrideNetworkState, network.OverrideNetworkStateParams{
		Offline: offline, DownloadThroughput: -1, UploadThroughput: -1,
	}))
}

// Address tells the path of the page that the window shows, with its query.
func (w *Window) Address() string {
	w.t.Helper()
	return strings.TrimPrefix(Ask[string](w, "location.href"), w.root)
}

// quote writes a string as JavaScript has it.
func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(b)
}
