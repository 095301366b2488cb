package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
)

// inFile gives fn what the commands act on over a data file.
func inFile(t *testing.T, data string, fn func(house) error) {
	t.Helper()
	b, err := store.OpenBolt(data)
	if err != nil {
		t.Fatal(err)
	}
	err = fn(house{room: room.New(b, time.Now), secrets: b.Secrets, clock: time.Now})
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestAnImportDescribesTheNegotiation imports into a new negotiation, where before
// is nil, or into one that was described so.
func TestAnImportDescribesTheNegotiation(t *testing.T) {
	draft := filepath.Join(t.TempDir(), "draft.md")
	if err := os.WriteFile(draft, []byte("1. Words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	type describe = negotiation.DescribeNegotiation
	for _, tt := range []struct {
		name   string
		before *describe
		flags  []string
		want   describe
	}{
		{"new", nil, nil, describe{Title: draft, Language: "en"}},
		{"new, described", nil, []string{"--title", "Plan", "--language", "es", "--public"}, describe{Title: "Plan", Language: "es", Public: true}},
		{"nobody has named it", &describe{Title: negotiation.Unnamed, Language: "fr"}, nil, describe{Title: draft, Language: "fr"}},
		{"named before", &describe{Title: "Named", Language: "fr", Public: true}, nil, describe{Title: "Named", Language: "fr", Public: true}},
		{"named again", &describe{Title: "Named", Language: "fr"}, []string{"--title", "Plan", "--public"}, describe{Title: "Plan", Language: "fr", Public: true}},
		{"in another language", &describe{Title: "Named", Language: "fr"}, []string{"--language", "pt"}, describe{Title: "Named", Language: "pt"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := filepath.Join(t.TempDir(), "plenary.db")
			if tt.before != nil {
				inFile(t, data, func(h house) error { return h.do(t.Context(), "n", negotiation.CreateNegotiation(*tt.before)) })
			}
			args := append([]string{"import", "--data", data, "--negotiation", "n"}, tt.flags...)
			if code, _, words := plenary(t, append(args, draft)...); code != 0 {
				t.Fatalf("exit code %d: %s", code, words)
			}
			inFile(t, data, func(h house) error {
				v, err := h.room.View(t.Context(), "n", negotiation.Audience{Role: negotiation.Secretariat})
				if got := (describe{Title: v.Title, Language: v.Language, Public: v.Public}); got != tt.want || len(v.Paragraphs) != 1 {
					t.Errorf("described as %+v with %d paragraphs, want %+v with 1", got, len(v.Paragraphs), tt.want)
				}
				return err
			})
		})
	}
}
