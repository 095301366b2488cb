package markdown

import (
	"regexp"
	"slices"
	"strings"

	"plenary/negotiation"
)

// severalParts matches a label of several parts as it is printed before words:
// "3.1.2 ", "(a) (ii) ", "1(a)(iii)(B): ".
var severalParts = regexp.MustCompile(`^((?:\d{1,3}|\([A-Za-z0-9]{1,5}\)|[a-z][.)])(?: ?\([A-Za-z0-9]{1,5}\)|\.\d{1,3}){1,4})[.:]?[ \t\x{a0}]+`)

// leadParts cuts a label of several parts off the words before which it stands.
func leadParts(words string) (label, rest string, ok bool) {
	m := find(severalParts, words)
	if m == nil || len(m[0]) == len(words) {
		return "", words, false
	}
	return m[1], words[len(m[0]):], true
}

// partsOfLabel are the parts of a label, in whatever signs: 1, a and iii of "1(a)(iii)".
func partsOfLabel(label string) []string {
	return strings.FieldsFunc(label, func(r rune) bool { return strings.ContainsRune(" \t\u00a0.()", r) })
}

// partedAddresses are the addresses that a label of several parts may stand for,
// below a paragraph or by itself.
func partedAddresses(label, below string) []string {
	parts := partsOfLabel(label)
	if len(parts) < 2 {
		return nil
	}
	nest := func(first string, rest []string) string {
		for _, part := range rest {
			first += "(" + part + ")"
		}
		return first
	}
	list := []string{parts[0] + "." + nest(parts[1], parts[2:]), nest(parts[0], parts[1:])}
	if below != "" {
		list = append(list, below+"."+nest(parts[0], parts[1:]))
	}
	return list
}

// unled are words without the label before them, in the ways in which it can be cut:
// the draft's own words may begin with the last part of it.
func unled(words string) []string {
	if label, rest, ok := leadParts(words); ok {
		last := strings.LastIndexByte(label, '(')
		if last <= 0 {
			return []string{rest}
		}
		return []string{rest, words[last:]}
	}
	if label, rest := leadLabel(words); label != "" {
		return []string{rest}
	}
	return nil
}

// leadName is the name of a paragraph before words, and the words behind it.
func leadName(words string) (name, rest string) {
	if label, rest, ok := leadParts(words); ok {
		return label, rest
	}
	return leadLabel(words)
}

// unparted takes a label of several parts off words that restate a unit, but for
// what the unit's own text begins with.
func (s *structure) unparted(words string, at int) (rest string, ok bool) {
	label, rest, ok := leadParts(words)
	own := s.units[at].Text
	if !ok || strings.HasPrefix(own, label) {
		return words, false
	}
	ways := unled(words)
	for _, way := range slices.Backward(ways) {
		if lead, _, cut := strings.Cut(way, " "); cut && strings.HasPrefix(own, lead+" ") {
			return way, true
		}
	}
	named, known := s.find(label, at)
	return rest, known && named >= 0 || strings.ContainsAny(label, "(")
}

// sayLabel tells that the label before restated words is not that of the paragraph
// whose words they are, and reports whether it had to.
func (s *resolver) sayLabel(line int, label string) bool {
	own := s.units[s.target]
	if label == "" || label == own.Label || innermost(label) == innermost(own.Label) {
		return false
	}
	at, known := s.find(label, s.target)
	switch {
	case known && at == s.target:
		return false
	case known && at >= 0:
		if named := s.units[at].address; named != label {
			label += ", which is " + named
		}
		s.note(line, negotiation.Ask, "target", "%s: it says %s, but its words restate %s: ask which is meant", s.names[0], label, own.address)
	default:
		s.note(line, negotiation.Ask, "target", "%s: it says %s, which the draft does not have, but its words restate %s", s.names[0], label, own.address)
	}
	return true
}
