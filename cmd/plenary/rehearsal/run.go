package rehearsal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"time"
)

// Config says what to rehearse.
type Config struct {
	// Viewers is how many look on, at least 1.
	Viewers int
	// Rate is how many changes a second there are for the length of For. With 0
	// nothing is written, and only what others change is seen.
	Rate float64
	For  time.Duration
	// Part is the form that viewers ask for, such as "row" for the text and "room" for
	// a session; empty for "room" where a session is held, and "row" elsewhere.
	Part string
	// Story lets a session be held where the server can; else proposals are tabled
	// and withdrawn.
	Story bool

	// At is the address of the server to try and Invite a sign-in link at it, which may
	// name it otherwise, where a proxy stands before it. If they are empty, a server is
	// started of its own, with the demonstration in a file that is deleted after.
	At, Invite string
	// Storm lets the server at At be overloaded and all viewers be dropped at once;
	// one of its own always is.
	Storm bool
	// Serve and Plain are the programs, with their arguments, that serve a data file
	// and the plain broadcast. Without Plain nothing is compared.
	Serve, Plain []string

	// Progress is told in words how far it is.
	Progress io.Writer
}

// rehearsal is one run.
type rehearsal struct {
	Config
	report Report
}

// Run rehearses as c says, until the end or that of ctx. An error says what could not
// be tried or waited for; what was lost on the way is in the report.
func Run(ctx context.Context, c Config) (Report, error) {
	r := &rehearsal{Config: c, report: Report{Version: 1, Viewers: c.Viewers, Rate: c.Rate, Seconds: c.For.Seconds(), Notes: []string{}}}
	if err := roomFor(c.Viewers); err != nil {
		return r.report, err
	}
	if c.At != "" {
		return r.report, r.visit(ctx)
	}
	seen, err := r.own(ctx)
	if err == nil && len(c.Plain) > 0 {
		err = r.beside(ctx, seen)
	}
	return r.report, err
}

func (r *rehearsal) say(format string, words ...any) {
	fmt.Fprintf(r.Progress, format+"\n", words...)
}

func (r *rehearsal) note(format string, words ...any) {
	r.report.Notes = append(r.report.Notes, fmt.Sprintf(format, words...))
}

// takenFrom is how many viewers come from one address: a server takes 5,000.
const takenFrom = 4000

// aim is the live channel of a server.
func (r *rehearsal) aim(server *url.URL, path string) aim {
	return aim{server: server, path: path, part: r.Part, sources: 1 + r.Viewers/takenFrom}
}

// trial prepares to measure a server with a company that acts on it.
func (r *rehearsal) trial(ctx context.Context, company *company, pid int) (*trial, error) {
	changes := &load{pace: pace{r.Rate, r.For}}
	if r.Story {
		m, err := convene(ctx, company)
		switch {
		case err == nil:
			changes.session = m
			r.Part = cmp.Or(r.Part, "room")
		case errors.Is(err, errNoSession):
			r.note("%v; proposals were tabled and withdrawn instead", err)
		default:
			return nil, err
		}
	}
	r.Part = cmp.Or(r.Part, "row")
	var err error
	changes.writers, err = company.writers(ctx)
	return &trial{pid: pid, rate: r.Rate, changes: changes}, err
}

// calm seats the viewers and plays the story.
func (r *rehearsal) calm(ctx context.Context, t *trial, company *company) error {
	r.say("Seating %d viewers …", r.Viewers)
	a := r.aim(company.host.server, "/n/"+url.PathEscape(company.ID)+"/live")
	for _, s := range company.seats {
		a.bearers = append(a.bearers, s.bearer)
	}
	if err := t.gather(ctx, a, r.Viewers); err != nil {
		return err
	}
	r.say("Making %g changes a second for %v …", r.Rate, r.For)
	return t.steady(ctx)
}

// overload is how long changes are made as fast as possible.
func (r *rehearsal) overload() time.Duration { return min(overloadTime, r.For) }

// stormy overloads the server, and then drops all viewers.
func (r *rehearsal) stormy(ctx context.Context, t *trial) error {
	r.say("Making changes as fast as possible for %v …", r.overload())
	over := <-t.overload(ctx, r.overload())
	t.last = max(t.last, over.last)
	if over.err != nil {
		return over.err
	}
	if err := t.drained(ctx); err != nil {
		return err
	}
	r.say("Dropping all viewers at once …")
	var err error
	r.report.Storm, err = t.storm(ctx)
	return err
}
