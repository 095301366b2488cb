package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiWindow is the window for proposals.
type apiWindow struct {
	Open   bool       `json:"open"`
	CutOff *time.Time `json:"cut_off,omitempty" doc:"The instant after which a proposal is late."`
	Zone   string     `json:"zone,omitempty" doc:"The zone in which the cut-off was announced [IANA]; for showing only." example:"America/Barbados"`
	Late   string     `json:"late,omitempty" enum:"refuse,mark,addendum" doc:"What becomes of a late proposal: it is refused, waits to be admitted, or goes to the table for an addendum."`
}

func windowOf(w negotiation.Window) apiWindow {
	out := apiWindow{Open: w.Open, Zone: w.Zone, Late: string(w.Late)}
	if !w.CutOff.IsZero() {
		out.CutOff = &w.CutOff
	}
	return out
}

// apiTerms are the terms of a window to open.
type apiTerms struct {
	_ struct{} `additionalProperties:"false"`

	CutOff *time.Time `json:"cut_off,omitempty" doc:"None if left out [RFC 3339]." example:"2017-09-27T23:59:00-04:00"`
	Zone   string     `json:"zone,omitempty" doc:"The zone in which it was announced [IANA]." example:"America/Barbados"`
	Late   string     `json:"late,omitempty" enum:"refuse,mark,addendum" doc:"What becomes of a late proposal; mark if left out."`
}

type inOpenComments struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body *apiTerms
}

// inPlain is the input of a command that needs no more than to be given.
type inPlain struct {
	ID  string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
}

func (a api) window() {
	operation(a, huma.Operation{
		OperationID: "open-comments", Method: http.MethodPost, Path: "/negotiations/{id}/comments/open", Tags: []string{"Secretariat"},
		Summary: "Open the window for proposals, or change its terms",
	}, a.server.apiOpenComments)
	operation(a, huma.Operation{
		OperationID: "close-comments", Method: http.MethodPost, Path: "/negotiations/{id}/comments/close", Tags: []string{"Secretariat"},
		Summary: "Close the window for proposals",
	}, func(ctx context.Context, in *inPlain) (apiReceipt, error) {
		return a.server.command(ctx, in.ID, in.Key, negotiation.CloseComments{})
	})
}

func (s *Server) apiOpenComments(ctx context.Context, in *inOpenComments) (apiReceipt, error) {
	var c negotiation.OpenComments
	if in.Body != nil {
		c.Zone, c.Late = in.Body.Zone, negotiation.LatePolicy(in.Body.Late)
		if in.Body.CutOff != nil {
			c.CutOff = *in.Body.CutOff
		}
		if c.Zone != "" {
			// The law knows the form of a zone's name, not which zones there are.
			if _, err := zoneNamed(c.Zone); err != nil {
				return apiReceipt{}, err
			}
		}
	}
	return s.command(ctx, in.ID, in.Key, c)
}
