package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/diff"
	"plenary/negotiation"
)

// apiParagraph is a paragraph of the draft as it stands.
type apiParagraph struct {
	ID      string `json:"id" doc:"Names the paragraph for ever." example:"p12"`
	Address string `json:"address" doc:"Its labels from the top. An address may change where paragraphs move." example:"7.b"`
	Kind    string `json:"kind" enum:"heading,group,numbered,plain,lettered,roman,bullet"`
	Label   string `json:"label" example:"b"`
	Parent  string `json:"parent,omitempty" doc:"Id of the paragraph that it hangs below." example:"p10"`
	Text    string `json:"text" example:"promote the protection of workers"`
	Version int    `json:"version" doc:"Counts from 1; a proposal names the version that its author saw." example:"1"`
	Deleted bool   `json:"deleted,omitempty" doc:"Deleted paragraphs keep their place and label."`
	// Proposals are numbers: the proposals themselves are read elsewhere.
	Proposals []string `json:"proposals" nullable:"false" doc:"Numbers of the proposals with a change on it, whatever their status." example:"[\"12\"]"`
	// Placeholders are those with an owner; which there are is read off the text.
	Placeholders []apiPlaceholder `json:"placeholders,omitempty" nullable:"false" doc:"Places that the text leaves open (***) and that somebody is to fill."`
	Settlements  []apiSettlement  `json:"settlements,omitempty" nullable:"false" doc:"What the meeting made of it, oldest first. The last one holds, unless it was reopened."`
	Positions    []apiPosition    `json:"positions,omitempty" nullable:"false" doc:"What was said of it as it stands."`
	Touched      uint64           `json:"touched" doc:"Place in the record of the newest change to anything shown of it." example:"17"`
}

// apiHistory is a paragraph with all that was said on it.
type apiHistory struct {
	Paragraph apiParagraph  `json:"paragraph"`
	Versions  []apiVersion  `json:"versions" nullable:"false" doc:"Every wording that it has had, oldest first."`
	Proposals []apiProposal `json:"proposals" nullable:"false" doc:"Those with a change on it that the caller may see, by number, whatever their status."`
}

type apiVersion struct {
	Number      int       `json:"number" example:"2"`
	Text        string    `json:"text"`
	Redline     []apiSpan `json:"redline,omitempty" nullable:"false" doc:"Leads from the version before to this one."`
	Deleted     bool      `json:"deleted,omitempty"`
	Moved       bool      `json:"moved,omitempty" doc:"It differs in its place."`
	Seq         uint64    `json:"seq" doc:"Place in the record." example:"17"`
	At          time.Time `json:"at"`
	Proposal    string    `json:"proposal,omitempty" doc:"The proposal that brought it about." example:"12"`
	Delegations []string  `json:"delegations,omitempty" nullable:"false" doc:"On whose behalf." example:"[\"MEXICO\"]"`
}

// apiSpan is a stretch of a redline. What is equal or deleted, joined, is the
// text before, byte for byte; what is equal or inserted is the text after.
type apiSpan struct {
	Op   string `json:"op" enum:"equal,delete,insert"`
	Text string `json:"text" example:"all workers"`
}

type inParagraph struct {
	ID      string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Address string `path:"address" doc:"Address or id of the paragraph." example:"7.b"`
}

func (a api) paragraphs() {
	operation(a, huma.Operation{
		OperationID: "read-paragraph", Method: http.MethodGet, Path: "/negotiations/{id}/paragraphs/{address}", Tags: []string{"Reading"},
		Summary: "Read a paragraph with its versions and proposals",
	}, a.server.readParagraph)
}

func (s *Server) readParagraph(ctx context.Context, in *inParagraph) (apiHistory, error) {
	v, p, err := s.attendParagraph(ctx, in.ID, in.Address)
	if err != nil {
		return apiHistory{}, err
	}
	h := apiHistory{Paragraph: paragraphOf(p), Versions: make([]apiVersion, len(p.Versions)), Proposals: []apiProposal{}}
	for i, version := range p.Versions {
		h.Versions[i] = versionOf(version)
	}
	for _, id := range p.Proposals {
		if proposal, ok := v.Proposal(id); ok {
			h.Proposals = append(h.Proposals, proposalOf(v, proposal))
		}
	}
	return h, nil
}

func paragraphOf(p negotiation.ParagraphView) apiParagraph {
	return apiParagraph{ID: string(p.ID), Address: p.Address, Kind: string(p.Kind), Label: p.Label, Parent: string(p.Parent),
		Text: p.Text, Version: p.Version, Deleted: p.Deleted, Proposals: texts(p.Proposals),
		Placeholders: placeholdersOf(p), Touched: uint64(p.Touched),
		Settlements: settlementsOf(p.Settlements), Positions: positionsOf(p.Positions)}
}

func versionOf(v negotiation.Version) apiVersion {
	return apiVersion{Number: v.Number, Text: v.Text, Redline: spansOf(v.Redline), Deleted: v.Deleted, Moved: v.Moved,
		Seq: uint64(v.Seq), At: v.At, Proposal: string(v.Proposal), Delegations: texts(v.Delegations)}
}

func spansOf(s diff.Script) []apiSpan {
	spans := make([]apiSpan, len(s))
	for i, span := range s {
		spans[i] = apiSpan{Op: span.Op.String(), Text: span.Text}
	}
	return spans
}

// texts gives names as plain texts; never nil, because JSON has no empty list
// otherwise.
func texts[S ~string](list []S) []string {
	plain := make([]string, len(list))
	for i, s := range list {
		plain[i] = string(s)
	}
	return plain
}

// named is texts the other way round.
func named[S ~string](list []string) []S {
	names := make([]S, len(list))
	for i, s := range list {
		names[i] = S(s)
	}
	return names
}
