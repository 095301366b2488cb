package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/bracketed"
	"plenary/negotiation/nations"
)

// brackets reads the square brackets of a paragraph of the draft. Words in a bracket
// that names a delegation are no part of the draft: they become a proposal of it.
// What else stands in brackets stays, and is told where somebody has to choose.
func (r *reader) brackets(u *unit, at int) {
	if optionStart.MatchString(u.Text[:min(len(u.Text), 40)]) {
		r.add(u.line, negotiation.Ask, "option", "%s is one of several options (%s): one of them is to be chosen", u.address, short(u.Text))
	}
	if !strings.ContainsAny(u.Text, "[]") {
		return
	}
	found := map[string]negotiation.Delegation{}
	t := bracketed.Parse(u.Text, func(line string) []string {
		if u.escaped {
			return nil
		}
		return attributed(line, r.vouchers(), found)
	})
	r.sayBrackets(u, t)
	names := t.Names()
	if len(names) == 0 || !r.affords(len(names)*len(u.Text)) {
		return
	}
	base := negotiation.Normal(t.Base())
	if base == "" {
		r.add(u.line, negotiation.Ask, "attributed-paragraph", "all of %s stands in brackets of others: it was left in the draft as it stands: %s", u.address, short(u.Text))
		return
	}
	for _, own := range wishes(t, names, base) {
		var by []negotiation.Delegation
		for _, name := range own.names {
			by = append(by, found[name])
		}
		r.sayJoint(u.line, by, false)
		r.passages = append(r.passages, own.passage(r.spell(by), u, at, base))
	}
	r.add(u.line, negotiation.Info, "attributed", "%s: words in brackets that name a delegation were read as its proposal", u.address)
	u.Text = base
}

// affords keeps the time for brackets in proportion to the length of a document: each
// delegation that is named in a paragraph takes reading it once more.
func (r *reader) affords(cost int) bool {
	const most = 2 * negotiation.MaxImport
	r.spent += cost
	if r.spent > most {
		r.add(1, negotiation.Ask, "many-attributions", "there are too many brackets that name delegations: those further on were left in the draft as they stand")
		return false
	}
	return true
}

// optionStart matches how a paragraph begins that is one of several to choose from.
var optionStart = regexp.MustCompile(`^(?i:options?|opción|opção|alternatives?|alternativa|alt\.|variante?) ?(?:\d{1,2}|[A-Z]|[IVX]{1,4})[ \x{a0}]?[:.)–—-](?: |$)`)

// attributed reads names inside a bracket, also by the code of a state. Found is told
// how each is printed.
func attributed(line string, v vouchers, found map[string]negotiation.Delegation) []string {
	codes := vouchers{known: func(name string) bool { return v.known(name) || isCode(name) }, listed: v.listed}
	b := by{}
	if !b.read(strings.TrimSpace(line), codes) {
		return nil
	}
	var keys []string
	for _, name := range b.names {
		if n, _ := nations.FindCode(string(name)); isCode(string(name)) {
			name = negotiation.Delegation(strings.ToUpper(n.Name))
		}
		key := sameName(string(name))
		if found[key] == "" {
			found[key] = name
		}
		keys = append(keys, key)
	}
	return keys
}

// isCode reports whether a name is a code of a state of three letters. Those of two
// are words.
func isCode(name string) bool {
	_, ok := nations.FindCode(name)
	_, named := nations.Find(name)
	return ok && !named && len(name) == 3
}
