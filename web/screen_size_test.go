package web

import "testing"

func TestTheTypeOfTheScreenShrinksByStepsAndColumnsStandSideBySideWhileTheyAreFew(t *testing.T) {
	in := floorSpace()
	tests := []struct {
		name    string
		columns [][]int
		want    layout
		fits    bool
	}{
		{"a few words", [][]int{{80}}, layout{1, false}, true},
		{"a draft and a proposal of a sentence", [][]int{{120}, {150}}, layout{1, true}, true},
		{"three of a long sentence", [][]int{{350}, {380}, {360}}, layout{5, true}, true},
		{"eight short ones stand below one another", [][]int{{40}, {40}, {40}, {40}, {40}, {40}, {40}, {40}}, layout{4, false}, true},
		{"too long for any type", [][]int{{32 << 10}}, layout{len(sizes()), false}, false},
		{"too many", make([][]int, 300), layout{len(sizes()), false}, false},
		{"nothing", nil, layout{1, false}, true},
	}
	for _, tt := range tests {
		if got, fits := in.fit(tt.columns); got != tt.want || fits != tt.fits {
			t.Errorf("%s: %+v, fits %t; want %+v, %t", tt.name, got, fits, tt.want, tt.fits)
		}
	}
}

func TestLongerTextsNeverHaveLargerType(t *testing.T) {
	for _, columns := range []int{1, 2, 3, 6} {
		before := 0
		for letters := 10; letters < 6000; letters += 10 {
			list := make([][]int, columns)
			for i := range list {
				list[i] = []int{letters}
			}
			l, _ := floorSpace().fit(list)
			if l.Size < before {
				t.Fatalf("%d columns of %d letters have step %d, and shorter ones %d", columns, letters, l.Size, before)
			}
			before = l.Size
		}
	}
}
