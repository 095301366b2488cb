package web

import (
	"slices"
	"sync"

	"plenary/negotiation"
)

// placed is a view with its proposals by the paragraph they are shown at: every
// one that they change or remark upon, and the one they are printed under. A
// restated list is so on the page of its chapeau and on those of its items.
type placed struct {
	negotiation.View
	at map[negotiation.ParagraphID][]*negotiation.ProposalView
	// general are the comments on the whole draft.
	general []negotiation.ProposalView
	// report is how far the meeting has come, and undecided the paragraphs that need a
	// decision, for those who ask.
	report    func() negotiation.ProgressReport
	undecided func() map[negotiation.ParagraphID]bool
}

func place(v negotiation.View) placed {
	s := placed{View: v, at: make(map[negotiation.ParagraphID][]*negotiation.ProposalView, len(v.Paragraphs)),
		report: sync.OnceValue(func() negotiation.ProgressReport { return negotiation.Progress(v) })}
	s.undecided = sync.OnceValue(func() map[negotiation.ParagraphID]bool { return undecidedOf(s.report()) })
	for _, i := range v.InOrder() {
		p := &v.Proposals[i]
		if p.Target == "" {
			s.general = append(s.general, *p)
			continue
		}
		for _, id := range paragraphsOf(p) {
			s.at[id] = append(s.at[id], p)
		}
	}
	return s
}

func undecidedOf(r negotiation.ProgressReport) map[negotiation.ParagraphID]bool {
	undecided := map[negotiation.ParagraphID]bool{}
	for _, u := range r.Undecided {
		undecided[u.Paragraph] = true
	}
	return undecided
}

// paragraphsOf lists the paragraphs at which p is shown, each once.
func paragraphsOf(p *negotiation.ProposalView) []negotiation.ParagraphID {
	list := []negotiation.ParagraphID{p.Target}
	for _, c := range p.Changes {
		if c.Paragraph != "" && !slices.Contains(list, c.Paragraph) {
			list = append(list, c.Paragraph)
		}
	}
	return list
}

// open lists the proposals at a paragraph that wait for a decision.
func (s placed) open(id negotiation.ParagraphID) []negotiation.ProposalView {
	return s.those(id, negotiation.Status.Open)
}

// closed lists those that are no longer on the table.
func (s placed) closed(id negotiation.ParagraphID) []negotiation.ProposalView {
	return s.those(id, func(is negotiation.Status) bool { return !is.Open() })
}

func (s placed) those(id negotiation.ParagraphID, are func(negotiation.Status) bool) []negotiation.ProposalView {
	var list []negotiation.ProposalView
	for _, p := range s.at[id] {
		if are(p.Status()) {
			list = append(list, *p)
		}
	}
	return list
}

// waiting is how many proposals at a paragraph wait for a decision.
func (s placed) waiting(id negotiation.ParagraphID) (n int) {
	for _, p := range s.at[id] {
		if p.Status().Open() {
			n++
		}
	}
	return n
}

func filtered[T any](list []T, keep func(T) bool) []T {
	var kept []T
	for _, p := range list {
		if keep(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

// contested reports whether a paragraph has open proposals of two delegations.
func (s placed) contested(id negotiation.ParagraphID) bool {
	var first negotiation.Delegation
	for _, p := range s.at[id] {
		switch {
		case !p.Status().Open():
		case first == "":
			first = p.Delegation
		case p.Delegation != first:
			return true
		}
	}
	return false
}

// untouched reports whether nobody has proposed anything at a paragraph, and the
// meeting has made nothing of it.
func (s placed) untouched(p negotiation.ParagraphView) bool {
	return len(s.at[p.ID]) == 0 && len(p.Settlements) == 0 && !p.Kind.IsHeading() && !p.Deleted
}

// fromFloor reports whether a paragraph is the one that an open session is on.
func (s placed) fromFloor(id negotiation.ParagraphID) bool { return onFloor(s.View, id) }

func onFloor(v negotiation.View, id negotiation.ParagraphID) bool {
	return id != "" && v.Session.Running() && v.Session.Floor.Paragraph == id
}

// mine reports whether d has sent or sponsors a proposal at a paragraph.
func (s placed) mine(id negotiation.ParagraphID, d negotiation.Delegation) bool {
	return d != "" && slices.ContainsFunc(s.at[id], func(p *negotiation.ProposalView) bool {
		return p.Delegation == d || slices.Contains(p.Sponsors, d)
	})
}
