package web

import (
	"bytes"
	"context"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/lang"
)

// compilationForm is what was asked for, as it was typed.
type compilationForm struct {
	What negotiation.What
	// AsOf is an instant [RFC 3339], or a local date and time in Zone, as a
	// datetime-local field gives it; empty for the newest state.
	AsOf, Zone string
	// Language of the document's own sentences.
	Language string
	// What of the document the page shows; files hold the whole. Only leaves out of
	// the consolidated text what has no brackets; Status and Delegations choose
	// rows or columns of the tables, Paragraph one row of the comparative.
	Only        bool
	Status      negotiation.Status
	Delegations []negotiation.Delegation
	Paragraph   string
	// Day is that of the record of the sessions; empty for all.
	Day string
}

// getCompilation shows a document, or with a format gives it as a file. The same
// address, with as_of, gives the same bytes for ever to whoever may see the same.
func (s *Server) getCompilation(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	p := compilationPage{here: h, Form: readCompilationForm(r.URL.Query(), h.View)}
	p.Title, p.Here = p.T("document."+string(negotiation.Comments)), "compilation"
	code := http.StatusOK
	err = p.Form.check()
	if err == nil {
		p.Title = p.T("document." + string(p.Form.What))
		p.Document, err = s.compile(r.Context(), h, p.Form)
	}
	if name := r.URL.Query().Get("format"); err == nil && name != "" {
		err = writeDocument(w, name, p.Document)
		if err == nil {
			return nil
		}
	}
	if err != nil {
		p.Refused, code = s.refusedForm(r, p.Base, err)
	}
	if p.Form.AsOf == "" {
		// It has no row of the text: once one changes, it says that it is out of date.
		p.Part = "row"
	}
	p.In = p.Base
	p.In.Tongue, _ = lang.For(p.Form.Language)
	s.pages.render(w, r, code, "compilation", p, s.log)
	return nil
}

func readCompilationForm(q url.Values, v negotiation.View) compilationForm {
	f := compilationForm{What: negotiation.What(q.Get("what")), AsOf: q.Get("as_of"), Zone: q.Get("zone"), Language: q.Get("lang"),
		Only: q.Get("only") == "bracketed", Status: negotiation.Status(q.Get("status")), Paragraph: q.Get("paragraph"), Day: q.Get("day")}
	for _, d := range q["delegation"] {
		if d != "" {
			f.Delegations = append(f.Delegations, negotiation.Delegation(d))
		}
	}
	if f.What == "" {
		f.What = negotiation.Comments
	}
	if f.Zone == "" {
		f.Zone = v.Window.Zone
	}
	if f.Zone == "" {
		f.Zone = "UTC"
	}
	if f.Language == "" {
		// Not the reader's: a document must not depend on whose browser asks.
		f.Language = v.Language
	}
	return f
}

func (f compilationForm) check() error {
	if !slices.Contains(negotiation.Languages(), f.Language) {
		return negotiation.Refuse(negotiation.BadValue, "field", "language", "value", extract(f.Language))
	}
	if !slices.Contains(negotiation.Documents(), f.What) {
		return negotiation.Refuse(negotiation.BadValue, "field", "what", "value", extract(string(f.What)))
	}
	return nil
}

// compile makes the document for the reader of h. A document of the future is
// refused: it would be another one tomorrow.
func (s *Server) compile(ctx context.Context, h here, f compilationForm) (negotiation.Compilation, error) {
	v := h.View
	compiled := s.document
	if f.AsOf != "" {
		at, err := f.instant()
		switch {
		case err != nil:
			return negotiation.Compilation{}, err
		case at.After(h.Now):
			return negotiation.Compilation{}, mistake{"compilation.as-of-future"}
		case at.Before(v.At):
			compiled = compilePast
			if v, err = s.room.AsOf(ctx, v.ID, h.Seat.Audience(), at); err != nil {
				return negotiation.Compilation{}, err
			}
		}
		if !v.Readable {
			return negotiation.Compilation{}, mistake{"compilation.as-of-early"}
		}
	}
	c, err := compiled(ctx, v, f.What)
	if err != nil {
		return c, err
	}
	c.Words = f.Language
	return c.OfDay(f.Day, lang.Zone(c.Zone))
}

func (f compilationForm) instant() (time.Time, error) {
	if at, err := time.Parse(time.RFC3339, f.AsOf); err == nil {
		return at, nil
	}
	loc, err := zoneNamed(f.Zone)
	if err != nil {
		return time.Time{}, err
	}
	at, err := instant(f.AsOf, loc)
	if err == errNoTime {
		err = mistake{"compilation.as-of-bad"}
	}
	return at, err
}

// writeDocument gives a document as a file to be saved, under a name that says
// what it is and as of when.
func writeDocument(w http.ResponseWriter, name string, c negotiation.Compilation) error {
	f, err := format.Find(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := format.Write(&b, name, c); err != nil {
		return err
	}
	file := documentName(c) + "-" + c.AsOf.UTC().Format("20060102T150405Z") + "-" + c.Words + f.Extension()
	w.Header().Set("Content-Type", f.MediaType)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": file}))
	w.Header().Set("Cache-Control", "private, no-store")
	_, _ = w.Write(b.Bytes()) // the reader has gone: nobody is left to tell
	return nil
}

// documentName is how the file of a document begins: whose it is, what it is, and
// which revision of the text it holds, where it counts them.
func documentName(c negotiation.Compilation) string {
	name := string(c.ID) + "-" + string(c.What)
	if t := c.Consolidated; t != nil && t.Revision > 0 {
		name += "-rev" + strconv.Itoa(t.Revision)
	}
	if c.Record != nil && c.Record.Day != "" {
		name += "-" + c.Record.Day
	}
	return name
}
