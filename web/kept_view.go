package web

import (
	"context"
	"slices"

	"plenary/negotiation"
)

// How much is kept of what is made of records, for all negotiations together. A
// document of a meeting of ordinary size has less than a megabyte, mostly words
// that the record holds anyway.
const (
	mostBurndowns = 200
	mostDocuments = 10
	mostPasts     = 4
)

// class is an audience as far as it matters to what is made of a View without its
// seats and notices: those who decide see the same, and so does everybody else but
// the delegations that see a proposal of their own which was never on the table.
func class(v negotiation.View) negotiation.Audience {
	if v.Audience.Role.Decides() {
		return negotiation.Audience{Role: negotiation.Secretariat}
	}
	if slices.ContainsFunc(v.Proposals, func(p negotiation.ProposalView) bool { return !p.WasOnTable() }) {
		return negotiation.Audience{Role: negotiation.Delegate, Delegation: v.Audience.Delegation}
	}
	return negotiation.Audience{Role: negotiation.Public}
}

// viewKey is what something is kept of.
type viewKey struct {
	id    negotiation.NegotiationID
	class negotiation.Audience
	what  negotiation.What
}

// edition is that of the newest state of v's record.
func (s *Server) edition(ctx context.Context, v negotiation.View) (edition, error) {
	epoch, err := s.room.Epoch(ctx, v.ID)
	return edition{epoch, v.Seq}, err
}

// burndown gives the history of the newest state of v that the text page shows.
func (s *Server) burndown(ctx context.Context, v negotiation.View) ([]negotiation.Count, error) {
	at, err := s.edition(ctx, v)
	if err != nil {
		return nil, err
	}
	return s.counts.of(ctx, viewKey{id: v.ID, class: class(v)}, at, func() ([]negotiation.Count, error) {
		return negotiation.BurnDown(v, textHistory), nil
	})
}

// document compiles the newest state of v: one that is asked for by everybody. Its
// parts are shared, and only its own fields may be set.
func (s *Server) document(ctx context.Context, v negotiation.View, what negotiation.What) (negotiation.Compilation, error) {
	if !v.Readable {
		return negotiation.Compile(v, what) // a refusal, and nobody else's
	}
	at, err := s.edition(ctx, v)
	if err != nil {
		return negotiation.Compilation{}, err
	}
	return s.documents.of(ctx, viewKey{v.ID, class(v), what}, at, func() (negotiation.Compilation, error) {
		return negotiation.Compile(v, what)
	})
}

// compilePast compiles a state that is over. It is not kept: few ask for the same.
func compilePast(_ context.Context, v negotiation.View, what negotiation.What) (negotiation.Compilation, error) {
	return negotiation.Compile(v, what)
}

// pastKey is a state of a record that is over: it does not change.
type pastKey struct {
	id  negotiation.NegotiationID
	seq negotiation.Seq
}

// textAt gives the text of v as it was at a revision, and nothing else. Whoever may
// read the text may read all its versions, also those of a time when it was not
// public. Where a paragraph was moved since, the record is replayed.
func (s *Server) textAt(ctx context.Context, v negotiation.View, at negotiation.Revision) (negotiation.View, error) {
	if past, told := v.TextAt(at.Seq); told {
		return past, nil
	}
	epoch, err := s.room.Epoch(ctx, v.ID)
	if err != nil {
		return negotiation.View{}, err
	}
	return s.pasts.of(ctx, pastKey{v.ID, at.Seq}, edition{epoch, at.Seq}, func() (negotiation.View, error) {
		// Whoever asked may leave; others wait for it.
		past, err := s.room.Until(context.WithoutCancel(ctx), v.ID, negotiation.Audience{Role: negotiation.System}, at.Seq)
		past.Proposals, past.Parties, past.Seats, past.Notices = nil, nil, nil, nil
		return past, err
	})
}
