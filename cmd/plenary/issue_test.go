package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

// issued gives a data file in which RTP/doc.1/26 was issued of a draft of one
// paragraph, whose files are kept or not, and the Markdown of that document.
func issued(t *testing.T, keep bool) (data, document string) {
	t.Helper()
	draft := filepath.Join(t.TempDir(), "draft.md")
	data = filepath.Join(t.TempDir(), "plenary.db")
	if err := os.WriteFile(draft, []byte("1. Words that are issued.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, words := plenary(t, "import", "--data", data, "--negotiation", "n", draft); code != 0 {
		t.Fatalf("exit code %d: %s", code, words)
	}
	inFile(t, data, func(h house) error {
		v, err := h.room.View(t.Context(), "n", format.Readers())
		if err != nil {
			return err
		}
		i, files, err := format.Issue(v, negotiation.Issue{Symbol: "RTP/doc.1/26", Kind: negotiation.FirstIssue, Words: "en", Seq: v.Seq, AsOf: time.Now()})
		if err != nil {
			return err
		}
		for _, f := range i.Files {
			if f.Format == "md" {
				document = string(files[f.SHA256])
			}
			if !keep {
				continue
			}
			if err := h.secrets.KeepFile(t.Context(), "n", f.SHA256, negotiation.KeptFile{Name: f.Format, Data: files[f.SHA256]}); err != nil {
				return err
			}
		}
		if err := h.do(t.Context(), "n", negotiation.IssueCompilation{Issue: i}); err != nil {
			return err
		}
		return h.do(t.Context(), "n", negotiation.OpenComments{})
	})
	return data, document
}

func TestAnIssuedDocumentIsExportedAsItWasIssued(t *testing.T) {
	for name, keep := range map[string]bool{"kept": true, "lost": false} {
		data, want := issued(t, keep)
		code, got, words := plenary(t, "export", "--data", data, "--negotiation", "n", "--issue", "RTP/doc.1/26")
		if code != 0 || got != want || !strings.Contains(got, "Words that are issued.") {
			t.Errorf("%s: exit code %d, %s\n%s\nwant\n%s", name, code, words, got, want)
		}
		_, told, _ := plenary(t, "verify", "--data", data)
		if lost := strings.Contains(told, "the file RTP/doc.1/26 as md is not kept"); lost == keep || !strings.Contains(told, "sound") {
			t.Errorf("%s: verify says\n%s", name, told)
		}
		for _, args := range [][]string{{"--issue", "RTP/doc.2/26"}, {"--issue", "RTP/doc.1/26", "--format", "json"}, {"--issue", "RTP/doc.1/26", "--as-of", "2026-01-01T00:00:00Z"}} {
			code, out, words := plenary(t, append([]string{"export", "--data", data, "--negotiation", "n"}, args...)...)
			if code == 0 || out != "" || words == "" {
				t.Errorf("%s: %v gives %d, %q, %q", name, args, code, out, words)
			}
		}
	}
}
