package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiBlame is a version of a paragraph with who wrote each of its words.
type apiBlame struct {
	Paragraph string       `json:"paragraph" doc:"Id of the paragraph." example:"p12"`
	Address   string       `json:"address" example:"7.b"`
	Version   int          `json:"version" example:"2"`
	Authors   []apiAuthors `json:"authors" nullable:"false" doc:"The text in pieces: joined, they give it byte for byte."`
}

// apiAuthors is a stretch of a text by one author.
type apiAuthors struct {
	Text        string    `json:"text" example:" of all workers"`
	Version     int       `json:"version" doc:"The version that brought the words." example:"2"`
	At          time.Time `json:"at" doc:"When that was decided."`
	Proposal    string    `json:"proposal,omitempty" doc:"The proposal that brought them; none for the draft as imported." example:"12"`
	From        []string  `json:"from,omitempty" nullable:"false" doc:"The proposals that wrote them, where proposal was combined of several." example:"[\"9\"]"`
	Delegations []string  `json:"delegations" nullable:"false" doc:"Those of from, or else of proposal." example:"[\"MEXICO\"]"`
	Amended     bool      `json:"amended,omitempty" doc:"The proposal was accepted in other words than its author's, and these are among the others: they are the decision's, and of no delegation."`
}

type inBlame struct {
	ID      string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Address string `path:"address" doc:"Address or id of the paragraph." example:"7.b"`
	Version string `query:"version" doc:"Which version; the newest if left out." example:"2"`
}

func (a api) blame() {
	operation(a, huma.Operation{
		OperationID: "read-blame", Method: http.MethodGet, Path: "/negotiations/{id}/paragraphs/{address}/blame", Tags: []string{"Reading"},
		Summary: "Read who wrote each word of a version of a paragraph",
	}, a.server.readBlame)
}

func (s *Server) readBlame(ctx context.Context, in *inBlame) (apiBlame, error) {
	v, p, err := s.attendParagraph(ctx, in.ID, in.Address)
	if err != nil {
		return apiBlame{}, err
	}
	version, err := readVersion(in.Version, p, p.Version)
	if err != nil {
		return apiBlame{}, err
	}
	out := apiBlame{Paragraph: string(p.ID), Address: p.Address, Version: version, Authors: []apiAuthors{}}
	for _, a := range v.Blame(p, version) {
		out.Authors = append(out.Authors, apiAuthors{Text: a.Text, Version: a.Version, At: a.At, Proposal: string(a.Proposal),
			From: texts(a.From), Delegations: texts(a.Delegations), Amended: a.Amended})
	}
	return out, nil
}

// attendParagraph is attend for an operation that is about one paragraph.
func (s *Server) attendParagraph(ctx context.Context, id, address string) (negotiation.View, negotiation.ParagraphView, error) {
	_, v, err := s.attend(ctx, id)
	if err != nil {
		return v, negotiation.ParagraphView{}, err
	}
	p, err := paragraphAt(v, address)
	return v, p, err
}
