package webtest

import (
	"context"
	"net/url"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"plenary/negotiation"
)

// Window is one window of a browser with cookies of its own, on a house. All its
// methods fail the test on an error, and when the test ends so do an error on
// the console, a breach of the content security policy, a broken subresource and
// a request to another host.
type Window struct {
	t     testing.TB
	ctx   context.Context
	house *House
	// root is where the window finds the house: the server itself, or a link.
	root  string
	watch *watch
}

// WindowOption changes how a window opens.
type WindowOption func(*windowPlan)

type windowPlan struct {
	width, height int64
	noScript      bool
	link          *Link
}

// Size sets the inside of the window, in CSS pixels; without it 1280 by 900.
func Size(width, height int) WindowOption {
	return func(p *windowPlan) { p.width, p.height = int64(width), int64(height) }
}

// NoScript opens the window of a reader who has switched JavaScript off.
func NoScript() WindowOption { return func(p *windowPlan) { p.noScript = true } }

// Through opens the window of a reader who reaches the house over a link. That a
// websocket fails is no complaint against such a window.
func Through(l *Link) WindowOption { return func(p *windowPlan) { p.link = l } }

// Window opens an empty window. It closes with the test.
func (b *Browser) Window(t testing.TB, h *House, options ...WindowOption) *Window {
	t.Helper()
	p := windowPlan{width: 1280, height: 900}
	for _, o := range options {
		o(&p)
	}
	root := h.Server.URL
	if p.link != nil {
		root = p.link.URL()
	}
	w := &Window{t: t, house: h, root: root, watch: newWatch(root, p.link != nil)}
	var end context.CancelFunc
	w.ctx, end = chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(w.watch.see))
	t.Cleanup(func() {
		end()
		for _, complaint := range w.watch.take() {
			t.Error(complaint)
		}
	})
	// The window's life is bound to the context of this first call: no deadline.
	if err := chromedp.Do(w.ctx, prepare(p)...); err != nil {
		t.Fatalf("open a window: %v", err)
	}
	return w
}

func prepare(p windowPlan) []chromedp.Action[chromedp.Void] {
	return []chromedp.Action[chromedp.Void]{
		chromedp.EmulateViewport(p.width, p.height),
		command(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: p.noScript}),
	}
}

// SignIn sits down on a seat as a person does: by the link and its button.
func (w *Window) SignIn(seat negotiation.SeatID) {
	w.t.Helper()
	w.Open(w.root + "/join/" + w.house.Bearer(seat))
	w.Follow("main form button")
}

// Sit sits down on a seat without the pages by which a person does, which take
// longer than most of what is done after. The window stays where it is.
func (w *Window) Sit(seat negotiation.SeatID) {
	w.t.Helper()
	at, err := url.Parse(w.root)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, c := range w.house.Join(seat).Jar.Cookies(at) {
		w.do("sit down as "+string(seat), command(network.SetCookie, network.SetCookieParams{
			URL: w.root, Name: c.Name, Value: c.Value, HTTPOnly: new(true), SameSite: network.CookieSameSiteLax,
		}))
	}
}

// Resize changes the inside of the window.
func (w *Window) Resize(width, height int) {
	w.t.Helper()
	w.do("resize", chromedp.EmulateViewport(int64(width), int64(height)))
}

// Dark asks pages for dark colours, or for light ones.
func (w *Window) Dark(dark bool) {
	w.t.Helper()
	scheme := map[bool]string{true: "dark", false: "light"}[dark]
	w.do("set colours", command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	}))
}

// Print shows the page as it would be printed, or as on a screen again.
func (w *Window) Print(printed bool) {
	w.t.Helper()
	media := map[bool]string{true: "print", false: ""}[printed]
	w.do("set the medium", command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media}))
}
