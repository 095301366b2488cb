package markdown_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

func TestRefusalsSayWhere(t *testing.T) {
	long := strings.Repeat("word ", negotiation.MaxText/5+1)
	tests := []struct{ name, src, want string }{
		{"paragraphs", strings.Repeat("1. x\n\n", negotiation.MaxParagraphs+1), `too-many count="20001" field="paragraphs" limit="20000" line="40001"`},
		{"changes", "1. x\n\nCHILE: x y\n\n" + strings.Repeat("Comment: y\n\n", negotiation.MaxChanges), `too-many count="201" field="changes" limit="200" line="3"`},
		{"paragraph", "1. x\n\n2. " + long, `too-long field="paragraph" length="32769" limit="32768" line="3"`},
		{"proposal", "1. x\n\nCHILE (on 1): " + long, `too-long field="text" length="32769" limit="32768" line="3"`},
		{"reason", "1. x\n\nCHILE: x y\n\nReason: " + long[:negotiation.MaxReason+1], `too-long field="reason" length="8193" limit="8192" line="3"`},
		{"control character", "1. x\n\n2. y\x00", `bad-text field="text" line="3"`},
		{"turned direction", "1. x\n\nCHILE: y\u202e", `bad-text field="text" line="3"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := markdown.Read("x.md", []byte(test.src), negotiation.ReadOptions{})
			if r, refused := negotiation.Refused(err); !refused || r.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
