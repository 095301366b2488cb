package web

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// A receipt is shown at /n/{id}/mine?receipt=N. Number, instant and entry stand
// in the record, so that page is there for ever; the hash of the entry is known
// when it is recorded and is kept in the session.

// keptReceipt is what the session keeps of a receipt.
type keptReceipt struct {
	Proposal negotiation.ProposalID
	Hash     string
	// Form is the paragraph whose form was sent, which a browser may forget now.
	Form negotiation.ParagraphID
}

// maxReceipts bounds how many receipts a session keeps for a negotiation.
const maxReceipts = 20

func newKeptReceipt(r room.Receipt, form negotiation.ParagraphID) keptReceipt {
	return keptReceipt{Proposal: r.Proposal, Hash: r.Hash, Form: form}
}

func receiptsKey(id negotiation.NegotiationID) string { return "receipts:" + string(id) }

func (s *Server) keptReceipts(ctx context.Context, id negotiation.NegotiationID) []keptReceipt {
	var list []keptReceipt
	// What is not there, or was kept by another release, is no receipt.
	_ = json.Unmarshal(s.sessions.GetBytes(ctx, receiptsKey(id)), &list)
	return list
}

// keepReceipt puts a receipt before the earlier ones.
func (s *Server) keepReceipt(ctx context.Context, id negotiation.NegotiationID, kept keptReceipt) {
	list := slices.DeleteFunc(s.keptReceipts(ctx, id), func(k keptReceipt) bool { return k.Proposal == kept.Proposal })
	list = append([]keptReceipt{kept}, list...)
	data, err := json.Marshal(list[:min(len(list), maxReceipts)])
	if err != nil {
		return // three strings always have a form in JSON
	}
	s.sessions.Put(ctx, receiptsKey(id), data)
}

type receiptPage struct {
	here
	Proposal negotiation.ProposalView
	// Hash is empty where the session does not know it any more.
	Hash string
	// Form is the paragraph whose form was sent.
	Form negotiation.ParagraphID
	// Editorial is what an editor would mend in it.
	Editorial *editorialPart
}

// At and Seq are where the record has the proposal.
func (p receiptPage) At() time.Time { return p.Proposal.Tabled().At }

// Seq is the entry that tabled the proposal.
func (p receiptPage) Seq() negotiation.Seq { return p.Proposal.Tabled().Seq }

// getReceipt shows the receipt of a proposal to those who tabled it.
func (s *Server) getReceipt(w http.ResponseWriter, r *http.Request, h here, id negotiation.ProposalID) error {
	proposal, ok := h.View.Proposal(id)
	if !ok || !isMine(h.Seat, proposal) {
		return negotiation.Refuse(negotiation.UnknownProposal, "proposal", id)
	}
	p := receiptPage{here: h, Proposal: proposal}
	for _, kept := range s.keptReceipts(r.Context(), h.View.ID) {
		if kept.Proposal == id {
			p.Hash, p.Form = kept.Hash, kept.Form
		}
	}
	var err error
	if p.Editorial, err = s.proposalNotes(r.Context(), h, proposal); err != nil {
		return err
	}
	p.Title, p.Here = p.T("propose.receipt-title"), "mine"
	s.pages.render(w, r, http.StatusOK, "receipt", p, s.log)
	return nil
}
