package web

import (
	"context"
	"maps"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiPlaceholder is a place that a paragraph leaves open (***), with who is to
// fill it.
type apiPlaceholder struct {
	Nth   int    `json:"nth" doc:"Which of the open places of the paragraph, from 1." example:"1"`
	Owner string `json:"owner" doc:"Who is to fill it." example:"Barbados"`
}

func placeholdersOf(p negotiation.ParagraphView) []apiPlaceholder {
	var list []apiPlaceholder
	for _, nth := range slices.Sorted(maps.Keys(p.Owners)) {
		list = append(list, apiPlaceholder{nth, p.Owners[nth]})
	}
	return list
}

// apiAssign leaves an open place to somebody.
type apiAssign struct {
	_ struct{} `additionalProperties:"false"`

	Owner string `json:"owner,omitempty" doc:"Who is to fill it; nobody any more if left out." example:"Barbados"`
}

type inAssign struct {
	ID      string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Address string `path:"address" doc:"Address or id of the paragraph." example:"10"`
	Nth     int    `path:"nth" doc:"Which of its open places, from 1." example:"1"`
	Key     string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body    *apiAssign
}

func (a api) placeholder() {
	operation(a, huma.Operation{
		OperationID: "assign-placeholder", Method: http.MethodPost, Path: "/negotiations/{id}/paragraphs/{address}/placeholders/{nth}", Tags: []string{"Secretariat"},
		Summary: "Name who is to fill a place that a paragraph leaves open (***)",
	}, a.server.apiAssignPlaceholder)
}

func (s *Server) apiAssignPlaceholder(ctx context.Context, in *inAssign) (apiReceipt, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiReceipt{}, err
	}
	c := negotiation.AssignPlaceholder{Paragraph: idsOf(v).find(in.Address), Nth: in.Nth}
	if in.Body != nil {
		c.Owner = in.Body.Owner
	}
	return receiptFor(s.submit(ctx, v.ID, seat, in.Key, c))
}
