package rehearsal

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// floorServer answers the acts of a session as a server would on which nothing else
// happens, and keeps who did what.
type floorServer struct {
	status string
	acts   []string // "seat act"
	refuse string   // an act that is refused
}

func (s *floorServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	seat := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	act := r.URL.Path[strings.LastIndexByte(r.URL.Path, '/')+1:]
	switch {
	case s.status == "none":
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, `{"code":"not-found","detail":"There is no such page."}`)
	case r.Method == http.MethodGet:
		fmt.Fprintf(w, `{"status":%q,"floor":{"pen":{"seq":7},"frozen":{"hash":"abc"},"gavel":{"due":"2001-01-01T00:00:00Z"}}}`, s.status)
	case act == s.refuse:
		w.WriteHeader(http.StatusConflict)
		fmt.Fprint(w, `{"code":"floor-moved","detail":"The meeting has gone on."}`)
	default:
		var body map[string]any
		if r.ContentLength > 0 && json.NewDecoder(r.Body).Decode(&body) != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		s.acts = append(s.acts, seat+" "+act)
		for _, name := range []string{"hash", "proposal", "looked"} {
			if v, ok := body[name]; ok {
				s.acts[len(s.acts)-1] += fmt.Sprintf(" %v", v)
			}
		}
		proposal := ""
		if act == "put-drafted" {
			proposal = "12"
		}
		fmt.Fprintf(w, `{"seq":%d,"proposal":%q}`, len(s.acts), proposal)
	}
}

// met gives a company at the server, of a Secretariat, a Chair and two delegations.
func met(t *testing.T, s *floorServer) *company {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	host := caller{http: server.Client(), server: address(t, server.URL), bearer: "secretariat"}
	c := &company{host: host, matter: matter{ID: "n1"}, seats: map[string]sitting{}}
	for _, st := range []seat{{ID: "secretariat", Role: "secretariat"}, {ID: "chair", Role: "chair"},
		{ID: "mexico", Role: "delegate", Delegation: "MEXICO", MayTable: true}, {ID: "peru", Role: "delegate", Delegation: "PERU", MayTable: true}} {
		c.seats[st.ID] = sitting{st, host.as(st.ID)}
	}
	for i := range 6 {
		c.amendable = append(c.amendable, paragraph{ID: fmt.Sprint("p", i), Text: "Words.", Version: 1})
	}
	return c
}

func TestMeetingGoesFromCallToGavelAndReopens(t *testing.T) {
	s := &floorServer{}
	m, err := convene(t.Context(), met(t, s))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		if seq, err := m.next(t.Context()); err != nil || seq != uint64(i+3) {
			t.Fatalf("step %d: got %d, %v", i, seq, err)
		}
	}
	got := strings.Join(s.acts, "\n")
	speaker, other := m.delegations[0].ID, m.delegations[1].ID
	want := strings.NewReplacer("SPEAKER", speaker, "OTHER", other).Replace(`chair schedule
chair open
chair call
SPEAKER ask-floor
chair give-floor
SPEAKER yield
secretariat take-pen
secretariat put-drafted 7
OTHER position 12
chair freeze 12
OTHER object abc
OTHER withdraw-objection
chair gavel abc
chair reopen`)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if err := m.end(t.Context()); err != nil || s.acts[len(s.acts)-1] != "chair close" {
		t.Errorf("the end: %v, %q", err, s.acts[len(s.acts)-1])
	}
}

func TestMeetingBeginsAnewWhereOthersComeBetween(t *testing.T) {
	s := &floorServer{status: "open", refuse: "freeze"}
	m, err := convene(t.Context(), met(t, s))
	if err != nil {
		t.Fatal(err)
	}
	m.step = 7
	if _, err := m.next(t.Context()); !errors.Is(err, errNotYet) || m.step != 0 || m.round != 1 {
		t.Errorf("got %v at step %d of round %d, want to begin the next round", err, m.step, m.round)
	}
	s.refuse = "call"
	for range mostRefusals - 1 {
		_, err = m.next(t.Context())
	}
	if !errors.Is(err, errNotYet) {
		t.Errorf("after %d refusals: got %v", mostRefusals, err)
	}
	if _, err = m.next(t.Context()); errors.Is(err, errNotYet) || !strings.Contains(err.Error(), "floor-moved") {
		t.Errorf("after one more: got %v, want why", err)
	}
}

func TestMeetingWaitsForThoseWhoMayObject(t *testing.T) {
	s := &floorServer{status: "open"}
	m, err := convene(t.Context(), met(t, s))
	if err != nil {
		t.Fatal(err)
	}
	m.step, m.floor.Gavel.Due = 11, time.Now().Add(time.Hour)
	if _, err := m.next(t.Context()); !errors.Is(err, errNotYet) || len(s.acts) != 0 {
		t.Errorf("got %v after %q, want to wait", err, s.acts)
	}
}

func TestWithoutSessionsThereIsNoMeeting(t *testing.T) {
	if _, err := convene(t.Context(), met(t, &floorServer{status: "none"})); !errors.Is(err, errNoSession) {
		t.Errorf("a server without sessions: got %v", err)
	}
	c := met(t, &floorServer{})
	delete(c.seats, "chair")
	if _, err := convene(t.Context(), c); !errors.Is(err, errNoSession) {
		t.Errorf("no chair: got %v", err)
	}
}
