package web

import (
	"time"

	"plenary/negotiation"
)

// apiCredit is a stretch of a combined text.
type apiCredit struct {
	Text string   `json:"text" example:" of all workers"`
	From []string `json:"from,omitempty" nullable:"false" doc:"Numbers of the proposals that it comes from; none for the draft's words." example:"[\"12\"]"`
}

// apiRebase is what became of one change of an open proposal when another was
// accepted on its paragraph.
type apiRebase struct {
	Seq     uint64         `json:"seq" doc:"Place in the record." example:"17"`
	At      time.Time      `json:"at"`
	Because string         `json:"because" doc:"The accepted proposal." example:"9"`
	Change  int            `json:"change" doc:"Index of the change in the proposal, from 0." example:"0"`
	Version int            `json:"version" doc:"The new version of the paragraph." example:"2"`
	Outcome string         `json:"outcome" enum:"clean,conflict,satisfied" doc:"After clean the change stands on the new version; else it stays as it was, on its older base."`
	Clashes []apiRebaseAt  `json:"clashes,omitempty" nullable:"false" doc:"The words of both sides that cannot both stand."`
	Was     apiRebasedFrom `json:"was" doc:"The change as it stood before."`
}

type apiRebaseAt struct {
	Kind   string `json:"kind" doc:"How they stand to each other." example:"rival-wordings"`
	Mine   string `json:"mine" doc:"Words of the proposal."`
	Theirs string `json:"theirs" doc:"Words of the new version."`
}

type apiRebasedFrom struct {
	Base    int       `json:"base" example:"1"`
	Text    string    `json:"text,omitempty"`
	Redline []apiSpan `json:"redline,omitempty" nullable:"false"`
}

func creditsOf(list []negotiation.Credit) []apiCredit {
	var credits []apiCredit
	for _, c := range list {
		credits = append(credits, apiCredit{c.Text, texts(c.From)})
	}
	return credits
}

func rebaseOf(r negotiation.Rebase) apiRebase {
	out := apiRebase{Seq: uint64(r.Seq), At: r.At, Because: string(r.Because), Change: r.Change, Version: r.Version, Outcome: string(r.Outcome),
		Was: apiRebasedFrom{Base: r.Was.Base, Text: r.Was.Text, Redline: spansOf(r.Was.Redline)}}
	for _, c := range r.Clashes {
		out.Clashes = append(out.Clashes, apiRebaseAt{string(c.Kind), c.Mine, c.Theirs})
	}
	return out
}
