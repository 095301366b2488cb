package web

import (
	"net/http"
	"net/url"

	"plenary/diff"
	"plenary/negotiation"
)

// told is an error with a sentence of its own on what was asked for. What it
// wraps decides the status.
type told struct {
	key   string
	pairs []any
	err   error
}

func (t told) Error() string { return t.key + ": " + t.err.Error() }
func (t told) Unwrap() error { return t.err }

// reversed is the answer to a comparison backwards in time.
func reversed(from, to any) error {
	return told{"compare.reversed", nil, negotiation.Refuse(negotiation.BadValue, "field", "from", "value", from, "to", to)}
}

// profiles are those that a redline can be asked for in; the first is the usual.
func profiles() []string { return []string{"fine", "coarse"} }

// profileNamed gives the profile of that name; Fine where there is none, as for a
// reader who typed something into the address.
func profileNamed(name string) diff.Profile {
	if name == "coarse" {
		return diff.Coarse
	}
	return diff.Fine
}

// compareForm is what every comparison lets choose.
type compareForm struct {
	From, To []compareChoice
	// Profile is the name of the one chosen.
	Profile string
}

// Profiles are those on offer.
func (f compareForm) Profiles() []string { return profiles() }

// compareChoice is one version, or one state of the text.
type compareChoice struct {
	Value    uint64
	Said     string
	Selected bool
}

func readProfile(q url.Values) string {
	if name := q.Get("profile"); name == "coarse" {
		return name
	}
	return "fine"
}

// comparePage shows two versions of one paragraph as a redline.
type comparePage struct {
	Base
	compareForm
	Paragraph negotiation.ParagraphView
	Label     string
	// Redline is empty where nothing could be compared.
	Redline diff.Script
	// Versions are those that came between, oldest first.
	Versions []negotiation.Version
}

func (s *Server) getCompareParagraph(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	h.Shown = shownAs(r)
	p, err := h.paragraph(r)
	if err != nil {
		return err
	}
	h.Here, h.Title = "text", h.T("compare.title-paragraph", "address", p.Address)
	page := comparePage{Base: h.Base, Paragraph: p, Label: rowLabel(p.Paragraph)}
	page.Profile = readProfile(r.URL.Query())
	from, to, err := readVersions(r.URL.Query(), p)
	code := http.StatusOK
	if err == nil {
		page.Redline, _ = p.Compare(from, to, profileNamed(page.Profile))
		page.Versions = p.Versions[from:to]
	} else {
		page.Refused, code = s.refusedForm(r, h.Base, err)
	}
	page.From, page.To = h.versions(p, from), h.versions(p, to)
	s.pages.render(w, r, code, "compare-paragraph", page, s.log)
	return nil
}

// readVersions reads which versions of p to compare: the newest two where nothing
// was chosen. With an error they are what a form may show.
func readVersions(q url.Values, p negotiation.ParagraphView) (from, to int, err error) {
	to, err = readVersion(q.Get("to"), p, p.Version)
	from = max(1, to-1)
	if err != nil {
		return from, to, err
	}
	if from, err = readVersion(q.Get("from"), p, from); err == nil && from > to {
		err = reversed(from, to)
	}
	return from, to, err
}

// versions lists the versions of p to choose from.
func (b Base) versions(p negotiation.ParagraphView, chosen int) []compareChoice {
	var list []compareChoice
	for _, v := range p.Versions {
		list = append(list, compareChoice{Value: uint64(v.Number), Said: b.versionSaid(v), Selected: v.Number == chosen})
	}
	return list
}

// versionSaid names a version by where it came from.
func (b Base) versionSaid(v negotiation.Version) string {
	if v.Proposal == "" {
		return b.T("paragraph.version-first")
	}
	return b.T("paragraph.version-from", "version", v.Number, "proposal", v.Proposal, "delegations", b.Names(v.Delegations))
}
