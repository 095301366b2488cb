package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/bracketed"
)

// wish is what some of those ask for whose brackets a paragraph holds.
type wish struct {
	names []string
	// text is the paragraph as they would have it, remark what they say of it.
	text, remark string
}

// wishes gives what each delegation would have a paragraph be. Those who would have
// the same ask for it together.
func wishes(t bracketed.Text, names []string, base string) []wish {
	remarks := map[string]*strings.Builder{}
	remarksIn(t.Passages, remarks)
	var list []wish
	together := map[string]int{}
	for _, name := range names {
		own := wish{names: []string{name}, text: negotiation.Normal(t.Of(name))}
		if b := remarks[name]; b != nil {
			own.remark = negotiation.Normal(b.String())
		}
		if at, same := together[own.text]; same && own.text != base && own.remark == "" {
			list[at].names = append(list[at].names, name)
			continue
		}
		together[own.text] = len(list)
		list = append(list, own)
	}
	return list
}

// remarksIn gathers what delegations say in brackets without giving words.
func remarksIn(list []bracketed.Passage, remarks map[string]*strings.Builder) {
	for _, p := range list {
		if p.Bracket == nil {
			continue
		}
		if p.Bracket.Kind != bracketed.Remark {
			remarksIn(p.Bracket.Inside, remarks)
			continue
		}
		for _, name := range p.Bracket.By {
			if remarks[name] == nil {
				remarks[name] = &strings.Builder{}
			}
			remarks[name].WriteString(" ")
			writeWords(remarks[name], p.Bracket.Inside)
		}
	}
}

// writeWords writes what passages hold, with the brackets in them.
func writeWords(b *strings.Builder, list []bracketed.Passage) {
	for _, p := range list {
		b.WriteString(p.Text)
		if p.Bracket != nil {
			b.WriteString("[")
			writeWords(b, p.Bracket.Inside)
			b.WriteString("]")
		}
	}
}

// passage is a proposal that asks for it, as if it stood in the document with marks.
func (w wish) passage(names []negotiation.Delegation, u *unit, at int, base string) *passage {
	p := &passage{by: by{names: names, on: u.address}, line: u.line, start: u.start, end: u.end, from: u.start,
		place: at, target: at, aimed: true, placed: u.address}
	words := diff.Marked(diff.Words(base, w.text))
	if w.text == base {
		words, p.said = w.remark, true // it is about the paragraph, and no words for it
	}
	p.pieces = append(p.pieces, piece{line: u.line, start: u.start, parts: []string{words}})
	if w.remark != "" && w.text != base {
		p.pieces = append(p.pieces, piece{line: u.line, start: u.start, tag: tag{remark: "Comment"}, parts: []string{w.remark}})
	}
	return p
}

// sayBrackets tells of the brackets that somebody has to decide about.
func (r *reader) sayBrackets(u *unit, t bracketed.Text) {
	for _, set := range t.Alternatives() {
		var words []string
		for _, one := range set {
			words = append(words, strings.TrimSpace(one.Label+" "+short(one.Text)))
		}
		r.add(u.line, negotiation.Ask, "alternatives", "%s leaves a choice, to be made before it is agreed: %s", u.address, short(strings.Join(words, " | ")))
	}
	for _, problem := range t.Problems {
		near := short(strings.ToValidUTF8(u.Text[problem.At:], ""))
		switch problem.Kind {
		case bracketed.UnclosedBracket:
			r.add(u.line, negotiation.Ask, "unbalanced-bracket", "a bracket in %s is never closed, and was left as a sign of the text: close it at: %s", u.address, near)
		case bracketed.UnopenedBracket:
			r.add(u.line, negotiation.Ask, "unbalanced-bracket", "a bracket in %s is closed and was never opened, and was left as a sign of the text: %s", u.address, tail(u.Text[:problem.At+1]))
		case bracketed.DeepBracket:
			r.add(u.line, negotiation.Ask, "deep-bracket", "a bracket in %s stands inside more than %d others, and was left as a sign of the text: %s", u.address, bracketed.MaxDepth, near)
		case bracketed.PossibleAttribution:
			r.add(u.line, negotiation.Ask, "possible-attribution", "a bracket in %s ends with names in parentheses; it was left in the draft: look whether it is theirs: %s", u.address, near)
		case bracketed.TwiceAttributed:
			r.add(u.line, negotiation.Ask, "twice-attributed", "a bracket in %s has names at both ends, and all were taken for its authors: %s", u.address, near)
		case bracketed.NothingMarked:
			r.add(u.line, negotiation.Ask, "nothing-marked", "a bracket in %s has names and no words: ask what is meant: %s", u.address, near)
		}
	}
}
