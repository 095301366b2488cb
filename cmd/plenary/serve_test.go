package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/store"
)

// served is a server in this process, started through its command line.
type served struct {
	links  map[string]string // role and delegation → sign-in link
	origin string
	stop   func() int
}

// serve starts the demonstration on a data file and waits for its links.
func serve(t *testing.T, data string) served {
	t.Helper()
	out, in := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	code := make(chan int, 1)
	var words bytes.Buffer
	go func() {
		code <- run(ctx, []string{"--data", data, "--addr", "127.0.0.1:0"}, streams{in: strings.NewReader(""), out: in, err: &words, clock: time.Now})
		in.Close()
	}()
	s := served{links: map[string]string{}}
	lines := bufio.NewScanner(out)
	for len(s.links) < len(demoSeats()) {
		if !lines.Scan() {
			t.Fatalf("the server ended with %d after %d links: %s", <-code, len(s.links), words.String())
		}
		field := strings.Split(lines.Text(), "\t")
		s.links[strings.TrimSpace(field[0]+" "+field[1])] = field[2]
		s.origin, _, _ = strings.Cut(field[2], "/join/")
	}
	s.stop = func() int {
		cancel()
		return <-code
	}
	return s
}

// TestDemoPrintsALinkForEachRole signs in through every link and finds the real
// negotiation behind it.
func TestDemoPrintsALinkForEachRole(t *testing.T) {
	s := serve(t, filepath.Join(t.TempDir(), "demo.db"))
	for _, role := range []string{"secretariat", "chair", "delegate MEXICO", "delegate PERU", "delegate COSATE", "observer"} {
		link := s.links[role]
		if link == "" {
			t.Errorf("no link for %s in %v", role, s.links)
			continue
		}
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		client := http.Client{Jar: jar}
		resp, err := client.Post(link, "application/x-www-form-urlencoded", nil)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(body), "undertake to carry out the following Plan of Action") {
			t.Errorf("%s: got %s (%v), want the draft", role, resp.Status, err)
		}
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit code after an interrupt: got %d, want 0", code)
	}
}

// TestServerAndToolsShareTheFileFairly holds the data file to one server at a
// time, which makes the backup while it runs.
func TestServerAndToolsShareTheFileFairly(t *testing.T) {
	data := filepath.Join(t.TempDir(), "demo.db")
	s := serve(t, data)
	code, _, words := plenary(t, "serve", "--data", data, "--addr", "127.0.0.1:0")
	if code != 1 || !strings.Contains(words, "another process has it open") {
		t.Errorf("a second server: got %d, %q; want 1 and why", code, words)
	}
	to := filepath.Join(t.TempDir(), "copy.db")
	if code, _, words := plenary(t, "backup", "--data", data, to); code != 0 {
		t.Fatalf("backup beside a server: got %d, %q", code, words)
	}
	code, out, words := plenary(t, "verify", "--data", to)
	if code != 0 || !strings.Contains(out, "sound") {
		t.Errorf("verify of the copy: got %d, %q, %q", code, out, words)
	}
	if code := s.stop(); code != 0 {
		t.Errorf("exit code: got %d, want 0", code)
	}
	again := serve(t, data)
	if len(again.links) != len(demoSeats()) {
		t.Errorf("a second start gives %d links, want %d", len(again.links), len(demoSeats()))
	}
	again.stop()
}

// plenary runs one command line to its end.
func plenary(t *testing.T, args ...string) (code int, out, words string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, streams{in: strings.NewReader(""), out: &o, err: &e, clock: time.Now})
	return code, o.String(), e.String()
}

// TestDemoDocumentIsTheOneInTestdata holds the two copies of the compilation
// together: the binary carries one, the tests of all packages read the other.
func TestDemoDocumentIsTheOneInTestdata(t *testing.T) {
	_, want, err := streams{}.readFile(filepath.Join(root, "testdata", "documents", "bridgetown-compilation.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(demoFile, want) {
		t.Error("cmd/plenary/bridgetown.txt and testdata/documents/bridgetown-compilation.txt differ")
	}
}

// TestARecordThatCannotBeReplayedIsNotServed: every frame is whole, yet an entry
// speaks of what is not there, as a record written by a faulty release would.
func TestARecordThatCannotBeReplayedIsNotServed(t *testing.T) {
	data := filepath.Join(t.TempDir(), "odd.db")
	b, err := store.OpenBolt(data)
	if err != nil {
		t.Fatal(err)
	}
	err = b.Append(t.Context(),
		negotiation.Entry{Negotiation: "odd", Seq: 1, Seat: negotiation.SystemSeat, Events: []negotiation.Event{negotiation.NegotiationCreated{Title: "Odd", Language: "en"}}},
		negotiation.Entry{Negotiation: "odd", Seq: 2, Seat: negotiation.SystemSeat, Events: []negotiation.Event{negotiation.ParagraphDeleted{Paragraph: "p9", Version: 2, Proposal: "1"}}})
	if err := errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"verify", "--data", data}, {"serve", "--data", data, "--addr", "127.0.0.1:0"}} {
		code, _, words := plenary(t, args...)
		if code != 1 || !strings.Contains(words, "entry 2 of odd") || strings.Count(words, "\n") != 1 {
			t.Errorf("%v: got %d, %q; want 1 and one line that names entry 2 of odd", args, code, words)
		}
	}
}
