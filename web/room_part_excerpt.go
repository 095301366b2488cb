package web

import (
	"regexp"
	"slices"

	"plenary/diff"
)

// nearChange is how many words are kept beside a change in an excerpt.
const nearChange = 6

// omission stands in an excerpt for what is left out of it.
const omission = " … "

var wordOfText = regexp.MustCompile(`\S+`)

// excerpt gives a redline without what it keeps far from any change: near words stay
// at each side of one, and a sign stands for the others. It is for where the whole
// words are at hand.
func excerpt(script diff.Script, near int) diff.Script {
	cut := slices.Clone(script)
	for i, span := range cut {
		words := wordOfText.FindAllStringIndex(span.Text, -1)
		if span.Op != diff.Equal || len(words) <= 2*near {
			continue
		}
		head, tail := "", ""
		if i > 0 {
			head = span.Text[:words[near-1][1]]
		}
		if i < len(cut)-1 {
			tail = span.Text[words[len(words)-near][0]:]
		}
		cut[i].Text = head + omission + tail
	}
	return cut
}
