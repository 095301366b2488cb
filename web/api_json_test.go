package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"plenary/negotiation"
)

func TestCheckJSONRefusesWhatADecoderWouldRepair(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		bad        bool
	}{
		{"plain", `{"a":"b"}`, false},
		{"a whole pair", `"\ud83d\ude00"`, false},
		{"a pair in capitals", `"\uD83D\uDE00"`, false},
		{"an escaped backslash before a u", `"\\ud83d"`, false},
		{"the replacement character itself", "\"\ufffd \\ufffd\"", false},
		{"brackets in a string", `"` + strings.Repeat("[", 100) + `"`, false},
		{"an escaped quotation mark", `"\"[["`, false},
		{"a byte that is no UTF-8", "\"\xff\"", true},
		{"half a letter at the end", "\"\xc3\"", true},
		{"an encoded surrogate", "\"\xed\xa0\xbd\"", true},
		{"a high half alone", `"\ud83d"`, true},
		{"a high half before a letter", `"\ud83da"`, true},
		{"a high half before another", `"\ud83d\ud83d\ude00"`, true},
		{"a low half alone", `"\ude00"`, true},
		{"a low half in a name", `{"\ude00":1}`, true},
		{"a half at the very end", `"\ud83d\u`, true},
		{"an escape that is cut off", `"\u12`, false}, // no JSON: the decoder says so
		{"a backslash at the end", `"\`, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			refusal, refused := negotiation.Refused(checkJSON([]byte(tt.body)))
			if refused != tt.bad || refused && refusal.Code != negotiation.BadText {
				t.Errorf("checkJSON(%q) refused is %t (%v), want %t", tt.body, refused, refusal, tt.bad)
			}
		})
	}
}

func TestCheckJSONBoundsTheNesting(t *testing.T) {
	deepest := strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth)
	if err := checkJSON([]byte(deepest + deepest)); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	if err := checkJSON([]byte("[" + deepest + "]")); !errors.Is(err, errDepth) {
		t.Errorf("above the limit: %v, want %v", err, errDepth)
	}
}

// FuzzCheckJSON holds checkJSON to its promise: what it lets through, a decoder
// does not change, which it would do by writing U+FFFD.
func FuzzCheckJSON(f *testing.F) {
	for _, seed := range []string{`{"a":["b",1]}`, `"\ud83d\ude00"`, `"\ud83d"`, "\"\xff\"", `"\\\ud83dx"`, `"\ufffd"`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if checkJSON(body) != nil {
			return
		}
		var decoded any
		if json.Unmarshal(body, &decoded) != nil {
			return
		}
		meant := bytes.Contains(body, []byte("\ufffd")) || bytes.Contains(bytes.ToLower(body), []byte(`\ufffd`))
		again, err := json.Marshal(decoded)
		if err != nil {
			t.Fatal(err)
		}
		if !meant && bytes.Contains(again, []byte("\ufffd")) {
			t.Errorf("%q was let through and became %s", body, again)
		}
	})
}
