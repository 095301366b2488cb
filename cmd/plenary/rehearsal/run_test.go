package rehearsal

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web"
	"plenary/web/webtest"
)

// TestMain lets the test be the program that it starts.
func TestMain(m *testing.M) {
	if os.Args[0] != "plenary" {
		os.Exit(m.Run())
	}
	if err := Plain(os.Stdin, os.Stdout); err != nil {
		os.Exit(1)
	}
}

// conference serves a negotiation of this title until the test ends, and gives its
// address and a sign-in link for a seat.
func conference(t *testing.T, title string, seat negotiation.SeatID) (address, link string) {
	t.Helper()
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	do := func(as negotiation.SeatID, c negotiation.Command) {
		t.Helper()
		if _, err := r.Submit(t.Context(), webtest.ID, negotiation.Request{Seat: as, Do: c}); err != nil {
			t.Fatal(err)
		}
	}
	do(negotiation.SystemSeat, negotiation.CreateNegotiation{Title: title, Language: "en", Public: true})
	for _, s := range webtest.Seats() {
		do(negotiation.SystemSeat, s)
	}
	do(webtest.Secretariat, negotiation.ImportDraft{Draft: webtest.Draft()})
	do(webtest.Secretariat, negotiation.OpenComments{})

	secret := store.NewSecret()
	inv := negotiation.Invitation{Negotiation: webtest.ID, Seat: seat, Created: time.Now(), Expires: time.Now().Add(time.Hour)}
	if err := kept.AddInvitation(t.Context(), secret, inv); err != nil {
		t.Fatal(err)
	}
	server, err := web.New(web.Config{Room: r, Secrets: kept, Sessions: kept.Sessions(), Log: slog.New(slog.DiscardHandler), Clock: time.Now, Release: "test"})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- server.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-served; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
	address = "http://" + l.Addr().String()
	return address, "https://plenary.example.org/join/" + secret
}

// small is a rehearsal that is over soon.
func small(address, link string) Config {
	return Config{Viewers: 20, Rate: 20, For: time.Second, Part: "row", At: address, Invite: link, Progress: new(bytes.Buffer)}
}

func TestNothingIsLostInASmallRehearsal(t *testing.T) {
	c := small(conference(t, "Rehearsal of Bridgetown", webtest.Secretariat))
	c.Storm = true
	r, err := Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	s := r.Plenary
	if !r.Whole() || s.Changes != 20 || s.Deliveries != 400 || s.Lost != 0 || s.Twice != 0 {
		t.Errorf("got %+v", s)
	}
	if s.Each.P50 <= 0 || s.Each.P99 < s.Each.P50 || s.Last.Max < s.Last.P50 || s.Bytes < 100 || s.Overload == nil || *s.Overload <= 0 {
		t.Errorf("figures are missing: %+v", s)
	}
	if r.Storm == nil || r.Storm.Missed != warmUp || r.Storm.Seconds <= 0 || r.Storm.Lost != 0 || r.Storm.Twice != 0 {
		t.Errorf("storm: %+v", r.Storm)
	}
	if r.Restart != nil || r.Plain != nil || s.Micros != nil {
		t.Errorf("got %+v, which cannot be known of a server that is not ours", r)
	}
}

func TestADelegationRehearsesWithItsOwnSeat(t *testing.T) {
	r, err := Run(t.Context(), small(conference(t, "Rehearsal", webtest.Mexico)))
	if err != nil || !r.Whole() || r.Plenary.Deliveries != 400 || r.Storm != nil {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestANegotiationInEarnestIsNotWrittenInto(t *testing.T) {
	address, link := conference(t, "Plan of Action", webtest.Secretariat)
	r, err := Run(t.Context(), small(address, link))
	if err == nil || !strings.Contains(err.Error(), `does not begin with "Rehearsal"`) || r.Plenary.Changes != 0 {
		t.Errorf("got %+v, %v", r, err)
	}
	c := small(address, link)
	c.Rate = 0
	r, err = Run(t.Context(), c)
	if err != nil || r.Plenary.Changes != 0 || !r.Whole() {
		t.Errorf("looking on: got %+v, %v", r, err)
	}
}

func TestRehearsalSaysWhatIsWrong(t *testing.T) {
	address, link := conference(t, "Rehearsal", webtest.Observer)
	for name, c := range map[string]struct{ address, link, want string }{
		"no server":           {"127.0.0.1:80", link, "no address of a server"},
		"a page":              {address + "/n/bridgetown", link, "no address of a server"},
		"no link":             {address, address, "no sign-in link"},
		"an old link":         {address, "https://plenary.example.org/join/unknown", "not-signed-in"},
		"a seat that is mute": {address, link, "nobody may table"},
	} {
		if _, err := Run(t.Context(), small(c.address, c.link)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

// TestAPlainBroadcastSendsWhatWasSeen in a process of its own.
func TestAPlainBroadcastSendsWhatWasSeen(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &rehearsal{Config: Config{Viewers: 20, For: time.Second, Plain: []string{self}, Progress: new(bytes.Buffer)}}
	at := time.Now()
	seen := []scripted{{at, []byte(`,"paragraphs":[]}`)}, {at.Add(time.Millisecond), []byte(`,"paragraphs":[{}]}`)}}
	if err := r.beside(t.Context(), seen); err != nil {
		t.Fatal(err)
	}
	if p := r.report.Plain; p.Changes != 2 || p.Deliveries != 40 || p.Lost != 0 || p.Overload == nil || *p.Overload <= 0 {
		t.Errorf("got %+v", p)
	}
}

func TestTableShowsWhatIsKnown(t *testing.T) {
	us, ms, kb := 7., 5., 9.5
	r := Report{Version: 1, Viewers: 5000, Plenary: Side{Changes: 100, Deliveries: 500_000, Micros: &us, Millis: &ms, Kilobytes: &kb, Last: Spread{P99: 80}},
		Plain: &Side{Deliveries: 500_000, Last: Spread{P99: 100}, Kilobytes: &kb}, Storm: &Return{Missed: 16, Seconds: 1.5}, Notes: []string{"a word"}}
	var b bytes.Buffer
	if err := r.WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"viewers", "5000", "0.80   at most 0.90", "unknown", "1.00   at most 0.50", "to send it, when it is ready      6.0", "after 1.50 s all were back", "Note: a word."} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, &b)
		}
	}
	data, err := json.Marshal(r)
	if err != nil || strings.Contains(string(data), "restart") || !strings.Contains(string(data), `"us_cpu_a_delivery":7`) {
		t.Errorf("got %s, %v", data, err)
	}
	r.Storm.Lost = 1
	if r.Whole() {
		t.Error("a report with a loss is whole")
	}
}
