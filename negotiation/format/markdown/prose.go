package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// prose reads words without a label, which begin no proposal: a heading, a paragraph,
// or more of what came before.
func (r *reader) prose(l line, adjacent bool) {
	if l.escaped && !adjacent {
		r.plain(l)
		return
	}
	last := r.last()
	switch {
	case !adjacent && r.plainTitle(l):
		r.plainTitles = true
		r.heading(l)
		return
	case last == nil:
		r.paragraph(negotiation.Plain, l)
		return
	case r.open != nil:
		r.inProposal(l, adjacent)
		return
	}
	joins := (l.page || startsLower(l.words)) && r.unfinished && len(last.parts) > 0 && !finished(last.parts[len(last.parts)-1])
	switch {
	case last.Kind.IsHeading() || !r.unfinished:
		r.paragraph(negotiation.Plain, l)
	case adjacent || len(last.parts) == 0:
		r.more(l)
	case joins:
		r.joined(l)
	default:
		r.plain(l)
	}
}

// inProposal reads words without a label behind the start of a proposal.
func (r *reader) inProposal(l line, adjacent bool) {
	p := r.open
	last := &p.pieces[len(p.pieces)-1]
	t, _ := cutTag(l.words)
	switch {
	case len(r.over) > 0 && len(p.pieces) == 1 && len(last.parts) == 0:
		r.proposeBelow(l, by{text: l.words})
	case t != (tag{}):
		p.piece(l, l.words)
		p.end = l.end
	case adjacent, len(last.parts) == 0:
		r.more(l)
	case isFootnote(l):
		r.footnoted(l)
	case (l.page || startsLower(l.words)) && !finished(last.parts[len(last.parts)-1]):
		r.joined(l)
	case len(r.over) > 0 && r.restatesOther(l.words):
		r.proposeBelow(l, by{text: l.words})
	case asks(l.words):
		r.remark(l, "Request", negotiation.Ask, "extra-item", "words that ask for a text without giving it were kept as a request")
	case r.chapeau >= 0 && r.units[r.chapeau].Kind == negotiation.Numbered:
		r.remark(l, "Comment", negotiation.Ask, "remark", "words without a number were kept as a comment")
	default:
		r.paragraph(negotiation.Plain, l)
	}
}

// restatesOther reports whether words below the name of a delegation begin another of
// its proposals: they name a paragraph, or restate one.
func (r *reader) restatesOther(words string) bool {
	_, _, named := addressLead(words)
	return named || r.restatesNearby(diff.ReadMarks(words)) >= 0
}

func (r *reader) remark(l line, kind string, severity negotiation.Severity, code, what string) {
	p := r.open
	p.pieces = append(p.pieces, piece{line: l.number, start: l.start, tag: tag{remark: kind}, parts: []string{l.words}})
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
	last.parts = append(last.parts, strings.Repeat("\n", l.blanks+1)+strings.ReplaceAll(unguardLine(r.src[l.start-l.inset+2:l.end]), softHyphen, ""))
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
		u.parts, u.end = r.grown(u.parts, l), l.end
		return
	}
	last := &r.open.pieces[len(r.open.pieces)-1]
	if last.remark != "" && len(last.parts) > 0 {
		last.parts = append(last.parts, "\n"+l.words)
	} else {
		last.parts = r.grown(last.parts, l)
	}
	r.open.end = l.end
}

// grown is a text with one more line, which may begin inside the word that the line
// before ended with.
func (r *reader) grown(parts []string, l line) []string {
	const longest = 512 // beyond it no word is parted, or time would grow faster than the text
	if at := len(parts) - 1; at >= 0 && r.at > 0 && r.lines[r.at-1].hyphen && (l.blanks == 0 || l.page) && startsLower(l.words) && len(parts[at]) < longest {
		parts[at] += l.words
		return parts
	}
	return append(parts, l.words)
}

func (r *reader) joined(l line) {
	r.add(l.number, negotiation.Info, "joined", "joined two pieces of a paragraph (page break): %s", short(l.words))
	r.more(l)
}
