package web_test

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// asForm gives a form with a document and choices, where they are not empty.
func asForm(t testing.TB, name, document, choices string) (body []byte, media string) {
	t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	part, err := form.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write([]byte(document))
	}
	if err == nil && choices != "" {
		err = form.WriteField("choices", choices)
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), form.FormDataContentType()
}

func TestAScriptDecidesWhatADryRunLeavesOpen(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	script := h.Script(webtest.Secretariat)
	send := func(path, choices string) webtest.Answer {
		body, media := asForm(t, "doubtful.txt", doubtfulFile, choices)
		return script.Send(path, body, media)
	}
	var dry struct{ Report negotiation.Report }
	send("import?dry_run=true", "").Into(http.StatusOK, &dry)
	if len(dry.Report.Questions) != 1 || dry.Report.Questions[0].Name != "OBJECTIVE" || len(dry.Report.Proposals) != 5 {
		t.Fatalf("the dry run asks %+v about %d proposals", dry.Report.Questions, len(dry.Report.Proposals))
	}
	send("import", `{"names": {"OBJECTIVE": false}, "targets": {"11": "1"}, "confirmed": [{"line": 3, "reading": "probable", "word": "Letter"}, {"line": 9, "reading": "literal", "word": "Note"}]}`).
		Into(http.StatusOK, &dry)
	v := h.View(webtest.Secretariat)
	if got, want := readings(v), "1 probable (Letter), 2 -, 3 literal (Note), 4 -"; got != want {
		t.Errorf("confirmed %s, want %s", got, want)
	}
	if got := v.Proposals[3].Addresses[0]; got != "1" {
		t.Errorf("the proposal of Chile is on %q, want 1", got)
	}
}

func TestChoicesThatCannotBeAreRefusedWhole(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	before := h.View(webtest.Secretariat).Seq
	for _, tt := range []struct {
		name, choices string
		status        int
		code          string
	}{
		{"no JSON", `{`, 422, "bad-value"},
		{"no UTF-8", "{\"names\": {\"\xff\": true}}", 422, "bad-text"},
		{"an unknown part", `{"readings": []}`, 422, "bad-value"},
		{"a target that is none", `{"targets": {"11": "99.z"}}`, 404, "unknown-paragraph"},
		{"a target of nothing", `{"targets": {"12": "1"}}`, 422, "bad-value"},
		{"a target without a line", `{"targets": {"first": "1"}}`, 422, "bad-value"},
		{"a reading of nothing", `{"confirmed": [{"line": 12, "reading": "probable", "word": "Letter"}]}`, 422, "bad-value"},
		{"a reading in no doubt", `{"confirmed": [{"line": 11, "reading": "probable", "word": "Letter"}]}`, 422, "bad-value"},
		{"a reading that is none", `{"confirmed": [{"line": 3, "reading": "ask", "word": "Letter"}]}`, 422, "bad-value"},
		{"a reading twice", `{"confirmed": [{"line": 3, "reading": "probable", "word": "a"}, {"line": 3, "reading": "literal", "word": "b"}]}`, 422, "bad-value"},
		{"no word", `{"confirmed": [{"line": 3, "reading": "probable"}]}`, 422, "empty"},
		{"a blank word", `{"confirmed": [{"line": 3, "reading": "probable", "word": " "}]}`, 422, "empty"},
		{"too much", `{"names": {"` + strings.Repeat("x", 1<<20) + `": true}}`, 413, "too-long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body, media := asForm(t, "doubtful.txt", doubtfulFile, tt.choices)
			if p := h.Script(webtest.Secretariat).Send("import", body, media).Problem(); p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s), want %d %s", p.Status, p.Code, p.Detail, tt.status, tt.code)
			}
		})
	}
	if after := h.View(webtest.Secretariat).Seq; after != before {
		t.Errorf("the record went from %d to %d", before, after)
	}
}

func TestAScriptImportsAmendmentsOfADelegation(t *testing.T) {
	h := webtest.New(t)
	script := named(h.Script(webtest.Secretariat), "peru.txt").With("Idempotency-Key", "k1")
	const file = "1. Establish two working groups that meet **each month** in the period between conferences.\n"
	before := h.View(webtest.Secretariat).Seq
	var got importedBody
	script.Send("import?as=proposals&delegation=PERU&dry_run=true", []byte(file), "text/plain").Into(http.StatusOK, &got)
	if v := h.View(webtest.Secretariat); v.Seq != before || len(got.Report.Proposals) != 1 || got.Report.Proposals[0].Paragraph != "1" {
		t.Fatalf("entry %d after %d; read %+v", v.Seq, before, got.Report.Proposals)
	}
	for range 2 { // the second is the same import
		script.Send("import?as=proposals&delegation=PERU", []byte(file), "text/plain").Into(http.StatusOK, &got)
	}
	v := h.View(webtest.Secretariat)
	if v.Seq != before+1 || len(v.Proposals) != 1 || v.Proposals[0].Delegation != "PERU" || len(v.Imports) != 1 || v.Imports[0].Source.Name != "peru.txt" {
		t.Errorf("entry %d after %d; proposals %+v, imports %+v", v.Seq, before, v.Proposals, v.Imports)
	}
	// The report on the draft is of the draft alone.
	var report json.RawMessage
	script.Get("report").Into(http.StatusOK, &report)
	if strings.Contains(string(report), "PERU") {
		t.Errorf("the report on the draft tells of amendments: %s", report)
	}
}

func TestAmendmentsAreRefusedWhole(t *testing.T) {
	const file = "1. Establish two working groups that meet **each month** in the period between conferences.\n"
	for _, tt := range []struct {
		name   string
		open   []webtest.Option
		seat   negotiation.SeatID
		query  string
		file   string
		status int
		code   string
	}{
		{"without a draft", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "as=proposals&delegation=PERU", file, 409, "no-draft"},
		{"of a delegate", nil, webtest.Peru, "as=proposals&delegation=PERU", file, 403, "not-allowed"},
		{"of nobody", nil, webtest.Secretariat, "as=proposals", file, 422, "empty"},
		{"of nothing", nil, webtest.Secretariat, "as=proposals&delegation=PERU", " \n", 422, "unreadable"},
		{"a draft of one delegation", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "delegation=PERU", file, 422, "bad-value"},
		{"an unknown kind", nil, webtest.Secretariat, "as=poem", file, 422, "bad-value"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := webtest.New(t, tt.open...)
			before := h.View(webtest.Secretariat).Seq
			if p := named(h.Script(tt.seat), "peru.txt").Send("import?"+tt.query, []byte(tt.file), "text/plain").Problem(); p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s), want %d %s", p.Status, p.Code, p.Detail, tt.status, tt.code)
			}
			if after := h.View(webtest.Secretariat).Seq; after != before {
				t.Errorf("the record went from %d to %d", before, after)
			}
		})
	}
}
