package web_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"plenary/negotiation/lang"
	"plenary/web/webtest"
)

func TestAFormFromAnotherSiteIsRefusedInTheReadersLanguage(t *testing.T) {
	h := webtest.New(t)
	browser := h.Join(webtest.Secretariat)
	for _, tag := range lang.Tags() {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL("/desk/window"), strings.NewReader("act=close"))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Origin", "https://elsewhere.example")
		req.Header.Set("Accept-Language", tag)
		res, err := browser.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(res.Body)
		if closed := res.Body.Close(); err != nil || closed != nil {
			t.Fatal(err, closed)
		}
		tongue, _ := lang.For(tag)
		if want := tongue.Say("error.other-site"); res.StatusCode != http.StatusForbidden || strings.TrimSpace(string(body)) != want {
			t.Errorf("%s: %d %s, want 403 %s", tag, res.StatusCode, body, want)
		}
	}
	if !h.View(webtest.Secretariat).Window.Open {
		t.Error("the window was closed from another site")
	}
}
