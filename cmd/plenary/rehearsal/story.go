package rehearsal

import "context"

// scene is something that goes on in the room for as long as it is asked to.
type scene interface {
	// next takes it one command further, and gives the place of what was recorded.
	// A problem leaves it where it was; errNotYet says that it has to wait.
	next(ctx context.Context) (seq uint64, err error)
	// end leaves the room as it was found, as far as a record can.
	end(ctx context.Context) error
}

// tabling is the scene of a delegation that tables a proposal and withdraws it again,
// so that the text of the rehearsal does not grow heavier.
type tabling struct {
	company *company
	as      sitting
	turn    int    // which paragraph is next
	open    string // the proposal that is on the table
}

type tabled struct {
	Reason  string         `json:"reason"`
	Changes []tabledChange `json:"changes"`
}

type tabledChange struct {
	Kind      string `json:"kind"`
	Paragraph string `json:"paragraph"`
	Base      int    `json:"base"`
	Text      string `json:"text"`
}

func (t *tabling) next(ctx context.Context) (uint64, error) {
	if t.open != "" {
		return t.withdraw(ctx)
	}
	var r receipt
	p := t.company.amendable[t.turn%len(t.company.amendable)]
	t.turn += mostWriters + 1 // those of others come between
	change := tabledChange{Kind: "amend", Paragraph: p.ID, Base: p.Version, Text: p.Text + " This was said in a rehearsal."}
	err := t.as.post(ctx, t.company.path("/proposals"), tabled{Reason: "A rehearsal.", Changes: []tabledChange{change}}, &r)
	t.open = r.Proposal
	return r.Seq, err
}

func (t *tabling) withdraw(ctx context.Context) (uint64, error) {
	var r receipt
	err := t.as.post(ctx, t.company.path("/proposals/"+t.open+"/withdraw"), struct{}{}, &r)
	if err == nil {
		t.open = ""
	}
	return r.Seq, err
}

func (t *tabling) end(ctx context.Context) error {
	if t.open == "" {
		return nil
	}
	_, err := patiently(ctx, func() (uint64, error) { return t.withdraw(ctx) })
	return err
}
