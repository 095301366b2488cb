package nations

import (
	"regexp"
	"strings"
	"sync"
)

// MaxLine is how many bytes a line of names may have; a longer one names nobody.
const MaxLine = 4096

// Joint returns whom a line names, each as it stands there, where it names states,
// groups and bodies and nothing else: "CHILE, MEXICO and PERU", "Chile y Perú",
// "Chili et Pérou", "CHILE / PERU". Otherwise it returns nil. A name that has an
// "and" of its own stays whole: "Trinidad y Tobago and Barbados" are two.
func Joint(line string) []string {
	return Split(line, func(name string) bool {
		_, ok := Find(name)
		return ok
	})
}

// Split is Joint among the names that are known to its caller. Of two readings it
// takes the one whose first name is the longer. It asks of at most six names for
// each comma or "and", so that its time grows with the line alone.
func Split(line string, known func(name string) bool) []string {
	line = strings.TrimSpace(line)
	if line == "" || len(line) > MaxLine {
		return nil
	}
	parts := cuts(line)
	// ends[i] is the part behind the first name, where a reading begins with part
	// i, or 0 where none does.
	ends := make([]int, len(parts)+1)
	ends[len(parts)] = len(parts)
	for i := len(parts) - 1; i >= 0; i-- {
		const most = 6 // parts of a name
		for end := min(i+most, len(parts)); end > i && ends[i] == 0; end-- {
			if ends[end] != 0 && known(line[parts[i].from:parts[end-1].to]) {
				ends[i] = end
			}
		}
	}
	if ends[0] == 0 {
		return nil
	}
	var names []string
	for i := 0; i < len(parts); i = ends[i] {
		names = append(names, line[parts[i].from:parts[ends[i]-1].to])
	}
	return names
}

// part is a piece of a line between two separators.
type part struct{ from, to int }

// cuts returns the pieces of a line between its separators.
func cuts(line string) []part {
	var parts []part
	from := 0
	for _, sep := range separator().FindAllStringIndex(line, -1) {
		parts = append(parts, part{from, sep[0]})
		from = sep[1]
	}
	return append(parts, part{from, len(line)})
}

// separator matches what stands between two names: a comma, semicolon or stroke,
// or the word for "and", or both.
var separator = sync.OnceValue(func() *regexp.Regexp {
	const and = `(?:and|&|\+|y|e|et)`
	return regexp.MustCompile(`(?i)[\s\x{a0}]*[,;/][\s\x{a0}]*(?:` + and + `[\s\x{a0}]+)?|[\s\x{a0}]+` + and + `[\s\x{a0}]+`)
})
