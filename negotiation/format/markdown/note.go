package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/nations"
)

// commented matches what stands in the note of a compilation, between who and what.
var commented = regexp.MustCompile(` (?:made comments to the |(?:made|submitted|presented) (?:comments|proposals|amendments|observations) (?:to|on) the |` +
	`(?:presentaron|formularon|hicieron|remitieron) (?:comentarios|observaciones|propuestas|enmiendas)(?: (?:al?|a la|sobre el|sobre la))? |` +
	`(?:ont|a) (?:présenté|formulé|soumis|fait) (?:des |leurs )?(?:commentaires|observations|propositions|amendements)(?: (?:au|à la|sur le|sur la))? |` +
	`(?:apresentaram|formularam|fizeram|enviaram) (?:comentários|observações|propostas|emendas)(?: (?:ao|à|sobre o|sobre a))? )`)

// noted matches how such a note begins, which a block of the cover may do too.
var noted = regexp.MustCompile(`^(?i:note|nota)[ \x{a0}]?:`)

// isNote reports whether words are a note that names who made comments. Any
// other note is a block of the cover.
func isNote(words string) bool {
	return noted.MatchString(words) && commented.MatchString(words)
}

// noteAt is the note that begins at line i, if one does, and the index of the line
// behind it.
func (r *reader) noteAt(i int) (text string, next int, ok bool) {
	const longest, most = 100, 64 << 10 // lines and bytes
	if first := r.lines[i]; first.shape != prose || first.escaped || !noted.MatchString(first.words) {
		return "", i, false
	}
	words, length := []string{r.lines[i].words}, len(r.lines[i].words)
	for next = i + 1; length <= most && next < len(r.lines) && len(words) < longest && r.lines[next].blanks == 0 && r.lines[next].shape == prose; next++ {
		words = append(words, r.lines[next].words)
		length += len(r.lines[next].words)
	}
	if length > most {
		return "", i, false
	}
	text = negotiation.Normal(strings.Join(words, " "))
	return text, next, isNote(text)
}

// readNote reads the note at line i and returns the index of the line behind it.
func (r *reader) readNote(i int) int {
	text, next, _ := r.noteAt(i)
	text = strings.TrimSuffix(text[len(noted.FindString(text)):], ".")
	at := commented.FindStringIndex(text)
	who, rest := text[:at[0]], text[at[1]:]
	title, channel := r.cutTitle(rest)
	r.noted, r.cover.Channel = strings.TrimSpace(title), strings.TrimSpace(channel)
	r.contributors(r.lines[i].number, who)
	return next
}

// channelled matches what stands before how the comments came.
var channelled = regexp.MustCompile(` via |(?:^| )(?:por medio del?|a través del?|mediante|par l['’]intermédiaire d[ue]|au moyen d[ue]|par|por meio d[aeo]|através d[aeo]) `)

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
	if at := channelled.FindStringIndex(rest); at != nil {
		return rest[:at[0]], rest[at[1]:]
	}
	return rest, ""
}

// listing matches how a note begins to list names, asWell what stands before those
// of the consultative bodies, and between what parts two names.
var (
	listing = regexp.MustCompile(`^(?:The delegations? of |Las delegaciones de |La delegación de |Les délégations d(?:e |u |es |['’])|La délégation d(?:e |u |es |['’])|As delegações d(?:e |o |a )|A delegação d(?:e |o |a )|No delegation)`)
	only    = regexp.MustCompile(`^(?:The consultative bod(?:y|ies)|(?:Los órganos consultivos|El órgano consultivo)|(?:Les organes consultatifs|L['’]organe consultatif)|(?:Os órgãos consultivos|O órgão consultivo)) `)
	asWell  = regexp.MustCompile(`(?:as well as|así como(?: el| la| los| las)?|ainsi que(?: le| la| les)?|(?:assim|bem) como(?: o| a| os| as)?) `)
	between = regexp.MustCompile(`,? (?:and|y|e|et) |, ?`)
	// preposed matches what a name in a list may stand behind.
	preposed = regexp.MustCompile(`^(?:the |(?:de )?(?:la|las|el|los|le|les) |du |des |do |da |dos |das |de |(?:de )?[ld]['’])`)
)

// contributors reads the names in a note: member states first, then, behind "as
// well as", the consultative bodies.
func (r *reader) contributors(line int, who string) {
	states, bodies := strings.TrimSpace(who), ""
	if at := asWell.FindStringIndex(states); at != nil {
		states, bodies = states[:at[0]], states[at[1]:]
	} else if start := only.FindString(states); start != "" {
		states, bodies = "", states[len(start):]
	}
	states = states[len(listing.FindString(states)):]
	for i, names := range []string{states, bodies} {
		for _, name := range between.Split(names, -1) {
			name = strings.TrimSpace(name)
			if name = strings.TrimSpace(name[len(preposed.FindString(name)):]); name == "" {
				continue
			}
			for _, key := range partsOf(name) {
				r.listed[key] = line
				if i == 1 {
					r.bodies[key] = line
				}
			}
			r.listNation(name)
		}
		for _, name := range nations.Joint(preposed.ReplaceAllString(strings.TrimSpace(names), "")) {
			r.listNation(name) // one with an "and" of its own
		}
	}
}

// listNation keeps the nation of a name in a note, however it is spelled there.
func (r *reader) listNation(name string) {
	const most = 1000
	if n, ok := nations.Find(name); ok && len(r.listed) <= most {
		r.nations[n] = true
	}
}

// isListed reports whether the note names a delegation.
func (p *people) isListed(name string) bool {
	if n, ok := nations.Find(name); ok && p.nations[n] {
		return true
	}
	return inNote(p.listed, name)
}

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
	if strings.ToUpper(name) == name {
		name = strings.NewReplacer(" AND ", " and ", " Y ", " y ", " E ", " e ", " ET ", " et ").Replace(name)
	}
	var parts []string
	for _, part := range between.Split(name, -1) {
		parts = append(parts, strings.ToUpper(strings.TrimSpace(part)))
	}
	return parts
}

// party says what kind of delegation a name stands for.
func (r *reader) party(name negotiation.Delegation) negotiation.Party {
	kind := negotiation.MemberState
	n, _ := nations.Find(string(name))
	if name == "COSATE" || name == "CEATAL" || inNote(r.bodies, string(name)) || n.Kind == nations.Body && !r.isListed(string(name)) {
		kind = negotiation.ConsultativeBody
	}
	return negotiation.Party{Name: name, Kind: kind}
}
