package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/negotiation/room"
	"plenary/store"
)

// atTheDoor is a server with one public negotiation, n1, and no draft.
func atTheDoor(t testing.TB) *Server {
	t.Helper()
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	s, err := New(Config{Room: r, Secrets: kept, Sessions: kept.Sessions(), Log: slog.New(slog.DiscardHandler), Clock: time.Now})
	if err != nil {
		t.Fatalf("open the server: %v", err)
	}
	t.Cleanup(s.Close)
	create := negotiation.CreateNegotiation{Title: "Draft Plan of Action", Language: "en", Public: true}
	if _, err := r.Submit(t.Context(), "n1", negotiation.Request{Seat: negotiation.SystemSeat, Do: create}); err != nil {
		t.Fatal(err)
	}
	return s
}

// knock asks for the live channel as a client that is no websocket: whom the
// door lets in is told so with status 400.
func knock(s *Server, query, remote string, header http.Header) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "/n/n1/live?"+query, nil)
	r.RemoteAddr = remote
	for name, values := range header {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestLiveConnectionsAreCountedByTheAddressBehindTheProxy(t *testing.T) {
	s := atTheDoor(t)
	for _, address := range []string{"192.0.2.1", "2001:db8::/64"} {
		for range maxOfAddress {
			if _, ok := s.live.tally.enter("n1", "", address); !ok {
				t.Fatalf("%s was refused below its limit", address)
			}
		}
	}
	for _, tt := range []struct {
		name, remote, forwarded string
		want                    int
	}{
		{"the crowd", "192.0.2.1:7", "", http.StatusServiceUnavailable},
		{"one of the crowd, by the proxy", "127.0.0.1:7", "198.51.100.9, 192.0.2.1", http.StatusServiceUnavailable},
		{"another, by the proxy", "127.0.0.1:7", "192.0.2.1, 198.51.100.9", http.StatusBadRequest},
		{"another who lies", "198.51.100.9:7", "192.0.2.1", http.StatusBadRequest},
		{"a subscriber of IPv6 with many addresses", "[2001:db8::77]:7", "", http.StatusServiceUnavailable},
		{"the next subscriber", "[2001:db8:0:1::77]:7", "", http.StatusBadRequest},
	} {
		header := http.Header{}
		if tt.forwarded != "" {
			header.Set("X-Forwarded-For", tt.forwarded)
		}
		if w := knock(s, "", tt.remote, header); w.Code != tt.want {
			t.Errorf("%s: status %d, want %d", tt.name, w.Code, tt.want)
		}
	}
}

func TestTheDoorSpeaksTheLanguageOfWhoeverKnocks(t *testing.T) {
	s := atTheDoor(t)
	full := atTheDoor(t)
	full.live.tally.all = maxLive
	tongue, _ := lang.For("es")
	spanish := Base{Tongue: tongue}
	for _, tt := range []struct {
		name   string
		server *Server
		query  string
		header http.Header
		status int
		want   string
	}{
		{"since is no number", s, "since=-1", nil, http.StatusBadRequest, spanish.T("error.malformed")},
		{"an unknown part", s, "part=desk", nil, http.StatusBadRequest, spanish.T("error.malformed")},
		{"an unknown form", s, "as=xml", nil, http.StatusBadRequest, spanish.T("error.malformed")},
		{"from another site", s, "", http.Header{"Origin": {"https://evil.example"}}, http.StatusForbidden, spanish.T("error.other-site")},
		{"one too many", full, "", nil, http.StatusServiceUnavailable, spanish.T("error.too-many-live")},
	} {
		header := tt.header.Clone()
		if header == nil {
			header = http.Header{}
		}
		header.Set("Accept-Language", "es")
		w := knock(tt.server, tt.query, "192.0.2.1:7", header)
		if got := strings.TrimSpace(w.Body.String()); w.Code != tt.status || got != tt.want {
			t.Errorf("%s: %d %q, want %d %q", tt.name, w.Code, got, tt.status, tt.want)
		}
	}
}
