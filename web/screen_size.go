package web

import "math"

// What is written on the projector is as large as it can be, by steps, so that one
// word more does not move every line. Its unit is a hundredth of the height of a
// screen of 16 by 9, which is 177 of them wide; css/screen.css has the same, and
// takes a smaller one where the screen is less wide.

// space is a part of the screen, in units.
type space struct{ wide, high float64 }

// sizes are the heights of letters, the largest first: step 1, 2 and so on. The last
// is the smallest that is read from the back of a hall.
func sizes() []float64 { return []float64{7, 6, 5, 4.2, 3.6, 3.2, 2.8, 2.4, 2} }

// Of a letter the width and of a line the height, in heights of letters, as fonts
// have them that are not narrow: js/screen.js looks. between is the space
// between columns in units, narrowest how many letters a line must hold.
const (
	letterWidth = 0.44
	lineHeight  = 1.32
	between     = 4.0
	narrowest   = 16
	// The head of a column says whose it is: above the text where columns stand side
	// by side, in heights of letters, and before it where they are stacked, as a part
	// of the width.
	headHeight = 1.5
	headWidth  = 0.22
)

// layout is how columns of text stand on the screen.
type layout struct {
	// Size is the step of the type, Side whether the columns stand side by side.
	Size int
	Side bool
}

// fit gives the layout with the largest type in which all columns are within a
// space, or none. Columns are lists of lengths of paragraphs, in letters.
func (s space) fit(columns [][]int) (layout, bool) {
	for i, size := range sizes() {
		wide := (s.wide - between*float64(len(columns)-1)) / float64(len(columns))
		tallest, all := 0.0, 0.0
		for _, c := range columns {
			tallest = max(tallest, headHeight*size+height(c, wide, size))
			all += height(c, s.wide*(1-headWidth), size) + between/4
		}
		switch {
		case len(columns) > 1 && tallest <= s.high && wide >= narrowest*letterWidth*size:
			return layout{i + 1, true}, true
		case all <= s.high:
			return layout{i + 1, false}, true
		}
	}
	return layout{Size: len(sizes())}, false
}

// height is that of a column without its head.
func height(paragraphs []int, wide, size float64) float64 {
	lines := 0.0
	for _, letters := range paragraphs {
		lines += math.Ceil(float64(letters)*letterWidth*size/wide) + 0.3
	}
	return lines * size * lineHeight
}
