package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"plenary/negotiation"
)

// passage is a proposal as it stands in the document.
type passage struct {
	by
	line       int
	start, end int // in the source
	// from is where the words behind the name begin.
	from int
	// place is the unit behind which it stands, target the one it restates: -1
	// for none. Target is known once aimed is set.
	place, target int
	aimed         bool
	// placed is the address of the unit behind which it stands, in the document.
	placed string
	// general says that it is on the whole draft.
	general bool
	// missing is the address of the paragraph that it is on, where the draft
	// does not hold it.
	missing string
	// several are the paragraphs that it says it is on, where they are several.
	several []string
	// said says that its words name the paragraph that it is on.
	said bool
	// loose says that it has marks, and neither says nor shows a paragraph.
	loose bool
	// directed says that whoever imports the document chose its target.
	directed bool
	pieces   []piece
	// list is how many items of a list it holds.
	list int
}

// piece is one part of a proposal: a restated paragraph, or a remark.
type piece struct {
	line  int
	start int // in the source
	tag
	// tagged says that the document calls it a remark by name.
	tagged bool
	// item says that it stands as an item of a list, with this label.
	item  bool
	label string
	parts []string
}

// tag is what the words at the start of a piece say of it.
type tag struct {
	// remark is "Request", "Comment" or "Reason", or empty for a paragraph.
	remark string
	on     string // address of another paragraph
	// version of that paragraph which it is written on, or 0 for today's.
	version int
	after   string // address behind which a new paragraph stands
	as      negotiation.Kind
	move    string // address behind which the paragraph goes
}

var (
	// reasonTag matches what stands before the reason of a proposal in other houses.
	reasonTag = regexp.MustCompile(`^(?i:rationale|justification|explanation|motivos?|motivation|motivación|justificación|justificativa|fundamento)[ \x{a0}\x{202f}]?:[ \t\x{a0}]+`)
	remarkTag = regexp.MustCompile(`^(Request|Comment|Reason):(?:[ \t]+|$)`)
	onTag     = regexp.MustCompile(`^On ([^\s:]{1,200}?)(?:, version (\d{1,9}))?: `)
	afterTag  = regexp.MustCompile(`^After ([^\s:]{1,200}) \(([a-z]{1,12})\): `)
	moveTag   = regexp.MustCompile(`^Move after ([^\s:]{1,200}): `)
)

// cutTag reads the tag at the start of words and returns what is behind it.
func cutTag(words string) (t tag, rest string) {
	rest, escaped := unescape(words)
	if escaped {
		return tag{}, rest
	}
	if m := remarkTag.FindStringSubmatch(rest); m != nil {
		return tag{remark: m[1]}, rest[len(m[0]):]
	}
	if m := reasonTag.FindString(rest[:min(len(rest), 40)]); m != "" && len(m) < len(rest) {
		return tag{remark: "Reason"}, rest[len(m):]
	}
	if m := onTag.FindStringSubmatch(rest); m != nil {
		t.on, rest = m[1], rest[len(m[0]):]
		t.version, _ = strconv.Atoi(m[2]) // 0 where there is none
	}
	if m := afterTag.FindStringSubmatch(rest); m != nil && negotiation.Kind(m[2]).Known() {
		t.after, t.as, rest = m[1], negotiation.Kind(m[2]), rest[len(m[0]):]
	} else if m := moveTag.FindStringSubmatch(rest); m != nil {
		t.move, rest = m[1], rest[len(m[0]):]
	}
	if t != (tag{}) {
		rest, _ = unescape(rest)
	}
	return t, rest
}

// begin opens the proposal at l.
func (r *reader) begin(l line, b by) {
	r.close()
	r.finish()
	r.endList()
	if len(r.units) == 0 {
		r.paragraph(negotiation.Plain, l) // nothing stands here to propose on
		return
	}
	p := &passage{by: b, line: l.number, start: l.start, end: l.end, place: len(r.units) - 1, target: -1, placed: r.last().address, general: r.general && b.on == ""}
	r.open = p
	r.passages = append(r.passages, p)
	p.from = l.end
	if strings.HasSuffix(r.src[l.start:l.end], b.text) {
		p.from = l.end - len(b.text)
	}
	p.first(l, b.text).version = b.version
}

// first reads what stands behind the name, which may say on which paragraph it is.
func (p *passage) first(l line, words string) *piece {
	if p.on == "" {
		if m := severalLead.FindStringSubmatch(words[:min(len(words), 300)]); m != nil {
			p.several = strings.Split(strings.Replace(m[1], " and ", ", ", 1), ", ")
			words = words[len(m[0]):]
		} else if named, rest, ok := addressLead(words); ok {
			p.on, p.said, words = named, true, rest
		}
	}
	return p.piece(l, words)
}

func (p *passage) piece(l line, words string) *piece {
	t, rest := cutTag(words)
	p.pieces = append(p.pieces, piece{line: l.number, start: l.start, tag: t, tagged: t.remark != ""})
	last := &p.pieces[len(p.pieces)-1]
	if rest != "" {
		last.parts = append(last.parts, rest)
	}
	return last
}

// listed adds an item of a list.
func (p *passage) listed(l line) {
	it := p.piece(l, l.text)
	it.item, it.label = true, l.label
	p.list++
	p.end = l.end
}

// restated adds a further paragraph of the draft, with the words of a line.
func (p *passage) restated(l line, address string) {
	p.pieces = append(p.pieces, piece{line: l.number, start: l.start, tag: tag{on: address}, parts: []string{l.text}})
	p.end = l.end
}

// close ends the open proposal. It is aimed before the draft goes on, at what
// was there when it stood there.
func (r *reader) close() {
	if r.open != nil {
		r.aim(r.open)
	}
	r.open = nil
}

// text is the text of a piece as typed: a paragraph on one line, a remark with
// its lines.
func (p piece) text() string {
	if p.remark != "" {
		// The law keeps the lines of a remark, and none of these ends one.
		return strings.NewReplacer("\v", " ", "\u0085", " ").Replace(strings.Join(p.parts, ""))
	}
	return strings.Join(p.parts, " ")
}
