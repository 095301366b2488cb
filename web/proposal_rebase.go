package web

import (
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// rebaseNotice says what the acceptance of another proposal has done to a change
// of an open one.
type rebaseNotice struct {
	Base
	negotiation.Rebase
	// Author is whom it waits for.
	Author negotiation.Delegation
	// Address is that of the paragraph, where the proposal changes several.
	Address string
	// Gone says that the paragraph was deleted.
	Gone bool
	// Taken says that some of it is in the text since, and the rest has moved on.
	Taken bool
	// Before shows the change as it stood before; where it stays as it was, it
	// stands beside the notice already.
	Before bool
}

// rebaseNotices gives the newest notice for each change of p, while p is open.
func (b Base) rebaseNotices(v negotiation.View, p negotiation.ProposalView) []rebaseNotice {
	if !p.Status().Open() {
		return nil
	}
	var list []rebaseNotice
	for _, r := range slices.Backward(p.Rebases) {
		if slices.ContainsFunc(list, func(n rebaseNotice) bool { return n.Change == r.Change }) {
			continue
		}
		clean := r.Outcome == diff.Clean
		n := rebaseNotice{Base: b, Rebase: r, Author: p.Delegation, Before: clean,
			Taken: clean && changed(p.Changes[r.Change].Redline) < changed(r.Was.Redline)}
		para, ok := v.Paragraph(string(r.Was.Paragraph))
		n.Gone = ok && para.Deleted
		if len(p.Changes) > 1 {
			n.Address = para.Address
		}
		list = append(list, n)
	}
	slices.Reverse(list)
	return list
}

// Says is the notice in a sentence.
func (n rebaseNotice) Says() string {
	key := "rebase.clean"
	switch {
	case n.Outcome == diff.Satisfied:
		key = "rebase.satisfied"
	case n.Outcome == diff.Conflict && n.Gone:
		key = "rebase.gone"
	case n.Outcome == diff.Conflict && len(n.Clashes) == 0:
		key = "rebase.waits"
	case n.Outcome == diff.Conflict:
		key = "rebase.conflict"
	case n.Taken:
		key = "rebase.clean-rest"
	}
	said := n.T(key, "version", n.Version, "proposal", n.Because, "delegation", n.Author)
	if n.Address != "" {
		said = n.Address + n.T("list.colon") + said
	}
	return said
}

// changed counts the stretches that a redline changes.
func changed(script diff.Script) int {
	n := 0
	for _, h := range hunks(script) {
		if h.script[0].Op != diff.Equal {
			n++
		}
	}
	return n
}

// Waits reports whether its author has to answer.
func (n rebaseNotice) Waits() bool { return n.Outcome != diff.Clean }

// answerable reports whether p waits for its author: then a new version is its
// answer, and is never too late.
func answerable(p negotiation.ProposalView) bool {
	return p.Status() == negotiation.OnTable && p.AwaitsAnswer()
}

// carried is the text of an amendment on the present words of its paragraph: its
// author's, with what carries over where the paragraph has moved on.
func carried(c negotiation.Change, now negotiation.ParagraphView) string {
	if now.Deleted || c.Base >= now.Version || len(c.Redline) == 0 {
		return c.Text
	}
	return diff.Rebase(c.Redline, now.Text).Text
}
