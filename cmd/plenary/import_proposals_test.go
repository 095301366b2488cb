package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plenary/negotiation"
)

// plan makes a data file with a draft of two paragraphs whose window is open, and
// gives its name with a function that writes files of amendments.
func plan(t *testing.T) (data string, write func(words string) string) {
	t.Helper()
	dir := t.TempDir()
	write = func(words string) string {
		file := filepath.Join(dir, "file.txt")
		if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	data = filepath.Join(dir, "plenary.db")
	if code, _, words := plenary(t, "import", "--data", data, "--negotiation", "plan", write("1. The States shall meet each year.\n\n2. They shall report to the Chair.\n")); code != 0 {
		t.Fatalf("import the draft: %s", words)
	}
	inFile(t, data, func(h house) error { return h.do(t.Context(), "plan", negotiation.OpenComments{}) })
	return data, write
}

func planned(t *testing.T, data string) (v negotiation.View) {
	t.Helper()
	inFile(t, data, func(h house) (err error) {
		v, err = h.room.View(t.Context(), "plan", negotiation.Audience{Role: negotiation.Secretariat})
		return err
	})
	return v
}

func TestAmendmentsAreTabledInOneEntryAndTheirFileIsKept(t *testing.T) {
	data, write := plan(t)
	before := planned(t, data).Seq
	file := write("1. The States shall meet each year **in person**.\n\nDelete paragraph 2.\n")
	code, out, words := plenary(t, "import", "--data", data, "--negotiation", "plan", "--as", "proposals", "--delegation", "PERU", "--report", "json", file)
	if code != 0 {
		t.Fatalf("exit code %d: %s", code, words)
	}
	var report negotiation.Report
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("decode %s: %v", out, err)
	}
	if len(report.Proposals) != 2 || report.Proposals[0].Delegation != "PERU" || report.Proposals[0].Paragraph != "1" {
		t.Errorf("reported %+v", report.Proposals)
	}
	v := planned(t, data)
	if v.Seq != before+1 || len(v.Proposals) != 2 || len(v.Imports) != 1 {
		t.Fatalf("entry %d after %d, %d proposals, %d imports; want one entry more, 2 and 1", v.Seq, before, len(v.Proposals), len(v.Imports))
	}
	inFile(t, data, func(h house) error {
		kept, err := h.secrets.File(context.Background(), "plan", v.Imports[0].Source.SHA256)
		if err == nil && !strings.HasPrefix(string(kept.Data), "1. The States shall meet") {
			t.Errorf("kept %q", kept.Data)
		}
		return err
	})
}

func TestAmendmentsThatNobodySignsAreRefused(t *testing.T) {
	data, write := plan(t)
	file := write("1. The States shall meet each year **in person**.\n")
	before := planned(t, data).Seq
	code, out, words := plenary(t, "import", "--data", data, "--negotiation", "plan", "--as", "proposals", file)
	if code != 1 || out != "" || !strings.Contains(words, "delegation") {
		t.Errorf("exit code %d, said %q and %q; want 1 and that a delegation is missing", code, out, words)
	}
	if after := planned(t, data).Seq; after != before {
		t.Errorf("the record went from %d to %d", before, after)
	}
	signed := write("PERU: 1. The States shall meet each year **in person**.\n")
	if code, _, words := plenary(t, "import", "--data", data, "--negotiation", "plan", "--as", "proposals", signed); code != 0 {
		t.Errorf("a file that names its delegation: exit code %d, %s", code, words)
	}
}
