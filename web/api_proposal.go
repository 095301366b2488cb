package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiProposal is a proposal with what became of it.
type apiProposal struct {
	Number     string       `json:"number" doc:"By which it is known in the room." example:"12"`
	Delegation string       `json:"delegation" example:"MEXICO"`
	Sponsors   []string     `json:"sponsors" nullable:"false" example:"[\"PERU\"]"`
	Language   string       `json:"language" doc:"Of its words [BCP 47]." example:"en"`
	Category   string       `json:"category" enum:"substantive,editorial,translation,technical"`
	Reason     string       `json:"reason,omitempty" doc:"Markdown."`
	Status     string       `json:"status" enum:"on-table,late,accepted,accepted-amended,not-retained,withdrawn,superseded,merged,moot,satisfied,lapsed"`
	Late       bool         `json:"late,omitempty" doc:"It came after the cut-off."`
	Replaces   string       `json:"replaces,omitempty" doc:"The earlier version of it." example:"9"`
	Again      string       `json:"again,omitempty" doc:"The withdrawn proposal that it tables again." example:"9"`
	Parents    []string     `json:"parents,omitempty" nullable:"false" doc:"Numbers of the proposals that it was combined of, in the order chosen for what they insert in one place." example:"[\"12\",\"9\"]"`
	Target     string       `json:"target,omitempty" doc:"Address of the paragraph under which a compilation prints it." example:"7"`
	TabledAt   time.Time    `json:"tabled_at"`
	Changes    []apiChange  `json:"changes" nullable:"false"`
	Steps      []apiStep    `json:"steps" nullable:"false" doc:"From tabling to its present status, oldest first."`
	Rebases    []apiRebase  `json:"rebases,omitempty" nullable:"false" doc:"What acceptances of others have done to its changes, oldest first."`
	Received   *apiReceived `json:"received,omitempty" doc:"As it stood in an imported document."`

	Unconfirmed bool          `json:"unconfirmed,omitempty" doc:"It can be read in two ways and its author has confirmed none: until then it is neither accepted nor combined, and its changes have the probable words."`
	Doubts      []apiDoubt    `json:"doubts,omitempty" nullable:"false" doc:"The changes that could be read in two ways when it came, whatever was confirmed since."`
	Confirmed   *apiConfirmed `json:"confirmed,omitempty" doc:"Its author's word on how it is to be read."`
	Unplaced    string        `json:"unplaced,omitempty" doc:"What the document says of the paragraph that it is on, where the draft held none such. Until it is placed by hand it is a comment on the whole draft." example:"22"`
	Positions   []apiPosition `json:"positions,omitempty" nullable:"false" doc:"What was said of it, own positions and those of groups."`
	Placed      uint64        `json:"placed,omitempty" doc:"Place in the record of its being placed by hand." example:"17"`
}

// apiChange is one thing that a proposal asks for.
type apiChange struct {
	Kind      string      `json:"kind" enum:"amend,insert,delete,move,request,comment"`
	Paragraph string      `json:"paragraph,omitempty" doc:"Id of the paragraph; none for a comment on the whole draft." example:"p12"`
	Address   string      `json:"address,omitempty" doc:"Its address now." example:"7.b"`
	Base      int         `json:"base,omitempty" doc:"The version that its author saw." example:"1"`
	Text      string      `json:"text,omitempty"`
	As        string      `json:"as,omitempty" doc:"Kind of the paragraph to insert." example:"bullet"`
	After     string      `json:"after,omitempty" doc:"Id of the paragraph behind which to move." example:"p14"`
	Redline   []apiSpan   `json:"redline,omitempty" nullable:"false" doc:"Leads from the base to the new words."`
	Credits   []apiCredit `json:"credits,omitempty" nullable:"false" doc:"Of a combined proposal: the text in pieces, with who wrote which."`
	Waits     string      `json:"waits,omitempty" enum:"conflict,satisfied" doc:"It waits for its author: its words clash with what was accepted, or are in the text already. The newest of the rebases says with what."`
}

type apiStep struct {
	Status string    `json:"status" enum:"on-table,late,accepted,accepted-amended,not-retained,withdrawn,superseded,merged,moot,satisfied,lapsed"`
	Seq    uint64    `json:"seq" example:"17"`
	At     time.Time `json:"at"`
	Seat   string    `json:"seat,omitempty" doc:"Who typed it; for the Secretariat and the Chair." example:"chair"`
	Reason string    `json:"reason,omitempty" doc:"Markdown."`
	By     string    `json:"by,omitempty" doc:"The proposal that superseded it, that it was merged into, that made it moot, or that satisfies it." example:"15"`
}

type apiReceived struct {
	Line     int    `json:"line" example:"80"`
	Verbatim string `json:"verbatim" doc:"The passage with its marks, as it stood."`
	Unsure   bool   `json:"unsure,omitempty" doc:"Its marks do not give back the draft."`
}

type apiProposals struct {
	Proposals []apiProposal `json:"proposals" nullable:"false" doc:"By number."`
}

type inProposal struct {
	ID     string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Number string `path:"number" doc:"Number of the proposal." example:"12"`
}

func (a api) proposals() {
	operation(a, huma.Operation{
		OperationID: "list-proposals", Method: http.MethodGet, Path: "/negotiations/{id}/proposals", Tags: []string{"Reading"},
		Summary: "List the proposals that the caller may see",
	}, a.server.listProposals)
	operation(a, huma.Operation{
		OperationID: "read-proposal", Method: http.MethodGet, Path: "/negotiations/{id}/proposals/{number}", Tags: []string{"Reading"},
		Summary: "Read a proposal and what became of it",
	}, a.server.readProposal)
}

func (s *Server) listProposals(ctx context.Context, in *inNegotiation) (apiProposals, error) {
	_, v, err := s.attend(ctx, in.ID)
	list := apiProposals{Proposals: make([]apiProposal, len(v.Proposals))}
	for i, p := range v.Proposals {
		list.Proposals[i] = proposalOf(v, p)
	}
	return list, err
}

func (s *Server) readProposal(ctx context.Context, in *inProposal) (apiProposal, error) {
	_, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiProposal{}, err
	}
	p, ok := v.Proposal(negotiation.ProposalID(in.Number))
	if !ok {
		return apiProposal{}, negotiation.Refuse(negotiation.UnknownProposal, "proposal", shortened(in.Number))
	}
	return proposalOf(v, p), nil
}

func proposalOf(v negotiation.View, p negotiation.ProposalView) apiProposal {
	out := apiProposal{Number: string(p.ID), Delegation: string(p.Delegation), Sponsors: texts(p.Sponsors), Language: p.Language,
		Category: string(p.Category), Reason: p.Reason, Status: string(p.Status()), Late: p.Late, Replaces: string(p.Replaces),
		Again: string(p.Again), Parents: texts(p.Parents), TabledAt: p.Tabled().At,
		Unconfirmed: p.Unconfirmed(), Doubts: doubtsOf(p.Received), Confirmed: confirmedOf(v.Audience, p.Confirmed), Placed: uint64(p.Placed),
		Positions: positionsOf(p.Positions)}
	if target, ok := v.Paragraph(string(p.Target)); ok {
		out.Target = target.Address
	}
	for i, c := range p.Changes {
		out.Changes = append(out.Changes, apiChange{Kind: string(c.Kind), Paragraph: string(c.Paragraph), Address: p.Addresses[i],
			Base: c.Base, Text: c.Text, As: string(c.As), After: string(c.After), Redline: spansOf(c.Redline), Credits: creditsOf(c.Credits)})
		if r, waits := p.Waits(i); waits {
			out.Changes[i].Waits = string(r.Outcome)
		}
	}
	for _, r := range p.Rebases {
		out.Rebases = append(out.Rebases, rebaseOf(r))
	}
	for _, st := range p.Steps {
		step := apiStep{Status: string(st.Status), Seq: uint64(st.Seq), At: st.At, Reason: st.Reason, By: string(st.By)}
		if v.Audience.Role.Decides() { // seats are shown to no one else
			step.Seat = string(st.Seat)
		}
		out.Steps = append(out.Steps, step)
	}
	if r := p.Received; r != nil {
		out.Received = &apiReceived{Line: r.Line, Verbatim: r.Verbatim, Unsure: r.Unsure}
		out.Unplaced = r.Unplaced
	}
	return out
}
