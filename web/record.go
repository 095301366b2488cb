package web

import (
	"net/http"
	"net/url"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/lang"
)

// recordPage is the record of the sessions: what happened, by days, how far the
// meeting has come, and what still needs a decision. Each act and each outcome has an
// id, to be looked up with a link.
type recordPage struct {
	here
	Told     recordPart
	BurnDown burndownPart
	// Day is the one that was asked for; empty for all.
	Day string
	// All are the days of the whole record.
	All []dayEntry
	// AsOf is that of the record.
	AsOf time.Time
}

// dayEntry leads to a day of the record.
type dayEntry struct {
	Title, Link string
	Selected    bool
}

func (s *Server) getRecord(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	h.Here, h.Part, h.Title = "room", "row", h.T("document.record")
	whole, err := s.document(r.Context(), h.View, negotiation.Record)
	if err != nil {
		return err
	}
	zone := lang.Zone(whole.Zone)
	p := recordPage{here: h, Day: r.URL.Query().Get("day"), AsOf: whole.AsOf, BurnDown: burndownPart{Base: h.Base, Counts: whole.Record.History}}
	code := http.StatusOK
	shown, err := whole.OfDay(p.Day, zone)
	if err != nil {
		p.Refused, code = s.refusedForm(r, p.Base, err)
		shown, p.Day = whole, ""
	}
	p.Told = recordPart{Base: h.Base, Language: h.View.Language, Record: *shown.Record, zone: zone}
	p.All = p.days(*whole.Record)
	s.pages.render(w, r, code, "record", p, s.log)
	return nil
}

// days lists the days of the whole record, behind all of them.
func (p recordPage) days(whole negotiation.SessionRecord) []dayEntry {
	path := "/n/" + string(p.View.ID) + "/session/record"
	list := []dayEntry{{p.T("record.all-days"), path, p.Day == ""}}
	for _, d := range whole.Days(p.Told.zone) {
		list = append(list, dayEntry{p.Tongue.Date(d.At, p.Told.zone), path + "?day=" + d.Date, d.Date == p.Day})
	}
	return list
}

// Formats are the names of the formats in which it can be had.
func (p recordPage) Formats() []string { return format.Names() }

// File is the address at which this very record is had in a format, in the words of
// the reader.
func (p recordPage) File(name string) string {
	q := url.Values{"what": {string(negotiation.Record)}, "as_of": {p.AsOf.UTC().Format(time.RFC3339Nano)}, "lang": {p.Tongue.Tag()}, "format": {name}}
	if p.Day != "" {
		q.Set("day", p.Day)
	}
	return "/n/" + string(p.View.ID) + "/compilation?" + q.Encode()
}
