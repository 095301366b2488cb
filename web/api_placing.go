package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"plenary/diff"
	"plenary/negotiation"
)

// apiPlacing puts a proposal on its paragraph.
type apiPlacing struct {
	_ struct{} `additionalProperties:"false"`

	Changes []apiTableChange `json:"changes" required:"false" nullable:"false"`
	Doubts  []apiPlacedDoubt `json:"doubts,omitempty" nullable:"false" doc:"Those of the changes that can be read in two ways, in order. The text of such a change is one of the two."`
	Reason  string           `json:"reason,omitempty" doc:"Markdown." example:"They have told us that they meant 9."`
}

type apiPlacedDoubt struct {
	_ struct{} `additionalProperties:"false"`

	Change   int                `json:"change" doc:"Index of the change, from 0." example:"0"`
	Typed    []apiPlacedSpan    `json:"typed,omitempty" nullable:"false" doc:"The passage as it was marked."`
	Literal  string             `json:"literal" required:"false" example:"To celebrate the of the platform"`
	Probable string             `json:"probable" required:"false" example:"To celebrate the launch of the platform"`
	Why      []apiPlacedFinding `json:"why,omitempty" nullable:"false" doc:"What does not fit in the marks."`
}

type apiPlacedSpan struct {
	_ struct{} `additionalProperties:"false"`

	Op   string `json:"op" enum:"equal,delete,insert"`
	Text string `json:"text" example:"launch"`
}

type apiPlacedFinding struct {
	_ struct{} `additionalProperties:"false"`

	Kind  string `json:"kind" example:"bold-in-struck"`
	Words string `json:"words" example:"launch"`
	Run   string `json:"run,omitempty" example:"launch–development"`
}

type inPlacing struct {
	ID     string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Number string `path:"number" doc:"Number of the proposal." example:"12"`
	Key    string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body   apiPlacing
}

func (a api) placing() {
	operation(a, huma.Operation{
		OperationID: "place-proposal", Method: http.MethodPost, Path: "/negotiations/{id}/proposals/{number}/place", Tags: []string{"Secretariat"},
		Summary:     "Put an imported proposal on the paragraph that it is on",
		Description: "For a proposal whose document names a paragraph that the draft does not hold.",
	}, a.server.apiPlaceProposal)
}

func (s *Server) apiPlaceProposal(ctx context.Context, in *inPlacing) (apiReceipt, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiReceipt{}, err
	}
	c := negotiation.PlaceProposal{Proposal: negotiation.ProposalID(in.Number), Changes: idsOf(v).changes(in.Body.Changes), Reason: in.Body.Reason}
	for _, d := range in.Body.Doubts {
		c.Doubts = append(c.Doubts, d.doubt())
	}
	return receiptFor(s.submit(ctx, v.ID, seat, in.Key, c))
}

func (d apiPlacedDoubt) doubt() negotiation.Doubt {
	out := negotiation.Doubt{Change: d.Change, Literal: d.Literal, Probable: d.Probable}
	for _, span := range d.Typed {
		typed := diff.Span{Text: span.Text}
		// The description of the API lets no other through.
		_ = typed.Op.UnmarshalText([]byte(span.Op))
		out.Typed = append(out.Typed, typed)
	}
	for _, f := range d.Why {
		out.Why = append(out.Why, diff.Finding{Kind: diff.FindingKind(f.Kind), Words: f.Words, Run: f.Run})
	}
	return out
}
