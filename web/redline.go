package web

import "plenary/diff"

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

func redlineOf(b Base, s diff.Script) redlinePart { return redlinePart{Base: b, Script: s} }
