package markdown

import (
	"regexp"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// passage reads an amendment, or what else there is.
func (f *amendments) passage(s stretch, b by) {
	own := b.names
	if len(b.names) == 0 {
		b.names = f.names
	}
	if len(b.names) == 0 && f.own != "" {
		b.names = f.spell([]negotiation.Delegation{f.own})
	}
	p := &passage{by: b, line: s.number, start: s.start, end: s.to, place: f.near, target: -1, aimed: true}
	p.from = s.start + max(0, strings.LastIndex(f.src[s.start:s.to], b.text))
	p.first(s.line, b.text).version = b.version
	ends, elsewhere := f.leavesHeader(p, len(own) > 0)
	if ends {
		f.named, f.namedAt, f.headed = "", line{}, false
	}
	if p.on == "" && len(p.several) == 0 && f.named != "" && !elsewhere {
		f.headed = f.headed || len(own) == 0
		p.on, p.said = f.named, true
		if f.namedAt.number > 0 {
			p.line, p.start, p.from = f.namedAt.number, f.namedAt.start, f.namedAt.start
			f.namedAt = line{}
		}
	}
	found := f.locate(p)
	if !found && !f.begun && f.isHead(s, p) {
		f.add(s.number, negotiation.Info, "left-out", "this is no amendment and was left out: %s", shortTo(500, s.words))
		return
	}
	if len(p.names) == 0 {
		f.refusal = negotiation.Refuse(negotiation.Empty, "field", "delegation", "line", p.line)
		return
	}
	f.begun = true
	if found {
		f.last = p
	} else if f.last = nil; len(own) > 0 && p.on == "" {
		f.last = p
	}
	f.passages = append(f.passages, p)
}

// locate finds the paragraph that a passage is on, and reports whether it says or
// shows one.
func (f *amendments) locate(p *passage) bool {
	if _, given := f.opts.Targets[p.line]; given || len(p.several) > 0 {
		return true
	}
	if p.on != "" {
		if at, known := f.find(p.on, f.near); known {
			p.target, p.place, f.near = at, at, at
		}
		return true
	}
	it := p.pieces[0]
	if it.remark != "" || it.after != "" || it.move != "" || it.tag.on != "" {
		return it.remark == ""
	}
	marked := diff.ReadMarks(it.text())
	if _, ok := instruct.Parse(plainText(marked)); ok {
		p.place = -1
		return true
	}
	at, likeness := f.likest(marked)
	if label, rest := leadLabel(it.text()); label != "" {
		bare := diff.ReadMarks(rest)
		if own, known := f.find(label, f.near); known && own >= 0 {
			if like, much := f.mostLike([]int{own}, bagsOf(bare)); like >= 0 && much >= likeness-0.2 {
				at, likeness = like, much
			}
		}
	}
	const sure = 0.6 // of words without marks, which may be words about the draft
	if at < 0 || !marked.HasMarks && likeness < sure {
		return isNew(marked) && f.near >= 0
	}
	p.target, p.place, f.near = at, at, at
	return true
}

// isHead reports whether some lines stand over the amendments: no sentence, no mark.
func (f *amendments) isHead(s stretch, p *passage) bool {
	if s.shape == prose && finished(s.words) && len(strings.Fields(s.words)) > 3 {
		return false
	}
	return len(s.words) < 300 && !diff.ReadMarks(s.words).HasMarks && p.on == ""
}

// closing matches words that end a letter.
var closing = regexp.MustCompile(`^(?i:yours (?:sincerely|faithfully|truly)|sincerely|(?:with )?(?:best|kind|warm) (?:regards|wishes)|regards|respectfully|atentamente|cordialmente|(?:un )?(?:cordial |atento )?saludos?|cordialement|bien à vous|veuillez agréer|atenciosamente|cumprimentos)[,.]?(?:\s|$)`)

// leavesHeader reports whether a line that names a paragraph says nothing of this
// passage, and, with ends, nothing of those behind it: a delegation is named behind an
// amendment that it was on, a letter ends, or the words restate another paragraph. An
// item of the list of that paragraph is only elsewhere.
func (f *amendments) leavesHeader(p *passage, names bool) (ends, elsewhere bool) {
	if f.named == "" || p.on != "" || len(p.several) > 0 || p.pieces[0].tag != (tag{}) {
		return false, false
	}
	words := p.pieces[0].text()
	if names && f.headed || closes(words) {
		return true, true
	}
	at, known := f.find(f.named, f.near)
	if _, ordered := instruct.Parse(plainText(diff.ReadMarks(words))); !known || at < 0 || ordered {
		return false, false
	}
	other := f.better(at, words)
	if other == at || f.units[other].up == at {
		return false, other != at
	}
	f.add(p.line, negotiation.Ask, "target", "it stands below %s, but restates %s: %s", short(f.named), f.units[other].address, short(words))
	return true, true
}

// closes reports whether words end a letter.
func closes(words string) bool {
	const longest = 200
	return len(words) <= longest && closing.MatchString(words)
}
