package diff

// Profile says how much is kept between two changes: how readily words that
// stay are shown as replaced, for a redline that reads as if written by hand.
type Profile uint8

const (
	// Fine is for delegates, who look for the very words that were touched. It
	// keeps all but what only holds two changes apart.
	Fine Profile = iota
	// Coarse is for editors of standards, who read whole phrases before and
	// after. It joins changes that are close to each other.
	Coarse
)

// Words returns the redline that makes after of before, word by word.
//
// The script passes [Script.Check] and gives both texts back byte for byte,
// whatever they hold: bytes that are no UTF-8 are compared one by one. Words
// never panics. The result depends on the profile and the two texts only, never
// on a clock or on load, and calls may run side by side. A value that is no
// profile is taken for Fine.
func (p Profile) Words(before, after string) Script {
	return p.words(maxBounds(), before, after)
}

func (p Profile) words(most bounds, before, after string) Script {
	if c, ok := p.compare(most, nil, before, after); ok {
		if s, ok := c.script(most.spans); ok {
			return s
		}
	}
	return p.vast(most, before, after)
}

// keep returns the runs of two texts read by t that stay as they are. It spends
// of an effort, and joins what are more hunks than most.
func (p Profile) keep(e *effort, most int, t *table, a, b sequence) []run {
	hunks := hunksOf(e.align(a.ids, b.ids, t.size), len(a.ids), len(b.ids))
	if isPure(hunks) {
		// What stays must not be shown as struck, so nothing can be given up.
		slide(hunks, a, b, t.classes)
		return runsOf(hunks, len(a.ids), len(b.ids))
	}
	hunks = paired(hunks, most)
	v := valuer{scale: p.scale(), classes: t.classes}
	hunks = v.realign(e, hunks, a, b)
	hunks = v.choose(hunks, a.ids, b.ids)
	hunks = v.fold(hunks, a.ids, b.ids)
	if v.rewritten(hunks, a.ids, b.ids) {
		return nil
	}
	hunks = part(hunks, a.ids, b.ids, t.classes)
	slide(hunks, a, b, t.classes)
	return runsOf(hunks, len(a.ids), len(b.ids))
}

// scale is what a profile weighs with. The unit is a hundredth of a content
// word; where the numbers come from is told in the package's documentation.
type scale struct {
	value   [classes]int // of a token that is kept
	price   [kinds]int   // of a change that is shown
	percent int          // of a neighbour, below which a run is folded
}

func (p Profile) scale() *scale {
	if p == Coarse {
		return &coarse
	}
	return &fine
}

var (
	fine = scale{
		value: [classes]int{word: 100, stopWord: 50, conjunction: 50, ideograph: 50, syllable: 10,
			sentenceMark: 20, comma: 20, opening: 20, closing: 20, otherMark: 20},
		price:   [kinds]int{deletion: 40, insertion: 40, replacement: 60},
		percent: 25,
	}
	coarse = scale{
		value: [classes]int{word: 100, stopWord: 80, conjunction: 80, ideograph: 50, syllable: 10,
			sentenceMark: 10, comma: 10, opening: 10, closing: 10, otherMark: 10},
		price:   [kinds]int{deletion: 90, insertion: 90, replacement: 120},
		percent: 60,
	}
)

// valuer weighs tokens by their ids.
type valuer struct {
	*scale
	classes []class // of each id
}

func (v valuer) sum(ids []int32) int {
	sum := 0
	for _, id := range ids {
		sum += v.value[v.classes[id]]
	}
	return sum
}
