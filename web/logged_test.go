package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"plenary/web/webtest"
)

// lines are those of a log that have what.
func lines(log, what string) (list []string) {
	for line := range strings.Lines(log) {
		if strings.Contains(line, what) {
			list = append(list, line)
		}
	}
	return list
}

func TestWhatComesFromAnotherSiteIsLoggedButNotAFloodOfIt(t *testing.T) {
	h := webtest.New(t)
	const flood = 30
	for _, path := range []string{"/n/bridgetown/desk/window", webtest.API + "/proposals"} {
		for range flood {
			req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.Server.URL+path, strings.NewReader("act=close"))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Origin", "https://elsewhere.example")
			res, err := h.Server.Client().Do(req)
			if err != nil {
				t.Fatal(err)
			}
			if err := res.Body.Close(); err != nil || res.StatusCode != http.StatusForbidden {
				t.Fatalf("%s: %s, %v; want 403", path, res.Status, err)
			}
		}
	}
	got := lines(h.Logged(), "request of another site refused")
	if len(got) == 0 || len(got) >= flood {
		t.Fatalf("%d lines of %d requests, want a few:\n%s", len(got), 2*flood, h.Logged())
	}
	host := strings.TrimPrefix(h.Server.URL, "http://")
	for _, want := range []string{"level=WARN", "method=POST path=/n/bridgetown/desk/window address=127.0.0.1 origin=https://elsewhere.example",
		"host=" + host, "code=other-site status=403"} {
		if !strings.Contains(got[0], want) {
			t.Errorf("the first line is %q, want %q in it", got[0], want)
		}
	}
}

func TestWhoIsTooFastIsLoggedWithTheSeatButNotAFloodOfIt(t *testing.T) {
	h := webtest.New(t)
	peru, refused := h.Script(webtest.Peru), 0
	for range 100 {
		if peru.Post("proposals/1/withdraw", nil).Status == http.StatusTooManyRequests {
			refused++
		}
	}
	got := lines(h.Logged(), "request above its pace refused")
	if len(got) == 0 || len(got) >= refused {
		t.Fatalf("%d lines of %d refusals, want a few:\n%s", len(got), refused, h.Logged())
	}
	want := "method=POST path=" + webtest.API + "/negotiations/bridgetown/proposals/1/withdraw seat=peru address=127.0.0.1 code=too-fast status=429"
	for _, line := range got {
		if !strings.Contains(line, want) || !strings.Contains(line, "level=WARN") {
			t.Errorf("%q, want %s in it", line, want)
		}
	}
}

// A link signs in for as long as it is valid: whoever reads the log must not.
func TestNoSignInLinkIsInTheLog(t *testing.T) {
	h := webtest.New(t)
	link := h.Link(webtest.Peru)
	secret := link[strings.LastIndex(link, "/")+1:]
	visitor := h.Visitor()
	for i := range 250 {
		path := fmt.Sprintf("%s/join/false%d", h.Server.URL, i)
		if i > 240 {
			path = link
		}
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if i == 249 {
			req.Header.Set("Origin", "https://elsewhere.example")
		}
		res, err := visitor.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		if err := res.Body.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, what := range []string{"request above its pace refused", "request of another site refused"} {
		if got := lines(h.Logged(), what); len(got) == 0 || !strings.Contains(got[0], "path=/join/ ") {
			t.Errorf("%q of %q, want path=/join/", what, got)
		}
	}
	if strings.Contains(h.Logged(), secret) || strings.Contains(h.Logged(), "false24") {
		t.Errorf("a sign-in link is in the log:\n%s", h.Logged())
	}
}
