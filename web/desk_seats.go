package web

import (
	"cmp"
	"context"
	"crypto/rand"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"plenary/negotiation"
	"plenary/negotiation/nations"
)

// seatForm is what was typed to open a seat.
type seatForm struct {
	Role       negotiation.Role
	Delegation negotiation.Delegation
	Kind       negotiation.PartyKind
	MayTable   bool
	// Name is that of the person, which is kept beside the record.
	Name string
	// Days is how long the link is valid.
	Days int
}

// defaultDays is how long a link is valid if nothing else is chosen.
const defaultDays = 30

// Validities are the choices for how many days a link is valid.
func (p deskPage) Validities() []int { return []int{1, 7, defaultDays, 90} }

// Roles are those of which seats can be opened.
func (p deskPage) Roles() []negotiation.Role {
	return []negotiation.Role{negotiation.Delegate, negotiation.Observer, negotiation.Chair, negotiation.Secretariat}
}

// invited is a sign-in link, on the one page that ever shows it.
type invited struct {
	Seat  negotiation.SeatID
	Link  string
	Until time.Time
}

// postSeat opens a seat and shows the link that signs in to it.
func (s *Server) postSeat(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "seat")
	if err != nil {
		return err
	}
	f := r.PostForm
	p.Key = f.Get("key")
	p.Opening = seatForm{Role: negotiation.Role(f.Get("role")), Delegation: asRecorded(p.View.Parties, f.Get("delegation")),
		Kind: negotiation.PartyKind(f.Get("party")), MayTable: f.Has("may-table"), Name: strings.TrimSpace(f.Get("name")), Days: number(f.Get("days"))}
	seat, err := s.openSeat(r.Context(), p)
	if err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	p.Opening = seatForm{MayTable: true, Days: p.Opening.Days}
	return s.invite(w, r, p, seat)
}

// asRecorded gives a delegation the name that the record has for it: whoever types
// "Mexico" for the MEXICO of the draft means no second one, before which nothing
// would wait.
func asRecorded(parties []negotiation.Party, typed string) negotiation.Delegation {
	typed = negotiation.Normal(typed)
	nation, known := nations.Find(typed)
	known = known && !strings.ContainsFunc(typed, func(r rune) bool { return !unicode.IsPrint(r) }) // the law refuses those
	named := negotiation.Delegation(typed)
	for _, p := range slices.Backward(parties) {
		other, also := nations.Find(string(p.Name))
		switch {
		case string(p.Name) == typed:
			return p.Name
		case strings.EqualFold(string(p.Name), typed), known && also && nation.Name == other.Name:
			named = p.Name
		}
	}
	return named
}

func (s *Server) openSeat(ctx context.Context, p deskPage) (negotiation.SeatID, error) {
	f := p.Opening
	if err := f.check(p); err != nil {
		return "", err
	}
	seat := negotiation.Seat{ID: f.id(p.Key), Role: f.Role, Delegation: f.Delegation, MayTable: f.MayTable}
	if _, err := s.submit(ctx, p.View.ID, p.Seat, p.Key, negotiation.OpenSeat{Seat: seat, Kind: f.Kind}); err != nil {
		return "", err
	}
	if f.Name == "" {
		return seat.ID, nil
	}
	return seat.ID, s.cfg.Secrets.SetSeatName(ctx, p.View.ID, seat.ID, f.Name)
}

// check looks at what the law does not know: the name and the validity.
func (f seatForm) check(p deskPage) error {
	if !slices.Contains(p.Validities(), f.Days) {
		return negotiation.Refuse(negotiation.BadValue, "field", "days", "value", f.Days)
	}
	return checkPerson(f.Name)
}

// maxPerson bounds the name of a person in characters, as the field of the form
// does. The record has no such name, so the law says nothing of it.
const maxPerson = 100

// checkPerson refuses what cannot be the name of a person.
func checkPerson(name string) error {
	n := utf8.RuneCountInString(name)
	switch {
	case n > maxPerson:
		return negotiation.Refuse(negotiation.TooLong, "field", "name", "limit", maxPerson, "length", n)
	case !utf8.ValidString(name), strings.ContainsFunc(name, unicode.IsControl):
		return negotiation.Refuse(negotiation.BadText, "field", "name")
	}
	return nil
}

// id makes a name for the seat out of whom it is for and of the form's key, so
// that a form that is sent twice asks for the same seat.
func (f seatForm) id(key string) negotiation.SeatID {
	whom := string(f.Delegation)
	if whom == "" {
		whom = string(f.Role)
	}
	const most = 40
	stem := cmp.Or(negotiation.Slug(whom, most), "seat")
	return negotiation.SeatID(stem + "-" + strings.ToLower(key[:min(len(key), 5)]))
}

// postInvite makes another link to a seat. The earlier ones stay valid: they
// end when the seat is closed.
func (s *Server) postInvite(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "seat")
	if err != nil {
		return err
	}
	id := negotiation.SeatID(r.PathValue("seat"))
	seat, open, err := s.room.Seat(r.Context(), p.View.ID, id)
	if err != nil {
		return err
	}
	if !open || seat.ID == negotiation.SystemSeat {
		return s.refusedDesk(w, r, p, negotiation.Refuse(negotiation.UnknownSeat, "seat", id))
	}
	p.Opening.Days = defaultDays
	return s.invite(w, r, p, id)
}

// invite makes a link and shows it. Only its hash is kept, so this answer is the
// only place where it ever stands; it is not put into the session for a page
// after it, nor into any log.
func (s *Server) invite(w http.ResponseWriter, r *http.Request, p deskPage, seat negotiation.SeatID) error {
	secret := rand.Text()
	now := s.cfg.Clock()
	inv := negotiation.Invitation{Negotiation: p.View.ID, Seat: seat, Created: now, Expires: now.AddDate(0, 0, p.Opening.Days)}
	if err := s.cfg.Secrets.AddInvitation(r.Context(), secret, inv); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	v, err := s.room.View(r.Context(), p.View.ID, p.Seat.Audience())
	if err != nil {
		return err
	}
	p.View = v
	p.Invited = &invited{Seat: seat, Link: s.origin(r) + "/join/" + secret, Until: inv.Expires}
	w.Header().Set("Referrer-Policy", "no-referrer")
	return s.showDesk(w, r, http.StatusOK, p)
}

// origin is the address under which the reader's browser sees the server.
func (s *Server) origin(r *http.Request) string {
	if s.cfg.Origin != "" {
		return strings.TrimSuffix(s.cfg.Origin, "/")
	}
	return "http://" + r.Host
}

// postCloseSeat closes a seat, and with it all links to it.
func (s *Server) postCloseSeat(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "seat")
	if err != nil {
		return err
	}
	id := negotiation.SeatID(r.PathValue("seat"))
	p.Key = r.PostForm.Get("key")
	if _, err := s.submit(r.Context(), p.View.ID, p.Seat, p.Key, negotiation.CloseSeat{Seat: id}); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	if err := s.cfg.Secrets.RevokeInvitations(r.Context(), p.View.ID, id); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/desk", p.T("desk.seat-closed-done", "seat", id))
}
