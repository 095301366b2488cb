package rehearsal

import (
	"strings"
	"testing"
	"time"
)

func TestMessageIsReadFromItsBeginning(t *testing.T) {
	at := time.Date(2026, 3, 4, 5, 6, 7, 80, time.UTC)
	change := message{kind: "change", epoch: "ab", since: 41, seq: 42, at: at}
	for name, c := range map[string]struct {
		payload string
		want    message
	}{
		"hello":             {`{"type":"hello","epoch":"ab","seq":0}`, message{kind: "hello", epoch: "ab"}},
		"change":            {`{"type":"change","epoch":"ab","since":41,"seq":42,"at":"2026-03-04T05:06:07.00000008Z","paragraphs":[{"seq":9}]}`, change},
		"cut off":           {`{"type":"change","epoch":"ab","since":41,"seq":42,"at":"2026-03-04T05:06:07.00000008Z","said":"\"so`, change},
		"other members":     {`{ "type":"change", "new":"\"}", "epoch":"ab", "since":41, "seq":42, "at":"2026-03-04T05:06:07.00000008Z" }`, change},
		"of another kind":   {`{"type":"signal","kind":"presence"}`, message{kind: "signal"}},
		"nothing but kinds": {`{"type":"later"`, message{kind: "later"}},
	} {
		got, err := readMessage([]byte(c.payload))
		got.rest = 0
		if err != nil || got != c.want {
			t.Errorf("%s: %s: got %+v, %v; want %+v", name, c.payload, got, err, c.want)
		}
	}
}

func TestMessageKnowsWhereItsInstantEnds(t *testing.T) {
	payload := `{"type":"change","epoch":"ab","since":1,"seq":2,"at":"2026-03-04T05:06:07Z","paragraphs":[]}`
	m, err := readMessage([]byte(payload))
	if err != nil || payload[m.rest:] != `,"paragraphs":[]}` {
		t.Errorf("got %q, %v", payload[m.rest:], err)
	}
}

func TestMessageWithoutWhatItsKindNeedsIsRefused(t *testing.T) {
	for _, payload := range []string{
		``, `[]`, `{}`, `null`, `{"epoch":"ab"}`, `{"type":"hello","seq":3}`, `{"type":"hello","epoch":"ab","seq":99999999999999999999}`,
		`{"type":"change","epoch":"ab","since":41,"seq":42}`,
		`{"type":"change","epoch":"ab","since":42,"seq":42,"at":"2026-03-04T05:06:07Z"}`,
		`{"type":"change","epoch":"ab","since":41,"seq":42,"at":"yesterday"}`,
		`{"type":"change","epoch":"` + strings.Repeat("x", 10) + `\`,
	} {
		if got, err := readMessage([]byte(payload)); err == nil {
			t.Errorf("%s: got %+v, want an error", payload, got)
		}
	}
}
