package web_test

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/web/webtest"
)

type placeholderBody struct {
	Nth   int
	Owner string
}

func placeholders(t *testing.T, s *webtest.Script) []placeholderBody {
	t.Helper()
	var history struct {
		Paragraph struct{ Placeholders []placeholderBody }
	}
	s.Get("paragraphs/2.b").Into(http.StatusOK, &history)
	return history.Paragraph.Placeholders
}

func TestAScriptLeavesAnOpenPlaceToSomebody(t *testing.T) {
	d := webtest.Draft()
	d.Paragraphs[5].Text = "promote *** with ***"
	h := webtest.New(t, webtest.WithDraft(d))
	office, mexico := h.Script(webtest.Secretariat), h.Script(webtest.Mexico)
	if got := placeholders(t, mexico); len(got) > 0 {
		t.Errorf("before: %v", got)
	}
	post(t, office, "paragraphs/2.b/placeholders/2", object{"owner": "Barbados"}, http.StatusOK)
	post(t, office, "paragraphs/p6/placeholders/1", object{"owner": "the Chair"}, http.StatusOK)
	if got, want := placeholders(t, mexico), []placeholderBody{{1, "the Chair"}, {2, "Barbados"}}; !cmp.Equal(got, want) {
		t.Errorf("owners %v, want %v", got, want)
	}
	post(t, office, "paragraphs/2.b/placeholders/2", nil, http.StatusOK)
	if got, want := placeholders(t, mexico), []placeholderBody{{1, "the Chair"}}; !cmp.Equal(got, want) {
		t.Errorf("owners %v, want %v", got, want)
	}
	for path, code := range map[string]string{"paragraphs/2.b/placeholders/0": "bad-value", "paragraphs/99/placeholders/1": "unknown-paragraph",
		"paragraphs/2.b/placeholders/first": "malformed"} {
		if p := office.Post(path, object{"owner": "Barbados"}).Problem(); p.Code != code {
			t.Errorf("%s: %s, want %s", path, p.Code, code)
		}
	}
	if p := mexico.Post("paragraphs/2.b/placeholders/1", object{"owner": "Barbados"}).Problem(); p.Code != "not-allowed" {
		t.Errorf("a delegate: %s, want not-allowed", p.Code)
	}
}
