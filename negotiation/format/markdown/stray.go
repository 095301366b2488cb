package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// stray is a line that puts words forward and names somebody at its start, in no form
// in which a document is known to attribute: "• CUBA: text", "(Chile) text". Taken for
// the draft, its words would be lost as those of a delegation.
type stray struct {
	by
	// head is what stands before the words, as it is printed.
	head string
	// certain says that the head holds nothing but names and what is known to stand
	// beside them; of any other, names holds the first that is found.
	certain bool
	// colon says that a colon ends the head, led that something stands before it.
	colon, led bool
}

var (
	// strayLead matches what may stand before the names: a mark or label of a list,
	// the number of an amendment.
	strayLead = regexp.MustCompile(`^(?:[•·▪◦+–-][ \t\x{a0}]+|\(?(?:\d{1,3}|[a-z]{1,4})[.)][ \t\x{a0}]+|D\.\d{1,4}[ \x{a0}]+|` +
		`(?i:sub-?amendment|amendment|proposal|enmienda|propuesta|amendement|proposition|emenda|proposta)[ \x{a0}](?:[Nn][.ºo°]{1,2} ?)?\d{1,4}\b[.:]?[ \x{a0}]*)`)
	// strayMembers matches what stands before the names of states in the records of a
	// conference of governments, employers and workers.
	strayMembers = regexp.MustCompile(`^(?i:the )?(?i:governments?(?: members?)?|members?|representatives?|delegates?) of `)
	// strayAside matches what stands in brackets behind the names, or names behind
	// a person.
	strayAside = regexp.MustCompile(`^(.+?)[ \x{a0}]*[(\[]([^()\[\]]{1,80})[)\]]$`)
	// strayOn matches a paragraph behind the names.
	strayOn = regexp.MustCompile(`^(.+?),? (?:on|en|sobre|sur|em) (.{1,40})$`)
	// onWord matches the word before the place of a paragraph.
	onWord = regexp.MustCompile(`^(?i:on|in|en|sobre|sur|em|no) `)
	// personTitle matches the title of a person.
	personTitle = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Mx|Dr|Dra|Sr|Sra|Srta|M|Mme|Amb|H\.E|S\.E|Ambassador|Embajador|Embajadora|Embaixador|Embaixadora|The representative|The delegate)\.? `)
)

// readStray reads such a start. It is nil where the words put nothing forward, or
// nobody known is named.
func readStray(words string, v vouchers) *stray {
	s := &stray{}
	rest := words
	for range 3 { // "• Amendment 1 – 1) MEXICO"
		lead := strayLead.FindString(rest[:min(len(rest), 60)])
		if lead == "" {
			break
		}
		rest, s.led = rest[len(lead):], true
	}
	if s.led && strings.IndexAny(rest, "*~") == 0 {
		return nil // an item that begins with a mark restates one
	}
	if !s.cut(rest) || !s.putsForward() {
		return nil
	}
	if !s.names(s.head, v) && !s.mentions(v) {
		return nil
	}
	return s
}

// cut cuts words at the end of the names.
func (s *stray) cut(words string) bool {
	const longest = 200
	if inner, ok := strings.CutPrefix(words, "("); ok {
		at := strings.IndexAny(inner[:min(len(inner), longest)], ":)")
		if at < 0 {
			return false
		}
		s.head, s.text = inner[:at], strings.TrimSpace(strings.TrimPrefix(inner[at+1:], ":"))
		if whole, ok := strings.CutSuffix(s.text, ")"); ok && inner[at] == ':' {
			s.text = strings.TrimSpace(whole)
		}
		s.colon = true
		return s.head != "" && s.text != ""
	}
	start := words[:min(len(words), longest)]
	at, width := strings.IndexByte(start, ':'), 1
	s.colon = at >= 0
	for _, dash := range []string{" - ", " – ", " — "} {
		if own := strings.Index(start, dash); own >= 0 && (at < 0 || own < at) {
			at, width, s.colon = own, len(dash), false
		}
	}
	if at <= 0 {
		return false
	}
	s.head, s.text = strings.TrimSpace(words[:at]), strings.TrimSpace(words[at+width:])
	return s.head != "" && s.text != "" && strings.Count(s.head, "[") == strings.Count(s.head, "]") && strings.Count(s.head, "(") == strings.Count(s.head, ")")
}

// putsForward reports whether the words have marks, or are an instruction.
func (s *stray) putsForward() bool {
	words := s.text[:min(len(s.text), negotiation.MaxText)]
	if strings.Contains(words, "**") || strings.Contains(words, "~~") {
		return diff.ReadMarks(words).HasMarks
	}
	_, ok := instruct.Parse(words)
	return ok
}

// names reads a head that is nothing but names, and what is known to stand beside them.
func (s *stray) names(head string, v vouchers) bool {
	head = strings.TrimSpace(strings.Trim(plainHead(s.support(head)), "_"))
	if s.each(head, v) {
		return true
	}
	if m := strayOn.FindStringSubmatch(head); m != nil {
		if named, _, ok := addressLead(m[2] + ": x"); ok && s.each(m[1], v) {
			s.on = named
			return true
		}
	}
	m := strayAside.FindStringSubmatch(head)
	if m == nil {
		return false
	}
	if s.each(m[1], v) {
		place := onWord.ReplaceAllString(m[2], "")
		s.on, _, _ = addressLead(place + ": x")
		return true
	}
	return personTitle.MatchString(m[1]) && s.each(m[2], v)
}

// each reads names, which may also have a plus sign between them.
func (s *stray) each(head string, v vouchers) bool {
	head = strings.ReplaceAll(head, "+", ", ")
	for _, own := range []string{head, cutSubmission(head), strayMembers.ReplaceAllString(head, "")} {
		if s.read(own, v) {
			s.certain = true
			return true
		}
	}
	return false
}

// mentions finds a name among the first words of a head.
func (s *stray) mentions(v vouchers) bool {
	const most, longest = 8, 5 // words, and those of a name
	words := strings.Fields(s.head)
	for from := range min(len(words), most) {
		for to := min(from+longest, len(words)); to > from; to-- {
			name := strings.Trim(strings.Join(words[from:to], " "), "()[],.;_*“”\"'’")
			first, _ := utf8.DecodeRuneInString(name)
			if unicode.IsUpper(first) && isNamelike(name) && v.known(name) {
				return s.name([]string{name})
			}
		}
	}
	return false
}

// strayed reads a line that puts words forward for somebody in an unknown form, and
// reports whether l is one. Either way it is asked.
func (r *reader) strayed(l line, wrapped bool) bool {
	switch l.shape {
	case prose, capitals, numbered, parted, listed:
	default:
		return false
	}
	if l.escaped || len(r.units) == 0 {
		return false
	}
	s := readStray(l.words, r.vouchers())
	if s == nil || r.denied(s.head) || wrapped && (!s.certain || !s.colon || !isName(string(s.by.names[0]))) {
		return false
	}
	own := r.likely(s)
	r.askStray(s, l.number, own)
	if !own {
		return false
	}
	if !s.certain {
		s.text = "Comment: " + l.words
	}
	r.over = nil
	r.propose(l, s.by)
	return true
}

// likely reports whether words in bold are rather somebody's than the draft's own.
func (r *reader) likely(s *stray) bool {
	if r.answers[asKey(string(s.by.names[0]))] || s.on != "" || s.certain && isName(string(s.by.names[0])) {
		return true
	}
	words := s.text[:min(len(s.text), negotiation.MaxText)]
	reading := diff.ReadMarks(words)
	return !reading.HasMarks || len(reading.Struck) > 0 || r.restatesNearby(reading) >= 0
}

// askStray asks whose such a line is.
func (r *reader) askStray(s *stray, line int, own bool) {
	name := string(s.by.names[0])
	if _, answered := r.answers[asKey(name)]; answered {
		return
	}
	r.ask(name, line, own)
	if q := r.asked[asKey(name)]; q != nil && q.head == "" {
		q.head = s.head
	}
}

// adorned reports whether an unknown name is a known one with something beside it:
// "CHILE (NEW)".
func (r *reader) adorned(b by) bool {
	own := stray{}
	return len(b.unknown) == 1 && own.names(b.unknown[0], r.vouchers())
}
