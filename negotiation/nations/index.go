package nations

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// names is the index of all names. It is written once and then only read.
type names struct {
	nations []Nation
	// names is by folded names, initials by those in capitals without full stops,
	// codes by those of ISO 3166-1.
	names, initials, codes map[string]int16
}

// initialsOf finds initials as they are written: in capitals, with or without
// full stops and spaces.
func (x *names) initialsOf(name string) (int16, bool) {
	const longest = 16
	if len(name) > longest {
		return 0, false
	}
	var room [longest]byte
	initials := room[:0]
	for i := range len(name) {
		if name[i] != '.' && name[i] != ' ' {
			initials = append(initials, name[i])
		}
	}
	i, ok := x.initials[string(initials)]
	return i, ok
}

// build makes the index of the tables and of the CLDR.
func build() *names {
	const about = 4000
	x := &names{names: make(map[string]int16, about), initials: map[string]int16{}, codes: map[string]int16{}}
	for _, line := range lines(states) {
		x.country(line, State)
	}
	for _, line := range lines(associates) {
		x.country(line, Associate)
	}
	for _, line := range lines(groups) {
		x.add(Nation{Kind: Group}, line)
	}
	for _, line := range lines(bodies) {
		x.add(Nation{Kind: Body}, line)
	}
	return x
}

func lines(table string) []string { return strings.Split(strings.TrimSpace(table), "\n") }

// country adds a line of two codes and names: "MX MEX Mexico|United Mexican States".
func (x *names) country(line string, kind Kind) {
	codes := strings.SplitN(line, " ", 3)
	i := x.add(Nation{Code: codes[1], Kind: kind}, codes[2])
	x.codes[codes[0]], x.codes[codes[1]] = i, i
	if codes[1] == "GBR" {
		x.codes["UK"] = i // reserved for it in ISO 3166-1
	}
	region := language.MustParseRegion(codes[0])
	for _, tag := range []language.Tag{language.English, language.Spanish, language.LatinAmericanSpanish,
		language.French, language.Portuguese, language.EuropeanPortuguese} {
		x.name(i, display.Regions(tag).Name(region))
	}
}

// add adds a nation with the names of a line, the first of which is its own.
// Initials stand behind "=".
func (x *names) add(n Nation, line string) int16 {
	i := int16(len(x.nations)) // some hundred
	list := strings.Split(line, "|")
	n.Name = list[0]
	x.nations = append(x.nations, n)
	for _, name := range list {
		if initials, ok := strings.CutPrefix(name, "="); ok {
			x.initials[initials] = i
			continue
		}
		x.name(i, name)
	}
	return i
}

// name adds a name; of two that have the same the first keeps it.
func (x *names) name(i int16, name string) {
	key, ok := fold(name)
	if !ok {
		return
	}
	if _, taken := x.names[string(key)]; !taken {
		x.names[string(key)] = i
	}
}
