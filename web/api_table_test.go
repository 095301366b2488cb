package web_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// tabling is the body that tables one amendment of 2.b.
func tabling(text string) object {
	return object{"changes": []object{{"kind": "amend", "paragraph": "2.b", "base": 1, "text": text}}}
}

func post(t *testing.T, s *webtest.Script, path string, body any, status int) webtest.Receipt {
	t.Helper()
	var r webtest.Receipt
	s.Post(path, body).Into(status, &r)
	return r
}

func TestAScriptCanDoEverythingThatAPageOffers(t *testing.T) {
	h := webtest.New(t)
	secretariat, chair, mexico, peru := h.Script(webtest.Secretariat), h.Script(webtest.Chair), h.Script(webtest.Mexico), h.Script(webtest.Peru)

	first := post(t, mexico, "proposals", object{"sponsors": []string{"PERU"}, "language": "es", "category": "editorial", "reason": "clearer",
		"changes": []object{
			{"kind": "amend", "paragraph": "2.b", "base": 1, "text": "promote the rights of workers."},
			{"kind": "insert", "paragraph": "p5", "base": 1, "as": "lettered", "text": "meet twice a year;"},
			{"kind": "move", "paragraph": "3.bullet1", "base": 1, "after": "3.bullet2"},
			{"kind": "delete", "paragraph": "4.i", "base": 1},
			{"kind": "request", "paragraph": "1", "text": "Say who convenes them."},
			{"kind": "comment", "text": "A good text."},
		}}, http.StatusCreated)
	if first.Proposal != "1" || first.Repeated || len(first.Hash) != 64 {
		t.Errorf("receipt is %+v", first)
	}
	second := post(t, mexico, "proposals", object{"replaces": "1", "changes": tabling("promote all rights of workers.")["changes"]}, http.StatusCreated)
	post(t, mexico, "proposals/"+second.Proposal+"/withdraw", object{"reason": "we agree with Peru"}, http.StatusOK)
	again := post(t, peru, "proposals", object{"again": second.Proposal, "changes": tabling("promote all rights of workers.")["changes"]}, http.StatusCreated)
	post(t, chair, "proposals/"+again.Proposal+"/accept", object{"reason": "agreed",
		"amended": []object{{"change": 0, "base": 1, "text": "promote all rights of all workers."}}}, http.StatusOK)

	post(t, secretariat, "comments/open", object{"cut_off": h.Clock.Now().Add(time.Hour).Format(time.RFC3339), "zone": "America/Barbados", "late": "mark"}, http.StatusOK)
	h.Clock.Advance(2 * time.Hour)
	late := post(t, mexico, "proposals", object{"changes": []object{{"kind": "comment", "paragraph": "1", "text": "Sooner."}}}, http.StatusCreated)
	post(t, chair, "proposals/"+late.Proposal+"/admit", nil, http.StatusOK)
	post(t, chair, "proposals/"+late.Proposal+"/not-retain", object{"reason": "said already"}, http.StatusOK)
	post(t, secretariat, "comments/close", nil, http.StatusOK)

	var statuses []string
	var list struct{ Proposals []proposalBody }
	h.Script(webtest.Observer).Get("proposals").Into(http.StatusOK, &list)
	for _, p := range list.Proposals {
		statuses = append(statuses, p.Status)
	}
	if want := []string{"superseded", "withdrawn", "accepted-amended", "not-retained"}; !slices.Equal(statuses, want) {
		t.Errorf("statuses %v, want %v", statuses, want)
	}
	v := h.View(webtest.Observer)
	if p, _ := v.Paragraph("2.b"); p.Text != "promote all rights of all workers." || p.Version != 2 {
		t.Errorf("2.b is %q at version %d", p.Text, p.Version)
	}
	if w := v.Window; w.Open || w.Zone != "America/Barbados" {
		t.Errorf("window is %+v", w)
	}
}

func TestTheSameKeyGivesTheSameReceipt(t *testing.T) {
	h := webtest.New(t)
	mexico := h.Script(webtest.Mexico).With("Idempotency-Key", "k1")
	first := post(t, mexico, "proposals", tabling("promote the rights of workers."), http.StatusCreated)
	h.Clock.Advance(time.Minute)
	second := post(t, mexico, "proposals", tabling("promote the rights of workers."), http.StatusCreated)
	if want := first; !second.Repeated || second.Seq != want.Seq || second.Hash != want.Hash || second.Proposal != want.Proposal {
		t.Errorf("receipts %+v and %+v", first, second)
	}
	if p := mexico.Post("proposals", tabling("promote other rights.")).Problem(); p.Status != http.StatusConflict || p.Code != "same-key" {
		t.Errorf("another body under the key: %d %s, want 409 same-key", p.Status, p.Code)
	}
	// The key is that seat's: another one may use it too.
	other := post(t, h.Script(webtest.Peru).With("Idempotency-Key", "k1"), "proposals", tabling("promote other rights."), http.StatusCreated)
	if other.Repeated || other.Proposal != "2" {
		t.Errorf("the key of another seat: %+v", other)
	}
	for key, code := range map[string]string{strings.Repeat("k", negotiation.MaxKey+1): "too-long", "caf\xe9": "bad-text", "a\tb": "bad-text"} {
		odd := h.Script(webtest.Mexico).With("Idempotency-Key", key)
		for _, path := range []string{"proposals", "seats/peru/invitations"} {
			if p := odd.Post(path, tabling("promote some rights.")).Problem(); p.Code != code || p.Details["field"] != "key" {
				t.Errorf("%s under the key %.20q: %s %v, want %s", path, key, p.Code, p.Details, code)
			}
		}
	}
}

func TestAStaleBaseIsToldTheNewerText(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amendment("promote the rights of workers."))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	p := h.Script(webtest.Mexico).Post("proposals", tabling("promote the protection of all workers.")).Problem()
	if p.Status != http.StatusConflict || p.Code != "stale" {
		t.Fatalf("%d %s, want 409 stale", p.Status, p.Code)
	}
	if d := p.Details; d["text"] != "promote the rights of workers." || d["base"] != "1" || d["current"] != "2" || d["paragraph"] != "2.b" {
		t.Errorf("details are %v", d)
	}
}

func TestACommandThatIsNotLawfulIsAProblemWithItsCode(t *testing.T) {
	long := strings.Repeat("a", negotiation.MaxText+1)
	amend := tabling("promote the rights of workers.")
	for _, tt := range []struct {
		name   string
		seat   negotiation.SeatID
		path   string
		body   any
		status int
		code   string
	}{
		{"an observer tables", webtest.Observer, "proposals", amend, 403, "not-allowed"},
		{"a delegate decides", webtest.Mexico, "proposals/1/accept", nil, 403, "not-allowed"},
		{"a delegate opens comments", webtest.Mexico, "comments/open", object{}, 403, "not-allowed"},
		{"a delegate opens a seat", webtest.Mexico, "seats", object{"id": "other", "role": "chair"}, 403, "not-allowed"},
		{"a delegate speaks for another", webtest.Mexico, "proposals", object{"delegation": "PERU", "changes": amend["changes"]}, 403, "not-yours"},
		{"nobody tables", "", "proposals", amend, 403, "not-signed-in"},
		{"an unknown address", webtest.Mexico, "proposals", object{"changes": []object{{"kind": "delete", "paragraph": "99", "base": 1}}}, 404, "unknown-paragraph"},
		{"an unknown proposal", webtest.Chair, "proposals/9/accept", nil, 404, "unknown-proposal"},
		{"an unknown seat", webtest.Secretariat, "seats/nobody/close", nil, 404, "unknown-seat"},
		{"words that are too long", webtest.Mexico, "proposals", tabling(long), 413, "too-long"},
		{"a body that is too large", webtest.Mexico, "proposals", tabling(strings.Repeat("a", 4<<20)), 413, "too-large"},
		{"no change", webtest.Mexico, "proposals", tabling("promote the protection of workers, with a gender perspective."), 422, "no-change"},
		{"nothing at all", webtest.Mexico, "proposals", object{}, 422, "empty"},
		{"an unknown kind", webtest.Mexico, "proposals", object{"changes": []object{{"kind": "rewrite"}}}, 422, "bad-value"},
		{"an unknown policy", webtest.Secretariat, "comments/open", object{"late": "never"}, 422, "bad-value"},
		{"an unknown field", webtest.Mexico, "proposals", object{"nonsense": 1}, 422, "malformed"},
		{"an unknown field inside", webtest.Mexico, "proposals", object{"changes": []object{{"kind": "comment", "text": "a", "nonsense": 1}}}, 422, "malformed"},
		{"a number for words", webtest.Mexico, "proposals", object{"reason": 7}, 422, "malformed"},
		{"no body", webtest.Mexico, "proposals", nil, 400, "malformed"},
		{"no JSON", webtest.Mexico, "proposals", "{", 400, "malformed"},
		{"two values", webtest.Mexico, "proposals", "{}{}", 400, "malformed"},
		{"a time that is none", webtest.Secretariat, "comments/open", object{"cut_off": "tomorrow"}, 422, "malformed"},
		{"deep nesting", webtest.Mexico, "proposals", strings.Repeat("[", 100_000), 400, "malformed"},
		{"bytes that are no UTF-8", webtest.Mexico, "proposals", "{\"reason\":\"caf\xe9\"}", 422, "bad-text"},
		{"half a pair", webtest.Mexico, "proposals", `{"reason":"\ud83d"}`, 422, "bad-text"},
		{"a control character", webtest.Mexico, "proposals", tabling("a\u0007b"), 422, "bad-text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := webtest.New(t)
			script := h.Stranger()
			if tt.seat != "" {
				script = h.Script(tt.seat)
			} else if before := script.Get("/negotiations/bridgetown"); before.Status != http.StatusForbidden {
				t.Fatalf("a stranger reads: %d", before.Status)
			}
			before := h.View(webtest.Secretariat).Seq
			p := script.Post(tt.path, tt.body).Problem()
			if p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s %v), want %d %s", p.Status, p.Code, p.Detail, p.Errors, tt.status, tt.code)
			}
			if after := h.View(webtest.Secretariat).Seq; after != before {
				t.Errorf("the record went from %d to %d", before, after)
			}
			if h.Logged() != "" {
				t.Errorf("logged %s", h.Logged())
			}
		})
	}
}

func TestEveryBodyRefusesUnknownFields(t *testing.T) {
	d, _ := describe(t)
	h := webtest.New(t)
	secretariat := h.Script(webtest.Secretariat)
	for path, item := range d.Paths {
		if post, ok := item["post"]; !ok || post.RequestBody == nil || strings.HasSuffix(path, "/import") {
			continue
		}
		where := strings.NewReplacer("{id}", string(webtest.ID), "{number}", "1", "{seat}", "mexico", "{nth}", "1").Replace(path)
		if p := secretariat.Post(where, `{"nonsense":true}`).Problem(); p.Status != http.StatusUnprocessableEntity || len(p.Errors) != 1 || p.Errors[0].Location != "body.nonsense" {
			t.Errorf("%s: %+v", where, p)
		}
	}
}

func TestAProblemSpeaksTheLanguageOfTheCaller(t *testing.T) {
	h := webtest.New(t)
	details := map[string]bool{}
	for _, tag := range []string{"en", "es", "fr", "pt"} {
		answer := h.Script(webtest.Observer).With("Accept-Language", tag+"-XX, de;q=0.5").Post("proposals", tabling("promote the rights of workers."))
		details[answer.Problem().Detail] = true
		if got := answer.Header.Get("Content-Language"); got != tag {
			t.Errorf("Content-Language is %q, want %q", got, tag)
		}
	}
	if len(details) != 4 {
		t.Errorf("%d different sentences in four languages: %v", len(details), details)
	}
}

func TestWordsComeBackByteForByte(t *testing.T) {
	for _, text := range []string{`"Quoted" \ <b>&amp;</b>`, "año – niño … *** 😀", "a\u00a0b", "日本語", `\ud83d`} {
		h := webtest.New(t)
		post(t, h.Script(webtest.Mexico), "proposals", tabling(text), http.StatusCreated)
		var p proposalBody
		h.Script(webtest.Mexico).Get("proposals/1").Into(http.StatusOK, &p)
		if got := p.Changes[0].Text; got != text {
			t.Errorf("sent %q, got %q back", text, got)
		}
		var before, after strings.Builder
		for _, span := range p.Changes[0].Redline {
			if span.Op != "insert" {
				before.WriteString(span.Text)
			}
			if span.Op != "delete" {
				after.WriteString(span.Text)
			}
		}
		if after.String() != text || before.String() != "promote the protection of workers, with a gender perspective." {
			t.Errorf("the redline leads from %q to %q", before.String(), after.String())
		}
	}
}

func TestAFaultIsToldWithoutItsInsideAndLoggedOnce(t *testing.T) {
	h := webtest.New(t)
	h.Store.Fail = func(negotiation.Entry) error { return fmt.Errorf("the disk of shelf 7 is full") }
	p := h.Script(webtest.Mexico).Post("proposals", tabling("promote the rights of workers.")).Problem()
	if p.Status != http.StatusInsufficientStorage || p.Code != "not-recorded" || !strings.Contains(p.Detail, "could not be recorded") {
		t.Errorf("problem is %+v", p)
	}
	if strings.Contains(fmt.Sprint(p), "shelf") {
		t.Errorf("problem tells the inside: %+v", p)
	}
	if got := strings.Count(h.Logged(), "shelf 7"); got != 1 || !strings.Contains(h.Logged(), p.Details["id"]) {
		t.Errorf("logged %d times, want once under %q:\n%s", got, p.Details["id"], h.Logged())
	}
}

func TestABrowserMayUseTheAPIWithItsSessionAndNoOtherSiteMay(t *testing.T) {
	h := webtest.New(t)
	browser := h.Join(webtest.Mexico)
	send := func(headers ...string) *http.Response {
		t.Helper()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.Server.URL+webtest.API+"/negotiations/bridgetown/proposals",
			strings.NewReader(`{"changes":[{"kind":"comment","text":"A good text."}]}`))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Content-Type", "application/json")
		for i := 0; i < len(headers); i += 2 {
			req.Header.Set(headers[i], headers[i+1])
		}
		res, err := browser.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		if err := res.Body.Close(); err != nil {
			t.Fatal(err)
		}
		return res
	}
	if got := send("Sec-Fetch-Site", "same-origin").StatusCode; got != http.StatusCreated {
		t.Errorf("from a page of ours: %d, want 201", got)
	}
	for _, other := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}} {
		res := send(other...)
		if res.StatusCode != http.StatusForbidden || res.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%v: %d %s, want a problem 403", other, res.StatusCode, res.Header.Get("Content-Type"))
		}
	}
	if got := len(h.View(webtest.Mexico).Proposals); got != 1 {
		t.Errorf("%d proposals, want 1", got)
	}
}
