package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"plenary": main})
}

// TestScripts runs the command line as a script would: testdata/script holds one
// file a command. SEED is the Bridgetown compilation, MERGE the folder of its
// contested paragraphs.
func TestScripts(t *testing.T) {
	seed, err := filepath.Abs(filepath.Join(root, "testdata", "documents", "bridgetown-compilation.txt"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SEED", seed)
			env.Setenv("MERGE", filepath.Join(filepath.Dir(filepath.Dir(seed)), "merge"))
			env.Setenv("LANG", "en_US.UTF-8")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode": exitCode,
			"flip":     flip,
			"instant":  instant,
		},
	})
}

// exitCode is "exitcode N command args": it runs a command and holds it to its
// exit code, which testscript's own "! exec" does not tell.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode N command [args]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = exitStatus(err)
	}
	if got != args[0] {
		ts.Fatalf("%v: exit code %s, want %s", args[1:], got, args[0])
	}
}

// flip is "flip file text": it changes one bit of the last place where the file
// holds text, as a failing disk would.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: flip file text")
	}
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	at := bytes.LastIndex(data, []byte(args[1]))
	if at < 0 {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	data[at] ^= 1
	ts.Check(os.WriteFile(name, data, 0o600))
}

// instant is "instant NAME file": it sets a variable to the as_of of a document in
// JSON.
func instant(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: instant NAME file")
	}
	var document struct {
		AsOf string `json:"as_of"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &document))
	ts.Setenv(args[0], document.AsOf)
}

func exitStatus(err error) string {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return strconv.Itoa(exit.ExitCode())
	}
	return err.Error()
}
