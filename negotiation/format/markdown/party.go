package markdown

import (
	"regexp"
	"slices"
	"strconv"
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
	late      bool
	// on is the address that it names, if it does, and version the one of that
	// paragraph which it is written on, or 0 for today's.
	on      string
	version int
	// text behind the colon.
	text string
}

// qualified matches what may stand between the names and the colon. That a reading
// is not confirmed says nothing to a reader, who reads the marks anew.
var qualified = regexp.MustCompile(`^ \((?:reading not confirmed(?:, ?)?)?(late)?(?:(?:, ?)?reading not confirmed)?(?:(?:, ?)?on ([^\s,]+(?: [^\s,]+)*)(?:, version (\d{1,9}))?)?\)$`)

// vouchers say of whom a document may be believed that it names a delegation: of
// those that are known as such, and of those that its note lists.
type vouchers struct {
	known, listed func(name string) bool
}

func (v vouchers) vouch(name string) bool {
	return isNamelike(name) && (v.known(name) || v.listed(name))
}

// readBy reads whose proposal a line begins: "MEXICO: text", "CHILE and PERU (late,
// on 7.b): text", "**Mexico:** text", "Proposal by Chile: text", "Paragraph 7 – PERU:
// text", "[PERU] text", "Peru – text". Before a colon a name may be one that nobody
// vouches for, for the caller to judge; all others are words of the text.
func readBy(words string, v vouchers) (by, bool) {
	if b, ok := bracketBy(words, v); ok {
		return b, true
	}
	head, text, colon := cutHead(words)
	if !colon {
		return dashBy(words, v)
	}
	b := by{text: text}
	head, qualified := b.qualifiers(head)
	if place, names, ok := cutPlace(plainHead(head)); ok && b.on == "" && b.read(names, v) {
		b.on = place
		return b, true
	}
	if !b.readBold(head, v) && !b.read(cutSubmission(plainHead(head)), v) && !b.read(plainHead(head), v) && !b.readUnknown(plainHead(head), v) {
		return by{}, false
	}
	if qualified {
		b.unknown = nil // only who knows this form writes so
	}
	return b, true
}

// cutHead cuts words at the colon that ends the names at their start.
func cutHead(words string) (head, text string, ok bool) {
	const longest = 600
	at := strings.IndexByte(words[:min(len(words), longest)], ':')
	if at < 0 {
		return "", "", false
	}
	head, text = words[:at], words[at+1:]
	if text != "" && strings.TrimLeft(text, " \t\u00a0*~") == text {
		return "", "", false // a colon inside a word
	}
	if rest, ok := strings.CutPrefix(text, "**"); ok && strings.HasPrefix(head, "**") && strings.Count(head, "**")%2 == 1 {
		text = rest // the colon is in bold too
	}
	return head, strings.TrimSpace(text), true
}

// plainHead is the start of a proposal without the marks that set its names in bold.
func plainHead(head string) string {
	if !strings.HasPrefix(head, "**") {
		return strings.TrimRight(head, " \u00a0\u202f")
	}
	return strings.TrimSpace(strings.ReplaceAll(head, "**", ""))
}

// dashBy reads "Peru – text", and "Paragraph 7 – PERU" on a line of its own.
func dashBy(words string, v vouchers) (by, bool) {
	const longest = 200
	start := words[:min(len(words), longest)]
	for _, dash := range []string{" – ", " — "} {
		if at := strings.Index(start, dash); at > 0 {
			if b := (by{text: strings.TrimSpace(words[at+len(dash):])}); b.read(plainHead(words[:at]), v) {
				return b, true
			}
		}
	}
	if len(words) > longest {
		return by{}, false
	}
	head := plainHead(words)
	if place, names, ok := cutPlace(head); ok {
		b := by{on: place}
		return b, b.read(names, v)
	}
	for _, dash := range []string{" –", " —"} {
		if names, ok := strings.CutSuffix(head, dash); ok {
			b := by{}
			return b, b.read(names, v)
		}
	}
	return by{}, false
}

// bracketBy reads "[PERU] text" and "[PERU]: text".
func bracketBy(words string, v vouchers) (by, bool) {
	const longest = 300
	inner, ok := strings.CutPrefix(words, "[")
	at := strings.IndexByte(inner[:min(len(inner), longest)], ']')
	if !ok || at < 0 {
		return by{}, false
	}
	text := strings.TrimSpace(strings.TrimPrefix(inner[at+1:], ":"))
	if strings.HasPrefix(text, "[") {
		return by{}, false // alternatives
	}
	b := by{text: text}
	return b, b.read(inner[:at], v)
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

// qualifiers takes "(late, on 7.b, version 1)" off the head of a proposal.
func (b *by) qualifiers(head string) (rest string, found bool) {
	at := strings.LastIndex(head, " (") // a name may have brackets too
	if at < 0 {
		return head, false
	}
	m := qualified.FindStringSubmatch(head[at:])
	if m == nil || m[0] == " ()" {
		return head, false
	}
	b.late, b.on = m[1] != "", strings.ReplaceAll(m[2], " ", "")
	b.version, _ = strconv.Atoi(m[3]) // 0 where there is none
	return head[:at], true
}

// placed matches the paragraph that stands before the names: "Paragraph 7 – ".
var placed = regexp.MustCompile(`^(.{1,40}?)[ \x{a0}]*(?: [–—-]|[,;])[ \x{a0}]+(.+)$`)

// paragraphOf matches the part of a paragraph behind its number: "7 (b)", "7.b".
var paragraphOf = regexp.MustCompile(`^((?:PP|OP|Pp|Op)? ?\d{1,3}` + again + `)((?:[ .]?\(?[a-z]{1,5}\)?)*)$`)

// cutPlace reads "Paragraph 7 – MEXICO", and "7.b – MEXICO".
func cutPlace(head string) (address, names string, ok bool) {
	m := placed.FindStringSubmatch(head)
	if m == nil {
		return "", "", false
	}
	place, names := m[1], m[2]
	if w, ok := wordLabel(place); ok && w.text == "" {
		if w.division != clause {
			return strings.ReplaceAll(w.label, " ", ""), names, true
		}
		place = w.number
	} else if word, rest, cut := strings.Cut(place, " "); cut && divisions(strings.ToLower(strings.TrimSuffix(word, "."))) == clause {
		place = rest
	}
	p := paragraphOf.FindStringSubmatch(place)
	if p == nil {
		return "", "", false
	}
	address = strings.ReplaceAll(p[1], " ", "")
	for part := range strings.FieldsFuncSeq(p[3], func(r rune) bool { return strings.ContainsRune(" .()", r) }) {
		address += "." + part
	}
	return address, names, true
}

// submitted matches what stands before a name where the document says in words whose
// proposal it is.
var submitted = regexp.MustCompile(`^(?i:(?:(?:new |joint |written |alternative |additional )?(?:text |wording )?(?:proposals?|proposed|amendments?|comments?|submissions?|submitted)(?: (?:submitted|made|tabled|presented))? (?:by|from|of)|` +
	`(?:propuestas?|enmiendas?|comentarios?|observaciones)(?: conjuntas?)?(?: presentad[ao]s?)? (?:de|del|por)|` +
	`(?:propositions?|amendements?|commentaires?|observations?)(?: conjointe?s?)?(?: présentée?s?)? (?:de|du|des|par)|` +
	`(?:propostas?|emendas?|comentários?|observações)(?: conjuntas?)?(?: apresentad[ao]s?)? (?:de|do|da|dos|das|por|pelo|pela)|` +
	`the delegations? of|delegations? of|las? delegaci(?:ón|ones) de(?:l)?|delegaci(?:ón|ones) de(?:l)?|les? délégations? d[eu]|délégations? d[eu]|as? delegaç(?:ão|ões) d[aeo]s?|delegaç(?:ão|ões) d[aeo]s?))[ \x{a0}]+`)

// articles matches an article before a name.
var articles = regexp.MustCompile(`^(?:the|la|las|el|los|le|les|o|a|os|as) |^[ld]['’]`)

// cutSubmission takes "Proposal by the delegation of" off the head of a proposal.
func cutSubmission(head string) string {
	const most = 3 // "Proposal by" "the delegation of" and an article
	for range most {
		head = head[len(submitted.FindString(head)):]
	}
	return head[len(articles.FindString(head)):]
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
