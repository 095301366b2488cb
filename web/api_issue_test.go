package web_test

import (
	"net/http"
	"testing"
	"time"

	"plenary/web/webtest"
)

func TestAScriptIssuesNothingBeforeThereIsADraft(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	if p := h.Script(webtest.Secretariat).Post("issues", nil).Problem(); p.Status != http.StatusConflict || p.Code != "no-draft" {
		t.Errorf("%d %s, want 409 no-draft", p.Status, p.Code)
	}
	h = webtest.New(t)
	early := object{"as_of": h.Clock.Now().Add(-24 * time.Hour).Format(time.RFC3339)}
	if p := h.Script(webtest.Secretariat).Post("issues", early).Problem(); p.Status != http.StatusUnprocessableEntity || p.Code != "bad-value" || p.Details["field"] != "as_of" {
		t.Errorf("as of a day before: %d %s %v, want 422 bad-value of as_of", p.Status, p.Code, p.Details)
	}
	if h.Logged() != "" {
		t.Errorf("logged %s", h.Logged())
	}
}
