package web

import (
	"testing"

	"plenary/diff"
)

func TestAnExcerptKeepsTheWordsBesideAChange(t *testing.T) {
	tests := []struct{ name, before, after, want string }{
		{"a change at the end", "one two three four five six seven", "one two three four five six seven eight",
			" … six seven **eight**"},
		{"a change in the middle", "one two three four five MID six seven eight nine ten", "one two three four five six seven eight nine ten",
			" … four five ~~MID~~ six seven … "},
		{"changes close to each other", "A b c d E", "F b c d G", "~~A~~ **F** b c d ~~E~~ **G**"},
		{"changes far from each other", "A b c d e f E", "F b c d e f G", "~~A~~ **F** b c … e f ~~E~~ **G**"},
		{"other words", "one", "two", "~~one~~ **two**"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := diff.Marked(excerpt(diff.Words(tt.before, tt.after), 2)); got != tt.want {
				t.Errorf("excerpt of %q to %q = %q, want %q", tt.before, tt.after, got, tt.want)
			}
		})
	}
}
