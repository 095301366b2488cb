package web

import "plenary/negotiation"

// said is the one sentence on everything after since.
func (m *moment) said(since negotiation.Seq) string {
	v, b := m.view, m.base
	var moved []negotiation.ProposalView
	for _, p := range v.Proposals {
		if p.Last().Seq > since && !m.superseding(p.ID, since) && !m.drawn(p, since) {
			moved = append(moved, p)
		}
	}
	n := len(v.Since(since))
	switch {
	case n > 0 && v.Paragraphs[0].Versions[0].Seq > since:
		return b.T("live.said-imported")
	case m.saidInRoom(since) != "":
		return m.saidInRoom(since)
	case len(moved) == 1:
		return m.saidOn(moved[0], m.address(moved[0]))
	case n > 0:
		return b.N("live.said-paragraphs", n)
	case !m.turned:
		return ""
	case v.Window.Open:
		return b.T("live.said-opened")
	}
	return b.T("live.said-closed")
}

// saidOf is the sentence on what happened to one paragraph after since: on the
// newest of its proposals that moved, else on the paragraph itself.
func (m *moment) saidOf(p negotiation.ParagraphView, since negotiation.Seq) string {
	var newest *negotiation.ProposalView
	for _, at := range m.placed().at[p.ID] {
		last := at.Last().Seq
		if last > since && !m.superseding(at.ID, since) && !m.drawn(*at, since) && (newest == nil || last >= newest.Last().Seq) {
			newest = at
		}
	}
	if newest == nil {
		return m.base.T("live.said-paragraph", "paragraph", p.Address)
	}
	return m.saidOn(*newest, p.Address)
}

// superseding reports whether a proposal came after since in the place of
// another: one sentence tells of both.
func (m *moment) superseding(id negotiation.ProposalID, since negotiation.Seq) bool {
	return m.superseded()[id] > since
}

// drawn reports whether a proposal only followed another that moved after since
// as well, and tells of itself: merged into it, or moot because of it.
func (m *moment) drawn(p negotiation.ProposalView, since negotiation.Seq) bool {
	last := p.Last()
	by, ok := m.view.Proposal(last.By)
	return ok && (last.Status == negotiation.Merged || last.Status == negotiation.Moot) && by.Last().Seq > since
}

// supersededBy gives for each proposal that came in the place of others when it
// last did.
func supersededBy(v negotiation.View) map[negotiation.ProposalID]negotiation.Seq {
	at := map[negotiation.ProposalID]negotiation.Seq{}
	for _, p := range v.Proposals {
		if last := p.Last(); last.Status == negotiation.Superseded {
			at[last.By] = max(at[last.By], last.Seq)
		}
	}
	return at
}

// address is that of the paragraph under which a proposal is printed.
func (m *moment) address(p negotiation.ProposalView) string {
	target, _ := m.view.Paragraph(string(p.Target))
	return target.Address
}

// saidOn is the sentence on the newest step of a proposal.
func (m *moment) saidOn(p negotiation.ProposalView, address string) string {
	status := p.Status()
	key := "live.said-" + string(status)
	if status.Open() {
		key = "live.said-tabled"
		if len(p.Steps) > 1 {
			key = "live.said-admitted"
			if p.Steps[len(p.Steps)-2].Status == negotiation.Lapsed {
				key = "live.said-revived"
			}
		}
	}
	if p.Combined() && status.Open() {
		key = "live.said-combined"
	}
	if p.Target == "" {
		key = "live.said-draft"
		if len(p.Steps) == 1 {
			key = "live.said-tabled-draft"
		}
	}
	return m.base.T(key, "delegation", p.Delegation, "proposal", p.ID, "paragraph", address, "by", p.Last().By,
		"status", m.base.T("status."+string(status)))
}
