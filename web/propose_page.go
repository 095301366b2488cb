package web

import (
	"slices"
	"time"

	"plenary/negotiation"
)

// proposePage is the form, and with Confirm the question whether to table it.
type proposePage struct {
	here
	// Target is the paragraph that the page is about; nil for the whole draft.
	Target  *negotiation.ParagraphView
	Form    proposeForm
	Preview *previewPart
	Confirm bool
	Stale   []staleWords
	// Saved is when the draft was saved from which the form was filled.
	Saved time.Time
	// Stamp is when a draft of this form was last saved, for the browser: words that
	// it kept before that are not put over what was saved. Empty if there is none.
	Stamp string
	// Typed says that the form comes back as it was sent: nothing that a browser
	// kept from before may be put over it.
	Typed bool
}

// place is the id of the paragraph that the page is about, or empty.
func (p *proposePage) place() negotiation.ParagraphID {
	if p.Target == nil {
		return ""
	}
	return p.Target.ID
}

// Address is that of the paragraph, for readers.
func (p proposePage) Address() string {
	if p.Target == nil {
		return ""
	}
	return p.Target.Address
}

// Action is where the form is sent: by id, since an address may change while
// somebody types.
func (p proposePage) Action() string {
	if p.Target == nil {
		return "/n/" + string(p.View.ID) + "/propose"
	}
	return "/n/" + string(p.View.ID) + "/p/" + string(p.Target.ID) + "/propose"
}

func (p *proposePage) heading() string {
	switch {
	case p.Form.Again != "":
		return p.T("propose.title-again", "number", p.Form.Again)
	case p.Form.Replaces != "":
		return p.T("propose.title-version", "number", p.Form.Replaces)
	case p.Target == nil:
		return p.T("propose.title-draft")
	}
	return p.T("propose.title", "address", p.Target.Address)
}

// Kinds are the changes that may be proposed here, the usual one first.
func (p proposePage) Kinds() []negotiation.ChangeKind {
	switch {
	case p.Target == nil:
		return []negotiation.ChangeKind{negotiation.Comment}
	case p.Target.Deleted:
		return []negotiation.ChangeKind{negotiation.Comment, negotiation.RequestText}
	}
	kinds := []negotiation.ChangeKind{negotiation.Amend, negotiation.Insert, negotiation.Delete, negotiation.Move,
		negotiation.RequestText, negotiation.Comment}
	if p.Target.Kind == negotiation.Heading {
		kinds = slices.DeleteFunc(kinds, func(k negotiation.ChangeKind) bool { return k == negotiation.Move })
	}
	return kinds
}

// offers reports whether a kind of change may be proposed here.
func (p proposePage) offers(k negotiation.ChangeKind) bool { return slices.Contains(p.Kinds(), k) }

// wordsField is a paragraph whose words may be changed in the form.
type wordsField struct {
	negotiation.ParagraphView
	Base  int
	Text  string
	Typed bool
	// Rows is how high the field is shown.
	Rows int
}

// Fields are the paragraph that the page is about, the items below it, and what
// else the form amends.
func (p proposePage) Fields() []wordsField {
	var list []wordsField
	for _, para := range p.View.Paragraphs {
		w, typed := p.Form.Words[para.ID]
		if !typed && (para.Deleted || para.ID != p.place() && (para.Parent != p.place() || !para.Kind.Sub())) {
			continue
		}
		field := wordsField{ParagraphView: para, Base: para.Version, Text: para.Text}
		if typed {
			field.Base, field.Text, field.Typed = w.Base, w.Text, true
		}
		field.Rows = min(2+len(field.Text)/60, 14)
		list = append(list, field)
	}
	return list
}

// TypedBelow reports whether words of an item below were changed: then the list
// of items is shown open.
func (p proposePage) TypedBelow() bool {
	for id := range p.Form.Words {
		if id != p.place() {
			return true
		}
	}
	return false
}

// Forms are the kinds of paragraph that may stand after this one.
func (p proposePage) Forms() []negotiation.Kind {
	var list []negotiation.Kind
	for _, k := range []negotiation.Kind{negotiation.Numbered, negotiation.Lettered, negotiation.Roman, negotiation.Bullet,
		negotiation.Plain, negotiation.Group, negotiation.Heading} {
		if mayFollow(p.Target.Paragraph, k) {
			list = append(list, k)
		}
	}
	return list
}

// Places are the paragraphs behind which this one may be moved.
func (p proposePage) Places() []negotiation.ParagraphView {
	var list []negotiation.ParagraphView
	for _, para := range p.View.Paragraphs {
		if !para.Deleted && para.ID != p.Target.ID && para.Parent != p.Target.ID && mayFollow(para.Paragraph, p.Target.Kind) {
			list = append(list, para)
		}
	}
	return list
}

// mayFollow is what the form offers; the law decides.
func mayFollow(after negotiation.Paragraph, k negotiation.Kind) bool {
	if k.Sub() {
		return !after.Kind.IsHeading()
	}
	return !after.Kind.Sub()
}

// Beginning is as much of a paragraph as tells it from others in a list.
func (here) Beginning(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// CoSponsors are the delegations that may put a proposal forward together with this one.
func (p proposePage) CoSponsors() []negotiation.Delegation {
	var list []negotiation.Delegation
	for _, party := range p.View.Parties {
		if party.Name != p.Seat.Delegation {
			list = append(list, party.Name)
		}
	}
	return list
}

// Sponsors reports whether a delegation is ticked as sponsor.
func (p proposePage) Sponsors(d negotiation.Delegation) bool {
	return slices.Contains(p.Form.Sponsors, d)
}

// Categories and Tongues are the choices of the form.
func (p proposePage) Categories() []negotiation.Category {
	return []negotiation.Category{negotiation.Substantive, negotiation.Editorial, negotiation.Translation, negotiation.Technical}
}

// KeptLines shows the changes taken over from the proposal before.
func (p proposePage) KeptLines() []keptLine {
	kept, err := p.kept()
	if err != nil {
		return nil // it is refused, with its reason, where the form would be sent
	}
	var list []keptLine
	for i, line := range newPreview(p.Base, p.View, kept).Lines {
		list = append(list, keptLine{Index: p.Form.Keep[i].Index, Version: p.Form.Keep[i].Base, previewLine: line})
	}
	return list
}

type keptLine struct {
	Index, Version int
	previewLine
}

// Kind is which change the form is for.
func (p proposePage) Kind() negotiation.ChangeKind { return p.Form.Kind }

// Speaker is on whose behalf the form would be sent.
func (p proposePage) Speaker() negotiation.Delegation { return p.speaker() }

// FromFloor reports whether the form is for the paragraph that the meeting is on:
// what is tabled now is put forward in the room, whatever the window is.
func (p proposePage) FromFloor() bool { return onFloor(p.View, p.place()) }

// Late reports whether what is tabled now is late.
func (p proposePage) Late() bool {
	_, answers := p.answers()
	return !answers && !p.FromFloor() && !p.View.Window.CutOff.IsZero() && p.Now.After(p.View.Window.CutOff)
}

// Takes reports whether anything is taken now; if not, a draft can be saved all
// the same.
func (p proposePage) Takes() bool {
	_, answers := p.answers()
	return answers || p.FromFloor() || p.View.Window.Open && !(p.Late() && p.View.Window.Late == negotiation.RefuseLate)
}

// Answers reports whether the form is taken whatever the window is.
func (p proposePage) Answers() bool {
	_, answers := p.answers()
	return answers
}

// formPath is this page's address with a query, by kind.
func (p *proposePage) formPath(pairs ...string) string {
	path := p.Action() + "?kind=" + string(p.Form.Kind)
	for i := 0; i+1 < len(pairs); i += 2 {
		path += "&" + pairs[i] + "=" + pairs[i+1]
	}
	return path
}
