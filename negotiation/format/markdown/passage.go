package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
)

// passage is a proposal as it stands in the document.
type passage struct {
	by
	line       int
	start, end int // in the source
	// place is the unit behind which it stands, target the one it restates: -1
	// for none. Target is known once aimed is set.
	place, target int
	aimed         bool
	// general says that it is on the whole draft.
	general bool
	pieces  []piece
	// list is how many items of a list it holds.
	list int
}

// piece is one part of a proposal: a restated paragraph, or a remark.
type piece struct {
	line int
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
	after  string // address behind which a new paragraph stands
	as     negotiation.Kind
	move   string // address behind which the paragraph goes
}

var (
	remarkTag = regexp.MustCompile(`^(Request|Comment|Reason):(?:[ \t]+|$)`)
	onTag     = regexp.MustCompile(`^On ([^\s:]{1,200}): `)
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
	if m := onTag.FindStringSubmatch(rest); m != nil {
		t.on, rest = m[1], rest[len(m[0]):]
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
	p := &passage{by: b, line: l.number, start: l.start, end: l.end, place: len(r.units) - 1, target: -1, general: r.general}
	r.open = p
	r.passages = append(r.passages, p)
	p.piece(l.number, b.text)
}

func (p *passage) piece(number int, words string) *piece {
	t, rest := cutTag(words)
	p.pieces = append(p.pieces, piece{line: number, tag: t, tagged: t.remark != ""})
	last := &p.pieces[len(p.pieces)-1]
	if rest != "" {
		last.parts = append(last.parts, rest)
	}
	return last
}

// listed adds an item of a list.
func (p *passage) listed(l line) {
	it := p.piece(l.number, l.text)
	it.item, it.label = true, l.label
	p.list++
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

// prose reads words without a label: whose proposal, or more of what came before.
func (r *reader) prose(l line, adjacent bool) {
	if l.escaped && !adjacent {
		r.paragraph(negotiation.Plain, l)
		return
	}
	last := r.last()
	if last == nil {
		r.paragraph(negotiation.Plain, l)
		return
	}
	if b, ok := readBy(l.words, r.isListed); ok && !l.escaped {
		r.begin(l, b)
		return
	}
	if r.open != nil {
		r.inProposal(l, adjacent)
		return
	}
	joins := startsLower(l.words) && r.unfinished && len(last.parts) > 0 && !finished(last.parts[len(last.parts)-1])
	switch {
	case last.Kind.IsHeading() || !r.unfinished:
		r.paragraph(negotiation.Plain, l)
	case adjacent || len(last.parts) == 0:
		r.more(l)
	case joins:
		r.joined(l)
	default:
		r.paragraph(negotiation.Plain, l)
	}
}

// inProposal reads words without a label behind the start of a proposal.
func (r *reader) inProposal(l line, adjacent bool) {
	p := r.open
	last := &p.pieces[len(p.pieces)-1]
	t, _ := cutTag(l.words)
	switch {
	case t != (tag{}):
		p.piece(l.number, l.words)
		p.end = l.end
	case adjacent, len(last.parts) == 0:
		r.more(l)
	case startsLower(l.words) && !finished(last.parts[len(last.parts)-1]):
		r.joined(l)
	case asks(l.words):
		r.remark(l, "Request", negotiation.Ask, "request", "words that ask for a text without giving it were kept as a request")
	case r.chapeau >= 0 && r.units[r.chapeau].Kind == negotiation.Numbered:
		r.remark(l, "Comment", negotiation.Ask, "remark", "words without a number were kept as a comment")
	default:
		r.paragraph(negotiation.Plain, l)
	}
}

func (r *reader) remark(l line, kind string, severity negotiation.Severity, code, what string) {
	p := r.open
	p.pieces = append(p.pieces, piece{line: l.number, tag: tag{remark: kind}, parts: []string{l.words}})
	p.end = l.end
	r.add(l.number, severity, code, "%s of %s: %s", what, p.names[0], short(l.words))
}

// asks reports whether words begin as a drafting request does.
func asks(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	switch strings.ToLower(first) {
	case "include", "add", "insert", "mention", "incorporate", "consider", "delete", "replace", "move", "refer", "clarify",
		"incluir", "agregar", "añadir", "mencionar", "inclure", "ajouter", "mentionner", "acrescentar", "suprimir", "eliminar":
		return true
	}
	return false
}

// moreRemark takes l for a further line of a remark if it stands in, whatever its
// shape.
func (r *reader) moreRemark(l line) bool {
	last := &r.open.pieces[len(r.open.pieces)-1]
	if !last.tagged || l.inset < 2 {
		return false
	}
	last.parts = append(last.parts, strings.Repeat("\n", l.blanks+1)+r.src[l.start-l.inset+2:l.end])
	r.open.end = l.end
	return true
}

// more adds l to what came before it.
func (r *reader) more(l line) {
	if r.open == nil {
		if !r.unfinished {
			r.paragraph(negotiation.Plain, line{number: l.number, form: form{text: l.words}})
			return
		}
		u := r.last()
		u.parts = append(u.parts, l.words)
		return
	}
	last := &r.open.pieces[len(r.open.pieces)-1]
	words := l.words
	if last.remark != "" && len(last.parts) > 0 {
		words = "\n" + words
	}
	last.parts = append(last.parts, words)
	r.open.end = l.end
}

func (r *reader) joined(l line) {
	r.add(l.number, negotiation.Info, "joined", "joined two pieces of a paragraph (page break): %s", short(l.words))
	r.more(l)
}

// text is the text of a piece as typed: a paragraph on one line, a remark with
// its lines.
func (p piece) text() string {
	if p.remark != "" {
		return strings.Join(p.parts, "")
	}
	return strings.Join(p.parts, " ")
}
