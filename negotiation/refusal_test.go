package negotiation

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"
)

func TestARefusalReadsTheSameEachTime(t *testing.T) {
	r := Refuse(Stale, "text", "a \"b\"\n", "paragraph", "7.b", "current", 2, "base", 1)
	const want = `stale base="1" current="2" paragraph="7.b" text="a \"b\"\n"`
	for range 50 {
		if got := r.Error(); got != want {
			t.Fatalf("Error() = %s, want %s", got, want)
		}
	}
	if got := Refuse(NoDraft).Error(); got != "no-draft" {
		t.Errorf("Error() = %s, want no-draft", got)
	}
	if got := Refuse(Busy, "odd").Error(); got != "busy" {
		t.Errorf("a name without a value: %s", got)
	}
}

func TestRefusedLooksInside(t *testing.T) {
	r := Refuse(Busy)
	if got, ok := Refused(fmt.Errorf("submit: %w", r)); !ok || got != r {
		t.Errorf("Refused of a wrapped refusal = %v, %v", got, ok)
	}
	for _, err := range []error{nil, errors.New("disk full")} {
		if got, ok := Refused(err); ok {
			t.Errorf("Refused(%v) = %v", err, got)
		}
	}
}

// TestCodesAreComplete reads refusal.go for the constants of type Code.
func TestCodesAreComplete(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "refusal.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var want []Code
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil || len(spec.Values) != 1 {
			return true
		}
		if name, ok := spec.Type.(*ast.Ident); ok && name.Name == "Code" {
			code, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			want = append(want, Code(code))
		}
		return true
	})
	got := Codes()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || len(slices.Compact(got)) != len(want) {
		t.Errorf("Codes() = %v, want %v", got, want)
	}
}
