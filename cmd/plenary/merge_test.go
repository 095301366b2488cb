package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plenary/negotiation"
)

// The texts are held to the limit of one import together: two hundred of them
// would be far more than anybody compares.
func TestMergeRefusesTextsThatAreTooLargeTogether(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"base", "other"} {
		text := strings.Repeat("all workers ", negotiation.MaxImport/20)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("LC_ALL", "en")
	var out, words bytes.Buffer
	args := []string{"merge", filepath.Join(dir, "base"), "PERU=" + filepath.Join(dir, "other")}
	code := run(context.Background(), args, streams{out: &out, err: &words})
	if code != 1 || out.Len() > 0 || !strings.Contains(words.String(), "[too-long]") || strings.Count(words.String(), "\n") != 1 {
		t.Errorf("exit code %d, stdout %q, stderr %q; want 1 and one line with [too-long]", code, out.String(), words.String())
	}
}
