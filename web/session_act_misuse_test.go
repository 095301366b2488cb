package web_test

import (
	"net/url"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// A delegate who may not let the gavel fall must not be able to keep the server busy
// with the names of ten thousand delegations either.
func TestAListThatNobodyNeedsIsRefusedBeforeItIsRead(t *testing.T) {
	h := openRoom(t)
	mexico, script := sitAt(t, h, webtest.Mexico), h.Script(webtest.Mexico)
	for _, tt := range []struct {
		act, field string
		limit      int
	}{
		{"gavel", "told", negotiation.MaxParties},
		{"rule", "asked", negotiation.MaxParties},
		{"group", "members", negotiation.MaxParties},
		{"agenda", "paragraphs", negotiation.MaxParagraphs},
		{"freeze-list", "paragraphs", negotiation.MaxParagraphs},
	} {
		for n, want := range map[int]string{tt.limit: string(negotiation.NotAllowed), tt.limit + 1: string(negotiation.TooMany)} {
			list := strings.Fields(strings.Repeat("z ", n))
			answers := map[string]webtest.Answer{"the API": script.Post("session/"+tt.act, object{tt.field: list})}
			if tt.field == "paragraphs" { // of which a form has many in one field
				answers["a form"] = mexico.tell(tt.act, tt.field, strings.Join(list, " "))
			} else {
				answers["a form"] = h.Tell(mexico.client, "/session/"+tt.act, url.Values{tt.field: list})
			}
			for over, a := range answers {
				if got := a.Problem().Code; got != want {
					t.Errorf("%s with %d %s over %s: %q, want %q", tt.act, n, tt.field, over, got, want)
				}
			}
		}
	}
}
