package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiAccept decides for a proposal.
type apiAccept struct {
	_ struct{} `additionalProperties:"false"`

	Reason  string       `json:"reason,omitempty" doc:"Markdown." example:"Agreed in the working group."`
	Looked  uint64       `json:"looked,omitempty" doc:"The newest place in the record that the decider had seen. Refused as stale where the proposal has been carried over to a newer version since." example:"42"`
	Amended []apiAmended `json:"amended,omitempty" nullable:"false" doc:"Other words than the author's. A request for text can be accepted only so."`
}

type apiAmended struct {
	_ struct{} `additionalProperties:"false"`

	Change int    `json:"change" doc:"Index of the change in the proposal, from 0." example:"0"`
	Base   int    `json:"base,omitempty" doc:"Version of the paragraph that the decision was taken on." example:"2"`
	Text   string `json:"text,omitempty" example:"promote the protection of all workers"`
}

type inAccept struct {
	ID     string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Number string `path:"number" doc:"Number of the proposal." example:"12"`
	Key    string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body   *apiAccept
}

func (a api) accept() {
	operation(a, huma.Operation{
		OperationID: "accept-proposal", Method: http.MethodPost, Path: "/negotiations/{id}/proposals/{number}/accept", Tags: []string{"Deciding"},
		Summary:     "Accept a proposal, as it stands or as amended",
		Description: "Each amended paragraph gets a new version. Refused as stale where one of them has moved on, unless amended words are given for it.",
	}, a.server.apiAcceptProposal)
}

func (s *Server) apiAcceptProposal(ctx context.Context, in *inAccept) (apiReceipt, error) {
	c := negotiation.AcceptProposal{Proposal: negotiation.ProposalID(in.Number)}
	if in.Body != nil {
		c.Reason, c.Looked = in.Body.Reason, negotiation.Seq(in.Body.Looked)
		for _, a := range in.Body.Amended {
			c.Amended = append(c.Amended, negotiation.AmendedText{Change: a.Change, Base: a.Base, Text: a.Text})
		}
	}
	return s.command(ctx, in.ID, in.Key, c)
}
