package web

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// apiContest is the open proposals on the words of a paragraph, laid over one
// another. It has the form of "plenary merge", with the numbers of proposals.
type apiContest struct {
	Form       int             `json:"version" enum:"1" doc:"Of this form, which is that of the command plenary merge."`
	Paragraph  string          `json:"paragraph" doc:"Id of the paragraph." example:"p12"`
	Address    string          `json:"address" example:"7.b"`
	Base       int             `json:"base" doc:"Version of the paragraph that the proposals are compared on." example:"1"`
	Parties    []apiContestant `json:"parties" nullable:"false" doc:"In the order of printing."`
	Aside      []string        `json:"aside" nullable:"false" doc:"Numbers of open proposals that would change the words as well and cannot be compared: they are on an older version, or too many." example:"[\"4\"]"`
	Text       string          `json:"text" doc:"The consolidated text, with what anybody inserts or deletes in brackets." example:"all workers[, including migrant workers – MEXICO]"`
	Segments   []apiSegment    `json:"segments" nullable:"false" doc:"The base in order, whole, with each insertion once."`
	Conflicts  []apiClash      `json:"conflicts" nullable:"false" doc:"What has to be settled."`
	Compatible [][2]string     `json:"compatible" nullable:"false" doc:"Names of two that do not clash at all." example:"[[\"MEXICO\",\"PERU\"]]"`
	Combined   string          `json:"combined" doc:"The base with all that clashes with nothing: what a combination of all of them would table."`
}

// apiContestant is one of the proposals that are compared.
type apiContestant struct {
	Name       string `json:"name" doc:"The delegation, with the number of the proposal where it has several here." example:"MEXICO"`
	Proposal   string `json:"proposal" example:"12"`
	Delegation string `json:"delegation" example:"MEXICO"`
}

type apiSegment struct {
	Op        string   `json:"op" enum:"equal,delete,insert"`
	Text      string   `json:"text" example:"all workers"`
	By        []string `json:"by,omitempty" nullable:"false" doc:"Names of those who delete or insert it." example:"[\"MEXICO\"]"`
	Proposals []string `json:"proposals,omitempty" nullable:"false" doc:"Their numbers." example:"[\"12\"]"`
}

// apiClash is two changes that stand in each other's way.
type apiClash struct {
	Kind      string   `json:"kind" enum:"competing,moot,order" doc:"Only one can stand; the first has no place if the second is taken; both can stand, and their order changes the sense."`
	Between   []string `json:"between" nullable:"false" example:"[\"MEXICO\",\"CEATAL\"]"`
	Proposals []string `json:"proposals" nullable:"false" doc:"Their numbers." example:"[\"12\",\"14\"]"`
	Text      string   `json:"text" doc:"The words in question." example:"all workers"`
}

func (a api) contest() {
	operation(a, huma.Operation{
		OperationID: "read-contest", Method: http.MethodGet, Path: "/negotiations/{id}/paragraphs/{address}/contest", Tags: []string{"Reading"},
		Summary: "Read what clashes among the open proposals on a paragraph, and what can be combined",
	}, a.server.readContest)
}

func (s *Server) readContest(ctx context.Context, in *inParagraph) (apiContest, error) {
	v, p, err := s.attendParagraph(ctx, in.ID, in.Address)
	if err != nil {
		return apiContest{}, err
	}
	return contestOf(v, p), nil
}

func contestOf(v negotiation.View, p negotiation.ParagraphView) apiContest {
	c := v.Contest(p)
	out := apiContest{Form: 1, Paragraph: string(p.ID), Address: p.Address, Base: p.Version, Parties: []apiContestant{}, Aside: texts(c.Aside),
		Segments: []apiSegment{}, Conflicts: []apiClash{}, Compatible: [][2]string{}}
	for _, party := range c.Parties {
		out.Parties = append(out.Parties, apiContestant{party.Name, string(party.Proposal), string(party.Delegation)})
	}
	// In the language of the draft: whose program asks must make no difference.
	tongue, _ := lang.For(v.Language)
	out.Text = c.Bracketed(func(op diff.Op, by []int) string {
		names := strings.Join(c.Names(by), ", ")
		if op == diff.Delete {
			return tongue.Say("document.delete-by", "names", names)
		}
		return names
	})
	out.Combined = c.Apply(c.ClashFree(nil), nil).Text
	for _, s := range c.Segments() {
		out.Segments = append(out.Segments, apiSegment{s.Op.String(), s.Text, c.Names(s.By), numbers(c, s.By)})
	}
	for _, pair := range c.Compatible() {
		out.Compatible = append(out.Compatible, [2]string(c.Names(pair[:])))
	}
	edits := c.Edits()
	for _, r := range c.Relations() {
		if kind := clashKind(r.Kind); kind != "" {
			by := slices.Concat(edits[r.A].By, edits[r.B].By)
			out.Conflicts = append(out.Conflicts, apiClash{kind, c.Names(by), numbers(c, by), r.Words})
		}
	}
	return out
}

// numbers are the proposals of parties, by their indexes.
func numbers(c negotiation.Contest, parties []int) []string {
	list := make([]string, len(parties))
	for i, party := range parties {
		list[i] = string(c.Parties[party].Proposal)
	}
	return list
}

// clashKind is the name that a relation has in the outer contract, or none where
// it leaves nothing to settle.
func clashKind(k diff.RelationKind) string {
	switch k {
	case diff.RivalWordings, diff.ChangesOverlap:
		return "competing"
	case diff.InsideDeleted:
		return "moot"
	case diff.SamePlace:
		return "order"
	}
	return ""
}
