package diff_test

import (
	"slices"
	"testing"

	"plenary/diff"
)

func TestDocumentIsTheFormPromisedToPrograms(t *testing.T) {
	tests := []struct{ name, before, after, want string }{
		{"nothing", "", "", `{"version":1,"ops":[]}`},
		{"replaced", "Urges all States", "Invites all States",
			`{"version":1,"ops":[{"op":"delete","text":"Urges"},{"op":"insert","text":"Invites"},{"op":"equal","text":" all States"}]}`},
		{"markup stays readable", "a & b", "a & b <c>",
			`{"version":1,"ops":[{"op":"equal","text":"a & b"},{"op":"insert","text":" <c>"}]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			script := diff.Words(test.before, test.after)
			got, err := script.MarshalDocument()
			if err != nil || string(got) != test.want {
				t.Errorf("MarshalDocument(%v) = %s, %v, want %s", script, got, err, test.want)
			}
			again, err := diff.ReadDocument(got)
			if err != nil || !slices.Equal(again, script) {
				t.Errorf("ReadDocument(%s) = %v, %v, want %v", got, again, err, script)
			}
		})
	}
}

func TestDocumentRefusesWhatItCannotCarry(t *testing.T) {
	for _, script := range []diff.Script{
		diff.Words("a", "a \xff"),
		{{Op: diff.Equal, Text: ""}},
		{{Op: 7, Text: "a"}},
	} {
		if got, err := script.MarshalDocument(); err == nil {
			t.Errorf("MarshalDocument(%q) = %s, want an error", script, got)
		}
	}
}

func TestReadDocumentRefusesWhatIsNoScript(t *testing.T) {
	for _, doc := range []string{
		``,
		`null`,
		`{"version":2,"ops":[]}`,
		`{"version":1,"ops":[]}{}`,
		`{"version":1,"ops":[{"op":"move","text":"a"}]}`,
		`{"version":1,"ops":[{"op":"equal","text":""}]}`,
		`{"version":1,"ops":[{"op":"insert","text":"a"},{"op":"delete","text":"b"}]}`,
		"{\"version\":1,\"ops\":[{\"op\":\"equal\",\"text\":\"\xff\"}]}",
	} {
		if got, err := diff.ReadDocument([]byte(doc)); err == nil {
			t.Errorf("ReadDocument(%q) = %v, want an error", doc, got)
		}
	}
}
