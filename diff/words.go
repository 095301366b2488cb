package diff

// Words returns the redline that makes after of before, word by word.
//
// The script passes [Script.Check] and gives both texts back byte for byte,
// whatever they hold: bytes that are no UTF-8 are compared one by one. Words
// never panics. The result depends on the two texts only, never on a clock or
// on load, and calls may run side by side.
func Words(before, after string) Script {
	words := newTable()
	a, b := words.read(before), words.read(after)
	return write(a, b, words.kept(a, b))
}

// kept returns the runs of two texts read by t that stay as they are.
func (t *table) kept(a, b sequence) []run { return align(a.ids, b.ids, t.size) }
