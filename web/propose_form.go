package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// proposeForm is what was typed, as it was typed. Its JSON is also the form of a
// private draft, so that what was saved opens as it was left.
type proposeForm struct {
	Kind negotiation.ChangeKind
	// Words are the new words of amended paragraphs: of the one that the page is
	// about, of the items below it, and of others that the same proposal amends.
	// What is not here has the words of the draft.
	Words map[negotiation.ParagraphID]seenWords
	// Base is the version of the paragraph that the other kinds were typed on.
	Base int
	// Text is that of an insertion, a request or a comment.
	Text string
	// As is the kind of the paragraph to insert, After the place of a move.
	As       negotiation.Kind
	After    negotiation.ParagraphID
	Reason   string
	Category negotiation.Category
	Language string
	Sponsors []negotiation.Delegation
	// Delegation is on whose behalf the Secretariat types, Other one that is new here.
	Delegation, Other negotiation.Delegation
	// Again and Replaces name the proposal that this one follows; Keep are those
	// of its changes that this form cannot edit and takes over.
	Again, Replaces negotiation.ProposalID
	Keep            []keptChange
	// Key is the idempotency key. It is saved with a draft as well: an answer
	// lost on the way must not lead to a second proposal.
	Key string
}

// seenWords are words typed for a paragraph, and the version they were typed on.
type seenWords struct {
	Base int
	Text string
}

// keptChange is a change of the proposal before, by its index there, and the
// version that it is based on now.
type keptChange struct{ Index, Base int }

// touched reports whether w says anything else than the version it was typed on.
func (w seenWords) touched(p negotiation.ParagraphView) bool {
	return negotiation.Normal(w.Text) != textAt(p, w.Base)
}

// textAt gives the words of a version, and none for a version that never was.
func textAt(p negotiation.ParagraphView, version int) string {
	if version < 1 || version > len(p.Versions) {
		return ""
	}
	return p.Versions[version-1].Text
}

// readProposeForm reads the fields; it takes everything and judges nothing.
func readProposeForm(f url.Values, v negotiation.View) proposeForm {
	form := proposeForm{
		Kind:       negotiation.ChangeKind(f.Get("kind")),
		Words:      map[negotiation.ParagraphID]seenWords{},
		Base:       number(f.Get("base")),
		Text:       f.Get("text"),
		As:         negotiation.Kind(f.Get("as")),
		After:      negotiation.ParagraphID(f.Get("after")),
		Reason:     f.Get("reason"),
		Category:   negotiation.Category(f.Get("category")),
		Language:   f.Get("language"),
		Delegation: negotiation.Delegation(f.Get("delegation")),
		Other:      negotiation.Delegation(f.Get("other")),
		Again:      negotiation.ProposalID(f.Get("again")),
		Replaces:   negotiation.ProposalID(f.Get("replaces")),
		Key:        f.Get("key"),
	}
	for _, p := range v.Paragraphs {
		if id := string(p.ID); f.Has("words." + id) {
			form.Words[p.ID] = seenWords{Base: number(f.Get("base." + id)), Text: f.Get("words." + id)}
		}
	}
	for _, name := range f["sponsor"] {
		form.Sponsors = append(form.Sponsors, negotiation.Delegation(name))
	}
	for _, kept := range f["keep"] {
		index, base, _ := strings.Cut(kept, "@")
		form.Keep = append(form.Keep, keptChange{number(index), number(base)})
	}
	return form
}

// number reads a whole number that a form of ours wrote; anything else is -1,
// which is no version and no index.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// startFresh gives an empty form of a kind.
func (p *proposePage) startFresh(kind negotiation.ChangeKind) {
	p.Form = proposeForm{Kind: kind, Language: p.View.Language, Category: negotiation.Substantive}
	if p.Target != nil {
		p.Form.Base, p.Form.As = p.Target.Version, p.Target.Kind
	}
}

// startFrom fills the form with a proposal that is to be tabled again, or in a
// new version. Bases are those of that proposal: where the draft has moved on,
// the form says so before anything is sent. Only one whose words clash with what
// was accepted starts on the present text, with what carries over to it: the
// clashing words stand beside the form.
func (p *proposePage) startFrom(again, replaces negotiation.ProposalID) error {
	id := again
	if id == "" {
		id = replaces
	}
	old, ok := p.View.Proposal(id)
	if !ok {
		return negotiation.Refuse(negotiation.UnknownProposal, "proposal", id)
	}
	p.startFresh("")
	f := &p.Form
	f.Again, f.Replaces = again, replaces
	f.Reason, f.Category, f.Language = old.Reason, old.Category, old.Language
	if replaces != "" {
		f.Sponsors, f.Delegation = old.Sponsors, old.Delegation
	}
	p.takeChanges(p.present(old))
	return nil
}

// present are the changes of a proposal, those that clash put on the present text.
func (p *proposePage) present(old negotiation.ProposalView) []negotiation.Change {
	changes := slices.Clone(old.Changes)
	for i, c := range changes {
		r, waits := old.Waits(i)
		now, ok := p.View.Paragraph(string(c.Paragraph))
		if ok && waits && r.Outcome == diff.Conflict && c.Kind == negotiation.Amend && !now.Deleted {
			changes[i].Text, changes[i].Base = carried(c, now), now.Version
		}
	}
	return changes
}

// answers gives the proposal that the form is the answer of, if that waits because
// its words clash: such an answer is taken also after the window and the cut-off.
func (p proposePage) answers() (negotiation.ProposalView, bool) {
	old, ok := p.View.Proposal(p.Form.Replaces)
	return old, ok && answerable(old)
}

// Clashing are the notices that the form answers.
func (p proposePage) Clashing() []rebaseNotice {
	old, ok := p.answers()
	if !ok {
		return nil
	}
	list := slices.DeleteFunc(p.rebaseNotices(p.View, old), func(n rebaseNotice) bool { return n.Outcome != diff.Conflict })
	for i := range list {
		list[i].Before = true
	}
	return list
}

// takeChanges puts changes into the fields that the form has for them, and
// those it has none for among those to keep.
func (p *proposePage) takeChanges(changes []negotiation.Change) {
	f := &p.Form
	f.Words = map[negotiation.ParagraphID]seenWords{}
	if slices.ContainsFunc(changes, func(c negotiation.Change) bool { return c.Kind == negotiation.Amend }) && p.Target != nil {
		f.Kind = negotiation.Amend
	}
	for i, c := range changes {
		switch now, _ := p.View.Paragraph(string(c.Paragraph)); {
		case f.Replaces != "" && now.Deleted && c.Kind.Textual():
			// Nothing can be said there any more; the notice says so.
		case c.Kind == negotiation.Amend && f.Kind == negotiation.Amend:
			f.Words[c.Paragraph] = seenWords{Base: c.Base, Text: c.Text}
		case f.Kind == "" && c.Paragraph == p.place():
			f.Kind, f.Base, f.Text, f.After = c.Kind, c.Base, c.Text, c.After
			if c.As != "" {
				f.As = c.As
			}
		default:
			f.Keep = append(f.Keep, keptChange{i, c.Base})
		}
	}
}

// settle leaves alone what was not touched: a field that still holds the words
// it was shown with follows the draft, and is not a wish to turn the draft back.
func (p *proposePage) settle() {
	for _, para := range p.View.Paragraphs {
		if w, ok := p.Form.Words[para.ID]; ok && !w.touched(para) {
			delete(p.Form.Words, para.ID)
		}
	}
}

// startAnew puts what was typed on the newest versions. It happens only when
// its author says so, after having been shown what changed.
func (p *proposePage) startAnew() {
	if p.Target != nil {
		p.Form.Base = p.Target.Version
	}
	for _, para := range p.View.Paragraphs {
		if w, ok := p.Form.Words[para.ID]; ok {
			p.Form.Words[para.ID] = seenWords{Base: para.Version, Text: w.Text}
		}
	}
	kept, _ := p.kept() // what is unknown is refused where it would be sent
	for i, c := range kept {
		if para, ok := p.View.Paragraph(string(c.Paragraph)); ok {
			p.Form.Keep[i].Base = para.Version
		}
	}
}
