package web_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"sync"
	"testing"
	"time"

	"plenary/web/webtest"
)

// roomStage is a page of the room that a test plays, with the scripts and styles of a
// house: it speaks the protocol of the live channel over both of its ways, and
// takes forms as the server does, by their keys. What is on the page, and what is
// answered, the test says.
type roomStage struct {
	*webtest.House
	// link leads to the stage; the house is behind it.
	link *webtest.Link
	part string

	t     testing.TB
	shell [4]string // policy, prefix of the static files, sign of the channel, words

	mu      sync.Mutex // guards what follows
	epoch   string
	seq     int
	parts   []stagePart
	moved   chan struct{}
	said    string
	signals []map[string]any
	skew    time.Duration
	gone    bool // its scripts are of another release
	refusal string
	// answers are given to the next forms instead: "busy", "late" for never, or
	// "lost" after it was taken.
	answers []string
	taken   []url.Values
	tries   int
	heard   []string
	opened  map[string]int
}

// stagePart is a region with the seq at which it last changed.
type stagePart struct {
	id, html string
	seq      int
}

// openStage opens a page of the room in a house, behind a link, with regions.
func openStage(t testing.TB, part string, regions ...string) *roomStage {
	t.Helper()
	s := &roomStage{House: webtest.New(t, webtest.Public()), part: part, t: t, epoch: "e1", seq: 1, moved: make(chan struct{}), opened: map[string]int{}}
	for i, html := range regions {
		s.parts = append(s.parts, stagePart{fmt.Sprintf("r%d", i+1), html, 1})
	}
	s.borrow()
	mux := http.NewServeMux()
	mux.Handle("/", s.House.Server.Config.Handler)
	mux.HandleFunc("GET /n/bridgetown/stage", s.page)
	mux.HandleFunc("GET /n/bridgetown/stage/live", s.live)
	mux.HandleFunc("GET /n/bridgetown/stage/events", s.events)
	mux.HandleFunc("POST /n/bridgetown/stage/signals", s.signal)
	mux.HandleFunc("POST /n/bridgetown/stage/act", s.act)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	t.Cleanup(s.close)
	s.link = webtest.OpenLink(t, server.Listener.Addr().String())
	return s
}

// borrow takes from a page of the house what each page has.
func (s *roomStage) borrow() {
	s.t.Helper()
	res, err := s.House.Server.Client().Get(s.URL(""))
	if err != nil {
		s.t.Fatal(err)
	}
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	s.shell[0] = res.Header.Get("Content-Security-Policy")
	for i, pattern := range []string{`/static/[^/]+/`, `(?s)<p id="live".*?</p>`, `(?s)<template id="words">.*?</template>`} {
		if s.shell[i+1] = regexp.MustCompile(pattern).FindString(string(page)); s.shell[i+1] == "" {
			s.t.Fatalf("the page of the house has no %s", pattern)
		}
	}
}

// window opens the page of the stage in a window.
func (s *roomStage) window(b *webtest.Browser) *webtest.Window {
	s.t.Helper()
	w := b.Window(s.t, s.House, webtest.Through(s.link))
	w.Visit("/stage")
	w.WaitFor("#live", "Connected")
	w.Mark()
	return w
}

func (s *roomStage) page(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w.Header().Set("Content-Security-Policy", s.shell[0])
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprintf(w, `<!doctype html><html lang="en"><head><title>Stage</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="%[1]scss/page.css"><link rel="stylesheet" href="%[1]scss/form.css"><link rel="stylesheet" href="%[1]scss/live.css">
<script type="module" src="%[1]sjs/page.js"></script></head><body><header>%[2]s</header>
<main data-negotiation="bridgetown" data-seat="peru" data-seq="%[3]d" data-epoch="%[4]s" data-live="/n/bridgetown/stage/live" data-part="%[5]s"><h1>Stage</h1>`,
		s.shell[1], s.shell[2], s.seq, s.epoch, s.part)
	for _, p := range s.parts {
		fmt.Fprintf(w, "<section id=%q>%s</section>\n", p.id, p.html)
	}
	fmt.Fprintf(w, `</main><p id="announce" class="vh" aria-live="polite"></p>%s</body></html>`, s.shell[3])
}

// release names the files of the house, until the release has changed. s.mu is held.
func (s *roomStage) release() string {
	if s.gone {
		return "another"
	}
	return path.Base(s.shell[1])
}

// change gives a region other contents, and tells everybody.
func (s *roomStage) change(region, html, said string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seq++
	for i, p := range s.parts {
		if p.id == region {
			s.parts[i] = stagePart{region, html, s.seq}
		}
	}
	s.said = said
	s.wake()
}

// say sends everybody a message that is of no record.
func (s *roomStage) say(message map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.signals = append(s.signals, message)
	s.wake()
}

// wake tells the connections that something is new. s.mu is held.
func (s *roomStage) wake() {
	close(s.moved)
	s.moved = make(chan struct{})
}

// set changes what is answered.
func (s *roomStage) set(change func(*roomStage)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(s)
	s.wake()
}

// ask reads what has happened.
func ask[T any](s *roomStage, get func(*roomStage) T) T {
	s.mu.Lock()
	defer s.mu.Unlock()
	return get(s)
}

// close ends all connections, so that the server can.
func (s *roomStage) close() { s.set(func(s *roomStage) { s.epoch = "" }) }

// until waits until something is so on the stage.
func (s *roomStage) until(what string, so func(*roomStage) bool) {
	s.t.Helper()
	late := time.NewTimer(tooLong)
	defer late.Stop()
	for {
		s.mu.Lock()
		done, moved := so(s), s.moved
		s.mu.Unlock()
		if done {
			return
		}
		select {
		case <-moved:
		case <-late.C:
			s.t.Fatalf("it never came to this: %s", what)
		}
	}
}
