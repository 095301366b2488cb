package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"

	"plenary/negotiation"
	"plenary/negotiation/lint"
	"plenary/negotiation/room"
)

// Config is what a Server needs. All fields but Origin and Release are required.
type Config struct {
	Room     *room.Room
	Secrets  Secrets
	Sessions scs.Store
	Log      *slog.Logger
	// Clock tells the time for pages and invitations; the room has its own.
	Clock func() time.Time
	// Origin is the address that browsers see ("https://plenary.example.org").
	// With https the session cookie is Secure and named __Host-. Empty: plain
	// HTTP, under whatever name the browser uses.
	Origin string
	// Release is shown to scripts and logs.
	Release string
}

// Secrets keeps what is beside the journal. store.Bolt and store.Memory are such.
// All methods may be called from many goroutines; what is not there is an error
// that wraps negotiation.ErrNotFound.
type Secrets interface {
	AddInvitation(ctx context.Context, secret string, inv negotiation.Invitation) error
	// Invitation gives what a secret invites to, or an error that wraps
	// negotiation.ErrNotFound or negotiation.ErrExpired.
	Invitation(ctx context.Context, secret string, now time.Time) (negotiation.Invitation, error)
	RevokeInvitations(ctx context.Context, id negotiation.NegotiationID, seat negotiation.SeatID) error

	SaveDraft(ctx context.Context, d negotiation.FormDraft) error
	Draft(ctx context.Context, id negotiation.NegotiationID, owner negotiation.Delegation, key string) (negotiation.FormDraft, error)
	Drafts(ctx context.Context, id negotiation.NegotiationID, owner negotiation.Delegation) ([]negotiation.FormDraft, error)
	DeleteDraft(ctx context.Context, id negotiation.NegotiationID, owner negotiation.Delegation, key string) error

	SetSeatName(ctx context.Context, id negotiation.NegotiationID, seat negotiation.SeatID, name string) error
	SeatNames(ctx context.Context, id negotiation.NegotiationID) (map[negotiation.SeatID]string, error)

	KeepFile(ctx context.Context, id negotiation.NegotiationID, sha256hex string, f negotiation.KeptFile) error
	File(ctx context.Context, id negotiation.NegotiationID, sha256hex string) (negotiation.KeptFile, error)
	// ForgetFiles deletes all files of a negotiation but those with the hashes in keep.
	ForgetFiles(ctx context.Context, id negotiation.NegotiationID, keep ...string) error
}

// Server serves one room.
type Server struct {
	cfg      Config
	room     *room.Room
	log      *slog.Logger
	sessions *scs.SessionManager
	pages    *pages
	assets   *assets
	live     *live
	lobby    *lobby
	handler  http.Handler
	// What is kept of what was made for many: burn-downs, documents, texts of the past.
	counts    *kept[viewKey, []negotiation.Count]
	documents *kept[viewKey, negotiation.Compilation]
	pasts     *kept[pastKey, negotiation.View]
	// lints are the drafts by which the words of proposals are judged.
	lints *kept[negotiation.NegotiationID, *lint.Draft]
	// files is held while a file is kept or recorded, so that none is forgotten
	// between the two.
	files sync.Mutex
}

// New gives a server that is ready to be served. It fails only on a mistake in
// its own templates or in the Origin.
func New(cfg Config) (*Server, error) {
	s := &Server{cfg: cfg, room: cfg.Room, log: cfg.Log,
		counts:    newKept[viewKey, []negotiation.Count](mostBurndowns),
		documents: newKept[viewKey, negotiation.Compilation](mostDocuments),
		pasts:     newKept[pastKey, negotiation.View](mostPasts),
		lints:     newKept[negotiation.NegotiationID, *lint.Draft](mostLints)}
	var err error
	if s.assets, err = newAssets(cfg.Release); err != nil {
		return nil, fmt.Errorf("read the static files: %w", err)
	}
	if s.pages, err = newPages(s.assets); err != nil {
		return nil, fmt.Errorf("read the templates: %w", err)
	}
	if s.sessions, err = newSessions(cfg); err != nil {
		return nil, err
	}
	s.lobby = newLobby(s)
	s.live = newLive(s)
	s.handler, err = s.routes()
	return s, err
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// grace is how long a stopping server waits for the answers under way.
const grace = 10 * time.Second

// Serve answers on l until ctx ends; then it takes no more connections, closes
// the live ones with "come back", and waits for the answers under way. It
// returns nil after such an end.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       60 * time.Second,
		WriteTimeout:      120 * time.Second,
		IdleTimeout:       120 * time.Second,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	var ahead unasked
	srv.ConnState = ahead.note
	// The server does not know connections that became sockets: they are sent
	// away while it stops, and waited for after. Those on which nothing was asked by
	// then are not waited for.
	srv.RegisterOnShutdown(func() {
		s.live.close()
		ahead.end()
	})
	ctx, cancel := context.WithCancel(ctx)
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		last, stop := context.WithTimeout(context.WithoutCancel(ctx), grace)
		defer stop()
		err := srv.Shutdown(last)
		s.Close()
		stopped <- err
	}()
	err := srv.Serve(l)
	cancel()
	if !errors.Is(err, http.ErrServerClosed) {
		return errors.Join(fmt.Errorf("serve on %s: %w", l.Addr(), err), <-stopped)
	}
	return <-stopped
}
