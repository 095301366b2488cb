package web_test

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/web/webtest"
)

func TestADocumentIsTheSameBytesTwiceInEveryFormat(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amendment("promote the rights of workers."))
	mexico := h.Script(webtest.Mexico)
	for _, name := range format.Names() {
		f, err := format.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, what := range negotiation.Documents() {
			query := "compilation?what=" + string(what) + "&format=" + name
			first, second := mexico.Get(query), mexico.Get(query)
			if first.Status != http.StatusOK || len(first.Body) == 0 || !bytes.Equal(first.Body, second.Body) {
				t.Errorf("%s: %d, %d bytes; the second time %d bytes", query, first.Status, len(first.Body), len(second.Body))
			}
			if got := first.Header.Get("Content-Type"); got != f.MediaType {
				t.Errorf("%s: Content-Type %q, want %q", query, got, f.MediaType)
			}
			if got, want := first.Header.Get("Content-Disposition"), "attachment; filename=bridgetown-"+string(what)+f.Extension(); got != want {
				t.Errorf("%s: Content-Disposition %q, want %q", query, got, want)
			}
			if has := bytes.Contains(first.Body, []byte("MEXICO")); has != (what != negotiation.Clean) {
				t.Errorf("%s: names MEXICO: %t", query, has)
			}
		}
	}
}

func TestAConsolidatedTextIsSavedUnderItsRevision(t *testing.T) {
	h := webtest.New(t)
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: h.Table(webtest.Mexico, amendment("promote the rights of workers."))})
	got := h.Script(webtest.Mexico).Get("compilation?what=consolidated&format=md").Header.Get("Content-Disposition")
	if want := "attachment; filename=bridgetown-consolidated-rev1.md"; got != want {
		t.Errorf("Content-Disposition %q, want %q", got, want)
	}
}

func TestTheAPIOffersEveryDocument(t *testing.T) {
	d, _ := describe(t)
	for _, p := range d.Paths["/negotiations/{id}/compilation"]["get"].Parameters {
		if p.Name != "what" {
			continue
		}
		var want []any
		for _, what := range negotiation.Documents() {
			want = append(want, string(what))
		}
		if !slices.Equal(p.Schema.Enum, want) {
			t.Errorf("what is one of %v, want %v", p.Schema.Enum, want)
		}
		return
	}
	t.Error("the compilation takes no parameter what")
}

func TestADocumentIsAsOfAnInstant(t *testing.T) {
	h := webtest.New(t)
	before := h.Clock.Now().Add(-time.Millisecond)
	h.Table(webtest.Mexico, amendment("promote the rights of workers."))
	mexico := h.Script(webtest.Mexico)
	at := func(t time.Time) string {
		return "compilation?format=md&as_of=" + url.QueryEscape(t.Format(time.RFC3339Nano))
	}
	if got := mexico.Get(at(before)); got.Status != http.StatusOK || bytes.Contains(got.Body, []byte("MEXICO")) {
		t.Errorf("before the proposal: %d %s", got.Status, got.Body)
	}
	if now, got := mexico.Get("compilation?format=md"), mexico.Get(at(h.Clock.Now())); !bytes.Equal(got.Body, now.Body) {
		t.Errorf("as of now:\n%s\nwant\n%s", got.Body, now.Body)
	}
	if p := mexico.Get(at(before.Add(-time.Hour))).Problem(); p.Status != http.StatusConflict || p.Code != "no-draft" {
		t.Errorf("before everything: %d %s, want 409 no-draft", p.Status, p.Code)
	}
}

func TestADocumentHoldsWhatItsReaderMaySee(t *testing.T) {
	h := webtest.New(t)
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now(), Late: negotiation.MarkLate})
	h.Table(webtest.Mexico, amendment("promote the rights of workers."))
	for seat, sees := range map[negotiation.SeatID]bool{webtest.Secretariat: true, webtest.Mexico: true, webtest.Peru: false} {
		if got := h.Script(seat).Get("compilation?format=md"); strings.Contains(string(got.Body), "MEXICO") != sees {
			t.Errorf("the compilation for %s names MEXICO: %t", seat, !sees)
		}
	}
}

func TestADocumentSpeaksTheLanguageAskedFor(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amendment("promote the rights of workers."))
	seen := map[string]bool{}
	for _, tag := range negotiation.Languages() {
		seen[string(h.Script(webtest.Mexico).Get("compilation?format=html&lang="+tag).Body)] = true
	}
	if len(seen) != len(negotiation.Languages()) {
		t.Errorf("%d different documents in %d languages", len(seen), len(negotiation.Languages()))
	}
}

func TestADocumentIsRefused(t *testing.T) {
	h := webtest.New(t)
	mexico := h.Script(webtest.Mexico)
	for _, tt := range []struct {
		name   string
		answer webtest.Answer
		status int
		code   string
	}{
		{"in an unknown format", mexico.Get("compilation?format=wordstar"), 422, "bad-value"},
		{"of an unknown kind", mexico.Get("compilation?what=rumours"), 422, "bad-value"},
		{"in an unknown language", mexico.Get("compilation?lang=xx"), 422, "bad-value"},
		{"as of no instant", mexico.Get("compilation?as_of=tuesday"), 422, "malformed"},
		{"with an unknown wish", mexico.Get("compilation?colour=red"), 422, "malformed"},
		{"to a stranger", h.Stranger().Get("compilation"), 403, "not-signed-in"},
		{"before the import", webtest.New(t, webtest.WithoutDraft()).Script(webtest.Mexico).Get("compilation"), 409, "no-draft"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if p := tt.answer.Problem(); p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s), want %d %s", p.Status, p.Code, p.Detail, tt.status, tt.code)
			}
		})
	}
}

func TestNoDocumentIsOfAnInstantToCome(t *testing.T) {
	h := webtest.New(t)
	to := h.Clock.Now().Add(time.Hour).UTC().Format(time.RFC3339)
	p := h.Script(webtest.Mexico).Get("compilation?as_of=" + url.QueryEscape(to)).Problem()
	if p.Status != http.StatusUnprocessableEntity || p.Code != string(negotiation.BadValue) {
		t.Errorf("as of %s: %+v", to, p)
	}
}

func TestAWindowIsAnnouncedInAZoneThatThereIs(t *testing.T) {
	h := webtest.New(t)
	for _, zone := range []string{"Nope/Zone", "Local", "../../etc/passwd", "<script>"} {
		p := h.Script(webtest.Secretariat).Post("comments/open", map[string]string{"zone": zone}).Problem()
		if p.Status != http.StatusUnprocessableEntity || p.Code != string(negotiation.BadValue) {
			t.Errorf("zone %q: %+v", zone, p)
		}
	}
}
