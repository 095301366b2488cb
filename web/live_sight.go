package web

import (
	"context"
	"sync"

	"plenary/negotiation"
)

// sight is a View with what is made of it whatever the language and the form.
type sight struct {
	view negotiation.View
	*vista
}

func sightOf(v negotiation.View) *sight { return &sight{v, newVista(v)} }

// placed and sides are those of the vista, with the View of this audience.
func (s *sight) placed() placed {
	p := s.vista.placed()
	p.View = s.view
	return p
}

func (s *sight) sides() sides {
	all := s.vista.sides()
	all.View = s.view
	return all
}

// lookoutKey is what feeds have in common that may look at the same View.
type lookoutKey struct {
	negotiation negotiation.NegotiationID
	audience    negotiation.Audience
}

func (k feedKey) lookoutKey() lookoutKey { return lookoutKey{k.negotiation, k.audience} }

// lookout is who looks at a negotiation for all feeds of one audience: each new state
// is made a View of once.
type lookout struct {
	mu     sync.Mutex // guards what follows
	newest *sight
	// asked is closed when whoever waits for the next state has it, or has given up;
	// nil while nobody does.
	asked chan struct{}
}

// next gives a state that is newer than since, as soon as there is one. Whoever asks
// first asks next, and the others wait for the answer.
func (o *lookout) next(ctx context.Context, since negotiation.Seq, next func(context.Context) (*sight, error)) (*sight, error) {
	for {
		o.mu.Lock()
		s, asked := o.newest, o.asked
		if s != nil && s.view.Seq > since {
			o.mu.Unlock()
			return s, nil
		}
		if asked == nil {
			o.asked = make(chan struct{})
			o.mu.Unlock()
			return o.ask(ctx, next)
		}
		o.mu.Unlock()
		select {
		case <-asked:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// ask takes the next state for all who wait.
func (o *lookout) ask(ctx context.Context, next func(context.Context) (*sight, error)) (s *sight, err error) {
	defer func() { // also where next panics, which is the end of this feed alone
		o.mu.Lock()
		defer o.mu.Unlock()
		if s != nil && (o.newest == nil || s.view.Seq > o.newest.view.Seq) {
			o.newest = s
		}
		close(o.asked)
		o.asked = nil
	}()
	return next(ctx)
}
