package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiCombine combines proposals.
type apiCombine struct {
	_ struct{} `additionalProperties:"false"`

	Parents   []string `json:"parents" required:"false" nullable:"false" doc:"Numbers of the proposals, in the order in which they are to stand where several insert in one place." example:"[\"12\",\"9\"]"`
	Paragraph string   `json:"paragraph" required:"false" doc:"Address or id of the paragraph." example:"7.b"`
	Base      int      `json:"base" required:"false" doc:"Version of the paragraph that was looked at." example:"1"`
	Reason    string   `json:"reason,omitempty" doc:"Markdown." example:"They do not clash."`
}

type inCombine struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body apiCombine
}

func (a api) combine() {
	operation(a, huma.Operation{
		OperationID: "combine-proposals", Method: http.MethodPost, Path: "/negotiations/{id}/combinations", Tags: []string{"Deciding"},
		DefaultStatus: http.StatusCreated, Summary: "Combine what does not clash in several proposals on one paragraph",
		Description: "Tables a combined proposal. Of two changes that clash it takes neither. The proposals that it is made of stay on the table until it is accepted.",
	}, a.server.apiCombineProposals)
	operation(a, huma.Operation{
		OperationID: "confirm-satisfied", Method: http.MethodPost, Path: "/negotiations/{id}/proposals/{number}/confirm-satisfied", Tags: []string{"Proposing"},
		Summary:     "Confirm that the text says already what a proposal asks for",
		Description: "For its author, and the Secretariat. Refused unless each of its changes has been found there.",
	}, a.server.apiConfirmSatisfied)
}

func (s *Server) apiCombineProposals(ctx context.Context, in *inCombine) (apiReceipt, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiReceipt{}, err
	}
	c := negotiation.CombineProposals{Parents: named[negotiation.ProposalID](in.Body.Parents), Paragraph: idsOf(v).find(in.Body.Paragraph),
		Base: in.Body.Base, Reason: in.Body.Reason}
	return receiptFor(s.submit(ctx, v.ID, seat, in.Key, c))
}

func (s *Server) apiConfirmSatisfied(ctx context.Context, in *inFate) (apiReceipt, error) {
	c := negotiation.ConfirmSatisfied{Proposal: negotiation.ProposalID(in.Number)}
	if in.Body != nil {
		c.Reason = in.Body.Reason
	}
	return s.command(ctx, in.ID, in.Key, c)
}
