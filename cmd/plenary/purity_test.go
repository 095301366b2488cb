package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPureCoreKnowsNoWorld holds diff and negotiation to their promise: no
// clock, chance, goroutine, file, network or log, so that a replay of the record
// decides and reads as the day itself did.
func TestPureCoreKnowsNoWorld(t *testing.T) {
	for _, dir := range []string{"diff", "negotiation", "negotiation/front", "negotiation/nations", "negotiation/bracketed", "negotiation/instruct", "negotiation/lint"} {
		files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", dir, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, fault := range impurities(t, file, nil) {
				t.Errorf("%s: %s", file, fault)
			}
		}
	}
}

// worldly are the packages that a pure one may not import. Of sync a pure
// package may use what computes a value once; time is allowed for its types.
func worldly(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return slices.Contains([]string{"os", "net", "log", "syscall", "runtime", "unsafe", "plugin", "database", "embed"}, first) ||
		slices.Contains([]string{"math/rand", "math/rand/v2", "crypto/rand", "io/ioutil", "path/filepath"}, path)
}

// impurities lists what is not pure in a file, or in src where it is not nil.
func impurities(t *testing.T, file string, src any) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, spec := range f.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err != nil || worldly(path) {
			found = append(found, "it imports "+spec.Path.Value)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = append(found, "it starts a goroutine")
		case *ast.SelectorExpr:
			if pkg, ok := n.X.(*ast.Ident); ok && pkg.Name == "time" && slices.Contains(clocks(), n.Sel.Name) {
				found = append(found, "it uses time."+n.Sel.Name)
			}
		}
		return true
	})
	return found
}

// clocks are the names of package time that read a clock, wait, or read the
// zone files of the machine.
func clocks() []string {
	return []string{"Now", "Since", "Until", "After", "AfterFunc", "Sleep", "Tick", "NewTimer", "NewTicker", "LoadLocation", "Local"}
}

// TestPurityIsSeen proves that the test above can fail, for each kind of fault.
func TestPurityIsSeen(t *testing.T) {
	for name, body := range map[string]string{
		"an import":       `import "os"`,
		"chance":          `import "math/rand/v2"`,
		"the clock":       `import "time"; var now = time.Now()`,
		"the zone files":  `import "time"; var loc, _ = time.LoadLocation("America/Barbados")`,
		"a goroutine":     `func f() { go f() }`,
		"the network":     `import "net/http"`,
		"a log":           `import "log/slog"`,
		"a random source": `import "crypto/rand"`,
	} {
		if got := impurities(t, "fault.go", "package p; "+body); len(got) != 1 {
			t.Errorf("%s: found %q, want one fault", name, got)
		}
	}
	if got := impurities(t, "pure.go", `package p; import "time"; func f(t time.Time) bool { return t.IsZero() }`); len(got) != 0 {
		t.Errorf("a pure file: found %q", got)
	}
}
