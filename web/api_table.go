package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// apiReceipt is the answer to a command that has happened.
type apiReceipt struct {
	Seq      uint64    `json:"seq" doc:"Place in the record." example:"42"`
	At       time.Time `json:"at" doc:"When it was decided."`
	Proposal string    `json:"proposal,omitempty" doc:"Number given to the proposal that was tabled." example:"12"`
	Hash     string    `json:"hash" doc:"SHA-256 of the entry as the record holds it: proof that nothing was changed afterwards." example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	Repeated bool      `json:"repeated" doc:"It had happened before, under the same Idempotency-Key."`
}

func receiptFor(r room.Receipt, err error) (apiReceipt, error) {
	return apiReceipt{Seq: uint64(r.Seq), At: r.At, Proposal: string(r.Proposal), Hash: r.Hash, Repeated: r.Repeated}, err
}

// apiTable is what a delegation tables. What is missing or wrong in it the law
// refuses, with a code for each case.
type apiTable struct {
	_ struct{} `additionalProperties:"false"`

	Delegation string           `json:"delegation,omitempty" doc:"Whom it comes from; the caller's own if left out. The Secretariat may name any." example:"MEXICO"`
	Sponsors   []string         `json:"sponsors,omitempty" nullable:"false" doc:"Delegations that put it forward together with it." example:"[\"PERU\"]"`
	Language   string           `json:"language,omitempty" doc:"Of its words: en, es, fr or pt; the draft's if left out." example:"en"`
	Category   string           `json:"category,omitempty" enum:"substantive,editorial,translation,technical" doc:"Substantive if left out."`
	Reason     string           `json:"reason,omitempty" doc:"Markdown." example:"Clearer."`
	Changes    []apiTableChange `json:"changes" required:"false" nullable:"false"`
	Replaces   string           `json:"replaces,omitempty" doc:"Number of the earlier version by the same delegation." example:"9"`
	Again      string           `json:"again,omitempty" doc:"Number of a withdrawn proposal to table again." example:"9"`
}

type apiTableChange struct {
	_ struct{} `additionalProperties:"false"`

	Kind      string `json:"kind" required:"false" enum:"amend,insert,delete,move,request,comment"`
	Paragraph string `json:"paragraph,omitempty" doc:"Address or id of the paragraph, or of the one after which to insert; none for a comment on the whole draft." example:"7.b"`
	Base      int    `json:"base,omitempty" doc:"Version of the paragraph that the author saw." example:"1"`
	Text      string `json:"text,omitempty" doc:"The new words, whole; the redline is worked out from them." example:"promote the protection of all workers"`
	As        string `json:"as,omitempty" enum:"heading,group,numbered,plain,lettered,roman,bullet" doc:"Kind of the paragraph to insert; that of the other if left out."`
	After     string `json:"after,omitempty" doc:"Address or id of the paragraph behind which to move." example:"7.d"`
}

type inTable struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body apiTable
}

// apiFate decides on a proposal, or withdraws it.
type apiFate struct {
	_ struct{} `additionalProperties:"false"`

	Reason string `json:"reason,omitempty" doc:"Markdown." example:"Agreed in the working group."`
}

type inFate struct {
	ID     string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Number string `path:"number" doc:"Number of the proposal." example:"12"`
	Key    string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body   *apiFate
}

func (a api) table() {
	operation(a, huma.Operation{
		OperationID: "table-proposal", Method: http.MethodPost, Path: "/negotiations/{id}/proposals", Tags: []string{"Proposing"},
		DefaultStatus: http.StatusCreated, Summary: "Table a proposal",
		Description: "A change to a version that is no longer the newest is refused as stale, with the newer text in the details.",
	}, a.server.apiTableProposal)
	a.fate("withdraw", "Withdraw a proposal", "Proposing", func(id negotiation.ProposalID, reason string) negotiation.Command {
		return negotiation.WithdrawProposal{Proposal: id, Reason: reason}
	})
	a.fate("admit", "Admit a late proposal to the table", "Deciding", func(id negotiation.ProposalID, reason string) negotiation.Command {
		return negotiation.AdmitProposal{Proposal: id, Reason: reason}
	})
	a.fate("not-retain", "Decide against a proposal", "Deciding", func(id negotiation.ProposalID, reason string) negotiation.Command {
		return negotiation.NotRetainProposal{Proposal: id, Reason: reason}
	})
	a.accept()
}

// fate puts an operation on a that needs a reason at most.
func (a api) fate(act, summary, tag string, command func(negotiation.ProposalID, string) negotiation.Command) {
	operation(a, huma.Operation{
		OperationID: act + "-proposal", Method: http.MethodPost, Path: "/negotiations/{id}/proposals/{number}/" + act, Tags: []string{tag},
		Summary: summary,
	}, func(ctx context.Context, in *inFate) (apiReceipt, error) {
		var reason string
		if in.Body != nil {
			reason = in.Body.Reason
		}
		return a.server.command(ctx, in.ID, in.Key, command(negotiation.ProposalID(in.Number), reason))
	})
}

// command gives c as the caller's seat.
func (s *Server) command(ctx context.Context, id, key string, c negotiation.Command) (apiReceipt, error) {
	seat, _, err := s.attend(ctx, id)
	if err != nil {
		return apiReceipt{}, err
	}
	return receiptFor(s.submit(ctx, negotiation.NegotiationID(id), seat, key, c))
}

func (s *Server) apiTableProposal(ctx context.Context, in *inTable) (apiReceipt, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiReceipt{}, err
	}
	b := in.Body
	p := negotiation.Proposal{Delegation: negotiation.Delegation(b.Delegation), Sponsors: named[negotiation.Delegation](b.Sponsors),
		Language: b.Language, Category: negotiation.Category(b.Category), Reason: b.Reason,
		Replaces: negotiation.ProposalID(b.Replaces), Again: negotiation.ProposalID(b.Again)}
	p.Changes = idsOf(v).changes(b.Changes)
	return receiptFor(s.submit(ctx, v.ID, seat, in.Key, negotiation.TableProposal{Proposal: p}))
}

// addressBook gives the id of the paragraph at each address.
type addressBook map[string]negotiation.ParagraphID

func idsOf(v negotiation.View) addressBook {
	book := make(addressBook, len(v.Paragraphs))
	for _, p := range v.Paragraphs {
		book[p.Address] = p.ID
	}
	return book
}

// changes gives changes as the law takes them, with ids for addresses.
func (b addressBook) changes(given []apiTableChange) []negotiation.Change {
	var list []negotiation.Change
	for _, c := range given {
		list = append(list, negotiation.Change{Kind: negotiation.ChangeKind(c.Kind), Paragraph: b.find(c.Paragraph),
			Base: c.Base, Text: c.Text, As: negotiation.Kind(c.As), After: b.find(c.After)})
	}
	return list
}

// find gives the id of the paragraph at an address. What is no address goes on
// as it is: an id, or something that the law does not know.
func (b addressBook) find(address string) negotiation.ParagraphID {
	if id, ok := b[address]; ok {
		return id
	}
	return negotiation.ParagraphID(shortened(address))
}
