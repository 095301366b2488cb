package web

import (
	"slices"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

func counted(minutes, brackets, open int) negotiation.Count {
	return negotiation.Count{At: time.Date(2017, 9, 27, 12, minutes, 0, 0, time.UTC), Brackets: brackets, Open: open}
}

func TestTheBurnDownIsAStepForEachCountAtItsTime(t *testing.T) {
	tests := []struct {
		name                 string
		counts               []negotiation.Count
		brackets, open, area string
	}{
		{"steps stand at their times", []negotiation.Count{counted(0, 0, 0), counted(10, 4, 2), counted(40, 2, 1)},
			"M0 100H250V0H1000V50", "M0 100H250V50H1000V75", "M0 100H250V0H1000V50V100H0Z"},
		{"in one instant they stand evenly", []negotiation.Count{counted(0, 1, 1), counted(0, 0, 1), counted(0, 1, 0)},
			"M0 0H500V100H1000V0", "M0 0H500V0H1000V100", "M0 0H500V100H1000V0V100H0Z"},
		{"nothing stays at the foot", []negotiation.Count{counted(0, 0, 0), counted(1, 0, 0)},
			"M0 100H1000V100", "M0 100H1000V100", "M0 100H1000V100V100H0Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := burndownPart{Counts: tt.counts}
			if got := p.Brackets(); got != tt.brackets {
				t.Errorf("brackets %s, want %s", got, tt.brackets)
			}
			if got := p.Open(); got != tt.open {
				t.Errorf("open %s, want %s", got, tt.open)
			}
			if got := p.Area(); got != tt.area {
				t.Errorf("area %s, want %s", got, tt.area)
			}
		})
	}
}

func TestOnePointIsNoLineAndNothingIsNone(t *testing.T) {
	for _, counts := range [][]negotiation.Count{nil, {counted(0, 3, 1)}, {counted(0, 0, 0), counted(1, 0, 0)}} {
		if (burndownPart{Counts: counts}).Drawn() {
			t.Errorf("%v is drawn", counts)
		}
	}
}

func TestTheBurnDownSaysWhatItShows(t *testing.T) {
	tongue, _ := lang.For("en")
	p := burndownPart{Base: Base{Tongue: tongue}, Counts: []negotiation.Count{counted(0, 1, 9), counted(10, 4, 2), counted(40, 2, 1)}}
	if got, want := p.Said(), "Brackets at the points shown: 1 at first, 4 at the most, 2 now."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestTheEndsOfTheBurnDownAreNeverTheSame(t *testing.T) {
	tongue, _ := lang.For("en")
	for _, tt := range []struct {
		name string
		last negotiation.Count
		want []string
	}{
		{"within a day they are times", counted(40, 0, 0), []string{"12:00", "12:40"}},
		{"within a minute there is one", counted(0, 0, 0), []string{"27 September 2017"}},
		{"else they are days", counted(24*60, 0, 0), []string{"27 September 2017", "28 September 2017"}},
	} {
		p := burndownPart{Base: Base{Tongue: tongue}, Counts: []negotiation.Count{counted(0, 1, 1), tt.last}}
		if got := p.Ends(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
