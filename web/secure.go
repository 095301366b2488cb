package web

import (
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
)

// maxForm bounds the body of a request, in bytes; uploads have their own limit. It
// is so far above the limit of a paragraph that whoever pastes a whole report is told
// that limit, on their own form.
const maxForm = 4 << 20

// policy allows our own files and nothing inline [CSP Level 3]. connect-src
// 'self' covers our websocket.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

// otherSite is the code of what was sent from another site.
const otherSite = "other-site"

// secured puts what every request must pass before all handlers.
func (s *Server) secured(next http.Handler) (http.Handler, error) {
	cross := http.NewCrossOriginProtection()
	if s.cfg.Origin != "" {
		if err := cross.AddTrustedOrigin(strings.TrimSuffix(s.cfg.Origin, "/")); err != nil {
			return nil, fmt.Errorf("trust origin: %w", err)
		}
	}
	foreign := everySecond(s.log)
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// A wrong --origin refuses everybody: the line has what to compare.
		foreign.note("request of another site refused", "method", r.Method, "path", pathOf(r), "address", addressOf(r),
			"origin", shortened(r.Header.Get("Origin")), "host", shortened(r.Host), "code", otherSite, "status", http.StatusForbidden)
		denied(w, r)
	}))
	return s.recovered(headers(limited(cross.Handler(next)))), nil
}

// denied answers a form that was sent from another site.
func denied(w http.ResponseWriter, r *http.Request) {
	b := Base{Tongue: tongueOf(r)}
	if strings.HasPrefix(r.URL.Path, apiRoot+"/") {
		writeProblem(w, newProblem(http.StatusForbidden, otherSite, b.T("error.other-site")))
		return
	}
	http.Error(w, b.T("error.other-site"), http.StatusForbidden)
}

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		next.ServeHTTP(w, r)
	})
}

// limited bounds the body. Imports are larger and go through their own reader.
func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := int64(maxForm)
		if strings.HasSuffix(r.URL.Path, "/import") {
			limit = maxUpload
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		next.ServeHTTP(w, r)
	})
}

// recovered logs a panic of ours and answers as to any fault: one broken
// request must not take the room down.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler {
				panic(p)
			}
			broken(s.log, w, r, "panic", "panic", p, "stack", string(debug.Stack()))
		}()
		next.ServeHTTP(w, r)
	})
}

// sameOrigin reports whether a websocket handshake comes from a page of ours.
// A script without a browser sends no Origin, and has no cookie to abuse.
func (s *Server) sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	if s.cfg.Origin != "" && origin == strings.TrimSuffix(s.cfg.Origin, "/") {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host == r.Host
}
