package webtest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// pageOf answers with a page without a fault, around some words of a test.
func pageOf(words string) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src * data:; connect-src 'self'")
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(rw, `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><main><h1>A page</h1>%s</main></html>`, words)
	}
}

func scriptOf(words string) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Type", "text/javascript")
		fmt.Fprint(rw, words)
	}
}

// houseOf opens a house of which nothing but some addresses is needed.
func houseOf(t testing.TB, answers map[string]http.HandlerFunc) *House {
	mux := http.NewServeMux()
	for path, answer := range answers {
		mux.HandleFunc(path, answer)
	}
	h := &House{Server: httptest.NewServer(mux), t: t}
	t.Cleanup(h.Server.Close)
	return h
}

// TestAWindowComplains shows that what must fail a browser test does.
func TestAWindowComplains(t *testing.T) {
	b := OpenBrowser(t)
	h := houseOf(t, map[string]http.HandlerFunc{
		"/good":      pageOf(`<p>Words.</p>`),
		"/error":     pageOf(`<script src="error.js"></script>`),
		"/error.js":  scriptOf(`console.error("it is broken")`),
		"/throws":    pageOf(`<script src="throws.js"></script>`),
		"/throws.js": scriptOf(`undefinedName()`),
		"/inline":    pageOf(`<p style="color: red">Words.</p>`),
		"/foreign":   pageOf(`<img alt="" src="http://example.invalid/x.png">`),
		"/lacks":     pageOf(`<img alt="" src="nothing.png">`),
	})
	for _, test := range []struct{ path, want string }{
		{"/good", ""},
		{"/nowhere", ""}, // an error page that was asked for
		{"/error", "it is broken"},
		{"/throws", "undefinedName is not defined"},
		{"/inline", "Content Security Policy"},
		{"/foreign", "request to another host: http://example.invalid/x.png"},
		{"/lacks", "nothing.png answered 404"},
	} {
		t.Run(test.path, func(t *testing.T) {
			w := b.Window(t, h)
			w.Open(h.Server.URL + test.path)
			got := strings.Join(w.watch.take(), "\n")
			if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
				t.Errorf("%s: complaints %q, want %q", test.path, got, test.want)
			}
		})
	}
}

func TestAxeFindsWhatIsMissing(t *testing.T) {
	b := OpenBrowser(t)
	h := houseOf(t, map[string]http.HandlerFunc{
		"/good": pageOf(`<p>Words.</p>`),
		"/bad":  pageOf(`<form><input name="words"></form>`),
	})
	for path, want := range map[string]string{"/good": "", "/bad": "label"} {
		w := b.Window(t, h)
		w.Open(h.Server.URL + path)
		var got []string
		for _, v := range w.violations(nil) {
			got = append(got, v.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: violations %q, want %q", path, got, want)
		}
	}
}

func TestAWindowWithoutScriptRunsNone(t *testing.T) {
	b := OpenBrowser(t)
	h := houseOf(t, map[string]http.HandlerFunc{
		"/page":    pageOf(`<p>Words.</p><script src="page.js"></script>`),
		"/page.js": scriptOf(`document.querySelector("p").textContent = "Script."`),
	})
	w := b.Window(t, h, NoScript())
	w.Open(h.Server.URL + "/page")
	if got := w.Text("p"); got != "Words." {
		t.Errorf("the page shows %q, want %q", got, "Words.")
	}
}
