package web_test

import (
	"context"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/negotiationtest"
	"plenary/web/webtest"
)

func TestScenariosHoldOverTheAPI(t *testing.T) {
	negotiationtest.Run(t, func(t *testing.T) negotiationtest.Stage {
		return &stage{t: t, house: webtest.New(t, webtest.Empty())}
	})
}

// stage plays scenarios on a server: each command that the API has is sent to
// it by a script, and a problem is turned back into the refusal that it tells.
type stage struct {
	t     *testing.T
	house *webtest.House
}

func (s *stage) KeepsKeys() {}

func (s *stage) SetTime(now time.Time) { s.house.Clock.Set(now) }

func (s *stage) View(ctx context.Context, a negotiation.Audience) (negotiation.View, error) {
	return s.house.Room.View(ctx, negotiationtest.Name, a)
}

func (s *stage) Submit(ctx context.Context, req negotiation.Request) (negotiation.ProposalID, error) {
	path, body := called(req.Do)
	if path == "" || req.Seat == negotiation.SystemSeat || !s.offered(ctx, req.Do) {
		// Nobody does this from outside: the command line does.
		receipt, err := s.house.Room.Submit(ctx, negotiationtest.Name, req)
		return receipt.Proposal, err
	}
	script := s.house.Script(req.Seat)
	if req.Key != "" {
		script = script.With("Idempotency-Key", req.Key)
	}
	answer := script.Post(path, given(body))
	if answer.Status >= http.StatusMultipleChoices {
		return "", refusalOf(req.Seat, answer.Problem())
	}
	var receipt webtest.Receipt
	answer.Into(answer.Status, &receipt)
	return negotiation.ProposalID(receipt.Proposal), nil
}

// offered is false for a document of another entry than the newest: the API finds
// the entry by an instant, so that none can be asked for that does not fit it.
func (s *stage) offered(ctx context.Context, c negotiation.Command) bool {
	issue, ok := c.(negotiation.IssueCompilation)
	if !ok {
		return true
	}
	v, err := s.View(ctx, negotiation.Audience{Role: negotiation.System})
	return err == nil && issue.Issue.Seq == v.Seq && !issue.Issue.AsOf.Before(v.At)
}

// refusalOf is the refusal that a problem tells. A seat that is none cannot be
// sat on, so that the door and not the law turns it away.
func refusalOf(seat negotiation.SeatID, p webtest.Problem) error {
	if p.Code == "not-signed-in" {
		return negotiation.Refuse(negotiation.UnknownSeat, "seat", seat)
	}
	return &negotiation.Refusal{Code: negotiation.Code(p.Code), Details: p.Details}
}

type object map[string]any

// given leaves out of a body what is empty: that is how a script says nothing.
func given(body any) any {
	if o, ok := body.(object); ok {
		for name, value := range o {
			if list, ok := value.([]object); ok {
				for _, element := range list {
					given(element)
				}
			} else if name != "change" && name != "public" && reflect.ValueOf(value).IsZero() {
				delete(o, name)
			}
		}
	}
	return body
}

// called is how a command is given to the API: where, and with what body. The
// path is empty for what it does not offer.
func called(c negotiation.Command) (path string, body any) {
	switch c := c.(type) {
	case negotiation.DescribeNegotiation:
		return "description", object{"title": c.Title, "language": c.Language, "public": c.Public}
	case negotiation.OpenSeat:
		return "seats", object{"id": c.Seat.ID, "role": c.Seat.Role, "delegation": c.Seat.Delegation, "may_table": c.Seat.MayTable, "kind": c.Kind}
	case negotiation.CloseSeat:
		return "seats/" + url.PathEscape(string(c.Seat)) + "/close", nil
	case negotiation.OpenComments:
		terms := object{"zone": c.Zone, "late": c.Late}
		if !c.CutOff.IsZero() {
			terms["cut_off"] = c.CutOff
		}
		return "comments/open", terms
	case negotiation.CloseComments:
		return "comments/close", nil
	case negotiation.TableProposal:
		return "proposals", tabledAs(c.Proposal)
	case negotiation.WithdrawProposal:
		return fateOf(c.Proposal, "withdraw"), object{"reason": c.Reason}
	case negotiation.AdmitProposal:
		return fateOf(c.Proposal, "admit"), object{"reason": c.Reason}
	case negotiation.NotRetainProposal:
		return fateOf(c.Proposal, "not-retain"), object{"reason": c.Reason}
	case negotiation.CombineProposals:
		return "combinations", object{"parents": c.Parents, "paragraph": c.Paragraph, "base": c.Base, "reason": c.Reason}
	case negotiation.ConfirmSatisfied:
		return fateOf(c.Proposal, "confirm-satisfied"), object{"reason": c.Reason}
	case negotiation.ConfirmReading:
		words := make([]object, len(c.Words))
		for i, w := range c.Words {
			words[i] = object{"change": w.Change, "base": w.Base, "text": w.Text}
		}
		return fateOf(c.Proposal, "confirm-reading"), object{"reading": c.Reading, "words": words, "word": c.Word}
	case negotiation.PlaceProposal:
		return fateOf(c.Proposal, "place"), object{"changes": changesAs(c.Changes), "doubts": doubtsAs(c.Doubts), "reason": c.Reason}
	case negotiation.AssignPlaceholder:
		return "paragraphs/" + url.PathEscape(string(c.Paragraph)) + "/placeholders/" + strconv.Itoa(c.Nth), object{"owner": c.Owner}
	case negotiation.IssueCompilation:
		return "issues", object{"kind": c.Issue.Kind, "of": c.Issue.Of, "symbol": c.Issue.Symbol, "as_of": c.Issue.AsOf, "lang": c.Issue.Words}
	case negotiation.AcceptProposal:
		amended := make([]object, len(c.Amended))
		for i, a := range c.Amended {
			amended[i] = object{"change": a.Change, "base": a.Base, "text": a.Text}
		}
		return fateOf(c.Proposal, "accept"), object{"reason": c.Reason, "looked": c.Looked, "amended": amended}
	}
	return calledInSession(c)
}

func fateOf(id negotiation.ProposalID, act string) string {
	return "proposals/" + url.PathEscape(string(id)) + "/" + act
}

func tabledAs(p negotiation.Proposal) object {
	return object{"delegation": p.Delegation, "sponsors": p.Sponsors, "language": p.Language, "category": p.Category,
		"reason": p.Reason, "changes": changesAs(p.Changes), "replaces": p.Replaces, "again": p.Again}
}

func changesAs(list []negotiation.Change) []object {
	changes := make([]object, len(list))
	for i, c := range list {
		changes[i] = object{"kind": c.Kind, "paragraph": c.Paragraph, "base": c.Base, "text": c.Text, "as": c.As, "after": c.After}
	}
	return changes
}

func doubtsAs(list []negotiation.Doubt) []object {
	doubts := make([]object, len(list))
	for i, d := range list {
		typed := make([]object, len(d.Typed))
		for j, span := range d.Typed {
			typed[j] = object{"op": span.Op.String(), "text": span.Text}
		}
		why := make([]object, len(d.Why))
		for j, f := range d.Why {
			why[j] = object{"kind": f.Kind, "words": f.Words, "run": f.Run}
		}
		doubts[i] = object{"change": d.Change, "typed": typed, "literal": d.Literal, "probable": d.Probable, "why": why}
	}
	return doubts
}
