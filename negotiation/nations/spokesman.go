package nations

import (
	"regexp"
	"strings"
	"sync"
)

// Spokesman is a delegation that speaks for others besides itself.
type Spokesman struct {
	// Speaker is the name of the delegation that has the floor, as it stands.
	Speaker string
	// For are those it speaks for, as they stand, without their article.
	For []string
}

// SpeaksFor reads "BRAZIL, on behalf of MERCOSUR", "Uruguay, en nombre del GRULAC",
// "Maroc (au nom du Groupe africain)", "Brasil, em nome do Grupo dos 77 e a China".
// All of them must be known to Find. Whose proposal it is then is not decided here.
func SpeaksFor(line string) (Spokesman, bool) {
	return Speaks(line, func(name string) bool {
		_, ok := Find(name)
		return ok
	})
}

// Speaks is SpeaksFor among the names that are known to its caller.
func Speaks(line string, known func(name string) bool) (Spokesman, bool) {
	line = strings.TrimSpace(line)
	if len(line) > MaxLine {
		return Spokesman{}, false
	}
	m := onBehalf().FindStringSubmatchIndex(line)
	if m == nil {
		return Spokesman{}, false
	}
	behind := line[m[1]:]
	if m[2] >= 0 { // an opening parenthesis
		inside, ok := strings.CutSuffix(behind, ")")
		if !ok {
			return Spokesman{}, false
		}
		behind = inside
	}
	s := Spokesman{Speaker: strings.TrimSpace(line[:m[0]]), For: Split(behind, known)}
	if s.For == nil || !known(s.Speaker) {
		return Spokesman{}, false
	}
	return s, true
}

// onBehalf matches what stands between who speaks and who is spoken for.
var onBehalf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?: (\()|, ?| )(?:speaking |hablando |s'exprimant |s’exprimant |falando )?` +
		`(?:on behalf of(?: the)? |for and on behalf of(?: the)? ` +
		`|en (?:nombre|representación) (?:del |de la |de los |de las |de )` +
		`|au nom (?:du |des |de la |de l['’]|de |d['’])` +
		`|em (?:nome|representação) (?:do |da |dos |das |de ))`)
})
