package web

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/front"
	"plenary/negotiation/lang"
)

// apiIssued is a document of the meeting.
type apiIssued struct {
	Entry  uint64          `json:"entry" doc:"Place in the record at which it was issued." example:"42"`
	At     time.Time       `json:"at"`
	Symbol string          `json:"symbol" example:"TRABAJO/RTP/doc.13/17 rev. 1"`
	Kind   string          `json:"kind" enum:"document,revision,corrigendum,addendum"`
	Of     string          `json:"of,omitempty" doc:"Symbol of the document that it follows." example:"TRABAJO/RTP/doc.13/17"`
	Words  string          `json:"words" doc:"Language of the words that are not the delegations'." example:"en"`
	Seq    uint64          `json:"seq" doc:"Place in the record up to which it holds what came." example:"40"`
	AsOf   time.Time       `json:"as_of"`
	Files  []apiIssuedFile `json:"files" nullable:"false"`
}

type apiIssuedFile struct {
	Format string `json:"format" example:"md"`
	SHA256 string `json:"hash" doc:"SHA-256 of its bytes, in hexadecimal."`
	Bytes  int    `json:"bytes"`
}

func issuedOf(i negotiation.Issued) apiIssued {
	out := apiIssued{Entry: uint64(i.Entry), At: i.At, Symbol: i.Symbol, Kind: string(i.Kind), Of: i.Of, Words: i.Words, Seq: uint64(i.Seq), AsOf: i.AsOf}
	for _, f := range i.Files {
		out.Files = append(out.Files, apiIssuedFile(f))
	}
	return out
}

// apiIssue is a document to issue.
type apiIssue struct {
	_ struct{} `additionalProperties:"false"`

	Kind   string    `json:"kind,omitempty" enum:"document,revision,corrigendum,addendum" doc:"A document of its own if left out."`
	Of     string    `json:"of,omitempty" doc:"Symbol of the document that it revises, corrects or adds to."`
	Symbol string    `json:"symbol,omitempty" doc:"The next of the series if left out." example:"TRABAJO/RTP/doc.13/17"`
	AsOf   time.Time `json:"as_of,omitzero" doc:"The instant up to which it holds what came [RFC 3339]; now if left out." example:"2017-09-27T23:59:00-04:00"`
	Lang   string    `json:"lang,omitempty" enum:"en,es,fr,pt" doc:"Language of the words that are not the delegations'; that of the draft if left out."`
}

type inIssue struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body *apiIssue
}

type inIssued struct {
	ID     string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Entry  uint64 `path:"entry" doc:"Place in the record at which it was issued." example:"42"`
	Format string `query:"format" default:"html" doc:"One of its formats." example:"md"`
}

func (a api) issues() {
	operation(a, huma.Operation{
		OperationID: "list-issues", Method: http.MethodGet, Path: "/negotiations/{id}/issues", Tags: []string{"Documents"},
		Summary: "List the documents of the meeting",
	}, func(ctx context.Context, in *inNegotiation) ([]apiIssued, error) {
		_, v, err := a.server.attend(ctx, in.ID)
		list := []apiIssued{}
		for _, i := range v.Issued {
			list = append(list, issuedOf(i))
		}
		return list, err
	})
	operation(a, huma.Operation{
		OperationID: "issue-compilation", Method: http.MethodPost, Path: "/negotiations/{id}/issues", Tags: []string{"Secretariat"},
		Summary:     "Issue the compilation of comments",
		Description: "It gets its symbol and is the same, byte for byte, for ever. The cover is that of the last document, or of the one that the draft came in.",
	}, a.server.apiIssueCompilation)
	huma.Register(a, huma.Operation{
		OperationID: "read-issue", Method: http.MethodGet, Path: "/negotiations/{id}/issues/{entry}", Tags: []string{"Documents"},
		Summary:   "Read a document of the meeting, as it was issued",
		Responses: map[string]*huma.Response{"200": {Description: "The document.", Content: documentTypes()}},
	}, func(ctx context.Context, in *inIssued) (*outCompilation, error) {
		out, err := a.server.apiReadIssue(ctx, in)
		if err != nil {
			return nil, a.server.problem(ctx, err)
		}
		return out, nil
	})
}

func (s *Server) apiIssueCompilation(ctx context.Context, in *inIssue) (apiReceipt, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiReceipt{}, err
	}
	if !seat.Role.HoldsPen() {
		return apiReceipt{}, negotiation.Refuse(negotiation.NotAllowed, "role", seat.Role, "act", "issue")
	}
	if len(v.Paragraphs) == 0 {
		return apiReceipt{}, negotiation.Refuse(negotiation.NoDraft)
	}
	asked := apiIssue{}
	if in.Body != nil {
		asked = *in.Body
	}
	issue, err := asked.issue(v, s.cfg.Clock())
	if err != nil {
		return apiReceipt{}, err
	}
	receipt, err := s.issueOnce(ctx, v.ID, seat, in.Key, issue, asked.AsOf.IsZero())
	if m := (mistake{}); errors.As(err, &m) {
		err = negotiation.Refuse(negotiation.BadValue, "field", "as_of", "value", issue.AsOf.Format(time.RFC3339)) // there was no draft then
	}
	return receiptFor(receipt, err)
}

// issue gives the document that is asked for, with the cover of the last one.
func (a apiIssue) issue(v negotiation.View, now time.Time) (negotiation.Issue, error) {
	kind := negotiation.IssueKind(a.Kind)
	if kind == "" {
		kind = negotiation.FirstIssue
	}
	symbol, words, at := a.Symbol, a.Lang, a.AsOf
	if symbol == "" {
		symbol = v.NextSymbol(kind, a.Of, now.Year())
	}
	if words == "" {
		words = v.Language
	}
	if at.IsZero() {
		at = now
	}
	if at.After(now) {
		return negotiation.Issue{}, negotiation.Refuse(negotiation.BadValue, "field", "as_of", "value", at.Format(time.RFC3339))
	}
	cover := v.Cover
	if n := len(v.Issued); n > 0 {
		cover = v.Issued[n-1].Cover
	}
	tongue, _ := lang.For(words)
	m := front.Of(cover)
	m.Symbol = symbol
	if m.Title == "" {
		m.Title = v.Title
	}
	return newIssue(tongue, m, front.Occasion{Kind: kind, Of: a.Of, Issued: now.In(at.Location()), UpTo: upTo(v.Window, at).In(at.Location()), Original: v.Language}, at), nil
}

func (s *Server) apiReadIssue(ctx context.Context, in *inIssued) (*outCompilation, error) {
	_, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	issued, f, err := findIssued(v, strconv.FormatUint(in.Entry, 10), shortened(in.Format))
	if err != nil {
		return nil, err
	}
	data, err := s.issuedBytes(ctx, v.ID, issued, f)
	if err != nil {
		return nil, err
	}
	media, err := format.Find(f.Format)
	if err != nil {
		return nil, err
	}
	return &outCompilation{ContentType: media.MediaType, Body: data, ContentDisposition: mime.FormatMediaType("attachment",
		map[string]string{"filename": issuedName(issued.Symbol, media)})}, nil
}
