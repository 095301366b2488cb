package negotiation

import "slices"

// ProgressReport tells how far a meeting has come with its draft.
type ProgressReport struct {
	// UpTo is the address of the paragraph with which, and before which, all is
	// agreed, ad referendum or not; empty where not even the first one is. Headings
	// and struck paragraphs are passed over. A new paragraph that is asked for behind
	// UpTo is still to be decided, so that it goes no further.
	UpTo string
	// Paragraphs is how many there are, headings and struck ones aside, and Counts
	// how many of them stand where: each once, in the order of Stands, none empty.
	Paragraphs int
	Counts     []StandCount
	// Undecided is what still needs a decision, in the order of the draft; what is on
	// the whole draft comes last. A paragraph on which nothing is open and nothing was
	// decided is only counted.
	Undecided []Undecided
}

// Stand is where a paragraph stands in the meeting: the kind of the outcome that
// holds, by its name, or one of those below.
type Stand string

const (
	// Reopened was agreed, and is not any more.
	Reopened Stand = "reopened"
	// Contested has something on the table that would change it.
	Contested Stand = "contested"
	// Untouched is everything else.
	Untouched Stand = "untouched"
)

// Stands lists them, the nearest to agreement first.
func Stands() []Stand {
	var list []Stand
	for _, k := range OutcomeKinds() {
		list = append(list, Stand(k))
	}
	return append(list, Reopened, Contested, Untouched)
}

// StandCount is how many paragraphs stand somewhere.
type StandCount struct {
	Stand      Stand
	Paragraphs int
}

// Progress tells how far the meeting has come, as far as everybody may know who sees
// what v holds: positions that are told to the Chair alone are left out for the Chair
// as well, because what is made of it is handed round.
func Progress(v View) ProgressReport {
	var r ProgressReport
	count := map[Stand]int{}
	whole := true
	open := v.stillOpen()
	for _, p := range v.Paragraphs {
		if u, undecided := v.undecided(p, open[p.ID]); undecided {
			r.Undecided = append(r.Undecided, u)
		}
		if p.Kind.IsHeading() || p.Deleted {
			continue
		}
		r.Paragraphs++
		count[v.stand(p)]++
		_, closed := p.Closed()
		if whole = whole && closed; whole {
			r.UpTo = p.Address
		}
		whole = whole && !slices.ContainsFunc(open[p.ID], func(q *ProposalView) bool { return q.inserts(p.ID) })
	}
	for _, s := range Stands() {
		if count[s] > 0 {
			r.Counts = append(r.Counts, StandCount{s, count[s]})
		}
	}
	if general := open[""]; len(general) > 0 {
		u := Undecided{}
		u.take(general)
		r.Undecided = append(r.Undecided, u)
	}
	return r
}

// stillOpen gives the proposals that wait for a decision by the paragraphs that they
// are on: of those that they are on, the ones that are not agreed, or all where there
// is no other. What inserts, or was not heard, waits also on one that is.
func (v View) stillOpen() map[ParagraphID][]*ProposalView {
	closed := map[ParagraphID]Seq{} // up to what was heard
	for _, p := range v.Paragraphs {
		if s, ok := p.Closed(); ok {
			closed[p.ID] = s.Heard
		}
	}
	agreed := func(p *ProposalView, c Change) bool {
		heard, closed := closed[c.Paragraph]
		return closed && c.Kind != Insert && p.heardBy(heard)
	}
	on := map[ParagraphID][]*ProposalView{}
	for i := range v.Proposals {
		p := &v.Proposals[i]
		if !p.Status().Open() {
			continue
		}
		all := !slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Paragraph != "" && !agreed(p, c) })
		seen := map[ParagraphID]bool{"": p.Target != ""}
		for _, c := range p.Changes {
			if !seen[c.Paragraph] && (all || !agreed(p, c)) {
				seen[c.Paragraph] = true
				on[c.Paragraph] = append(on[c.Paragraph], p)
			}
		}
	}
	return on
}

// inserts reports whether p asks for a new paragraph behind another.
func (p ProposalView) inserts(behind ParagraphID) bool {
	return slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Kind == Insert && c.Paragraph == behind })
}

// stand is where p stands.
func (v View) stand(p ParagraphView) Stand {
	if s, ok := p.Settled(); ok {
		return Stand(s.Kind)
	}
	if len(p.Settlements) > 0 {
		return Reopened
	}
	for _, id := range p.Proposals {
		q, _ := v.Proposal(id)
		if q.Status() == OnTable && slices.ContainsFunc(q.Changes, func(c Change) bool { return c.Paragraph == p.ID && c.Kind != Comment }) {
			return Contested
		}
	}
	return Untouched
}
