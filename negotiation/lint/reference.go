package lint

import (
	"regexp"
	"strings"
)

// numbering is which labels the draft has, so that references can be followed.
type numbering struct {
	// addresses are those of the draft, in small letters.
	addresses map[string]bool
	// inline are labels inside the text of a unit, "(b)" and "b)", by address.
	inline map[string]map[string]bool
	// paragraphs and sections are set where some of those are numbered, so that a
	// number can be missing.
	paragraphs, sections bool
	// treaties is set where the draft names texts that have articles.
	treaties bool
	// referring are the references of the draft, with the units they stand in.
	referring []referral
}

// referral says that one unit refers to another.
type referral struct{ target, from string }

// maxInline is how many labels inside a text are known.
const maxInline = 200

var inlineLabel = regexp.MustCompile(`(?:\(|(?:^|[\s:;,]))([a-z]{1,5}|[0-9]{1,3})\)`)

func (d *Draft) learnNumbering() {
	n := numbering{addresses: map[string]bool{}, inline: map[string]map[string]bool{}}
	found := make([][]reference, len(d.units))
	for i, u := range d.units {
		address := strings.ToLower(u.Address)
		n.addresses[address] = true
		found[i] = d.texts[i].references()
		n.inline[address] = d.texts[i].inlineLabels(found[i])
		if d.parent(u.Address) == "" {
			n.paragraphs = n.paragraphs || !u.Heading && u.Address != "" && number(u.Address) > 0 && u.Address[0] <= '9'
			n.sections = n.sections || u.Heading && len(u.Address) == 1
		}
		for _, w := range d.texts[i].words {
			n.treaties = n.treaties || treaties[w.fold]
		}
	}
	for i, u := range d.units {
		for _, r := range found[i] {
			n.referring = append(n.referring, referral{n.resolve(r, u.Address), u.Address})
		}
	}
	d.numbering = n
}

// resolve is the address that a reference in the text at an address leads to: the
// nearest, because the paragraphs of each article may be counted anew, and a
// sub-paragraph is one of this paragraph or stands beside this one.
func (n numbering) resolve(r reference, address string) string {
	for at := strings.ToLower(address); at != "" && r.kind != sectionRef; at = above(at) {
		if n.addresses[at+"."+r.target] {
			return at + "." + r.target
		}
	}
	return r.target
}

// inlineLabels are the labels inside a text, those of its references left out.
func (t *text) inlineLabels(references []reference) map[string]bool {
	labels := map[string]bool{}
	for _, m := range inlineLabel.FindAllStringSubmatchIndex(t.s, maxInline) {
		for len(references) > 0 && references[0].to <= m[2] {
			references = references[1:]
		}
		if len(references) == 0 || m[2] < references[0].from {
			labels[t.s[m[2]:m[3]]] = true
		}
	}
	return labels
}

// has reports whether there is an address, as a unit, as a bullet counted through,
// or as a label inside a text.
func (n numbering) has(address string) bool {
	if n.addresses[address] {
		return true
	}
	dot := strings.LastIndexByte(address, '.')
	if dot < 0 {
		return false
	}
	above, label := address[:dot], address[dot+1:]
	return n.addresses[above+".bullet"+label] || n.inline[above][label]
}

// references notes paragraphs that are named and that the draft does not have.
// Where another text is named in the same sentence, it is that one's.
func references(d *Draft, address string, t *text) []Note {
	var notes []Note
	references := t.references()
	if len(references) == 0 {
		return nil
	}
	inline := t.inlineLabels(references)
	for _, r := range references {
		if d.numbering.broken(r, address, inline) {
			notes = append(notes, t.span(BrokenReference, r.from, r.to, ""))
		}
	}
	return notes
}

// broken reports whether a reference in the text at an address leads nowhere.
func (n numbering) broken(r reference, address string, inline map[string]bool) bool {
	if n.has(n.resolve(r, address)) {
		return false
	}
	switch r.kind {
	case sectionRef:
		return n.sections
	case articleRef:
		return n.paragraphs && !n.treaties
	case paragraphRef:
		return n.paragraphs
	}
	for at := strings.ToLower(address); at != ""; at = above(at) {
		if n.inline[at][r.target] {
			return false
		}
	}
	return !inline[r.target]
}

// above is the address above one, or "".
func above(address string) string {
	return address[:max(strings.LastIndexByte(address, '.'), 0)]
}

// referring notes who refers to an address, or to what stands below it, from
// elsewhere in the draft.
func (d *Draft) referring(address string) []Note {
	var notes []Note
	gone := strings.ToLower(address)
	for _, r := range d.numbering.referring {
		if r.target != gone && !strings.HasPrefix(r.target, gone+".") {
			continue
		}
		if r.from != address && !strings.HasPrefix(r.from, address+".") {
			notes = append(notes, Note{Code: ReferredTo, Words: r.from})
		}
	}
	return notes
}
