package web

import (
	"net/url"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

// compilationPage shows a document as it would be printed.
type compilationPage struct {
	here
	Form     compilationForm
	Document negotiation.Compilation
	// In is the Base in the language of the document.
	In Base
}

// documentTab leads to one of the documents.
type documentTab struct {
	What     negotiation.What
	Link     string
	Selected bool
}

// Tabs are the documents, each as of the same instant and in the same language.
func (p compilationPage) Tabs() []documentTab {
	var list []documentTab
	for _, what := range negotiation.Documents() {
		q := url.Values{"what": {string(what)}}
		for _, kept := range p.Kept() {
			if kept.Name != "what" && kept.Name != "day" {
				q.Set(kept.Name, kept.Value)
			}
		}
		list = append(list, documentTab{what, p.address(q), what == p.Form.What})
	}
	return list
}

// keptField is a hidden field of a form that chooses among what is shown.
type keptField struct{ Name, Value string }

// Kept is what was asked for besides the choice: the same document.
func (p compilationPage) Kept() []keptField {
	list := []keptField{{"what", string(p.Form.What)}}
	if p.Form.AsOf != "" {
		list = append(list, keptField{"as_of", p.Form.AsOf}, keptField{"zone", p.Form.Zone})
	}
	if p.Form.Day != "" {
		list = append(list, keptField{"day", p.Form.Day})
	}
	if p.Form.Language != p.View.Language {
		list = append(list, keptField{"lang", p.Form.Language})
	}
	return list
}

// Choose is the address of this page with some other choice of what is shown:
// name before value. Without any, all is shown.
func (p compilationPage) Choose(pairs ...string) string {
	q := url.Values{}
	for _, kept := range p.Kept() {
		q.Set(kept.Name, kept.Value)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	return p.address(q)
}

// Latest is the address of the latest state of the document that is shown.
func (p compilationPage) Latest() string { return p.address(url.Values{"what": {string(p.Form.What)}}) }

func (p compilationPage) address(q url.Values) string {
	return "/n/" + string(p.View.ID) + "/compilation?" + q.Encode()
}

// Behind reports whether the record has moved on since the instant asked for.
func (p compilationPage) Behind() bool { return p.Form.AsOf != "" && p.Document.Seq < p.View.Seq }

// Formats are the names of the formats in which it can be had.
func (p compilationPage) Formats() []string { return format.Names() }

// Zones are those that the field for the zone offers.
func (p compilationPage) Zones() []string { return zones() }

// Shown reports whether there is a document to show.
func (p compilationPage) Shown() bool { return p.Document.Seq > 0 && p.Negotiation.Draft }

// Note names the contributors, in the language of the document's own words.
func (p compilationPage) Note() string {
	if p.Document.What != negotiation.Comments {
		return ""
	}
	states, bodies, title := p.Document.Contributors()
	return p.In.Tongue.Note(states, bodies, title, p.Document.Cover.Channel)
}

// Link is the address at which this very document is had in a format, as of the
// instant that it holds: sent to somebody else, it gives the same.
func (p compilationPage) Link(name string) string {
	q := url.Values{"what": {string(p.Form.What)}, "as_of": {p.Document.AsOf.UTC().Format(time.RFC3339Nano)},
		"lang": {p.Form.Language}, "format": {name}}
	if p.Form.Day != "" {
		q.Set("day", p.Form.Day)
	}
	return p.address(q)
}

// printedBlock is what the template shows of a block.
type printedBlock struct {
	Base
	// Language of the draft's words.
	Language string
	negotiation.Block
}

// Blocks are those of the document.
func (p compilationPage) Blocks() []printedBlock {
	var list []printedBlock
	for _, b := range p.Document.Blocks {
		list = append(list, printedBlock{p.In, p.View.Language, b})
	}
	return list
}

// General are the comments on the whole draft.
func (p compilationPage) General() []printedBlock {
	var list []printedBlock
	for i := range p.Document.General {
		list = append(list, printedBlock{p.In, p.View.Language, negotiation.Block{Restated: &p.Document.General[i]}})
	}
	return list
}

// Label is what is printed before a line.
func (b printedBlock) Label(l negotiation.Line) string {
	if l.Kind == negotiation.Bullet {
		return "•"
	}
	return negotiation.Paragraph{Kind: l.Kind, Label: l.Label}.PrintedLabel()
}

// Saying says something of a proposal, in the language of the document.
func (b printedBlock) Saying(s negotiation.Saying) string { return b.T(s.Key, s.With...) }

// By names those who put a proposal forward.
func (b printedBlock) By() []negotiation.Delegation {
	return append([]negotiation.Delegation{b.Restated.Delegation}, b.Restated.Sponsors...)
}

// Said is what a line is told to be, where its redline alone does not say it.
func (b printedBlock) Said(l negotiation.Line) string {
	switch l.Change {
	case negotiation.Insert:
		return b.T("document.after", "address", l.After)
	case negotiation.Move:
		return b.T("document.moved", "address", l.After)
	case negotiation.Delete:
		return b.T("document.deleted")
	}
	return ""
}

// LocalAsOf reports whether the instant is shown in a field for local times; one
// in the form of RFC 3339 would be lost in it.
func (p compilationPage) LocalAsOf() bool {
	_, err := time.Parse(time.RFC3339, p.Form.AsOf)
	return err != nil
}
