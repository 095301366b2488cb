package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/websocket"
)

// follow sends a connection what it asks for until it ends.
func (s *roomStage) follow(r *http.Request, way string, gone <-chan struct{}, send func(any) error) {
	since, err := strconv.Atoi(r.URL.Query().Get("since"))
	if err != nil {
		return
	}
	s.mu.Lock()
	s.opened[way]++
	s.wake()
	epoch, sent := s.epoch, len(s.signals)
	hello := map[string]any{"type": "hello", "epoch": s.epoch, "seq": s.seq, "now": s.now(), "release": s.release(), "connection": way + "1"}
	s.mu.Unlock()
	for err = send(hello); err == nil; {
		s.mu.Lock()
		var list []any
		if s.seq > since {
			list = append(list, s.changeFrom(since))
			since = s.seq
		}
		for ; sent < len(s.signals); sent++ {
			list = append(list, s.signals[sent])
		}
		moved, over := s.moved, s.epoch != epoch
		s.mu.Unlock()
		for _, m := range list {
			if err == nil {
				err = send(m)
			}
		}
		if over || err != nil {
			return
		}
		select {
		case <-moved:
		case <-gone:
			return
		}
	}
}

// now is the clock of the stage. s.mu is held.
func (s *roomStage) now() string { return time.Now().Add(s.skew).UTC().Format(time.RFC3339Nano) }

// changeFrom makes the change for a reader that has since. s.mu is held.
func (s *roomStage) changeFrom(since int) map[string]any {
	var regions []map[string]string
	for _, p := range s.parts {
		if p.seq > since {
			regions = append(regions, map[string]string{"id": p.id, "html": fmt.Sprintf("<section id=%q>%s</section>", p.id, p.html)})
		}
	}
	return map[string]any{"type": "change", "epoch": s.epoch, "since": since, "seq": s.seq, "at": s.now(), "now": s.now(),
		"paragraphs": []any{}, "regions": regions, "said": s.said}
}

func (s *roomStage) live(w http.ResponseWriter, r *http.Request) {
	u := websocket.Upgrader{}
	ws, err := u.Upgrade(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	defer ws.Close()
	gone := make(chan struct{})
	go func() { // ends with the connection
		defer close(gone)
		for {
			_, data, err := ws.ReadMessage()
			if err != nil {
				return
			}
			s.hear(string(data))
		}
	}()
	s.follow(r, "live", gone, ws.WriteJSON)
}

func (s *roomStage) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	s.follow(r, "events", r.Context().Done(), func(m any) error {
		data, err := json.Marshal(m)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
			return err
		}
		return out.Flush()
	})
}

func (s *roomStage) signal(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(r.Body)
	if err != nil || r.URL.Query().Get("connection") != "events1" {
		http.NotFound(w, r)
		return
	}
	s.hear(string(bytes.TrimSpace(data)))
	w.WriteHeader(http.StatusNoContent)
}

func (s *roomStage) hear(message string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.heard = append(s.heard, message)
	s.wake()
}

// act takes a form once for each key, or refuses it. It leads to a page that does
// not answer: a script need not follow.
func (s *roomStage) act(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tries++
	defer s.wake()
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if s.refusal != "" && strings.Contains(r.Header.Get("Accept"), "application/json") {
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(http.StatusConflict)
		_ = json.NewEncoder(w).Encode(map[string]any{"code": "stale", "detail": s.refusal, "status": http.StatusConflict})
		return
	}
	answer := ""
	if len(s.answers) > 0 {
		answer, s.answers = s.answers[0], s.answers[1:]
	}
	switch answer {
	case "busy":
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	case "late":
		s.mu.Unlock()
		<-r.Context().Done()
		s.mu.Lock()
		return
	}
	same := func(v url.Values) bool { return v.Get("key") == r.PostForm.Get("key") }
	if !slices.ContainsFunc(s.taken, same) {
		s.taken = append(s.taken, r.PostForm)
	}
	if answer == "lost" {
		panic(http.ErrAbortHandler)
	}
	http.Redirect(w, r, "/n/bridgetown/stage", http.StatusSeeOther)
}
