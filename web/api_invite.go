package web

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// How long an invitation is valid: if not said otherwise, and at most.
const (
	usualInvitation   = defaultDays * 24 * time.Hour
	longestInvitation = 366 * 24 * time.Hour
)

type apiInvite struct {
	_ struct{} `additionalProperties:"false"`

	ValidFor string `json:"valid_for,omitempty" doc:"How long the link can be used, in hours, minutes and seconds; 720h if left out, 8784h at most." example:"168h"`
}

type inInvite struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Seat string `path:"seat" doc:"Which seat." example:"mexico"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key from the same sign-in gives the same link." example:"3f1c7a9e"`
	Body *apiInvite

	host string
}

// Resolve keeps under which name the caller knows this server.
func (in *inInvite) Resolve(ctx huma.Context) []error {
	in.host = ctx.Host()
	return nil
}

func (s *Server) apiInvite(ctx context.Context, in *inInvite) (apiInvitation, error) {
	id, seatID := negotiation.NegotiationID(in.ID), negotiation.SeatID(in.Seat)
	seat, _, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiInvitation{}, err
	}
	if !seat.Role.HoldsPen() {
		return apiInvitation{}, negotiation.Refuse(negotiation.NotAllowed, "role", seat.Role, "act", "seat")
	}
	_, ok, err := s.room.Seat(ctx, id, seatID)
	if err != nil {
		return apiInvitation{}, err
	}
	if !ok || seatID == negotiation.SystemSeat { // the server's own is nobody's to sit on
		return apiInvitation{}, negotiation.Refuse(negotiation.UnknownSeat, "seat", shortened(in.Seat))
	}
	valid, refusal := in.valid()
	if refusal != nil {
		return apiInvitation{}, refusal
	}
	now := s.cfg.Clock()
	inv := negotiation.Invitation{Negotiation: id, Seat: seatID, Created: now, Expires: now.Add(valid)}
	secret, inv, err := s.keepInvitation(ctx, in.Key, inv)
	origin := strings.TrimSuffix(s.cfg.Origin, "/")
	if origin == "" {
		origin = "http://" + in.host
	}
	return apiInvitation{Link: origin + "/join/" + secret, Secret: secret, Expires: inv.Expires.UTC()}, err
}

// valid is for how long an invitation is asked.
func (in *inInvite) valid() (time.Duration, *negotiation.Refusal) {
	if in.Body == nil || in.Body.ValidFor == "" {
		return usualInvitation, nil
	}
	d, err := time.ParseDuration(in.Body.ValidFor)
	if err != nil || d <= 0 || d > longestInvitation {
		return 0, negotiation.Refuse(negotiation.BadValue, "field", "valid_for", "value", shortened(in.Body.ValidFor))
	}
	return d, nil
}

// keepInvitation keeps inv under a secret. Under a key it is kept once: the secret
// itself cannot be looked up, so it is made anew from what only the caller holds.
func (s *Server) keepInvitation(ctx context.Context, key string, inv negotiation.Invitation) (string, negotiation.Invitation, error) {
	if key == "" {
		secret := make([]byte, sha256.Size)
		_, _ = rand.Read(secret) // never fails
		text := base64.RawURLEncoding.EncodeToString(secret)
		return text, inv, s.cfg.Secrets.AddInvitation(ctx, text, inv)
	}
	secret := s.secretUnder(ctx, key, inv)
	kept, err := s.cfg.Secrets.Invitation(ctx, secret, inv.Created)
	switch {
	case errors.Is(err, negotiation.ErrNotFound):
		return secret, inv, s.cfg.Secrets.AddInvitation(ctx, secret, inv)
	case err != nil:
		return secret, inv, err
	case kept.Expires.Sub(kept.Created) != inv.Expires.Sub(inv.Created):
		return secret, inv, negotiation.Refuse(negotiation.SameKey, "key", key)
	}
	return secret, kept, nil
}

// secretUnder derives a secret from the caller's own, which has 256 random
// bits: nobody without it can tell what comes out.
func (s *Server) secretUnder(ctx context.Context, key string, inv negotiation.Invitation) string {
	own := visitorOf(ctx).bearer
	if own == "" {
		own = s.sessions.Token(ctx)
	}
	mac := hmac.New(sha256.New, []byte(own))
	for _, part := range []string{"invitation", string(inv.Negotiation), string(inv.Seat), key} {
		mac.Write([]byte(part + "\x00")) // a hash takes everything
	}
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
