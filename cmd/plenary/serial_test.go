package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestWhatRunsWithoutTheRaceDetectorHasNoGoroutine holds to what .ci/run says of
// the packages that it tests without the detector, tests included. Benchmarks
// are not run there.
func TestWhatRunsWithoutTheRaceDetectorHasNoGoroutine(t *testing.T) {
	files := serialFiles(t)
	if len(files) < 100 {
		t.Fatalf("%d files: the test has lost its way", len(files))
	}
	for _, file := range files {
		for _, fault := range goroutines(t, file, nil) {
			t.Errorf("%s: %s", file, fault)
		}
	}
}

// serialFiles lists the Go files of the packages that .ci/run names.
func serialFiles(t *testing.T) []string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join(root, ".ci/run"))
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`(?m)^serial="(.+)"$`).FindSubmatch(script)
	if list == nil {
		t.Fatal(".ci/run names no packages")
	}
	var found []string
	for _, pattern := range strings.Fields(string(list[1])) {
		dir, below := strings.CutSuffix(pattern, "/...")
		top := filepath.Join(root, dir)
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && path != top && !below {
				return fs.SkipDir
			}
			if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_bench_test.go") {
				found = append(found, path)
			}
			return err
		})
		if err != nil {
			t.Fatalf("list %s: %v", pattern, err)
		}
	}
	return found
}

// goroutines lists what may start one in a file, or in src where it is not nil.
func goroutines(t *testing.T, file string, src any) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = append(found, "it starts a goroutine")
		case *ast.SelectorExpr:
			// Of a wait group, of tests side by side, and of the clock.
			if slices.Contains([]string{"Go", "Parallel", "RunParallel", "AfterFunc"}, n.Sel.Name) {
				found = append(found, "it calls "+n.Sel.Name)
			}
		}
		return true
	})
	return found
}

// TestGoroutinesAreSeen proves that the test above can fail.
func TestGoroutinesAreSeen(t *testing.T) {
	for name, body := range map[string]string{
		"a statement":     `func f() { go f() }`,
		"a wait group":    `import "sync"; func f(w *sync.WaitGroup) { w.Go(func() {}) }`,
		"tests in two":    `import "testing"; func f(t *testing.T) { t.Parallel() }`,
		"the clock's own": `import "time"; func f() { time.AfterFunc(1, f) }`,
	} {
		if got := goroutines(t, "fault.go", "package p; "+body); len(got) != 1 {
			t.Errorf("%s: found %q, want one fault", name, got)
		}
	}
	if got := goroutines(t, "serial.go", `package p; func f() { f() }`); len(got) != 0 {
		t.Errorf("a file without goroutines: found %q", got)
	}
}
