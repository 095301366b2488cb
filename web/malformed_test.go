package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"plenary/web"
	"plenary/web/webtest"
)

const urlencoded = "application/x-www-form-urlencoded"

// post sends a body as it stands to an address.
func (d desk) post(path, media, body string) sheet {
	d.t.Helper()
	return d.answer(d.client.Post(d.house.Server.URL+path, media, strings.NewReader(body)))
}

// formsOf gives for each form of the table of routes an address that is there.
func formsOf(h *webtest.House) map[string]string {
	number := string(h.Table(webtest.Mexico, amend("p3", "Establish.")))
	fill := strings.NewReplacer("{id}", string(webtest.ID), "{address}", "1", "{proposal}", number, "{act}", "not-retain",
		"{seat}", string(webtest.Peru), "{token}", h.Bearer(webtest.Secretariat))
	forms := map[string]string{}
	for _, pattern := range web.Patterns() {
		if path, ok := strings.CutPrefix(pattern, http.MethodPost+" "); ok {
			forms[pattern] = fill.Replace(path)
		}
	}
	return forms
}

func TestABodyThatIsNoFormIsRefusedByEveryFormAndNoFault(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	entries := h.View(webtest.Secretariat).Seq
	forms := formsOf(h)
	if len(forms) < 10 {
		t.Fatalf("only %d forms: %v", len(forms), forms)
	}
	for pattern, path := range forms {
		for _, body := range []struct{ media, text string }{
			{urlencoded, "reason=%zz&key=%zz&language=%zz"},
			{urlencoded, "a=1;b=2"},
			{"application/x-www-form-urlencoded; =", "a=1"},
			{urlencoded, "reason=" + strings.Repeat("x", 10<<20)},
		} {
			page := pen.post(path, body.media, body.text)
			if page.Code < 400 || page.Code >= 500 {
				t.Errorf("%s with %.40q answers %d", pattern, body.text, page.Code)
			}
		}
	}
	if strings.Contains(h.Logged(), "level=ERROR") {
		t.Error("what a client sent is logged as a fault of ours")
	}
	if got := h.View(webtest.Secretariat).Seq; got != entries+1 { // the proposal of formsOf
		t.Errorf("the record went from %d to %d", entries, got)
	}
}

func TestNoFieldOfAFormIsAFault(t *testing.T) {
	for _, value := range []string{"", "\x00x", "\xff", strings.Repeat("x", 70_000), "../..", "-1"} {
		h := webtest.New(t)
		pen := sitAt(t, h, webtest.Secretariat)
		for pattern, path := range formsOf(h) {
			if strings.HasSuffix(pattern, "/sign-out") {
				continue
			}
			for _, act := range []string{"save", "discard", "table", "open", value} {
				fields := url.Values{"act": {act}}
				for _, name := range []string{"key", "reason", "language", "back", "kind", "base", "text", "paragraph", "delegation", "other", "sponsor", "keep",
					"cutoff", "zone", "late", "role", "party", "name", "days", "file-hash", "title"} {
					fields.Set(name, value)
				}
				if page := pen.post(path, urlencoded, fields.Encode()); page.Code >= 500 {
					t.Errorf("%s with %.10q and act %.10q answers %d", pattern, value, act, page.Code)
				}
			}
		}
		if strings.Contains(h.Logged(), "level=ERROR") {
			t.Errorf("what a client sent is logged as a fault of ours:\n%s", h.Logged())
		}
	}
}

func TestADraftIsForgottenOnlyUnderTheKeyOfAForm(t *testing.T) {
	mexico := sitAt(t, webtest.New(t), webtest.Mexico)
	for key, want := range map[string]int{"p3.amend": 200, "draft.comment": 200, "": 422, "\x00x": 422, "p3": 422, "p3.amend\x00": 422,
		"p3.thank": 422, strings.Repeat("p", 300) + ".amend": 404, "\x00.amend": 404} {
		if page := mexico.send("/mine/drafts/delete", url.Values{"key": {key}}); page.Code != want {
			t.Errorf("key %.20q answers %d, want %d", key, page.Code, want)
		}
	}
}

func TestOnlyALanguageThatIsSpokenHereIsKept(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	for language, want := range map[string]int{"es": 200, "": 422, "de": 422, "ES": 422, strings.Repeat("x", 70_000): 422} {
		d := desk{t, h, h.Visitor()}
		if page := d.post("/language", urlencoded, url.Values{"language": {language}, "back": {"/"}}.Encode()); page.Code != want {
			t.Errorf("%.10q answers %d, want %d", language, page.Code, want)
		}
	}
}
