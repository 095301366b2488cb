package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// visit tries a server that runs.
func (r *rehearsal) visit(ctx context.Context) (err error) {
	_, secret, err := secretOf(r.Invite)
	if err != nil {
		return err
	}
	server, err := url.Parse(strings.TrimSuffix(r.At, "/"))
	if err != nil || server.Host == "" || server.Path != "" || server.Scheme != "http" && server.Scheme != "https" {
		return fmt.Errorf("%q is no address of a server: it is of the form https://plenary.example.org", r.At)
	}
	company, err := assemble(ctx, server, secret)
	if err != nil {
		return err
	}
	r.note("what the server takes is not known: it is not ours")
	if r.Rate == 0 {
		return r.watch(ctx, company)
	}
	if err := company.mayWrite(); err != nil {
		return err
	}
	t, err := r.trial(ctx, company, 0)
	if err != nil {
		return err
	}
	defer func() {
		r.report.Plenary = t.end()
		err = errors.Join(err, t.changes.end(ctx))
	}()
	if err := r.calm(ctx, t, company); err != nil || !r.Storm {
		return err
	}
	return r.stormy(ctx, t)
}

// watch looks on for a while, and changes nothing.
func (r *rehearsal) watch(ctx context.Context, company *company) error {
	r.say("Looking on with %d viewers for %v …", r.Viewers, r.For)
	t := &trial{changes: idle{r.For}}
	defer func() { r.report.Plenary = t.end() }()
	return r.calm(ctx, t, company)
}

// idle is a source that makes no change.
type idle struct{ time time.Duration }

func (idle) few(context.Context, int) (uint64, error)                      { return 0, nil }
func (i idle) steady(ctx context.Context) (uint64, error)                  { return 0, pause(ctx, i.time) }
func (idle) burst(context.Context, time.Duration) (last uint64, err error) { return 0, nil }
func (idle) end(context.Context) error                                     { return nil }
