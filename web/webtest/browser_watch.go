package webtest

import (
	"fmt"
	"net/url"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// watch notes what must not happen behind a page.
type watch struct {
	home string // scheme and host of the server under test
	// linked says that the window reaches it over a link, which may fail.
	linked bool

	mu      sync.Mutex // guards the fields below
	offline bool
	borne   map[int64]bool
	seen    []string
}

func newWatch(home string, linked bool) *watch {
	return &watch{home: home, linked: linked, borne: map[int64]bool{}}
}

// Bear says that scripts of the page may be answered with an HTTP status which
// is otherwise a complaint: that of a refusal which the test wants.
func (w *Window) Bear(status int) {
	w.watch.mu.Lock()
	defer w.watch.mu.Unlock()
	w.watch.borne[int64(status)] = true
}

// setOffline says whether failing to reach the server is expected.
func (w *watch) setOffline(offline bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.offline = offline
}

// take gives the complaints since it was last asked.
func (w *watch) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	seen := w.seen
	w.seen = nil
	return seen
}

// see looks at one event of the window. Of the browser's log it takes all errors
// but those of the network, which it takes from the network itself: there it can
// tell an error page that was asked for from a script that is not there.
func (w *watch) see(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			w.complain("error on the console: %s", said(e.Args))
		}
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		why := d.Text
		if d.Exception != nil {
			why += " " + d.Exception.Description
		}
		w.complain("exception at %s:%d: %s", d.URL, d.LineNumber+1, why)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork && !w.offline && !w.lost(e.Entry.Text) {
			w.complain("the browser logged: %s (%s)", e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		w.goesTo(e.Request.URL)
	case *network.EventWebSocketCreated:
		w.goesTo(e.URL)
	case *network.EventResponseReceived:
		if e.Type != network.ResourceTypeDocument && e.Response.Status >= 400 && !w.borne[e.Response.Status] {
			w.complain("%s %s answered %d", e.Type, e.Response.URL, e.Response.Status)
		}
	}
}

// lost reports whether the browser only says that a link has failed.
func (w *watch) lost(text string) bool {
	return w.linked && strings.HasPrefix(text, "WebSocket connection to")
}

// goesTo complains of a request that leaves the house.
func (w *watch) goesTo(address string) {
	u, err := url.Parse(address)
	if err != nil {
		w.complain("request to %q: %v", address, err)
		return
	}
	home, err := url.Parse(w.home)
	local := u.Scheme == "data" || u.Scheme == "blob" || u.Scheme == "about"
	if !local && (err != nil || u.Host != home.Host) {
		w.complain("request to another host: %s", address)
	}
}

func (w *watch) complain(format string, args ...any) {
	w.seen = append(w.seen, fmt.Sprintf(format, args...))
}

func said(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		if a.Description != "" {
			words = append(words, a.Description)
		} else {
			words = append(words, string(a.Value))
		}
	}
	return strings.Join(words, " ")
}
