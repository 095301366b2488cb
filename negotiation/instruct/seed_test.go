package instruct_test

import (
	"os"
	"strings"
	"testing"

	"plenary/negotiation/instruct"
)

// TestNoLineOfACompilationIsTakenForAnInstruction reads a real document: its one
// request asks, and nothing else in it does or is an instruction.
func TestNoLineOfACompilationIsTakenForAnInstruction(t *testing.T) {
	src, err := os.ReadFile("../../testdata/documents/bridgetown-compilation.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.SplitSeq(string(src), "\n") {
		lines++
		if list, ok := instruct.Parse(line); ok {
			t.Errorf("%q was read as %v", line, list)
		}
		if got, want := instruct.Asks(line), strings.HasPrefix(line, "Include a mention of"); got != want {
			t.Errorf("Asks(%q) = %v, want %v", line, got, want)
		}
	}
	if lines < 200 {
		t.Errorf("read %d lines: the document is not the one that was meant", lines)
	}
}
