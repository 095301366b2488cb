// Package nations knows who speaks in meetings of governments: the states, the
// groups they form, and the bodies that are consulted. It tells a name at the
// start of a line ("TRINIDAD AND TOBAGO:") from a word of the text ("OBJECTIVE:").
//
// The states are the 193 members of the United Nations and its two observer
// states, the Holy See and the State of Palestine, besides the Cook Islands and
// Niue, which are members of specialized agencies. Of the territories only the
// associate members of the Economic Commission for Latin America and the Caribbean
// are known, as Associate. Who is on the list is the United Nations' matter; the
// package takes no view of its own.
//
// Names are those of the Unicode CLDR in English, Spanish, French and Portuguese,
// the short and formal ones of the United Nations, and customary ones. A name that
// two states go by is nobody's: "Korea" is not found, and a person has to be asked.
// "Congo" alone, "Guinea" and "Dominica" are names of one state each.
package nations

import "sync"

// MaxName is how many bytes a name may have; a longer one is nobody's.
const MaxName = 120

// Nation is who may speak. Two names of the same give the same Nation.
type Nation struct {
	// Name is the short name in English, in the letters of a sentence: "Mexico",
	// "Trinidad and Tobago", "European Union". Each has one of its own.
	Name string
	// Code is the alpha-3 code of ISO 3166-1; empty for groups and bodies.
	Code string
	Kind Kind
}

// Kind says what a name stands for.
type Kind string

// The kinds of nations.
const (
	// State is a sovereign state, or an observer state of the United Nations.
	State Kind = "state"
	// Associate is a territory that is an associate member of a regional body.
	Associate Kind = "associate"
	// Group is a group of states that speaks with one voice.
	Group Kind = "group"
	// Body is consulted and has no vote: workers, employers, organizations.
	Body Kind = "body"
)

// Find returns whose name this is. It may stand in any case, in English, Spanish,
// French or Portuguese, with or without its accents and article, in its formal
// form ("Plurinational State of Bolivia", "Bolivia (Plurinational State of)"), or
// twice ("Türkiye/Turkey", "European Union (EU)"). Initials count as names only in
// capitals, since "us" is a word; codes do not count, see FindCode. A group "and
// its member States" is the group.
func Find(name string) (Nation, bool) {
	key, ok := fold(name)
	if !ok {
		return Nation{}, false
	}
	x := index()
	if i, ok := x.initialsOf(name); ok {
		return x.nations[i], true
	}
	if i, ok := x.names[string(key)]; ok {
		return x.nations[i], true
	}
	if i, ok := x.search(string(key)); ok {
		return x.nations[i], true
	}
	return Nation{}, false
}

// FindCode returns whose code of ISO 3166-1 this is, of three letters or of two,
// in capitals; "UK" counts as one. Codes are words in other places: NAM is Namibia
// here, and the Non-Aligned Movement among the initials of Find.
func FindCode(code string) (Nation, bool) {
	x := index()
	i, ok := x.codes[code]
	if !ok {
		return Nation{}, false
	}
	return x.nations[i], true
}

// index is built when somebody is looked for first.
var index = sync.OnceValue(build)
