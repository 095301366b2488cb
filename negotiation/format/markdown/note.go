package markdown

import (
	"strings"

	"plenary/negotiation"
)

// commented stands in the note of a compilation, between who and what.
const commented = " made comments to the "

// isNote reports whether words are a note that names who made comments. Any
// other note is a block of the cover.
func isNote(words string) bool {
	return len(words) > 5 && strings.EqualFold(words[:5], "note:") && strings.Contains(words, commented)
}

// noteAt is the note that begins at line i, if one does, and the index of the line
// behind it.
func (r *reader) noteAt(i int) (text string, next int, ok bool) {
	const longest = 100 // lines
	if first := r.lines[i]; first.shape != prose || first.escaped || len(first.words) < 5 || !strings.EqualFold(first.words[:5], "note:") {
		return "", i, false
	}
	words := []string{r.lines[i].words}
	for next = i + 1; next < len(r.lines) && len(words) < longest && r.lines[next].blanks == 0 && r.lines[next].shape == prose; next++ {
		words = append(words, r.lines[next].words)
	}
	text = negotiation.Normal(strings.Join(words, " "))
	return text, next, isNote(text)
}

// readNote reads the note at line i and returns the index of the line behind it.
func (r *reader) readNote(i int) int {
	text, next, _ := r.noteAt(i)
	who, rest, _ := strings.Cut(strings.TrimSuffix(text[len("note:"):], "."), commented)
	title, channel := r.cutTitle(rest)
	r.noted, r.cover.Channel = strings.TrimSpace(title), strings.TrimSpace(channel)
	r.contributors(r.lines[i].number, who)
	return next
}

// cutTitle cuts the title off the words behind it: one of the cover's, for a
// title may have "via" in it, or else all before the first.
func (r *reader) cutTitle(rest string) (title, channel string) {
	const via = " via "
	for _, own := range append(r.coverTexts(), r.cover.Title) {
		if len(own) > 0 && len(rest) >= len(own) && strings.EqualFold(rest[:len(own)], own) {
			if channel, ok := strings.CutPrefix(rest[len(own):], via); ok || rest[len(own):] == "" {
				return rest[:len(own)], channel
			}
		}
	}
	title, channel, _ = strings.Cut(rest, via)
	return title, channel
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
