package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web"
)

// listenFlags say where to serve.
type listenFlags struct {
	Addr   string `default:"127.0.0.1:8080" help:"Address to listen on." placeholder:"HOST:PORT"`
	Origin string `help:"Address that browsers see, for example https://plenary.example.org, when a proxy stands before the server." placeholder:"URL"`
}

type serveCmd struct {
	dataFlag
	listenFlags
	WithDemo bool `name:"demo" help:"Open an empty data file with the Bridgetown negotiation, and print a sign-in link for each role."`
}

// Help is the example under the usage.
func (serveCmd) Help() string {
	return "Example: plenary serve --addr :8080 --data /var/lib/plenary.db --origin https://plenary.example.org"
}

// Run serves until it is interrupted.
func (c serveCmd) Run(ctx context.Context, std streams) error {
	return c.use(func(b *store.Bolt) error { return c.serve(ctx, std, b) })
}

func (c serveCmd) serve(ctx context.Context, std streams, b *store.Bolt) error {
	// A record that is not whole is not served: what would be shown, and written
	// after it, would be something else than what happened.
	if err := sound(ctx, b); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(std.err, nil))
	h := house{room: room.New(b, std.clock), secrets: b.Secrets, clock: std.clock}
	forgotten := forget(ctx, b, std.clock, log)
	defer forgotten()
	server, err := web.New(web.Config{Room: h.room, Secrets: b.Secrets, Sessions: b.Sessions(), Log: log,
		Clock: std.clock, Origin: c.Origin, Release: release})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("%w; choose another address with --addr", err)
	}
	origin := c.Origin
	if origin == "" {
		origin = originOf(l.Addr())
	}
	if err := c.welcome(ctx, std, h, origin); err != nil {
		return errors.Join(err, l.Close())
	}
	wait := control(ctx, b, c.Data, log)
	defer wait()
	tended := tend(ctx, h.room, log)
	defer tended()
	if err := server.Serve(ctx, l); err != nil {
		return err
	}
	fmt.Fprintln(std.err, "Stopped. Everything recorded is kept in", c.Data)
	return nil
}

// forget drops expired invitations and sessions, now and every hour until ctx
// ends, and gives a function that waits for that end.
func forget(ctx context.Context, b *store.Bolt, clock func() time.Time, log *slog.Logger) (wait func()) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		hourly := time.NewTicker(time.Hour)
		defer hourly.Stop()
		for {
			if err := b.ForgetExpired(ctx, clock()); err != nil && ctx.Err() == nil {
				log.ErrorContext(ctx, "expired secrets not forgotten", "error", err)
			}
			select {
			case <-hourly.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	return func() {
		stop()
		<-done
	}
}

// tend lets the deadlines of all negotiations pass until ctx ends, and gives a
// function that waits for that end.
func tend(ctx context.Context, r *room.Room, log *slog.Logger) (wait func()) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Tend(ctx, func(err error) { log.ErrorContext(ctx, "deadline not kept", "error", err) })
	}()
	return func() {
		stop()
		<-done
	}
}

// originOf is the address of a listener as a browser on this machine writes it.
func originOf(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return "http://" + a.String()
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	u := url.URL{Scheme: "http", Host: net.JoinHostPort(host, port)}
	return u.String()
}

// linkLife is how long the links printed at the start are valid.
const linkLife = 7 * 24 * time.Hour

// welcome opens what is needed to begin and prints the links for it on stdout,
// where a script finds them.
func (c serveCmd) welcome(ctx context.Context, std streams, h house, origin string) error {
	ids, err := h.room.Negotiations(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(std.err, "Plenary %s serves %s, data in %s. Stop with Ctrl-C.\n", release, origin, c.Data)
	if c.WithDemo {
		return demonstrate(ctx, std, h, ids, origin)
	}
	if len(ids) == 0 {
		return openFirst(ctx, std, h, origin)
	}
	return nil
}

// openFirst opens an empty negotiation with a seat for the Secretariat, which
// then imports a draft and says at its desk what the negotiation is called.
func openFirst(ctx context.Context, std streams, h house, origin string) error {
	const id negotiation.NegotiationID = "negotiation"
	if err := h.do(ctx, id, negotiation.CreateNegotiation{Title: negotiation.Unnamed, Language: "en"}); err != nil {
		return err
	}
	return h.printLink(ctx, std, id, negotiation.Seat{ID: "secretariat", Role: negotiation.Secretariat}, "", origin, linkLife)
}
