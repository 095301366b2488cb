package diff

import "math"

// bounds are what a comparison word by word may take. They count what is in the
// texts, never time or memory: the same texts give the same script everywhere.
type bounds struct {
	tokens int // of both texts together
	hunks  int // of a change that both deletes and inserts
	spans  int // of the script
}

// maxBounds holds two files of 8 MiB of any language: Chinese, with a token for
// every rune, has less than 6 million in two of them.
func maxBounds() bounds { return bounds{tokens: 6 << 20, hunks: 1 << 20, spans: 2 << 20} }

// comparison is two texts that were read, and the runs that are kept.
type comparison struct {
	a, b sequence
	kept []run
}

// compare compares two texts, if they are within bounds. Without an effort it
// has that of the texts.
func (p Profile) compare(most bounds, e *effort, before, after string) (c comparison, ok bool) {
	if max(len(before), len(after)) > math.MaxInt32 || most.spans <= 0 {
		return c, false
	}
	words := newTable()
	if c.a, ok = words.readUpTo(most.tokens, before); !ok {
		return comparison{}, false
	}
	if c.b, ok = words.readUpTo(most.tokens-c.a.len(), after); !ok {
		return comparison{}, false
	}
	if e == nil {
		e = newEffort(c.a.len() + c.b.len())
	}
	c.kept = p.keep(e, most.hunks, words, c.a, c.b)
	c.a.ids, c.b.ids = nil, nil // what is written next may need their room
	return c, true
}

// vast returns the script of texts that are beyond bounds. It keeps what both
// begin and end with. What is between is cut where both sides agree, and each
// part is compared by itself: where one side holds all words of the other, so that what
// was only inserted never shows a deletion; else by whole lines. A part that is
// beyond bounds as well is shown as replaced.
func (p Profile) vast(most bounds, before, after string) Script {
	v := vast{Profile: p, most: most, effort: newEffort(len(before) + len(after))}
	v.out = writer{a: sequence{text: before}, b: sequence{text: after}}
	start := sharedStart(before, after)
	end := sharedEnd(before[start:], after[start:])
	v.out.keep(start)
	v.middle(before[start:len(before)-end], after[start:len(after)-end])
	v.out.keep(end)
	v.out.flush()
	return v.out.script
}

// vast is a script in the making.
type vast struct {
	Profile
	*effort
	most bounds
	out  writer
}

func (v *vast) middle(before, after string) {
	if v.compared(nil, before, after) {
		return
	}
	parts := embeddedParts(before, after, v.most)
	if parts == nil {
		parts = v.lineParts(before, after)
	}
	for _, p := range parts {
		a, b := before[:p.before], after[:p.after]
		if a == b {
			v.out.keep(len(a))
		} else if a == "" || b == "" || !v.compared(v.effort, a, b) {
			v.out.drop(len(a))
			v.out.add(len(b))
		}
		before, after = before[p.before:], after[p.after:]
	}
	v.out.drop(len(before))
	v.out.add(len(after))
}

// compared writes the next parts of both texts word by word, if they are within
// bounds.
func (v *vast) compared(e *effort, before, after string) bool {
	most := v.most
	most.spans -= len(v.out.script)
	c, ok := v.compare(most, e, before, after)
	return ok && c.writeUpTo(most.spans, &v.out)
}

// sharedStart returns how many bytes both texts begin with, up to a place where
// a token or white space begins in either.
func sharedStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && !(begins(a[n:]) && begins(b[n:])) {
		n--
	}
	return n
}

// sharedEnd returns how many bytes both texts end with, from such a place on.
func sharedEnd(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && !begins(a[len(a)-n:]) {
		n--
	}
	return n
}

// begins reports whether a token or white space begins with text, whatever
// stands before it.
func begins(text string) bool {
	if text == "" {
		return true
	}
	c := text[0]
	return c < 0x80 && c != '\'' && !isWord(rune(c))
}
