package markdown

import (
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// believes decides whether a proposal begins at line i, where it names somebody whom
// nobody vouches for: the words behind the name must restate a paragraph nearby, and
// be marked where the name is not in capitals. Either way it is asked.
func (r *reader) believes(b by, i int) bool {
	if len(b.unknown) == 0 {
		return true
	}
	if slices.ContainsFunc(b.unknown, r.denied) {
		return false
	}
	words := b.text
	if words == "" && i+1 < len(r.lines) {
		words = r.lines[i+1].words
	}
	words = words[:min(len(words), negotiation.MaxText)]
	reading := diff.ReadMarks(words)
	loud := !slices.ContainsFunc(b.unknown, func(name string) bool { return !isName(name) })
	believed := (loud || reading.HasMarks) && (r.restatesNearby(reading) >= 0 || loud && instructsByName(words))
	for _, name := range b.unknown {
		if loud || believed {
			r.ask(name, r.lines[i].number, believed)
		}
		if believed {
			r.believed[asKey(name)] = true
		}
	}
	return believed
}

// instructsByName reports whether words say of a paragraph, by its name, what is to be
// done with it.
func instructsByName(words string) bool {
	label, rest := leadLabel(words)
	list, ok := instruct.Parse(rest)
	return ok && (label != "" || slices.ContainsFunc(list, func(i instruct.Instruction) bool { return i.Address != "" }))
}

// asksFor reports whether what a sentence says that somebody proposes is an
// instruction, or a paragraph nearby with marks.
func (r *reader) asksFor(words string) bool {
	words = words[:min(len(words), negotiation.MaxText)]
	_, instructs := instruct.Parse(words)
	marked := diff.ReadMarks(words)
	return instructs || marked.HasMarks && r.restatesNearby(marked) >= 0
}

// restatesNearby is a paragraph of the draft not far above that words restate, or -1.
func (r *reader) restatesNearby(reading diff.Reading) int {
	const near, most = 25, negotiation.MaxImport / 2
	if r.weighed > most {
		return -1
	}
	bags := bagsOf(reading)
	var list []int
	for at := len(r.units) - 1; at >= 0 && len(list) < near; at-- {
		if at == len(r.units)-1 && r.unfinished {
			if open := r.openBag(); max(bags[0].like(open, restates), bags[1].like(open, restates)) >= restates {
				return at
			}
			continue
		}
		list = append(list, at)
	}
	for _, at := range list {
		r.weighed += 8 * min(len(r.bag(at)), len(bags[0])+len(bags[1]))
	}
	at, _ := r.mostLike(list, bags)
	return at
}

// openBag is the bag of the last unit, which may still grow. One that is too long for
// the law has an empty bag.
func (r *reader) openBag() bag {
	most := negotiation.MaxText
	for _, part := range r.last().parts {
		if most -= len(part) + 1; most < 0 {
			return bag{}
		}
	}
	r.weighed += negotiation.MaxText - most
	return bagOf(plainText(diff.ReadMarks(strings.Join(r.last().parts, " "))))
}
