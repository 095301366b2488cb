package rehearsal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// hosted is a server of our own over a data file.
type hosted struct {
	program []string
	data    string
	server  *url.URL
	secret  string // of the Secretariat's seat
	*process
}

// start starts the server at an address; stop ends it.
func (h *hosted) start(address string) error {
	args := append(h.program[:len(h.program):len(h.program)], "serve", "--demo", "--data", h.data, "--addr", address)
	p, err := startProcess(args)
	if err != nil {
		return err
	}
	h.process = p
	line, err := h.line(func(line string) bool { return strings.HasPrefix(line, "secretariat\t") })
	if err != nil {
		return err
	}
	h.server, h.secret, err = secretOf(line[strings.LastIndexByte(line, '\t')+1:])
	return err
}

// mostSeen bounds what a plain broadcast is made to send again.
const mostSeen = 3000

// roughBelow is how many viewers it takes for their memory to stand out.
const roughBelow = 5000

// own tries a server of its own, and gives what a witness saw of the steady part.
func (r *rehearsal) own(ctx context.Context) (seen []scripted, err error) {
	dir, err := os.MkdirTemp("", "plenary-rehearsal-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	h := &hosted{program: r.Serve, data: filepath.Join(dir, "plenary.db")}
	r.say("Starting a server …")
	if err := h.start("127.0.0.1:0"); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, h.stop()) }()
	company, err := assemble(ctx, h.server, h.secret)
	if err != nil {
		return nil, err
	}
	t, err := r.trial(ctx, company, h.pid())
	if err != nil {
		return nil, err
	}
	defer func() { r.report.Plenary = t.end() }()
	t.witness = func(m message, payload []byte) {
		if len(seen) < mostSeen {
			seen = append(seen, scripted{m.at, bytes.Clone(payload[m.rest:])})
		}
	}
	if r.Viewers < roughBelow {
		r.note("memory a connection is what the process of the server grew by; with fewer than %d viewers that drowns in what it had in hand", roughBelow)
	}
	if err := r.calm(ctx, t, company); err != nil {
		return nil, err
	}
	if err := r.stormy(ctx, t); err != nil {
		return nil, err
	}
	r.say("Stopping the server and starting it again …")
	r.report.Restart, err = r.restart(ctx, t, h, company)
	return seen, err
}

// restart stops the server in the middle of things and starts it again on its file
// and its port. The viewers come back by themselves, as pages do.
func (r *rehearsal) restart(ctx context.Context, t *trial, h *hosted, company *company) (*Return, error) {
	begin, seq, before := time.Now(), t.last, t.crowd.tally()
	if err := h.stop(); err != nil {
		return nil, err
	}
	company.host.http.CloseIdleConnections()
	if err := h.start(h.server.Host); err != nil {
		return nil, fmt.Errorf("start the server again: %w", err)
	}
	away := time.Since(begin)
	var err error
	if t.last, err = t.changes.few(ctx, warmUp); err != nil {
		return nil, fmt.Errorf("go on after the restart: %w", err)
	}
	back, err := t.back(ctx, t.last-seq, begin.Add(away), before)
	if err == nil {
		back.Away = away.Seconds()
	}
	return back, err
}

// beside lets a plain broadcast send what was seen, to as many viewers at the same
// distances of time.
func (r *rehearsal) beside(ctx context.Context, seen []scripted) error {
	if len(seen) == 0 {
		return errors.New("nothing was seen that could be compared")
	}
	r.say("Starting a plain broadcast of the same …")
	p, err := startProcess(r.Plain)
	if err != nil {
		return err
	}
	line, err := p.line(func(string) bool { return true })
	if err != nil {
		return err
	}
	defer p.kill() // it holds nothing
	server, err := url.Parse(line)
	if err != nil {
		return fmt.Errorf("address of the plain broadcast: %w", err)
	}
	t := &trial{pid: p.pid(), rate: r.Rate, changes: &replay{to: p.in, seen: seen}}
	defer func() {
		side := t.end()
		r.report.Plain = &side
	}()
	r.say("Seating %d viewers …", r.Viewers)
	if err := t.gather(ctx, r.aim(server, "/"), r.Viewers); err != nil {
		return err
	}
	r.say("Sending the same changes …")
	if err := t.steady(ctx); err != nil {
		return err
	}
	r.say("Sending as fast as possible for %v …", r.overload())
	over := t.overload(ctx, r.overload())
	p.kill() // what it still holds for its clients would take long
	<-over
	return nil
}
