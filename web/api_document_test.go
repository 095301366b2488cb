package web_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/web/webtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestTheDescriptionOfTheAPIDoesNotChangeUnnoticed(t *testing.T) {
	got := webtest.New(t).Stranger().Get("/openapi.json").Body
	golden := filepath.Join("..", "testdata", "api", "openapi.json")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(got), string(want)); d != "" {
		t.Errorf("openapi.json differs (-got +want):\n%s", d)
	}
}

// description is as much of a document [OpenAPI 3.1.0] as the tests ask about.
type description struct {
	OpenAPI    string
	Paths      map[string]map[string]described
	Components struct {
		Schemas map[string]struct {
			Description string
			Properties  map[string]map[string]any
		}
	}
}

type described struct {
	OperationID string
	Summary     string
	Parameters  []struct {
		Name, In, Description string
		Schema                struct{ Enum []any }
	}
	RequestBody *struct{ Content map[string]any }
	Responses   map[string]struct {
		Content map[string]struct {
			Schema map[string]any
		}
	}
}

func describe(t *testing.T) (description, []byte) {
	t.Helper()
	answer := webtest.New(t).Stranger().Get("/openapi.json")
	var d description
	answer.Into(200, &d)
	return d, answer.Body
}

func TestTheDescriptionIsOpenAPI31AndAllItsReferencesLead(t *testing.T) {
	d, raw := describe(t)
	if d.OpenAPI != "3.1.0" {
		t.Errorf("openapi is %q", d.OpenAPI)
	}
	const prefix = `"$ref": "#/components/schemas/`
	refs := 0
	for line := range strings.Lines(string(raw)) {
		if _, rest, ok := strings.Cut(line, prefix); ok {
			refs++
			name, _, _ := strings.Cut(rest, `"`)
			if _, ok := d.Components.Schemas[name]; !ok {
				t.Errorf("a reference leads to %q, which is not there", name)
			}
		}
	}
	if refs == 0 {
		t.Error("no reference found")
	}
	for _, foreign := range []string{"$schema", "ErrorModel", "https://"} {
		if bytes.Contains(bytes.ReplaceAll(raw, []byte("https://plenary.example.org"), nil), []byte(foreign)) {
			t.Errorf("the description holds %q", foreign)
		}
	}
}

func TestEveryOperationIsNamedAndAnswersWithProblems(t *testing.T) {
	d, _ := describe(t)
	seen := map[string]bool{}
	for path, item := range d.Paths {
		for method, op := range item {
			name := method + " " + path
			if op.OperationID == "" || op.Summary == "" || seen[op.OperationID] {
				t.Errorf("%s: id %q, summary %q", name, op.OperationID, op.Summary)
			}
			seen[op.OperationID] = true
			if ref := op.Responses["default"].Content["application/problem+json"].Schema["$ref"]; ref != "#/components/schemas/Problem" {
				t.Errorf("%s: its problems are %v", name, ref)
			}
			keyed := false
			for _, p := range op.Parameters {
				keyed = keyed || p.In == "header" && p.Name == "Idempotency-Key"
				if p.Description == "" {
					t.Errorf("%s: parameter %s is not described", name, p.Name)
				}
			}
			if method == "post" && !keyed {
				t.Errorf("%s takes no Idempotency-Key", name)
			}
		}
	}
	if len(seen) < 15 {
		t.Errorf("%d operations", len(seen))
	}
}

func TestEveryNameInTheAPIIsInSnakeCase(t *testing.T) {
	d, _ := describe(t)
	for schema, s := range d.Components.Schemas {
		for name := range s.Properties {
			if strings.ContainsFunc(name, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
				t.Errorf("%s.%s is not in snake case", schema, name)
			}
		}
	}
}

func TestEveryFieldOfTheAPIIsDescribedOrPlain(t *testing.T) {
	d, _ := describe(t)
	for schema, s := range d.Components.Schemas {
		if s.Description != "" { // of the whole, once
			continue
		}
		for name, p := range s.Properties {
			plain := slices.Contains([]string{"text", "name", "at", "title", "open", "deleted", "closed", "expires"}, name)
			said := p["description"] != nil || p["examples"] != nil || p["enum"] != nil || p["$ref"] != nil || p["items"] != nil || p["format"] != nil
			if !said && !plain {
				encoded, _ := json.Marshal(p)
				t.Errorf("%s.%s is not described: %s", schema, name, encoded)
			}
		}
	}
}
