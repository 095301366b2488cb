package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// convene opens a session. Where there can be none, the error is errNoSession.
func convene(ctx context.Context, c *company) (*meeting, error) {
	m := &meeting{company: c}
	for _, s := range c.seats {
		switch {
		case s.Role == "secretariat":
			m.secretariat = s
		case s.Role == "chair":
			m.chair = s
		case s.MayTable:
			m.delegations = append(m.delegations, s)
		}
	}
	if m.secretariat.ID == "" || m.chair.ID == "" || len(m.delegations) < 2 {
		return nil, fmt.Errorf("%w: it takes an invitation of the Secretariat, a Chair and two delegations", errNoSession)
	}
	// Those who table have the rest.
	n := (len(c.amendable) + 2) / 3
	m.paragraphs, c.amendable = c.amendable[:n], c.amendable[n:]
	var now session
	if err := c.host.get(ctx, c.path("/session"), &now); err != nil {
		if p := new(problem); errors.As(err, &p) && p.Status == http.StatusNotFound {
			return nil, fmt.Errorf("%w: the server knows none", errNoSession)
		}
		return nil, fmt.Errorf("read the session: %w", err)
	}
	if now.Status == "" || now.Status == "closed" {
		if _, err := m.act(ctx, m.chair, "schedule", words{"title": "A rehearsal", "object_within": objectWithin}); err != nil {
			return nil, fmt.Errorf("announce a session: %w", err)
		}
	}
	if now.Status != "open" {
		if _, err := m.act(ctx, m.chair, "open", nil); err != nil {
			return nil, fmt.Errorf("open the session: %w", err)
		}
	}
	return m, nil
}

// act gives an act of the session.
func (m *meeting) act(ctx context.Context, as sitting, name string, w words) (r receipt, err error) {
	path := m.company.path("/session/" + name)
	if w == nil {
		err = as.call(ctx, http.MethodPost, path, nil, &r)
	} else {
		err = as.post(ctx, path, w, &r)
	}
	return r, err
}

// look reads what is on the floor.
func (m *meeting) look(ctx context.Context) error {
	var s session
	if err := m.chair.get(ctx, m.company.path("/session"), &s); err != nil {
		return fmt.Errorf("read the session: %w", err)
	}
	m.floor = s.Floor
	return nil
}
