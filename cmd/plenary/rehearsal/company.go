package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// company is those who act in a rehearsal: seats of one negotiation.
type company struct {
	host caller // whoever was invited
	matter
	// amendable are the paragraphs that can be amended.
	amendable []paragraph
	// seats are those that the host may give to viewers and actors, by name; the
	// host's own is among them.
	seats map[string]sitting
}

// sitting is a seat with a secret for it.
type sitting struct {
	seat
	caller
}

// assemble signs in with the secret of an invitation, and invites to all seats where
// that is the Secretariat's.
func assemble(ctx context.Context, server *url.URL, secret string) (*company, error) {
	c := &company{host: caller{http: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: mostWriters}}, server: server, bearer: secret},
		seats: map[string]sitting{}}
	var list struct {
		Negotiations []matter `json:"negotiations"`
	}
	if err := c.host.get(ctx, "/negotiations", &list); err != nil {
		return nil, fmt.Errorf("ask which negotiation the invitation is to: %w", err)
	}
	for _, n := range list.Negotiations {
		if n.Seat != nil {
			c.matter = n
		}
	}
	if c.Seat == nil {
		return nil, errors.New("the invitation is to no seat that is open")
	}
	c.seats[c.Seat.ID] = sitting{*c.Seat, c.host}
	if err := c.read(ctx); err != nil {
		return nil, err
	}
	if c.Seat.Role != "secretariat" {
		return c, nil
	}
	return c, c.invite(ctx)
}

// path is that of something in the negotiation, in the API.
func (c *company) path(of string) string { return "/negotiations/" + url.PathEscape(c.ID) + of }

// read reads the text as it is now.
func (c *company) read(ctx context.Context) error {
	if err := c.host.get(ctx, c.path(""), &c.matter); err != nil {
		return fmt.Errorf("read the negotiation: %w", err)
	}
	c.amendable = nil
	for _, p := range c.Paragraphs {
		if !p.Deleted && p.Kind != "heading" && p.Kind != "group" {
			c.amendable = append(c.amendable, p)
		}
	}
	return nil
}

// invite gets a secret for each seat that is open, up to mostSeats.
func (c *company) invite(ctx context.Context) error {
	var list struct {
		Seats []seat `json:"seats"`
	}
	if err := c.host.get(ctx, c.path("/seats"), &list); err != nil {
		return fmt.Errorf("list the seats: %w", err)
	}
	for _, s := range list.Seats {
		if s.Closed || s.ID == c.Seat.ID || len(c.seats) >= mostSeats {
			continue
		}
		to, err := c.secretFor(ctx, s)
		if err != nil {
			return err
		}
		c.seats[s.ID] = to
	}
	return nil
}

// mostSeats bounds the seats that take part: a server takes few commands at once
// from one sign-in, and invitations are commands.
const mostSeats = 16

// secretFor gets one more secret for a seat, which only the Secretariat does.
func (c *company) secretFor(ctx context.Context, s seat) (sitting, error) {
	var invitation struct {
		Secret string `json:"secret"`
	}
	ask := struct {
		ValidFor string `json:"valid_for"`
	}{"24h"}
	if err := c.host.post(ctx, c.path("/seats/"+url.PathEscape(s.ID)+"/invitations"), ask, &invitation); err != nil {
		return sitting{}, fmt.Errorf("invite to the seat %s: %w", s.ID, err)
	}
	return sitting{s, c.host.as(invitation.Secret)}, nil
}

// rehearsalTitle is how the title of a negotiation begins that may be written into.
const rehearsalTitle = "Rehearsal"

// mayWrite refuses a negotiation in earnest: what is recorded stays.
func (c *company) mayWrite() error {
	if strings.HasPrefix(c.Title, rehearsalTitle) {
		return nil
	}
	return fmt.Errorf("the title of %q does not begin with %q, and what a rehearsal writes stays in the record: open a negotiation with such a title, or look on without writing with --rate 0", c.Title, rehearsalTitle)
}

// mostWriters is how many tables and withdraws at once: a server takes 20 commands
// a second from one sign-in, so as many as this are needed to load it.
const mostWriters = 24

// writers gives a scene for each that may table, several for each seat where the host
// may invite.
func (c *company) writers(ctx context.Context) ([]scene, error) {
	var tablers []sitting
	for _, s := range c.seats {
		if s.MayTable {
			tablers = append(tablers, s)
		}
	}
	if len(tablers) == 0 || len(c.amendable) == 0 {
		return nil, errors.New("nobody may table, or there is no text: open a seat for a delegation, and the window for proposals")
	}
	given := len(tablers)
	for i := 0; c.Seat.Role == "secretariat" && len(tablers) < mostWriters; i++ {
		more, err := c.secretFor(ctx, tablers[i%given].seat)
		if err != nil {
			return nil, err
		}
		tablers = append(tablers, more)
	}
	scenes := make([]scene, len(tablers))
	for i, s := range tablers {
		scenes[i] = &tabling{company: c, as: s, turn: i}
	}
	return scenes, nil
}
