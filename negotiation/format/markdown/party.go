package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plenary/negotiation"
	"plenary/negotiation/nations"
)

// by is the start of a proposal: whose it is.
type by struct {
	names []negotiation.Delegation
	// unknown are those of the names that nobody has vouched for.
	unknown []string
	// spokesman says that the first speaks for the others.
	spokesman bool
	// supported are those who only support it, as the document names them.
	supported string
	// sentence says that the names are part of a sentence, whose rest is the text.
	sentence bool
	late     bool
	// on is the address that it names, if it does, and version the one of that
	// paragraph which it is written on, or 0 for today's.
	on      string
	version int
	// text behind the colon.
	text string
}

// vouchers say of whom a document may be believed that it names a delegation: of
// those that are known as such, and of those that its note lists.
type vouchers struct {
	known, listed func(name string) bool
}

func (v vouchers) vouch(name string) bool {
	return isNamelike(name) && (v.known(name) || v.listed(name))
}

// read reads names that are vouched for, and nothing else.
func (b *by) read(line string, v vouchers) bool {
	known := func(name string) bool { return isNamelike(name) && v.known(name) }
	if names := nations.Split(line, known); names != nil {
		return b.name(names)
	}
	if s, ok := nations.Speaks(line, known); ok {
		b.spokesman = true
		return b.name(append([]string{s.Speaker}, s.For...))
	}
	names := splitNames(line)
	for _, name := range names {
		if !v.vouch(name) {
			return false
		}
	}
	return b.name(names)
}

// readBold reads names each of which stands in bold, as Write prints those in
// small letters. One may have an "and" of its own.
func (b *by) readBold(head string, v vouchers) bool {
	if !boldNames.MatchString(head) {
		return false
	}
	names := strings.Split(strings.NewReplacer("** and **", "\n", "**, **", "\n", "**", "").Replace(head), "\n")
	for _, name := range names {
		if !v.vouch(name) {
			return false
		}
	}
	return b.name(names)
}

// readUnknown reads names in capitals, and a single one in small letters.
func (b *by) readUnknown(line string, v vouchers) bool {
	names := splitNames(line)
	b.unknown = nil
	for _, name := range names {
		switch {
		case v.vouch(name):
		case isName(name):
			b.unknown = append(b.unknown, name)
		default:
			b.unknown = []string{line}
			return isSmallName(line) && b.name(b.unknown)
		}
	}
	return b.name(names)
}

func (b *by) name(names []string) bool {
	b.names = nil
	for _, name := range names {
		b.names = append(b.names, negotiation.Delegation(negotiation.Normal(name)))
	}
	return len(names) > 0
}

// boldNames matches names each of which stands in bold.
var boldNames = regexp.MustCompile(`^\*\*[^*:]+\*\*(?:(?:, | and )\*\*[^*:]+\*\*)*$`)

// splitNames splits the names of a joint proposal: "CHILE, MEXICO and PERU". An
// AND in capitals is part of a name.
func splitNames(head string) []string {
	between := strings.NewReplacer(" and ", "\n", " & ", "\n", " y ", "\n", " et ", "\n", " e ", "\n", ", ", "\n", " / ", "\n")
	return strings.Split(between.Replace(head), "\n")
}

// isName reports whether s is the name of a delegation in capitals.
func isName(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			letters++
		case !strings.ContainsRune(" -'’.()", r):
			return false
		}
	}
	return letters >= 2 && isNamelike(s) && !strings.HasPrefix(s, " ") && !isRemark(s)
}

// isRemark reports whether s begins what a proposal says besides its words.
func isRemark(s string) bool { return s == "REQUEST" || s == "COMMENT" || s == "REASON" }

// isSmallName reports whether s could be the name of a delegation in small letters:
// few words, of which all but the smallest begin with a capital.
func isSmallName(s string) bool {
	const most = 6 // words
	words := strings.Fields(s)
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) && !slices.Contains([]string{"of", "the", "and", "for", "de", "del", "la", "los", "las", "y", "du", "des", "et", "do", "da", "dos", "e"}, word) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= most && isNamelike(s) && strings.ContainsFunc(s, unicode.IsLower) && !isRemark(strings.ToUpper(s))
}

// isNamelike reports whether the law lets a delegation have the name s.
func isNamelike(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return s != "" && len(s) <= negotiation.MaxName && (unicode.IsUpper(first) || unicode.IsTitle(first) || !unicode.IsLower(first) && unicode.IsLetter(first)) &&
		!strings.ContainsFunc(s, func(r rune) bool {
			return strings.ContainsRune(":;*~`[]<>|\"\\", r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
		})
}
