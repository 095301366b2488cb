package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiDoubt is a change of a proposal whose marks can be read in two ways.
type apiDoubt struct {
	Change   int          `json:"change" doc:"Index of the change in the proposal, from 0." example:"0"`
	Typed    []apiSpan    `json:"typed" nullable:"false" doc:"The passage as it was marked: struck words are deletions, bold ones insertions. It need not give the draft."`
	Literal  string       `json:"literal" doc:"The text with the marks taken at their word." example:"To celebrate the of the platform"`
	Probable string       `json:"probable" doc:"The text as it was probably meant." example:"To celebrate the launch of the platform"`
	Why      []apiFinding `json:"why" nullable:"false" doc:"What does not fit in the marks."`
}

type apiFinding struct {
	Kind  string `json:"kind" doc:"What does not fit." example:"bold-in-struck"`
	Words string `json:"words" doc:"The words out of place." example:"launch"`
	Run   string `json:"run,omitempty" doc:"The marked run that they stand in, whole." example:"launch–development"`
}

// apiConfirmed is its author's word on how a proposal is to be read.
type apiConfirmed struct {
	Reading string    `json:"reading" enum:"literal,probable,edited"`
	Seq     uint64    `json:"seq" doc:"Place in the record." example:"17"`
	At      time.Time `json:"at"`
	Seat    string    `json:"seat,omitempty" doc:"Who typed it; for the Secretariat and the Chair." example:"office"`
	Word    string    `json:"word,omitempty" doc:"The written word that the Secretariat relied on." example:"Letter of 3 October."`
	Changes []int     `json:"changes,omitempty" nullable:"false" doc:"Indexes of the changes that read otherwise since." example:"[0]"`
}

func doubtsOf(r *negotiation.Received) []apiDoubt {
	if r == nil {
		return nil
	}
	var list []apiDoubt
	for _, d := range r.Doubts {
		out := apiDoubt{Change: d.Change, Typed: spansOf(d.Typed), Literal: d.Literal, Probable: d.Probable, Why: []apiFinding{}}
		for _, f := range d.Why {
			out.Why = append(out.Why, apiFinding{Kind: string(f.Kind), Words: f.Words, Run: f.Run})
		}
		list = append(list, out)
	}
	return list
}

func confirmedOf(a negotiation.Audience, c *negotiation.Confirmation) *apiConfirmed {
	if c == nil {
		return nil
	}
	out := &apiConfirmed{Reading: string(c.Reading), Seq: uint64(c.Seq), At: c.At, Word: c.Word, Changes: c.Changes}
	if a.Role.Decides() { // seats are shown to no one else
		out.Seat = string(c.Seat)
	}
	return out
}

// apiConfirm says how a proposal is to be read.
type apiConfirm struct {
	_ struct{} `additionalProperties:"false"`

	Reading string       `json:"reading" required:"false" enum:"literal,probable,edited" doc:"With the marks taken at their word, as it was probably meant, or in words of its author's that are given here."`
	Words   []apiAmended `json:"words,omitempty" nullable:"false" doc:"Where it is edited: the author's words for each change in doubt, on the newest version of its paragraph."`
	Word    string       `json:"word,omitempty" doc:"The written word that it rests on: the Secretariat has to name one." example:"Letter of 3 October."`
}

type inConfirm struct {
	ID     string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Number string `path:"number" doc:"Number of the proposal." example:"12"`
	Key    string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body   apiConfirm
}

func (a api) reading() {
	operation(a, huma.Operation{
		OperationID: "confirm-reading", Method: http.MethodPost, Path: "/negotiations/{id}/proposals/{number}/confirm-reading", Tags: []string{"Proposing"},
		Summary:     "Confirm how an imported proposal is to be read",
		Description: "For its author, and the Secretariat on its written word. Until then the proposal is neither accepted nor combined.",
	}, a.server.apiConfirmReading)
}

func (s *Server) apiConfirmReading(ctx context.Context, in *inConfirm) (apiReceipt, error) {
	c := negotiation.ConfirmReading{Proposal: negotiation.ProposalID(in.Number), Reading: negotiation.Reading(in.Body.Reading), Word: in.Body.Word}
	for _, w := range in.Body.Words {
		c.Words = append(c.Words, negotiation.ConfirmedWords{Change: w.Change, Base: w.Base, Text: w.Text})
	}
	return s.command(ctx, in.ID, in.Key, c)
}
