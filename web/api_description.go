package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiDescription is what a negotiation is to be called from now on. Whether it is
// public must be said: a script that only renames must not close it by the way.
type apiDescription struct {
	_ struct{} `additionalProperties:"false"`

	Title    string `json:"title" required:"false" doc:"At most 500 bytes." example:"Draft Plan of Action of Bridgetown"`
	Language string `json:"language" required:"false" enum:"en,es,fr,pt" doc:"Language of the draft [BCP 47]. What has been tabled keeps its own."`
	Public   *bool  `json:"public" required:"false" doc:"Whether readers without a seat may read. It must be said."`
}

type inDescription struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body apiDescription
}

func (a api) description() {
	operation(a, huma.Operation{
		OperationID: "describe-negotiation", Method: http.MethodPost, Path: "/negotiations/{id}/description", Tags: []string{"Secretariat"},
		Summary: "Change the title, the language and the readers of a negotiation",
	}, a.server.apiDescribe)
}

func (s *Server) apiDescribe(ctx context.Context, in *inDescription) (apiReceipt, error) {
	b := in.Body
	if b.Public == nil {
		return apiReceipt{}, negotiation.Refuse(negotiation.Empty, "field", "public")
	}
	return s.command(ctx, in.ID, in.Key, negotiation.DescribeNegotiation{Title: b.Title, Language: b.Language, Public: *b.Public})
}
