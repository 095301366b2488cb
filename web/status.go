package web

import "plenary/negotiation"

// statusPart is what part "status" shows: where a proposal stands, in words.
type statusPart struct {
	Base
	Status negotiation.Status
}

func statusOf(b Base, s negotiation.Status) statusPart { return statusPart{Base: b, Status: s} }

// fatePart is what part "fate" shows: where a step has led a proposal, and if that
// was through another proposal, with a link to it.
type fatePart struct {
	statusPart
	By negotiation.ProposalID
}

func fateOf(b Base, s negotiation.Step) fatePart { return fatePart{statusOf(b, s.Status), s.By} }

// Became says what became of a proposal through another.
func (p fatePart) Became() string {
	key := "document.superseded-by"
	switch p.Status {
	case negotiation.Merged:
		// Nothing is merged into what is not accepted: that is its fate as well.
		return p.T("document.merged-by", "proposal", p.By) + p.T("list.comma") + p.T("status.accepted")
	case negotiation.Moot:
		key = "document.moot-by"
	case negotiation.Satisfied:
		key = "document.satisfied-by"
	}
	return p.T(key, "proposal", p.By)
}
