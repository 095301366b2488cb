package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is the module's folder, seen from this test.
const root = "../.."

// mayImport says which packages of ours a package may import in its own code;
// tests may import more. A name ending in "/" stands for all packages below it.
func mayImport() map[string][]string {
	core := []string{"plenary/diff", "plenary/negotiation", "plenary/negotiation/lang", "plenary/negotiation/nations", "plenary/negotiation/bracketed", "plenary/negotiation/instruct", "plenary/negotiation/lint"}
	return map[string][]string{
		"plenary/diff":                        {},
		"plenary/negotiation/lang":            {},
		"plenary/negotiation/instruct":        {},
		"plenary/negotiation/lint":            {"plenary/diff"},
		"plenary/negotiation":                 {"plenary/diff", "plenary/negotiation/lint"},
		"plenary/negotiation/front":           {"plenary/negotiation", "plenary/negotiation/lang"},
		"plenary/negotiation/nations":         {},
		"plenary/negotiation/bracketed":       {"plenary/diff"},
		"plenary/negotiation/room":            {"plenary/negotiation"},
		"plenary/negotiation/format":          append([]string{"plenary/negotiation/format/"}, core...),
		"plenary/negotiation/format/":         core,
		"plenary/negotiation/negotiationtest": append([]string{"plenary/negotiation/room"}, core...),
		"plenary/store":                       {"plenary/negotiation"},
		"plenary/store/":                      {"plenary/diff", "plenary/negotiation", "plenary/store"},
		"plenary/web/fanout":                  {},
		"plenary/web":                         append([]string{"plenary/web/fanout", "plenary/negotiation/front", "plenary/negotiation/room", "plenary/negotiation/format", "plenary/negotiation/format/"}, core...),
		"plenary/web/webtest":                 {"plenary/"},
		"plenary/cmd/":                        {"plenary/"},
	}
}

// TestPackagesImportOnlyWhatTheirPlaceAllows holds the house to its drawing in
// the README: store and web meet only in cmd, formats do not know each other,
// and the pure core knows nobody.
func TestPackagesImportOnlyWhatTheirPlaceAllows(t *testing.T) {
	packages := 0
	for pkg, imports := range sources(t, root) {
		allowed, ok := rule(pkg)
		if !ok {
			t.Errorf("package %s has no place in the house: add it to mayImport", pkg)
			continue
		}
		packages++
		for _, imp := range imports {
			if strings.HasPrefix(imp, "plenary") && !permits(allowed, imp) {
				t.Errorf("%s imports %s; it may import %v", pkg, imp, allowed)
			}
		}
	}
	if packages < 8 {
		t.Errorf("looked at %d packages: the test has lost its way", packages)
	}
}

func rule(pkg string) ([]string, bool) {
	rules := mayImport()
	if allowed, ok := rules[pkg]; ok {
		return allowed, true
	}
	for place := pkg; strings.Contains(place, "/"); {
		place = place[:strings.LastIndex(place, "/")]
		if allowed, ok := rules[place+"/"]; ok {
			return allowed, true
		}
	}
	return nil, false
}

func permits(allowed []string, imp string) bool {
	for _, a := range allowed {
		if a == imp || strings.HasSuffix(a, "/") && strings.HasPrefix(imp, a) {
			return true
		}
	}
	return false
}

// sources gives the imports of each package's own code, tests left out.
func sources(t *testing.T, dir string) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != dir) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := "plenary/" + filepath.ToSlash(rel)
		for _, spec := range f.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[pkg] = append(imports[pkg], name)
		}
		if imports[pkg] == nil {
			imports[pkg] = []string{}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
