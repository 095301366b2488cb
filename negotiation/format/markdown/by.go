package markdown

import (
	"regexp"
	"strconv"
	"strings"
)

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
		if b, ok := dashBy(words, v); ok {
			return b, true
		}
		return sentenceBy(words, v)
	}
	b := by{text: text}
	head, qualified := b.qualifiers(b.support(head))
	if place, names, ok := cutPlace(plainHead(head)); ok && b.on == "" && b.read(names, v) {
		b.on = place
		return b, true
	}
	if at := proposed.FindStringIndex(head); at != nil && at[1] == len(head) {
		head = strings.TrimSuffix(head[:at[0]], ",") // "Viet Nam proposed: "
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

// supportive matches who supports a proposal, behind the name of who makes it.
var supportive = regexp.MustCompile(`(?:,? | \()(?:(?:supported|seconded|apoyad[ao]s?|appuyée?s?|apoiad[ao]s?) (?:by|por|pel[ao]s?|par)|with the support (?:of|from)|con el apoyo de|com o apoio d[eoa]|avec l['’]appui d[eu]) (?:the |la |le |les |o |a |os |as |l['’])?([^()]{1,200}?)(?:\)|,|$)`)

// support takes "supported by Thailand" off the names at the start of a proposal.
func (b *by) support(head string) string {
	m := supportive.FindStringSubmatchIndex(head[:min(len(head), 600)])
	if m == nil {
		return head
	}
	b.supported = head[m[2]:m[3]]
	return head[:m[0]] + head[m[1]:]
}

// proposed matches the verb of a sentence that says what somebody proposes.
var proposed = regexp.MustCompile(` (?:(?:has|have|ha|han|a|ont) )?(?:proposed|proposes|propose|suggested|suggests|suggest|requested|requests|request|asked|` +
	`propuso|propusieron|propone|proponen|solicitó|pidió|proposé|proposent|demandé|demande|propôs|propuseram|propõe|propõem|solicitou)(?: (?:that|to|que|de|d['’]))? ?:? ?`)

// sentenceBy reads "The delegation of Japan proposed to delete this paragraph": the
// names, and what they propose.
func sentenceBy(words string, v vouchers) (by, bool) {
	const longest = 300
	at := proposed.FindStringIndex(words[:min(len(words), longest)])
	if at == nil {
		return by{}, false
	}
	b := by{text: strings.TrimSpace(words[at[1]:]), sentence: true}
	return b, b.read(cutSubmission(strings.TrimSuffix(b.support(words[:at[0]]), ",")), v)
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

// qualified matches what may stand between the names and the colon. That a reading
// is not confirmed says nothing to a reader, who reads the marks anew.
var qualified = regexp.MustCompile(`^ \((?:reading not confirmed(?:, ?)?)?(late)?(?:(?:, ?)?reading not confirmed)?(?:(?:, ?)?on ([^\s,]+(?: [^\s,]+)*)(?:, version (\d{1,9}))?)?\)$`)

// qualifiers takes "(late, on 7.b, version 1)" off the head of a proposal.
func (b *by) qualifiers(head string) (rest string, found bool) {
	at := strings.LastIndex(head, " (") // a name may have brackets too
	if at < 0 {
		return head, false
	}
	m := qualified.FindStringSubmatch(head[at:])
	if m == nil || m[0] == " ()" || strings.HasPrefix(m[2], "behalf") {
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
var submitted = regexp.MustCompile(`^(?i:(?:(?:new |joint |written |alternative |additional )?(?:text |wording )?(?:proposals?|proposed|amendments?|comments?|submissions?|submitted)(?: (?:[Nn]o\. ?)?\d{1,4})?(?: (?:submitted|made|tabled|presented))? (?:by|from|of)|` +
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
