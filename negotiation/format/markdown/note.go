package markdown

import (
	"strings"

	"plenary/negotiation"
)

// isNote reports whether l begins the note that names who made comments.
func isNote(l line) bool {
	return l.shape == prose && !l.escaped && len(l.words) > 5 && strings.EqualFold(l.words[:5], "note:")
}

// readNote reads the note at line i and returns the index of the line behind it.
// A note that does not say who made comments is a block of the cover like others.
func (r *reader) readNote(i int) int {
	next := i + 1
	words := []string{r.lines[i].words}
	for next < len(r.lines) && r.lines[next].blanks == 0 && r.lines[next].shape == prose {
		words = append(words, r.lines[next].words)
		next++
	}
	text := negotiation.Normal(strings.Join(words, " "))[len("note:"):]
	who, rest, commented := strings.Cut(strings.TrimSuffix(text, "."), " made comments to the ")
	if !commented {
		r.coverBlock(r.lines[i:next])
		return next
	}
	r.noted, r.cover.Channel, _ = strings.Cut(rest, " via ")
	r.contributors(r.lines[i].number, who)
	return next
}

// contributors reads the names in a note: member states first, then, behind "as
// well as", the consultative bodies.
func (r *reader) contributors(line int, who string) {
	who = strings.TrimSpace(who)
	states, bodies, both := strings.Cut(who, "as well as ")
	if !both {
		for _, start := range []string{"The consultative bodies ", "The consultative body "} {
			if names, only := strings.CutPrefix(who, start); only {
				states, bodies = "", names
			}
		}
	}
	for _, start := range []string{"The delegations of ", "The delegation of ", "No delegation"} {
		states = strings.TrimPrefix(states, start)
	}
	for i, names := range []string{states, bodies} {
		between := strings.NewReplacer(" and ", "\n", ", ", "\n", ",", "\n")
		for name := range strings.SplitSeq(between.Replace(names), "\n") {
			if name = strings.TrimSpace(name); name == "" {
				continue
			}
			key := strings.ToUpper(name)
			r.listed[key] = line
			if i == 1 {
				r.bodies[key] = line
			}
		}
	}
}

// isListed reports whether the note names a delegation.
func (r *reader) isListed(name string) bool { return inNote(r.listed, name) }

// inNote looks a name up among those of the note, where one with "and" in it
// stands in its parts.
func inNote(names map[string]int, name string) bool {
	for _, part := range partsOf(name) {
		if names[part] == 0 {
			return false
		}
	}
	return true
}

// partsOf is a name as the note lists it.
func partsOf(name string) []string {
	return strings.Split(strings.ReplaceAll(strings.ToUpper(name), ", ", " AND "), " AND ")
}

// party says what kind of delegation a name stands for.
func (r *reader) party(name negotiation.Delegation) negotiation.Party {
	kind := negotiation.MemberState
	if name == "COSATE" || name == "CEATAL" || inNote(r.bodies, string(name)) {
		kind = negotiation.ConsultativeBody
	}
	return negotiation.Party{Name: name, Kind: kind}
}
