package web

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiParagraphComparison is what changed between two versions of a paragraph.
type apiParagraphComparison struct {
	Paragraph string    `json:"paragraph" doc:"Id of the paragraph." example:"p12"`
	Address   string    `json:"address" example:"7.b"`
	From      int       `json:"from" example:"1"`
	To        int       `json:"to" example:"3"`
	Profile   string    `json:"profile" enum:"fine,coarse"`
	Redline   []apiSpan `json:"redline" nullable:"false" doc:"Leads from one version to the other. A version that strikes the paragraph has no words."`
}

// apiTextComparison is what changed in the whole text between two places in the
// record.
type apiTextComparison struct {
	From       apiInstant    `json:"from"`
	To         apiInstant    `json:"to"`
	Profile    string        `json:"profile" enum:"fine,coarse"`
	Paragraphs []apiCompared `json:"paragraphs" nullable:"false" doc:"In the order of the later text, those struck since at their place. What stands in neither text is left out."`
}

// apiInstant is the entry that made a text what it was.
type apiInstant struct {
	Seq uint64    `json:"seq" doc:"Place in the record of the newest entry up to there that changed the text." example:"17"`
	At  time.Time `json:"at"`
}

type apiCompared struct {
	ID        string    `json:"id" example:"p12"`
	Address   string    `json:"address" doc:"In the later text." example:"7.b"`
	Is        string    `json:"is" enum:"kept,changed,inserted,struck,moved" doc:"What became of it; a paragraph that was moved and changed is changed."`
	From      int       `json:"from" doc:"Its version in the earlier text; 0 where it was not there." example:"1"`
	To        int       `json:"to" doc:"Its version in the later text." example:"2"`
	MovedFrom *apiPlace `json:"moved_from,omitempty" doc:"Where it stood in the earlier text, if it was moved since."`
	Redline   []apiSpan `json:"redline" nullable:"false" doc:"Leads from its words in the earlier text to those in the later."`
	Proposals []string  `json:"proposals" nullable:"false" doc:"Those that changed it in between, oldest first." example:"[\"12\"]"`
}

type apiPlace struct {
	Address string `json:"address" example:"7.b"`
	After   string `json:"after,omitempty" doc:"Address of the paragraph that it stood behind; none for the first." example:"7.a"`
}

type inCompareParagraph struct {
	ID      string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Address string `path:"address" doc:"Address or id of the paragraph." example:"7.b"`
	From    string `query:"from" doc:"The older version; the one before the other if left out." example:"1"`
	To      string `query:"to" doc:"The newer version; the newest if left out." example:"3"`
	Profile string `query:"profile" enum:"fine,coarse" default:"fine" doc:"How redlines are made: word by word, or in whole phrases."`
}

type inCompareText struct {
	ID      string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	From    string `query:"from" doc:"A place in the record; the import if left out." example:"6"`
	To      string `query:"to" doc:"A later place in the record; the newest if left out." example:"42"`
	Profile string `query:"profile" enum:"fine,coarse" default:"fine" doc:"How redlines are made: word by word, or in whole phrases."`
}

func (a api) compare() {
	operation(a, huma.Operation{
		OperationID: "compare-paragraph", Method: http.MethodGet, Path: "/negotiations/{id}/paragraphs/{address}/compare", Tags: []string{"Reading"},
		Summary: "Compare two versions of a paragraph",
	}, a.server.compareVersions)
	operation(a, huma.Operation{
		OperationID: "compare-text", Method: http.MethodGet, Path: "/negotiations/{id}/compare", Tags: []string{"Reading"},
		Summary: "Compare the whole text at two places in the record",
	}, a.server.compareTexts)
}

func (s *Server) compareVersions(ctx context.Context, in *inCompareParagraph) (apiParagraphComparison, error) {
	_, p, err := s.attendParagraph(ctx, in.ID, in.Address)
	if err != nil {
		return apiParagraphComparison{}, err
	}
	from, to, err := readVersions(url.Values{"from": {in.From}, "to": {in.To}}, p)
	if err != nil {
		return apiParagraphComparison{}, err
	}
	redline, _ := p.Compare(from, to, profileNamed(in.Profile))
	return apiParagraphComparison{Paragraph: string(p.ID), Address: p.Address, From: from, To: to, Profile: in.Profile, Redline: spansOf(redline)}, nil
}

func (s *Server) compareTexts(ctx context.Context, in *inCompareText) (apiTextComparison, error) {
	_, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiTextComparison{}, err
	}
	from, to, err := readRevisions(url.Values{"from": {in.From}, "to": {in.To}}, v)
	if err != nil {
		return apiTextComparison{}, err
	}
	list, err := s.compared(ctx, v, from, to, profileNamed(in.Profile))
	if err != nil {
		return apiTextComparison{}, err
	}
	out := apiTextComparison{From: instantOf(from), To: instantOf(to), Profile: in.Profile, Paragraphs: make([]apiCompared, len(list))}
	for i, c := range list {
		out.Paragraphs[i] = comparedOf(c)
	}
	return out, nil
}

func instantOf(r negotiation.Revision) apiInstant { return apiInstant{Seq: uint64(r.Seq), At: r.At} }

func comparedOf(c negotiation.Compared) apiCompared {
	out := apiCompared{ID: string(c.ID), Address: c.Address, Is: string(c.Is), From: c.From, To: c.Version,
		Redline: spansOf(c.Redline), Proposals: []string{}}
	if from := c.MovedFrom; from.Address != "" {
		out.MovedFrom = &apiPlace{Address: from.Address, After: from.After}
	}
	for _, version := range c.Versions {
		if version.Proposal != "" {
			out.Proposals = append(out.Proposals, string(version.Proposal))
		}
	}
	return out
}
