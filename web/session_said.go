package web

import "plenary/negotiation"

// saidInRoom is the sentence on the newest act of a session after since, or "".
func (m *moment) saidInRoom(since negotiation.Seq) string {
	acts := m.view.Acts
	last := len(acts) - 1
	if last < 0 || acts[last].Seq <= since {
		return ""
	}
	a := acts[last]
	many := 0 // a list is settled by one act a paragraph
	for i := last; i >= 0 && acts[i].Seq == a.Seq && acts[i].Kind == a.Kind; i-- {
		many++
	}
	return m.saidOfAct(a, many)
}

func (m *moment) saidOfAct(a negotiation.Act, many int) string {
	b := m.base
	on, _ := m.view.Paragraph(string(a.Paragraph))
	key := "live.act-" + string(a.Kind)
	switch {
	case a.Kind == negotiation.ActFrozen && a.Many > 1:
		key = "live.act-frozen-list"
	case a.Kind == negotiation.ActThawed && a.Many > 1:
		key = "live.act-thawed-list"
	case a.Kind == negotiation.ActSettled && many > 1:
		key = "live.act-settled-list"
	}
	details := []any{"paragraph", on.Address, "delegation", a.Delegation, "proposal", a.Proposal, "paragraphs", many,
		"hash", negotiation.Frozen{Hash: a.Text}.Short()}
	if a.Outcome != nil {
		details = append(details, "outcome", b.T("outcome."+string(a.Outcome.Kind)))
	}
	if a.Kind == negotiation.ActGavel {
		return b.N(key, m.view.Session.Settings.ObjectWithin)
	}
	return b.T(key, details...)
}
