package web

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"plenary/negotiation/lang"
)

// TestWhatBreaksWhereNoPageCanBeMadeIsSaidInTheReadersLanguage looks at a panic,
// a session that cannot be kept and a page that cannot be rendered.
func TestWhatBreaksWhereNoPageCanBeMadeIsSaidInTheReadersLanguage(t *testing.T) {
	var logged bytes.Buffer
	log := slog.New(slog.NewTextHandler(&logged, nil))
	sessions, err := newSessions(Config{Log: log})
	if err != nil {
		t.Fatal(err)
	}
	for name, answer := range map[string]http.HandlerFunc{
		"panic": (&Server{log: log}).recovered(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("inside") })).ServeHTTP,
		"session": func(w http.ResponseWriter, r *http.Request) {
			sessions.ErrorFunc(w, r, errors.New("inside"))
		},
		"page": func(w http.ResponseWriter, r *http.Request) {
			(&pages{}).render(w, r, http.StatusOK, "inside", nil, log)
		},
	} {
		for _, tag := range lang.Tags() {
			logged.Reset()
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
			r.Header.Set("Accept-Language", tag)
			w := httptest.NewRecorder()
			answer(w, r)
			tongue, _ := lang.For(tag)
			want, _, _ := strings.Cut(tongue.Say("error.broken", "id", "#"), "#")
			got := w.Body.String()
			id, _, _ := strings.Cut(strings.TrimPrefix(got, want), ".")
			if w.Code != http.StatusInternalServerError || !strings.HasPrefix(got, want) || strings.Contains(got, "inside") {
				t.Errorf("%s in %s: %d %q, want 500 %q", name, tag, w.Code, got, want)
			}
			if line := logged.String(); strings.Count(line, "level=ERROR") != 1 || !strings.Contains(line, "inside") || !strings.Contains(line, "id="+id+" ") {
				t.Errorf("%s in %s, with the number %q, is logged as %s", name, tag, id, line)
			}
		}
	}
}

func TestWhatBreaksUnderAScriptIsAProblem(t *testing.T) {
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, apiRoot+"/negotiations", nil)
	w := httptest.NewRecorder()
	broken(slog.New(slog.DiscardHandler), w, r, "panic")
	if got := w.Header().Get("Content-Type"); w.Code != http.StatusInternalServerError || got != problemMedia || !strings.Contains(w.Body.String(), `"code":"broken"`) {
		t.Errorf("answered %d %s %s", w.Code, got, w.Body)
	}
}
