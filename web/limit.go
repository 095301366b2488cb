package web

import (
	"crypto/sha256"
	"errors"
	"math"
	"net"
	"net/http"
	"net/netip"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// How often a client may do what is not reading. A hall full of delegates is
// behind one address: whoever has signed in is counted alone, and the sign-ins
// of one address may come as thick as a session opens: 200 links at once, and
// what is guessed at that rate never meets a secret of 256 bits. Guests, who make
// a session with nothing to show for it, are fewer.
const (
	commandRate  = 20 // a second
	commandBurst = 40
	signInRate   = 5 // a second
	signInBurst  = 200
	guestRate    = 1 // a second
	guestBurst   = 30
	// Documents and comparisons for guests: what is of the past is made anew for each.
	documentRate  = 2 // a second
	documentBurst = 60
)

// maxPaced is how many clients a pace remembers for certain; the memory that it
// takes is bounded by twice as many.
const maxPaced = 10_000

// errTooFast is the answer to a client above its pace.
var errTooFast = errors.New("too many requests")

// pace holds each client to a rate. It remembers in two generations: when the
// young one is full, it becomes the old one and the old one is forgotten, so
// that it costs no search to forget whoever has been quiet.
type pace struct {
	rate  rate.Limit
	burst int

	mu         sync.Mutex // guards what follows
	young, old map[string]*rate.Limiter
}

func newPace(perSecond, burst int) *pace {
	return &pace{rate: rate.Limit(perSecond), burst: burst, young: map[string]*rate.Limiter{}}
}

// ask counts one request of a client at an instant, if there is room for it, and
// gives 0; else the time after which there is.
func (p *pace) ask(client string, now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	reserved := p.of(client).ReserveN(now, 1)
	wait := reserved.DelayFrom(now)
	if wait > 0 {
		reserved.CancelAt(now)
	}
	return wait
}

// of gives the limiter of a client. The lock is held.
func (p *pace) of(client string) *rate.Limiter {
	if l, ok := p.young[client]; ok {
		return l
	}
	l, ok := p.old[client]
	if !ok {
		l = rate.NewLimiter(p.rate, p.burst)
	}
	if len(p.young) >= maxPaced {
		p.old, p.young = p.young, make(map[string]*rate.Limiter, maxPaced)
	}
	p.young[client] = l
	return l
}

// paced holds clients to their pace. It stands behind what finds out who asks.
func (s *Server) paced(next http.Handler) http.Handler {
	commands, signIns := newPace(commandRate, commandBurst), newPace(signInRate, signInBurst)
	guests, documents := newPace(guestRate, guestBurst), newPace(documentRate, documentBurst)
	tooFast := everySecond(s.log)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var wait time.Duration
		switch {
		case strings.HasPrefix(r.URL.Path, "/join/"):
			wait = signIns.ask(addressOf(r), s.cfg.Clock())
		case r.URL.Path == "/language" && !s.signedIn(r.Context()):
			// It makes a session, as a sign-in does; it does not use up theirs.
			wait = guests.ask(addressOf(r), s.cfg.Clock())
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			wait = commands.ask(s.clientOf(r), s.cfg.Clock())
		case isDocument(r.URL.Path):
			if client := s.clientOf(r); client == addressOf(r) {
				wait = documents.ask(client, s.cfg.Clock())
			}
		}
		if wait > 0 {
			tooFast.note("request above its pace refused", "method", r.Method, "path", pathOf(r), "seat", loggedSeat{s, r},
				"address", addressOf(r), "code", codeOf(http.StatusTooManyRequests), "status", http.StatusTooManyRequests)
			s.slowDown(w, r, wait)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// isDocument reports whether a path is that of a document or a comparison, which
// cost more than other pages.
func isDocument(p string) bool {
	last := path.Base(p)
	return last == "compilation" || last == "compare"
}

// slowDown answers a client above its pace [RFC 6585 4].
func (s *Server) slowDown(w http.ResponseWriter, r *http.Request, wait time.Duration) {
	w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	if strings.HasPrefix(r.URL.Path, apiRoot+"/") {
		writeProblem(w, s.problem(r.Context(), errTooFast))
		return
	}
	s.fail(w, r, errTooFast)
}

// clientOf names whoever sent r: by what they have signed in with, else by their
// address. An invitation or a session that is none makes no new client.
func (s *Server) clientOf(r *http.Request) string {
	if bearer := visitorOf(r.Context()).bearer; bearer != "" {
		if _, err := s.cfg.Secrets.Invitation(r.Context(), bearer, s.cfg.Clock()); err == nil {
			sum := sha256.Sum256([]byte(bearer))
			return "bearer " + string(sum[:])
		}
		return addressOf(r)
	}
	if s.signedIn(r.Context()) {
		return "session " + s.sessions.Token(r.Context())
	}
	return addressOf(r)
}

// addressOf is the address that r comes from; of IPv6 the first 64 bits, which
// is what one subscriber has. A proxy on this machine is believed.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	if addr.IsLoopback() {
		forwarded := r.Header.Get("X-Forwarded-For")
		// The last one is what the proxy saw; those before are hearsay.
		last := strings.TrimSpace(forwarded[strings.LastIndexByte(forwarded, ',')+1:])
		if client, err := netip.ParseAddr(last); err == nil {
			addr = client
		}
	}
	addr = addr.Unmap().WithZone("")
	if addr.Is6() {
		if subnet, err := addr.Prefix(64); err == nil {
			return subnet.String()
		}
	}
	return addr.String()
}
