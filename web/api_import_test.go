package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

const cleanDraft = "# Plan of the year\n\n1. The States parties shall meet each year.\n\n- a. in person;\n- b. or by writing.\n"

type importedBody struct {
	Receipt *webtest.Receipt
	Report  reportBody
}

type reportBody struct {
	Version, Paragraphs, Headings int
	Proposals                     []struct{ ID, Delegation, Paragraph string }
	Requests                      []struct{ Proposal string }
	Notices                       []struct{ Code string }
}

// named names the file of a script's import.
func named(s *webtest.Script, file string) *webtest.Script {
	return s.With("Content-Disposition", `attachment; filename="`+file+`"`)
}

func bridgetown(t *testing.T) []byte {
	t.Helper()
	document, err := os.ReadFile(filepath.Join("..", "testdata", "documents", "bridgetown-compilation.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func TestADryRunReportsAndRecordsNothing(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	secretariat := named(h.Script(webtest.Secretariat), "bridgetown.txt")
	before := h.View(webtest.Secretariat).Seq
	var dry importedBody
	secretariat.Send("import?dry_run=true", bridgetown(t), "text/plain").Into(http.StatusOK, &dry)
	if r := dry.Report; dry.Receipt != nil || r.Version != 1 || r.Paragraphs != 72 || r.Headings != 7 || len(r.Proposals) != 34 {
		t.Errorf("receipt %v; %d paragraphs, %d headings, %d proposals; want 72, 7, 34", dry.Receipt, r.Paragraphs, r.Headings, len(r.Proposals))
	}
	if after := h.View(webtest.Secretariat); after.Seq != before || len(after.Paragraphs) != 0 {
		t.Errorf("the record went from %d to %d", before, after.Seq)
	}
}

func TestAnImportIsRecordedOnceAndItsReportCanBeReadLater(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	secretariat := named(h.Script(webtest.Secretariat), `C:\drafts\bridgetown.txt`).With("Idempotency-Key", "k1")
	var first, again importedBody
	secretariat.Send("import", bridgetown(t), "text/plain").Into(http.StatusOK, &first)
	if first.Receipt == nil || first.Receipt.Repeated {
		t.Fatalf("receipt is %+v", first.Receipt)
	}
	secretariat.Send("import", bridgetown(t), "text/plain").Into(http.StatusOK, &again)
	if again.Receipt == nil || !again.Receipt.Repeated || again.Receipt.Hash != first.Receipt.Hash {
		t.Errorf("sent twice, the receipt is %+v, then %+v", first.Receipt, again.Receipt)
	}
	v := h.View(webtest.Secretariat)
	if v.Source.Name != "bridgetown.txt" {
		t.Errorf("the file is named %q", v.Source.Name)
	}
	kept, err := h.Store.File(t.Context(), webtest.ID, v.Source.SHA256)
	if err != nil || !bytes.Equal(kept.Data, bridgetown(t)) {
		t.Errorf("the file is not kept as it came: %v", err)
	}
	read := h.Script(webtest.Chair).Get("report")
	var report reportBody
	read.Into(http.StatusOK, &report)
	if len(report.Proposals) != 34 || len(report.Notices) != len(first.Report.Notices) || report.Paragraphs != 72 {
		t.Errorf("the report has %d paragraphs, %d proposals, %d notices", report.Paragraphs, len(report.Proposals), len(report.Notices))
	}
	// What becomes of the draft does not change what was read.
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "2"})
	if later := h.Script(webtest.Chair).Get("report"); !bytes.Equal(later.Body, read.Body) {
		t.Errorf("the report changed with the draft:\n%s\n%s", read.Body, later.Body)
	}
}

func TestAnImportMayComeAsAForm(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", "draft.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(cleanDraft)); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	var got importedBody
	h.Script(webtest.Secretariat).Send("import", body.Bytes(), form.FormDataContentType()).Into(http.StatusOK, &got)
	if got.Receipt == nil || got.Report.Paragraphs != 3 {
		t.Errorf("imported %+v", got)
	}
	if p, ok := h.View(webtest.Mexico).Paragraph("1.b"); !ok || p.Text != "or by writing." {
		t.Errorf("1.b is %+v", p)
	}
}

func TestAnImportIsRefusedWhole(t *testing.T) {
	for _, tt := range []struct {
		name   string
		open   []webtest.Option
		seat   negotiation.SeatID
		file   string
		body   string
		media  string
		status int
		code   string
	}{
		{"of a delegate", []webtest.Option{webtest.WithoutDraft()}, webtest.Mexico, "draft.md", cleanDraft, "text/plain", 403, "not-allowed"},
		{"of the Chair, dry or not", []webtest.Option{webtest.WithoutDraft()}, webtest.Chair, "draft.md", cleanDraft, "text/plain", 403, "not-allowed"},
		{"of a second draft", nil, webtest.Secretariat, "draft.md", cleanDraft, "text/plain", 409, "already-draft"},
		{"without a name", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "", cleanDraft, "text/plain", 422, "empty"},
		{"of an unknown kind", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "draft.exe", cleanDraft, "text/plain", 422, "unreadable"},
		{"of nothing", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "draft.md", " \n", "text/plain", 422, "unreadable"},
		{"of no body", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "draft.md", "", "text/plain", 400, "malformed"},
		{"of a form without a file", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "", "--b\r\n\r\n--b--\r\n", "multipart/form-data; boundary=b", 422, "empty"},
		{"of a form that breaks off", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "", "--b\r\nContent", "multipart/form-data; boundary=b", 422, "bad-value"},
		{"of too large a body", []webtest.Option{webtest.WithoutDraft()}, webtest.Secretariat, "draft.md", string(bytes.Repeat([]byte("a"), 10<<20)), "text/plain", 413, "too-large"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := webtest.New(t, tt.open...)
			before := h.View(webtest.Secretariat).Seq
			p := named(h.Script(tt.seat), tt.file).Send("import", []byte(tt.body), tt.media).Problem()
			if p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s), want %d %s", p.Status, p.Code, p.Detail, tt.status, tt.code)
			}
			if after := h.View(webtest.Secretariat).Seq; after != before {
				t.Errorf("the record went from %d to %d", before, after)
			}
		})
	}
}

func TestTheReportIsForThoseWhoDecide(t *testing.T) {
	h := webtest.New(t)
	var report reportBody
	h.Script(webtest.Secretariat).Get("report").Into(http.StatusOK, &report)
	if len(report.Notices) != 1 || report.Paragraphs != 11 || report.Headings != 3 {
		t.Errorf("report is %+v", report)
	}
	if p := h.Script(webtest.Mexico).Get("report").Problem(); p.Status != http.StatusForbidden || p.Code != "not-allowed" {
		t.Errorf("for a delegate: %d %s", p.Status, p.Code)
	}
	empty := webtest.New(t, webtest.WithoutDraft())
	if p := empty.Script(webtest.Secretariat).Get("report").Problem(); p.Status != http.StatusConflict || p.Code != "no-draft" {
		t.Errorf("before the import: %d %s", p.Status, p.Code)
	}
}
