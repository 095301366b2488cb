// Package instruct reads amendments that are written as instructions, as in
// `Replace "X" by "Y" in paragraph 7`, and carries them out on a paragraph.
//
// It is pure: what it gives depends on its arguments only, and the time it takes
// is in proportion to their length.
package instruct
