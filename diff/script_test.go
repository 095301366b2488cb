package diff_test

import (
	"encoding/json"
	"testing"

	"plenary/diff"
)

func TestOpIsItsNameInJSON(t *testing.T) {
	for op, name := range map[diff.Op]string{
		diff.Equal: `"equal"`, diff.Delete: `"delete"`, diff.Insert: `"insert"`,
	} {
		got, err := json.Marshal(op)
		if err != nil || string(got) != name {
			t.Errorf("Marshal(%v) = %s, %v, want %s", op, got, err, name)
		}
		var back diff.Op
		if err := json.Unmarshal([]byte(name), &back); err != nil || back != op {
			t.Errorf("Unmarshal(%s) = %v, %v, want %v", name, back, err, op)
		}
	}
	if got, err := json.Marshal(diff.Op(3)); err == nil {
		t.Errorf("Marshal(Op(3)) = %s, want an error", got)
	}
	var op diff.Op
	if err := json.Unmarshal([]byte(`"Equal"`), &op); err == nil {
		t.Errorf(`Unmarshal("Equal") = %v, want an error`, op)
	}
	if got, want := diff.Op(3).String(), "Op(3)"; got != want {
		t.Errorf("Op(3).String() = %q, want %q", got, want)
	}
}

func TestCheckFindsEveryBreachOfForm(t *testing.T) {
	same := diff.Span{Op: diff.Equal, Text: "a"}
	out := diff.Span{Op: diff.Delete, Text: "b"}
	in := diff.Span{Op: diff.Insert, Text: "c"}
	tests := []struct {
		name   string
		script diff.Script
		ok     bool
	}{
		{"nothing", nil, true},
		{"replaced", diff.Script{same, out, in, same}, true},
		{"inserted, kept, deleted", diff.Script{in, same, out}, true},
		{"insertion before deletion", diff.Script{same, in, out}, false},
		{"equal neighbours", diff.Script{same, same}, false},
		{"deleted neighbours", diff.Script{out, out}, false},
		{"empty span", diff.Script{same, {Op: diff.Insert}}, false},
		{"unknown op", diff.Script{{Op: 3, Text: "a"}}, false},
	}
	for _, test := range tests {
		if err := test.script.Check(); (err == nil) != test.ok {
			t.Errorf("%s: Check(%v) = %v, want ok %v", test.name, test.script, err, test.ok)
		}
	}
}

func TestTypographicIsAChangeNoReaderWouldVoteOn(t *testing.T) {
	tests := []struct {
		name, before, after string
		want                bool
	}{
		{"no change", "a", "a", false},
		{"curly quotes", `"decent work" isn't`, "“decent work” isn’t", true},
		{"guillemets", `"travail"`, "«travail»", true},
		{"white space", "a  b\nc", "a b c ", true},
		{"encoding", "cafe\u0301", "café", true},
		{"case", "the States", "The States", false},
		{"comma", "workers and employers", "workers, and employers", false},
		{"word cut in two", "cooperate", "co operate", false},
		{"a word among quotes", `"a" b`, "“a” c", false},
	}
	for _, test := range tests {
		if got := diff.Words(test.before, test.after).Typographic(); got != test.want {
			t.Errorf("%s: Words(%q, %q).Typographic() = %v, want %v", test.name, test.before, test.after, got, test.want)
		}
	}
}
