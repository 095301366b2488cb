// Package lang holds the words that people read, in the four languages of the
// house: sentences, plurals, dates, lists and alphabetical order. Each language
// is one catalogue, <tag>.json, flat and sorted by key, so that two people who
// add words rarely meet on a line.
//
// # Catalogues
//
//	"refusal.stale": "Paragraph {paragraph} has changed …"
//	"text.proposals.one": "{n} proposal", "text.proposals.other": "{n} proposals"
//
// A key is page or family, a dot, and the thing. A placeholder is a name in
// braces. A key that is counted has one entry for each plural category of the
// language [CLDR plural rules], named by its suffix, and is asked for without
// it. The texts are plain: no HTML, no Markdown; whoever prints them escapes
// them. The tests hold every language to the keys and placeholders of English,
// and every file to its order (jq -S . puts it right).
//
// Names of people and delegations, and the words of drafts and proposals, are
// never translated: they are passed in as they stand in the record.
package lang

import (
	"slices"

	"golang.org/x/text/language"
)

// Tongue is one language. It does not change, may be compared, used as the key
// of a map and shared between goroutines. The zero Tongue is English.
type Tongue struct{ index int }

// maxHeader is how much of an Accept-Language header is read. Browsers send far
// less; a longer one is cut, because what comes from outside has a limit.
const maxHeader = 512

// tags are the languages; the first is the default. A Tongue is an index into it.
var tags = [...]string{"en", "es", "fr", "pt"}

// languages are the tags as libraries know them, and matcher weighs what a reader
// asks for against them. They are only ever read.
var (
	languages = parsed()
	matcher   = language.NewMatcher(languages)
)

func parsed() []language.Tag {
	list := make([]language.Tag, len(tags))
	for i, tag := range tags {
		list[i] = language.MustParse(tag)
	}
	return list
}

// Match gives the language for a reader: chosen (a tag, mostly one of Tags)
// where it is understood, or else the best for the Accept-Language header [RFC
// 9110 12.5.4], or else English. Related languages count: es-MX reads Spanish.
// Both may be empty, malformed or hostile.
func Match(acceptLanguage, chosen string) Tongue {
	// The index, because the matcher's tag carries the reader's region along.
	_, i := language.MatchStrings(matcher, cut(chosen), cut(acceptLanguage))
	return Tongue{i}
}

func cut(header string) string { return header[:min(len(header), maxHeader)] }

// For gives the language of a tag in Tags; false for any other tag.
func For(tag string) (Tongue, bool) {
	i := slices.Index(tags[:], tag)
	return Tongue{max(i, 0)}, i >= 0
}

// Tags lists the languages by their BCP 47 tags, English first.
func Tags() []string { return slices.Clone(tags[:]) }

// Tag is the BCP 47 tag, for the lang attribute.
func (t Tongue) Tag() string { return tags[t.index] }

// Name is the language's name in itself: "Español".
func (t Tongue) Name() string { return t.Say("language.own") }

// Dir is the direction of writing, for the dir attribute: "ltr" or "rtl".
func (t Tongue) Dir() string { return t.Say("language.direction") }
