package web

import (
	"net/url"
	"strings"

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
	Zone     string
	Language string
	// What stands on the cover, a line a line.
	Organization, Meeting, Held, Series, Name, Forum, Channel string
}

// issueFormOf is the form to begin with: the cover of the last document, or of the
// one that the draft came in, and the cut-off where it has passed.
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
	if loc, err := zoneNamed(f.Zone); err == nil && v.Window.CutOff.Before(p.Now) && v.Window.CutOff.After(v.Paragraphs[0].Versions[0].At) && f.Kind == negotiation.FirstIssue {
		f.AsOf = v.Window.CutOff.In(loc).Format(localTime)
	}
	return f
}

func readIssueForm(q url.Values) issueForm {
	f := issueForm{Kind: negotiation.IssueKind(q.Get("kind")), Of: q.Get("of"), Symbol: q.Get("symbol"), AsOf: q.Get("as_of"), Zone: q.Get("zone"), Language: q.Get("lang"),
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
	m := front.Matter{Organization: linesOf(f.Organization), Meeting: linesOf(f.Meeting), Held: linesOf(f.Held),
		Series: negotiation.Normal(f.Series), Symbol: negotiation.Normal(f.Symbol), Title: negotiation.Normal(f.Name),
		Forum: negotiation.Normal(f.Forum), Channel: negotiation.Normal(f.Channel)}
	o := front.Occasion{Kind: f.Kind, Of: f.Of, Issued: p.Now.In(loc), AsOf: at.In(loc), Original: p.View.Language}
	return newIssue(tongue, m, o), nil
}

// newIssue gives a document but for its Seq and its files, which only the record
// can tell.
func newIssue(t lang.Tongue, m front.Matter, o front.Occasion) negotiation.Issue {
	return negotiation.Issue{Symbol: m.Symbol, Kind: o.Kind, Of: o.Of, Words: t.Tag(), AsOf: o.AsOf.UTC(), Cover: m.Cover(t, o)}
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
