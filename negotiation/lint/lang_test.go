package lint_test

import (
	"strings"
	"testing"

	"plenary/negotiation/lang"
	"plenary/negotiation/lint"
)

func TestEveryCodeHasASentenceThatANoteFills(t *testing.T) {
	for _, tag := range lang.Tags() {
		tongue, _ := lang.For(tag)
		for _, code := range lint.Codes() {
			got := tongue.Say("lint."+code, "words", "WORDS", "suggest", "SUGGEST")
			if strings.ContainsAny(got, "⟦⟧{}") || !strings.Contains(got, "WORDS") && !strings.Contains(got, "SUGGEST") {
				t.Errorf("%s: lint.%s is %q", tag, code, got)
			}
		}
	}
}
