package web

import (
	"strings"
	"unicode"

	"plenary/diff"
)

// redlinePart is what part "redline" shows: a script with <del> and <ins>, each
// with words at both ends for those who do not see marks. A template makes one
// from its own Base:
//
//	{{template "redline" (redline $.Base .Script)}}
//
// It is inline content: the caller gives the paragraph around it, class
// "redline", and the lang attribute of the text. It holds nothing personal.
type redlinePart struct {
	Base
	Script diff.Script
}

// redlineSpan is a span with the white space at its ends set apart: it belongs to
// the change, and is not underlined or struck with the words. A span of white
// space alone has no words but that, so that the change can be seen.
type redlineSpan struct {
	Op                   diff.Op
	Before, Words, After string
}

// Spans are those of the script.
func (p redlinePart) Spans() []redlineSpan {
	list := make([]redlineSpan, len(p.Script))
	for i, s := range p.Script {
		words := strings.TrimLeftFunc(s.Text, unicode.IsSpace)
		before := s.Text[:len(s.Text)-len(words)]
		words = strings.TrimRightFunc(words, unicode.IsSpace)
		list[i] = redlineSpan{s.Op, before, words, s.Text[len(before)+len(words):]}
		if words == "" || s.Op == diff.Equal {
			list[i] = redlineSpan{Op: s.Op, Words: s.Text}
		}
	}
	return list
}

func redlineOf(b Base, s diff.Script) redlinePart { return redlinePart{Base: b, Script: s} }
