package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// meeting is the scene of a session: paragraph after paragraph is called, spoken to,
// drafted, frozen, objected to, agreed ad referendum, and reopened.
type meeting struct {
	company     *company
	secretariat sitting // holds the pen
	chair       sitting
	delegations []sitting
	paragraphs  []paragraph

	round    int // which paragraph, and who speaks and objects
	step     int // of the round
	proposal string
	floor    floor
	refused  int // acts in a row
}

// floor is what the session is on, as the API tells it.
type floor struct {
	Pen struct {
		Seq uint64 `json:"seq"`
	} `json:"pen"`
	Frozen struct {
		Hash string `json:"hash"`
	} `json:"frozen"`
	Gavel struct {
		Due time.Time `json:"due"`
	} `json:"gavel"`
}

// session is one as the API tells it.
type session struct {
	Status string `json:"status"`
	Floor  floor  `json:"floor"`
}

// objectWithin is how many seconds there are to object in a rehearsal.
const objectWithin = 1

// words are the body of an act.
type words map[string]any

var (
	// errNotYet says that a scene has to wait for something before it can go on.
	errNotYet = errors.New("not yet")
	// errNoSession says that no session can be held, and why.
	errNoSession = errors.New("no session was held")
)

// step is one act of a round.
type step struct {
	name  string
	as    sitting
	words words
	// look says that the next step needs to know what is on the floor.
	look bool
}

// steps are the acts of a round, as they look now. Those further on than the next may
// lack what is not known yet.
func (m *meeting) steps() []step {
	p := m.paragraphs[m.round%len(m.paragraphs)]
	speaker, other := m.delegations[m.round%len(m.delegations)], m.delegations[(m.round+1)%len(m.delegations)]
	before, _, _ := strings.Cut(p.Text, " This was agreed in round") // of an earlier rehearsal
	text := fmt.Sprintf("%s This was agreed in round %d of a rehearsal.", before, m.round+1)
	var names []string
	for _, d := range m.delegations {
		names = append(names, d.Delegation)
	}
	hash := m.floor.Frozen.Hash
	return []step{
		{name: "call", as: m.chair, words: words{"paragraph": p.ID}},
		{name: "ask-floor", as: speaker},
		{name: "give-floor", as: m.chair, words: words{"delegation": speaker.Delegation}},
		{name: "yield", as: speaker},
		{name: "take-pen", as: m.secretariat, words: words{"for": speaker.Delegation}, look: true},
		{name: "put-drafted", as: m.secretariat, words: words{"text": text, "reason": "A rehearsal.", "looked": m.floor.Pen.Seq}},
		{name: "position", as: other, words: words{"kind": "can-live-with", "proposal": m.proposal}},
		{name: "freeze", as: m.chair, words: words{"proposal": m.proposal}, look: true},
		{name: "object", as: other, words: words{"hash": hash, "reason": "A rehearsal."}},
		{name: "withdraw-objection", as: other},
		{name: "gavel", as: m.chair, words: words{"outcome": "agreed-ad-ref", "hash": hash, "told": names}, look: true},
		{name: "reopen", as: m.chair, words: words{"paragraph": p.ID, "reason": "A rehearsal."}},
	}
}

// mostRefusals is how many acts in a row may be refused before the scene gives up:
// others may take part in a session, and come between.
const mostRefusals = 5

// next implements scene. A round that comes to nothing ends, and the next begins.
func (m *meeting) next(ctx context.Context) (uint64, error) {
	steps := m.steps()
	s := steps[m.step]
	if due := m.floor.Gavel.Due; s.name == "reopen" && time.Now().Before(due.Add(time.Second)) {
		return 0, errNotYet // those who agree are heard out
	}
	r, err := m.act(ctx, s.as, s.name, s.words)
	if err != nil {
		return 0, m.refuse(s, err)
	}
	if m.refused = 0; r.Proposal != "" {
		m.proposal = r.Proposal
	}
	if s.look {
		if err := m.look(ctx); err != nil {
			return 0, err
		}
	}
	if m.step++; m.step == len(steps) {
		m.step, m.round = 0, m.round+1
	}
	return r.Seq, nil
}

// refuse takes it that a step was refused.
func (m *meeting) refuse(s step, err error) error {
	p := new(problem)
	if tooFast(err) || !errors.As(err, &p) || p.Status >= http.StatusInternalServerError {
		return err
	}
	if m.refused++; m.refused > mostRefusals {
		return fmt.Errorf("%s in a session: %w", s.name, err)
	}
	m.step, m.round = 0, m.round+1
	return errNotYet
}

// end implements scene: it reopens what was agreed, and closes the session.
func (m *meeting) end(ctx context.Context) error {
	for m.steps()[m.step].name == "reopen" {
		_, err := m.next(ctx)
		if errors.Is(err, errNotYet) || tooFast(err) {
			err = pause(ctx, patience)
		}
		if err != nil {
			return err
		}
	}
	_, err := m.act(ctx, m.chair, "close", nil)
	if p := new(problem); errors.As(err, &p) && p.Status < http.StatusInternalServerError {
		return nil
	}
	return err
}
