package htmldoc

import (
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

func at(minutes, brackets int) negotiation.Count {
	return negotiation.Count{At: time.Date(2017, 9, 27, 12, minutes, 0, 0, time.UTC), Brackets: brackets}
}

func TestTheChartIsAStepForEachCountAtItsTime(t *testing.T) {
	tests := []struct {
		name        string
		counts      []negotiation.Count
		line, label string
	}{
		{"steps stand at their times", []negotiation.Count{at(0, 0), at(10, 4), at(40, 2)},
			"M40 152H179V16H596V84", "Brackets at the points shown: 0 at first, 4 at the most, 2 now."},
		{"in one instant they stand evenly", []negotiation.Count{at(0, 1), at(0, 0), at(0, 1)},
			"M40 16H318V152H596V16", "Brackets at the points shown: 1 at first, 1 at the most, 1 now."},
		{"nothing is no peak", []negotiation.Count{at(0, 0), at(1, 0)},
			"M40 152H596V152", "Brackets at the points shown: 0 at first, 0 at the most, 0 now."},
	}
	tongue, _ := lang.For("en")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := printer{tongue: tongue, instants: time.UTC}.chart(tt.counts)
			if c.Line != tt.line || c.Label != tt.label {
				t.Errorf("got %s %q, want %s %q", c.Line, c.Label, tt.line, tt.label)
			}
		})
	}
	if c := (printer{tongue: tongue, instants: time.UTC}).chart([]negotiation.Count{at(0, 3)}); c != nil {
		t.Errorf("one instant is drawn as %+v", c)
	}
}
