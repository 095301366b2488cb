package markdown

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/nations"
)

// people is what the reader knows of names.
type people struct {
	// answers are those of the person who imports, by the name in capitals.
	answers map[string]bool
	// listed and bodies are the names in the note on the cover, in capitals, by the
	// line of the note; nations the same by the nation that each stands for.
	listed, bodies map[string]int
	nations        map[nations.Nation]bool
	// believed are names of which the words behind them say that they are
	// delegations, by sameName.
	believed map[string]bool
	// spelled is how each delegation was printed first, by sameName.
	spelled map[string]negotiation.Delegation
	asked   map[string]*question
	// unasked counts the names that would have been too many questions.
	unasked int
	// weighed is how many bytes were compared for the sake of names.
	weighed int
}

// question is a name that was asked about.
type question struct {
	negotiation.Question
	// text and delegation count how it was read.
	text, delegation int
	// head is what is printed where a known name stands in an unknown form.
	head string
}

func newPeople(answers, believed map[string]bool) people {
	p := people{answers: map[string]bool{}, listed: map[string]int{}, bodies: map[string]int{}, nations: map[nations.Nation]bool{},
		believed: maps.Clone(believed), spelled: map[string]negotiation.Delegation{}, asked: map[string]*question{}}
	if p.believed == nil {
		p.believed = map[string]bool{}
	}
	for name, is := range answers {
		p.answers[asKey(name)] = is
	}
	return p
}

// asKey is a name in the form in which answers are compared.
func asKey(name string) string { return strings.ToUpper(negotiation.Normal(name)) }

// sameName is a form that two names of one delegation have in common: MÉXICO and Mexico.
func sameName(name string) string {
	if n, ok := nations.Find(name); ok {
		return "=" + n.Name
	}
	return asKey(name)
}

// vouchers are those of this document.
func (p *people) vouchers() vouchers {
	return vouchers{known: p.known, listed: func(name string) bool { return !p.denied(name) && p.isListed(name) }}
}

// known reports whether a name is that of a delegation, whatever the note says.
func (p *people) known(name string) bool {
	if is, answered := p.answers[asKey(name)]; answered {
		return is
	}
	if _, found := nations.Find(name); found {
		return true
	}
	return p.believed[asKey(name)]
}

func (p *people) denied(name string) bool {
	is, answered := p.answers[asKey(name)]
	return answered && !is
}

// spell gives the names of one delegation one spelling: that in which it stands first.
func (p *people) spell(names []negotiation.Delegation) []negotiation.Delegation {
	var list []negotiation.Delegation
	for _, name := range names {
		key := sameName(string(name))
		if p.spelled[key] == "" {
			p.spelled[key] = name
		}
		if own := p.spelled[key]; !slices.Contains(list, own) {
			list = append(list, own)
		}
	}
	return list
}

func (r *reader) ask(name string, line int, believed bool) {
	key := asKey(name)
	if r.asked[key] == nil {
		if len(r.asked) >= maxAlike {
			r.unasked++
			return
		}
		r.asked[key] = &question{Question: negotiation.Question{Name: negotiation.Normal(name), Line: line}}
	}
	q := r.asked[key]
	if believed {
		q.delegation++
	} else {
		q.text++
	}
}

// askAgain counts the names at the start of a line that are believed only because of
// what stood behind them elsewhere.
func (r *reader) askAgain(b by, line int) {
	for _, name := range b.names {
		key := asKey(string(name))
		_, answered := r.answers[key]
		_, found := nations.Find(string(name))
		if r.believed[key] && !answered && !found && !r.isListed(string(name)) {
			r.ask(string(name), line, true)
		}
	}
}

// undecided are the names that were taken for a delegation in one place and for words
// of the text in another: a document is read so in one way only.
func (r *reader) undecided() bool {
	for _, q := range r.asked {
		if q.text > 0 && q.delegation > 0 {
			return true
		}
	}
	return false
}

// questions are the names to ask about, and says so in a notice for each.
func (r *reader) questions() []negotiation.Question {
	var list []negotiation.Question
	for _, q := range r.asked {
		own := q.Question
		own.Times, own.Delegation = q.text+q.delegation, q.delegation > 0
		list = append(list, own)
	}
	slices.SortFunc(list, func(a, b negotiation.Question) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), strings.Compare(a.Name, b.Name))
	})
	for _, q := range list {
		how, otherwise := "words of the draft", "a delegation"
		if q.Delegation {
			how, otherwise = "a delegation, for what stands behind it restates the draft", "words of the draft"
		}
		if head := r.asked[asKey(q.Name)].head; head != "" {
			how, otherwise := "words of the draft", "a proposal"
			if q.Delegation {
				how, otherwise = "put forward by "+short(q.Name), "words of the draft"
			}
			r.add(q.Line, negotiation.Ask, "unknown-name", "“%s” stands before marked words or an instruction (%d lines in all); they were read as %s: say so if they are %s", short(head), q.Times, how, otherwise)
			continue
		}
		r.add(q.Line, negotiation.Ask, "unknown-name", "%s: nobody knows this name (at the start of %d lines); it was read as %s: say so if it is %s", short(q.Name), q.Times, how, otherwise)
	}
	if r.unasked > 0 {
		r.add(1, negotiation.Ask, "unknown-names", "%d more lines begin with a name that nobody knows; look whose they are, for they were read as if they had none", r.unasked)
	}
	return list
}
