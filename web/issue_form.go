package web

import (
	"net/url"
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/front"
	"plenary/negotiation/lang"
)

// issueForm is what was typed to issue a document.
type issueForm struct {
	Kind     negotiation.IssueKind
	Of       string
	Symbol   string
	AsOf     string // local date and time in Zone, or an instant; empty for now
	UpTo     string // the day that the cover names, in Zone; empty for that of the cut-off
	Zone     string
	Language string
	// What stands on the cover, a line a line.
	Organization, Meeting, Held, Series, Name, Forum, Channel string
}

// issueFormOf is the form to begin with, with the cover of the last document, or of
// the one that the draft came in. It holds what there is now: what is late is marked
// so, and a reading that was confirmed after the cut-off is not to be lost.
func issueFormOf(p issuePage, last string) issueForm {
	v := p.View
	cover := v.Cover
	f := issueForm{Kind: negotiation.FirstIssue, Zone: v.Window.Zone, Language: v.Language}
	if n := len(v.Issued); n > 0 {
		cover, f.Kind, f.Of, f.Language = v.Issued[n-1].Cover, negotiation.RevisedIssue, last, v.Issued[n-1].Words
	}
	if f.Zone == "" {
		f.Zone = "UTC"
	}
	f.Symbol = p.Suggested[f.Kind]
	m := front.Of(cover)
	f.Organization, f.Meeting, f.Held = lines(m.Organization), lines(m.Meeting), lines(m.Held)
	f.Series, f.Name, f.Forum, f.Channel = m.Series, m.Title, m.Forum, m.Channel
	if f.Name == "" {
		f.Name = v.Title
	}
	if loc, err := zoneNamed(f.Zone); err == nil {
		f.UpTo = upTo(v.Window, p.Now).In(loc).Format(time.DateOnly)
	}
	return f
}

// upTo is the instant up to which comments have come in a document as of at: the
// cut-off, once that has passed.
func upTo(w negotiation.Window, at time.Time) time.Time {
	if !w.CutOff.IsZero() && w.CutOff.Before(at) {
		return w.CutOff
	}
	return at
}

func readIssueForm(q url.Values) issueForm {
	f := issueForm{Kind: negotiation.IssueKind(q.Get("kind")), Of: q.Get("of"), Symbol: q.Get("symbol"), AsOf: q.Get("as_of"), UpTo: q.Get("up_to"), Zone: q.Get("zone"), Language: q.Get("lang"),
		Organization: q.Get("organization"), Meeting: q.Get("meeting"), Held: q.Get("held"), Series: q.Get("series"),
		Name: q.Get("name"), Forum: q.Get("forum"), Channel: q.Get("channel")}
	if f.Kind == negotiation.FirstIssue {
		f.Of = ""
	}
	return f
}

// issue gives the document of the form, but for what only the record can tell.
func (f issueForm) issue(p issuePage) (negotiation.Issue, error) {
	loc, err := zoneNamed(f.Zone)
	if err != nil {
		return negotiation.Issue{}, err
	}
	tongue, ok := lang.For(f.Language)
	if !ok {
		return negotiation.Issue{}, negotiation.Refuse(negotiation.BadValue, "field", "language", "value", extract(f.Language))
	}
	at := p.Now
	if f.AsOf != "" {
		if at, err = (compilationForm{AsOf: f.AsOf, Zone: f.Zone}).instant(); err != nil {
			return negotiation.Issue{}, err
		}
	}
	if at.After(p.Now) {
		return negotiation.Issue{}, mistake{"compilation.as-of-future"}
	}
	day := upTo(p.View.Window, at).In(loc)
	if f.UpTo != "" {
		if day, err = time.ParseInLocation(time.DateOnly, f.UpTo, loc); err != nil {
			return negotiation.Issue{}, negotiation.Refuse(negotiation.BadValue, "field", "up_to", "value", extract(f.UpTo))
		}
	}
	m := front.Matter{Organization: linesOf(f.Organization), Meeting: linesOf(f.Meeting), Held: linesOf(f.Held),
		Series: negotiation.Normal(f.Series), Symbol: negotiation.Normal(f.Symbol), Title: negotiation.Normal(f.Name),
		Forum: negotiation.Normal(f.Forum), Channel: negotiation.Normal(f.Channel)}
	o := front.Occasion{Kind: f.Kind, Of: f.Of, Issued: p.Now.In(loc), UpTo: day, Original: p.View.Language}
	return newIssue(tongue, m, o, at), nil
}

// newIssue gives a document but for its Seq and its files, which only the record
// can tell.
func newIssue(t lang.Tongue, m front.Matter, o front.Occasion, asOf time.Time) negotiation.Issue {
	return negotiation.Issue{Symbol: m.Symbol, Kind: o.Kind, Of: o.Of, Words: t.Tag(), AsOf: asOf.UTC(), Cover: m.Cover(t, o)}
}

func lines(list []string) string { return strings.Join(list, "\n") }

// linesOf gives the lines of a field that are not blank.
func linesOf(text string) []string {
	var list []string
	for line := range strings.Lines(text) {
		if line = negotiation.Normal(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}
