package web

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"
)

func TestAPaceLetsABurstThroughAndThenTheRate(t *testing.T) {
	p, now := newPace(2, 3), time.Unix(0, 0)
	for i := range 3 {
		if wait := p.ask("a", now); wait != 0 {
			t.Errorf("request %d of the burst waits %v", i, wait)
		}
	}
	if got, want := p.ask("a", now), 500*time.Millisecond; got != want {
		t.Errorf("after the burst: wait %v, want %v", got, want)
	}
	if got := p.ask("a", now); got != 500*time.Millisecond {
		t.Errorf("asking in vain made the wait %v", got)
	}
	if got := p.ask("b", now); got != 0 {
		t.Errorf("another client waits %v", got)
	}
	if got := p.ask("a", now.Add(500*time.Millisecond)); got != 0 {
		t.Errorf("half a second later: wait %v", got)
	}
}

func TestAPaceRemembersABoundedNumberOfClients(t *testing.T) {
	p, now := newPace(1, 1), time.Unix(0, 0)
	p.ask("first", now)
	for i := range 5 * maxPaced {
		p.ask(strconv.Itoa(i), now)
		if i%1000 == 0 {
			if wait := p.ask("first", now); wait == 0 {
				t.Fatalf("a busy client was forgotten after %d others", i)
			}
		}
		if n := len(p.young) + len(p.old); n > 2*maxPaced {
			t.Fatalf("%d clients are remembered", n)
		}
	}
}

func TestAnAddressIsThatOfTheClient(t *testing.T) {
	for _, tt := range []struct{ remote, forwarded, want string }{
		{"192.0.2.7:1234", "", "192.0.2.7"},
		{"192.0.2.7:1234", "198.51.100.1", "192.0.2.7"},
		{"127.0.0.1:1234", "198.51.100.1", "198.51.100.1"},
		{"127.0.0.1:1234", "10.0.0.1, 198.51.100.1", "198.51.100.1"},
		{"127.0.0.1:1234", "nonsense", "127.0.0.1"},
		{"[::1]:1234", "2001:db8::1", "2001:db8::/64"},
		{"[2001:db8::1]:1234", "", "2001:db8::/64"},
		{"[2001:db8::ffff:1]:1234", "", "2001:db8::/64"},
		{"[::ffff:192.0.2.7]:1234", "", "192.0.2.7"},
		{"[fe80::1%eth0]:1234", "", "fe80::/64"},
		{"@", "", "@"},
	} {
		r := httptest.NewRequest(http.MethodPost, "/", nil)
		r.RemoteAddr = tt.remote
		if tt.forwarded != "" {
			r.Header.Set("X-Forwarded-For", tt.forwarded)
		}
		if got := addressOf(r); got != tt.want {
			t.Errorf("%s for %q is %q, want %q", tt.remote, tt.forwarded, got, tt.want)
		}
	}
}
