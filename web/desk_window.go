package web

import (
	"net/http"
	"strings"
	"time"

	"plenary/negotiation"
)

// windowForm is what was typed to open the window for proposals.
type windowForm struct {
	// CutOff is a local date and time, as a datetime-local field gives it, and
	// Zone the IANA name of the zone that it is in. Empty: no cut-off.
	CutOff string
	Zone   string
	Late   negotiation.LatePolicy
}

// localTime is the form of a datetime-local field [HTML 2.3.5.5].
const localTime = "2006-01-02T15:04"

func windowFormOf(w negotiation.Window) windowForm {
	f := windowForm{Zone: w.Zone, Late: w.Late}
	if f.Zone == "" {
		f.Zone = "America/New_York"
	}
	if f.Late == "" {
		f.Late = negotiation.MarkLate
	}
	if loc, err := zoneNamed(f.Zone); err == nil && !w.CutOff.IsZero() {
		f.CutOff = w.CutOff.In(loc).Format(localTime)
	}
	return f
}

// postWindow opens the window, changes its terms, or closes it.
func (s *Server) postWindow(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "window")
	if err != nil {
		return err
	}
	var c negotiation.Command = negotiation.CloseComments{}
	said := "desk.window-closed"
	p.Key = r.PostForm.Get("key")
	if r.PostForm.Get("act") != "close" {
		said = "desk.window-open"
		p.Window = windowForm{CutOff: r.PostForm.Get("cutoff"), Zone: r.PostForm.Get("zone"), Late: negotiation.LatePolicy(r.PostForm.Get("late"))}
		if c, err = p.Window.command(p.Base); err != nil {
			return s.refusedDesk(w, r, p, err)
		}
	}
	if _, err := s.submit(r.Context(), p.View.ID, p.Seat, p.Key, c); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/desk", p.T(said))
}

// command gives the wish of the form. Where the clocks are set back and a local
// time happens twice, the later instant counts: nobody comes late by it.
func (f windowForm) command(b Base) (negotiation.Command, error) {
	c := negotiation.OpenComments{Zone: f.Zone, Late: f.Late}
	loc, err := zoneNamed(f.Zone)
	if err != nil {
		return nil, err
	}
	if f.CutOff == "" {
		return c, nil
	}
	c.CutOff, err = instant(f.CutOff, loc)
	return c, err
}

// zoneNamed gives the zone of an IANA name. "Local" would be that of the
// server's machine, which says nothing to anybody else.
func zoneNamed(name string) (*time.Location, error) {
	if name == "" || name == "Local" || len(name) > negotiation.MaxName {
		return nil, negotiation.Refuse(negotiation.BadValue, "field", "zone", "value", extract(name))
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, negotiation.Refuse(negotiation.BadValue, "field", "zone", "value", name)
	}
	return loc, nil
}

// errNoTime is the answer to what is no date and time.
var errNoTime = mistake{"desk.cut-off-bad"}

// instant gives the instant of a local date and time. It refuses one that does
// not exist there, because the clocks were set over it: silently moving a
// cut-off by an hour is what nobody would expect.
func instant(local string, loc *time.Location) (time.Time, error) {
	local = strings.Replace(strings.TrimSpace(local), " ", "T", 1)
	layout := localTime
	if len(local) > len(localTime) {
		layout += ":05" // browsers give seconds where they are not zero
	}
	t, err := time.ParseInLocation(layout, local, loc)
	if err != nil {
		return t, errNoTime
	}
	if t.Format(layout) != local {
		return t, mistake{"desk.cut-off-skipped"}
	}
	// ParseInLocation does not say which of two instants it gives; no zone sets
	// its clocks back by more than two hours.
	for _, back := range []time.Duration{30 * time.Minute, time.Hour, 2 * time.Hour} {
		if later := t.Add(back); later.Format(layout) == local {
			return later, nil
		}
	}
	return t, nil
}

// Zones are those that the field for the zone offers; any other may be typed.
func (p deskPage) Zones() []string { return zones() }

func zones() []string {
	return strings.Fields(`America/New_York America/Barbados America/Mexico_City America/Bogota America/Lima
America/Santiago America/Argentina/Buenos_Aires America/Sao_Paulo America/Asuncion America/Montevideo America/La_Paz
America/Caracas America/Guayaquil America/Panama America/Costa_Rica America/Guatemala America/El_Salvador
America/Tegucigalpa America/Managua America/Havana America/Santo_Domingo America/Port-au-Prince America/Jamaica
America/Port_of_Spain America/Guyana America/Paramaribo America/Belize America/Nassau America/Toronto America/Vancouver
America/Chicago America/Denver America/Los_Angeles UTC Europe/London Europe/Paris Europe/Madrid Europe/Zurich
Africa/Nairobi Africa/Addis_Ababa Africa/Lagos Asia/Bangkok Asia/Tokyo Asia/Dubai`)
}
