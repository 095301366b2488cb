package web

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiNegotiation is a negotiation. In the list of them it is without its text.
type apiNegotiation struct {
	ID       string    `json:"id" example:"bridgetown"`
	Title    string    `json:"title" example:"Draft Plan of Action of Bridgetown"`
	Language string    `json:"language" doc:"Language of the draft [BCP 47]." example:"en"`
	Public   bool      `json:"public" doc:"Whether readers without a seat may read."`
	Seq      uint64    `json:"seq" doc:"Place of the newest entry in the record." example:"41"`
	At       time.Time `json:"at" doc:"Instant of the newest entry."`
	Epoch    string    `json:"epoch" doc:"Tells two records under one id apart: load anew when it changes." example:"5f2a9c01d3e4"`
	Window   apiWindow `json:"window"`
	Counts   apiCounts `json:"counts"`
	Seat     *apiSeat  `json:"seat,omitempty" doc:"The caller's own seat."`

	Cover       *apiCover      `json:"cover,omitempty" doc:"Not in the list of negotiations."`
	Delegations []apiParty     `json:"delegations,omitzero" nullable:"false" doc:"Member states by name, then consultative bodies by name. Not in the list of negotiations."`
	Paragraphs  []apiParagraph `json:"paragraphs,omitzero" nullable:"false" doc:"In the order of the draft, headings and deleted ones included. Not in the list of negotiations."`
}

// apiCounts counts what the caller may see.
type apiCounts struct {
	Paragraphs int `json:"paragraphs" doc:"Paragraphs that are neither headings nor deleted." example:"65"`
	Headings   int `json:"headings" example:"7"`
	Proposals  int `json:"proposals" doc:"Proposals of every status." example:"34"`
	OnTable    int `json:"on_table" doc:"Proposals open for decision." example:"30"`
	Late       int `json:"late" doc:"Late proposals not yet admitted." example:"1"`
}

type apiCover struct {
	Title  string `json:"title" example:"DRAFT PLAN OF ACTION OF BRIDGETOWN"`
	Symbol string `json:"symbol" example:"TRABAJO/RTP/doc.13/17"`
}

type apiParty struct {
	Name string `json:"name" example:"MEXICO"`
	Kind string `json:"kind" enum:"state,body" doc:"A member state, or a consultative body."`
}

type apiList struct {
	Negotiations []apiNegotiation `json:"negotiations" nullable:"false"`
}

func (a api) negotiations() {
	operation(a, huma.Operation{
		OperationID: "list-negotiations", Method: http.MethodGet, Path: "/negotiations", Tags: []string{"Reading"},
		Summary: "List the negotiations that the caller may read",
	}, a.server.listNegotiations)
	operation(a, huma.Operation{
		OperationID: "read-negotiation", Method: http.MethodGet, Path: "/negotiations/{id}", Tags: []string{"Reading"},
		Summary: "Read a negotiation with its text",
	}, a.server.readNegotiation)
}

func (s *Server) listNegotiations(ctx context.Context, _ *struct{}) (apiList, error) {
	list := apiList{Negotiations: []apiNegotiation{}}
	ids, err := s.room.Negotiations(ctx)
	if err != nil {
		return list, err
	}
	for _, id := range ids {
		seat, v, err := s.attend(ctx, string(id))
		if errors.Is(err, errNotSignedIn) && !errors.Is(err, errFalseToken) {
			continue // not for this reader
		}
		if err != nil {
			return list, err
		}
		n, err := s.negotiationOf(ctx, v, seat)
		if err != nil {
			return list, err
		}
		list.Negotiations = append(list.Negotiations, n)
	}
	return list, nil
}

func (s *Server) readNegotiation(ctx context.Context, in *inNegotiation) (apiNegotiation, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiNegotiation{}, err
	}
	n, err := s.negotiationOf(ctx, v, seat)
	n.Cover = &apiCover{Title: v.Cover.Title, Symbol: v.Cover.Symbol}
	n.Delegations = make([]apiParty, len(v.Parties))
	for i, p := range v.Parties {
		n.Delegations[i] = apiParty{Name: string(p.Name), Kind: string(p.Kind)}
	}
	n.Paragraphs = make([]apiParagraph, len(v.Paragraphs))
	for i, p := range v.Paragraphs {
		n.Paragraphs[i] = paragraphOf(p)
	}
	return n, err
}

// negotiationOf is v without its text.
func (s *Server) negotiationOf(ctx context.Context, v negotiation.View, seat negotiation.Seat) (apiNegotiation, error) {
	epoch, err := s.room.Epoch(ctx, v.ID)
	n := apiNegotiation{ID: string(v.ID), Title: v.Title, Language: v.Language, Public: v.Public,
		Seq: uint64(v.Seq), At: v.At, Epoch: epoch, Window: windowOf(v.Window), Counts: countsOf(v)}
	if seat.ID != "" {
		own := seatOf(seat)
		n.Seat = &own
	}
	return n, err
}

func countsOf(v negotiation.View) apiCounts {
	c := apiCounts{Paragraphs: units(v), Proposals: len(v.Proposals)}
	for _, p := range v.Paragraphs {
		if p.Kind.IsHeading() {
			c.Headings++
		}
	}
	for _, p := range v.Proposals {
		switch p.Status() {
		case negotiation.OnTable:
			c.OnTable++
		case negotiation.Late:
			c.Late++
		}
	}
	return c
}
