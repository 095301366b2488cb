package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// headed reads a line that begins a proposal, and reports whether l is one.
func (r *reader) headed(l line, wrapped bool) bool {
	if l.escaped || optionStart.MatchString(l.words[:min(len(l.words), 40)]) {
		return false
	}
	b, ok := r.headOf(l, wrapped)
	if !ok {
		over, is := r.namesAlone(l)
		if !is {
			return r.strayed(l, wrapped)
		}
		r.over, b = over, by{names: over}
		r.propose(l, b)
		r.over = over
		return true
	}
	if r.adorned(b) && r.strayed(l, wrapped) {
		return true
	}
	if !r.believes(b, r.at) {
		return r.strayed(l, wrapped)
	}
	if len(r.units) == 0 {
		return false // nothing stands here to propose on
	}
	if b.sentence && !r.asksFor(b.text) {
		if r.open == nil {
			return false // a draft may tell what somebody proposed
		}
		b.text = "Comment: " + l.words // what is behind the verb is nobody's text
	}
	if len(b.unknown) == 0 {
		r.askAgain(b, l.number)
	}
	r.over = nil
	r.propose(l, b)
	return true
}

// headOf reads the names at the start of a line. Names in small letters, and all
// before a dash, begin no line that goes on with a sentence.
func (r *reader) headOf(l line, wrapped bool) (by, bool) {
	switch l.shape {
	case prose, capitals, labelled, bare, numbered, bold:
	default:
		return by{}, false
	}
	b, ok := readBy(l.words, r.vouchers())
	if !ok || wrapped && (l.shape != capitals && !strings.HasPrefix(l.words, string(b.names[0])+":") || !isName(string(b.names[0]))) {
		return by{}, false
	}
	switch l.shape {
	case labelled, bare, numbered:
		// Those have a label of their own: it must name what the proposal is on.
		_, known := r.byAddress[b.on]
		return b, b.on != "" && (known || l.division == clause)
	}
	return b, true
}

// namesAlone reads a line that is the name of a delegation and nothing else, a
// heading over its proposals: what follows must not go on with the draft.
func (r *reader) namesAlone(l line) ([]negotiation.Delegation, bool) {
	const longest = 200
	if len(r.units) == 0 || r.at+1 >= len(r.lines) || len(l.words) > longest || l.blanks == 0 && l.shape != sharp {
		return nil, false
	}
	switch l.shape {
	case sharp, bold, capitals, prose:
	default:
		return nil, false
	}
	next := r.lines[r.at+1]
	switch next.shape {
	case sharp, labelled, bare, rule:
		return nil, false
	case numbered:
		if _, known := r.byAddress[addressOf(r.fullLabel(next))]; !known {
			return nil, false
		}
	}
	b := by{}
	if l.label != "" || !b.read(cutSubmission(strings.TrimRight(l.text, ":")), vouchers{known: r.known, listed: nobody}) {
		return nil, false
	}
	return b.names, true
}

// nobody is on no list.
func nobody(string) bool { return false }

// propose opens a proposal at l, with one spelling for each delegation.
func (r *reader) propose(l line, b by) {
	found := r.found(b)
	b.names = r.spell(b.names)
	r.begin(l, b)
	if r.open == nil {
		return
	}
	if found >= 0 {
		r.open.target, r.open.aimed = found, true
	}
	if b.supported != "" {
		r.add(l.number, negotiation.Info, "supported", "%s: supported by %s, who are not among its authors: add them if they cosponsor it", b.names[0], short(b.supported))
	}
	r.sayJoint(l.number, b.names, b.spokesman)
}

// sayJoint tells that a proposal is read as that of several.
func (r *reader) sayJoint(line int, names []negotiation.Delegation, spokesman bool) {
	if len(names) < 2 {
		return
	}
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = string(name)
	}
	if spokesman {
		r.add(line, negotiation.Info, "on-behalf", "%s speaks for others: read as a proposal of %s", list[0], series(list))
		return
	}
	r.add(line, negotiation.Info, "joint", "read as a proposal of %d delegations together: %s", len(list), series(list))
}

// found is the paragraph for whose sake an unknown name was believed, or -1.
func (r *reader) found(b by) int {
	if len(b.unknown) == 0 || b.text == "" {
		return -1
	}
	r.close()
	r.finish()
	return r.restatesNearby(diff.ReadMarks(b.text))
}

// restatesLabel reads a numbered line behind the start of a proposal that restates a
// paragraph of the draft by its label: a further part of the proposal, or, below the
// name of a delegation, the next of its proposals.
func (r *reader) restatesLabel(l line, label string) bool {
	if len(r.over) > 0 {
		address := addressOf(label)
		if _, known := r.byAddress[address]; !known {
			return false
		}
		r.proposeBelow(l, by{on: address, text: l.text})
		return true
	}
	labelled := l
	labelled.label = label
	address, ok := r.restatesNumbered(labelled)
	if ok {
		r.open.restated(l, address)
	}
	return ok
}

// proposeBelow opens a further proposal below the name of a delegation.
func (r *reader) proposeBelow(l line, b by) {
	over := r.over
	if p := r.open; p != nil && len(p.pieces) == 1 && len(p.pieces[0].parts) == 0 && p.on == "" {
		r.open, r.passages = nil, r.passages[:len(r.passages)-1] // nothing but the name
	}
	b.names = over
	r.propose(l, b)
	r.over = over
}

// addressOf is a label as it stands in an address.
func addressOf(label string) string { return strings.ReplaceAll(label, " ", "") }
