package diff

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Algorithm is the version of the algorithm behind [Words]. It is kept with
// every stored script, because a later version may align the same two texts
// otherwise and a printed redline must read the same for ever.
//
// Version 1 aligned with the fewest edits and showed them as they were. Version
// 2 joins and moves changes as people write them, and shows a text of which
// little is kept as replaced.
const Algorithm = 2

// Op says what a span does to the text. In JSON it is its name: "equal",
// "delete" or "insert".
type Op uint8

// The three things a span can do.
const (
	Equal  Op = iota // the text stands on both sides
	Delete           // the text stands before only
	Insert           // the text stands after only
)

// String returns the name of the op, or Op(n) where n is no op.
func (o Op) String() string {
	switch o {
	case Equal:
		return "equal"
	case Delete:
		return "delete"
	case Insert:
		return "insert"
	default:
		return fmt.Sprintf("Op(%d)", uint8(o))
	}
}

// MarshalText returns the name of the op. It refuses what is no op, so that no
// script is stored which could not be read again.
func (o Op) MarshalText() ([]byte, error) {
	if o > Insert {
		return nil, fmt.Errorf("unknown op %d", uint8(o))
	}
	return []byte(o.String()), nil
}

// UnmarshalText reads the name of an op, exactly as [Op.String] writes it.
func (o *Op) UnmarshalText(text []byte) error {
	for _, known := range []Op{Equal, Delete, Insert} {
		if known.String() == string(text) {
			*o = known
			return nil
		}
	}
	return fmt.Errorf("unknown op %q", text)
}

// Span is a stretch of text and what becomes of it.
type Span struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// Script is a redline: the spans of two texts in reading order. A script made
// by [Words] passes [Script.Check]; one from outside should be held to it.
type Script []Span

// Before returns the text before the change: what is equal or deleted.
func (s Script) Before() string { return s.without(Insert) }

// After returns the text after the change: what is equal or inserted.
func (s Script) After() string { return s.without(Delete) }

func (s Script) without(op Op) string {
	var text strings.Builder
	for _, span := range s {
		if span.Op != op {
			text.WriteString(span.Text)
		}
	}
	return text.String()
}

// Changed reports whether any span is other than equal.
func (s Script) Changed() bool {
	for _, span := range s {
		if span.Op != Equal {
			return true
		}
	}
	return false
}

// Typographic reports whether the script changes something, but nothing that
// is compared: only white space, the shape of quotation marks, or the Unicode
// encoding of the same characters. Such a change is never one of substance.
func (s Script) Typographic() bool {
	if !s.Changed() {
		return false
	}
	words := newTable()
	before := words.read(s.Before())
	after := words.read(s.After())
	return slices.Equal(before.ids, after.ids)
}

// Check returns an error that names the first span which breaks the form of a
// script: an unknown op, an empty text, a neighbour of the same op, or an
// insertion directly before a deletion (in a replaced place the deletion comes
// first).
func (s Script) Check() error {
	for i, span := range s {
		if err := span.check(); err != nil {
			return fmt.Errorf("span %d: %w", i, err)
		}
		if i == 0 {
			continue
		}
		switch last := s[i-1].Op; {
		case last == span.Op:
			return fmt.Errorf("span %d: %v follows %v", i, span.Op, last)
		case last == Insert && span.Op == Delete:
			return fmt.Errorf("span %d: a deletion follows the insertion that replaces it", i)
		}
	}
	return nil
}

func (s Span) check() error {
	if s.Op > Insert {
		return fmt.Errorf("unknown op %d", uint8(s.Op))
	}
	if s.Text == "" {
		return errors.New("no text")
	}
	return nil
}
