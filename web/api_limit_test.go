package web_test

import (
	"net/http"
	"strconv"
	"testing"
	"time"

	"plenary/web/webtest"
)

// until posts until it is told to slow down, and gives how many got through.
func until(t *testing.T, most int, post func() webtest.Answer) (int, webtest.Answer) {
	t.Helper()
	for n := range most {
		if a := post(); a.Status == http.StatusTooManyRequests {
			return n, a
		}
	}
	t.Fatalf("%d requests were let through", most)
	return 0, webtest.Answer{}
}

func TestAScriptAboveItsPaceIsToldWhenToComeBack(t *testing.T) {
	h := webtest.New(t)
	mexico, peru := h.Script(webtest.Mexico), h.Script(webtest.Peru)
	withdraw := func() webtest.Answer { return mexico.Post("proposals/1/withdraw", nil) }
	n, answer := until(t, 100, withdraw)
	if n != 40 {
		t.Errorf("%d commands in a burst, want 40", n)
	}
	if p := answer.Problem(); p.Code != "too-fast" {
		t.Errorf("code %q, want too-fast", p.Code)
	}
	wait, err := strconv.Atoi(answer.Header.Get("Retry-After"))
	if err != nil || wait < 1 {
		t.Errorf("Retry-After is %q", answer.Header.Get("Retry-After"))
	}
	if got := mexico.Get("proposals").Status; got != http.StatusOK {
		t.Errorf("reading is held back as well: %d", got)
	}
	if got := peru.Post("proposals/1/withdraw", nil).Status; got != http.StatusNotFound {
		t.Errorf("another seat is held back as well: %d", got)
	}
	h.Clock.Advance(time.Duration(wait) * time.Second)
	if got := withdraw().Status; got != http.StatusNotFound {
		t.Errorf("after %d s: %d", wait, got)
	}
}

func TestManyFalseInvitationsAreOneClient(t *testing.T) {
	h := webtest.New(t)
	i := 0
	n, _ := until(t, 100, func() webtest.Answer {
		i++
		return h.Stranger().With("Authorization", "Bearer false"+strconv.Itoa(i)).Post("proposals/1/withdraw", nil)
	})
	if n != 40 {
		t.Errorf("%d commands in a burst, want 40", n)
	}
}

func TestSignInsOfOneAddressHaveAPace(t *testing.T) {
	h := webtest.New(t)
	visitor := h.Visitor()
	try := func() webtest.Answer {
		res, err := visitor.Post(h.Server.URL+"/join/false", "application/x-www-form-urlencoded", nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := res.Body.Close(); err != nil {
			t.Fatal(err)
		}
		return webtest.Answer{Status: res.StatusCode, Header: res.Header}
	}
	n, answer := until(t, 400, try)
	if n != 200 || answer.Header.Get("Retry-After") != "1" {
		t.Errorf("%d sign-ins in a burst, want 200; Retry-After %q", n, answer.Header.Get("Retry-After"))
	}
	h.Clock.Advance(time.Second)
	if got := try().Status; got != http.StatusNotFound {
		t.Errorf("a second later: %d", got)
	}
}

func TestGuestsAskForDocumentsAtAPace(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	guest, peru := h.Visitor(), sitAt(t, h, webtest.Peru)
	paths := []string{"/compilation", "/compare", "/p/2.b/compare", "/compilation?as_of=2017-10-17T00:00:00Z"}
	i := 0
	n, answer := until(t, 200, func() webtest.Answer {
		i++
		s := desk{t, h, guest}.open(paths[i%len(paths)])
		return webtest.Answer{Status: s.Code, Header: s.Header}
	})
	if n != 60 || answer.Header.Get("Retry-After") != "1" {
		t.Errorf("%d documents in a burst, want 60; Retry-After %q", n, answer.Header.Get("Retry-After"))
	}
	desk{t, h, guest}.open("/compare").wants(http.StatusTooManyRequests, "Too much at once", "Too many requests came from here at once.")
	if got := h.Stranger().Get("compilation"); got.Status != http.StatusTooManyRequests {
		t.Errorf("a script without a seat at the same address: %d, want 429", got.Status)
	}
	desk{t, h, guest}.open("").wants(http.StatusOK, "ORGANIZATION")
	peru.open("/compilation").wants(http.StatusOK)
	h.Clock.Advance(time.Second)
	desk{t, h, guest}.open("/compare").wants(http.StatusOK)
}
