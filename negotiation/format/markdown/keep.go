package markdown

import (
	"strings"

	"plenary/negotiation"
)

// settle finds the paragraph that a proposal is on, when all of the draft is known:
// the one that whoever imports the document has chosen, or the one that it names. A
// name is kept to: where the draft does not hold that paragraph, it is on no other.
func (r *reader) settle(p *passage) {
	if r.direct(p) || p.on == "" {
		return
	}
	at, known := r.find(p.on, p.place)
	p.target, p.missing = at, ""
	if !known || at == gone {
		p.target, p.missing = -1, p.on
	}
}

// direct puts a proposal where the options say, if they do and the draft holds it.
func (r *reader) direct(p *passage) bool {
	address, given := r.opts.Targets[p.line]
	if given && address == "-" {
		p.general, p.on = true, ""
		return true
	}
	at, known := r.byAddress[address]
	if !given || !known || at == gone {
		return false
	}
	p.general, p.directed, p.missing, p.several = false, true, "", nil
	p.on, p.target, p.place = address, at, at
	return true
}

// astray is the address of the paragraph that a piece needs and the draft does
// not hold, or empty.
func (s *resolver) astray(it piece) string {
	for _, address := range []string{it.tag.on, it.after, it.move} {
		if at, known := s.byAddress[address]; address != "" && (!known || at == gone) {
			return address
		}
	}
	if it.tag.on != "" || it.after != "" {
		return "" // it names a place of its own
	}
	return s.missing
}

// allAstray is the address that every piece of the proposal needs and the draft
// does not hold, the first where they are several; or empty.
func (s *resolver) allAstray() string {
	first := ""
	for _, it := range s.pieces {
		address := s.astray(it)
		if address == "" && it.remark != "Reason" {
			return ""
		}
		if first == "" {
			first = address
		}
	}
	return first
}

// keep makes piece i, as it stands in the document, a comment on the whole
// draft, together with those before it that were kept.
func (s *resolver) keep(i int, address string) {
	if s.keepPiece(i) {
		s.sayKept(s.pieces[i].line, address)
	}
}

// keepPiece is keep without a notice. It reports whether a new comment begins.
func (s *resolver) keepPiece(i int) (begins bool) {
	if begins = len(s.kept) == 0 || s.keptTo != i; begins {
		s.keptFrom = i
		s.kept = append(s.kept, negotiation.Change{Kind: negotiation.Comment, Base: 1})
	}
	s.keptTo = i + 1
	s.kept[len(s.kept)-1].Text = s.verbatim(s.keptFrom, s.keptTo)
	return begins
}

// keepAll makes the whole proposal a comment on the whole draft.
func (s *resolver) keepAll(address string) {
	s.add(negotiation.Change{Kind: negotiation.Comment, Text: s.verbatim(0, len(s.pieces))})
	s.sayKept(s.line, address)
}

func (s *resolver) sayKept(line int, address string) {
	_, struck := s.byAddress[address]
	switch {
	case struck:
		s.note(line, negotiation.Ask, "struck-target", "%s: %s is struck and was left out of the draft, so these words were kept as a comment on the whole draft", s.names[0], address)
	case s.unplaced != "":
		s.note(line, negotiation.Ask, "unplaced", "%s: there is no %s in the draft; the words were kept, to be put on their paragraph by hand", s.names[0], short(address))
	default:
		s.note(line, negotiation.Ask, "unknown-address", "%s: there is no %s in the draft, so these words were kept as a comment on the whole draft", s.names[0], short(address))
	}
}

// unplace keeps the whole proposal as a comment on the whole draft, to be put on
// its paragraph by hand.
func (s *resolver) unplace(named string) {
	s.unplaced, s.done = named, true
	s.add(negotiation.Change{Kind: negotiation.Comment, Text: strings.TrimSpace(s.src[s.from:s.end])})
}

// firstWords are those of the proposal as they stand, to name it by.
func (s *resolver) firstWords() string {
	const most = 80
	words, _, _ := strings.Cut(strings.TrimSpace(s.src[s.passage.from:s.end]), "\n")
	if len(words) <= most {
		return strings.TrimSpace(words)
	}
	words = strings.ToValidUTF8(words[:most], "")
	if at := strings.LastIndexByte(words, ' '); at > most/2 {
		words = words[:at]
	}
	return strings.TrimSpace(words)
}

// verbatim is how pieces from one to before another stand in the document.
func (s *resolver) verbatim(from, to int) string {
	start, end := s.pieces[from].start, s.end
	if from == 0 && s.said {
		start = s.from // whose they are is known
	}
	if to < len(s.pieces) {
		end = s.pieces[to].start
	}
	return strings.TrimSpace(s.src[start:end])
}
