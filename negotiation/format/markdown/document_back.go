package markdown

import (
	"slices"
	"strings"

	"plenary/negotiation"
)

// general writes the comments on the whole draft.
func (p *page) general(list []negotiation.Restated) {
	if len(list) > 0 {
		p.block("## " + p.tongue.Say("document.general"))
	}
	for _, r := range list {
		names := p.names(append([]negotiation.Delegation{r.Delegation}, r.Sponsors...))
		for _, text := range slices.Concat(r.Requests, r.Comments) {
			said := ""
			if r.Late {
				said = p.says([]negotiation.Saying{{Key: "document.late"}})
			}
			p.block(aside("**" + names + "**, " + p.number(r.Proposal) + ": " + said + proseText(text)))
		}
		if r.Reason != "" {
			p.block(aside(p.tongue.Say("document.reason", "reason", proseText(r.Reason))))
		}
	}
}

// number names a proposal inside a sentence.
func (p *page) number(id negotiation.ProposalID) string {
	return p.tongue.Say("document.proposal", "proposal", id)
}

// fates writes what became of the proposals that stand nowhere else.
func (p *page) fates(list []negotiation.Fate) {
	if len(list) == 0 {
		return
	}
	p.block("## " + p.tongue.Say("document.fates") + "\n")
	for _, f := range list {
		text := "- **" + plain(string(f.Delegation)) + "**, " + p.number(f.Proposal)
		if f.Address != "" {
			text += ", " + f.Address
		}
		says := f.Says()
		text += ": " + p.tongue.Say(says.Key, says.With...) + ", " + p.day(f.At)
		if f.Reason != "" {
			text += ". " + plain(strings.Join(strings.Fields(f.Reason), " "))
		}
		p.out.WriteString(text + "\n")
	}
}
