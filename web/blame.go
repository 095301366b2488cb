package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"plenary/negotiation"
)

// authorsPart is what part "authors" shows: a text in which each stretch of words
// that came after the import can be pointed at, for who wrote it. It is inline
// content; the caller gives the paragraph around it and the lang of the text.
type authorsPart struct {
	Base
	Bylines []byline
}

// byline is a piece of a text by one author.
type byline struct {
	negotiation.Authored
	// Lead is the white space before the words; it is nobody's.
	Lead string
	// Number counts those of a text that are not the draft's, from 1. It
	// is 0 for the draft's own.
	Number int
	// Said tells who wrote the words, in one sentence.
	Said string
	// Link leads to the proposal that wrote them.
	Link string
}

// authors gives the words of a version with who wrote them.
func (b Base) authors(v negotiation.View, p negotiation.ParagraphView, version int) authorsPart {
	part := authorsPart{Base: b}
	n := 0
	for _, a := range v.Blame(p, version) {
		s := byline{Authored: a}
		if a.Proposal != "" {
			n++
			s.Number, s.Said, s.Link = n, b.wrote(a), "/n/"+string(v.ID)+"/proposals/"+string(written(a))
			words := strings.TrimLeftFunc(a.Text, unicode.IsSpace)
			s.Lead, s.Text = a.Text[:len(a.Text)-len(words)], words
		}
		part.Bylines = append(part.Bylines, s)
	}
	return part
}

// written is the proposal that wrote the words of a: the one that brought them,
// unless that was combined and only one of its parents had them.
func written(a negotiation.Authored) negotiation.ProposalID {
	if len(a.From) == 1 {
		return a.From[0]
	}
	return a.Proposal
}

// wrote says who wrote words, by which proposal, in which version, and when.
func (b Base) wrote(a negotiation.Authored) string {
	pairs := []any{"delegations", b.Names(a.Delegations), "proposal", a.Proposal, "version", a.Version, "time", b.Date(a.At)}
	switch {
	case len(a.From) > 0:
		return b.N("blame.by-combined", len(a.From), append(pairs, "parents", b.Tongue.List(texts(a.From)))...)
	case a.Amended:
		return b.T("blame.by-amended", pairs...)
	}
	return b.T("blame.by", pairs...)
}

// blamePage shows who wrote what in a version of a paragraph.
type blamePage struct {
	Base
	Paragraph negotiation.ParagraphView
	Label     string
	Version   negotiation.Version
	Authors   authorsPart
	// By has each author once, in the order of the versions.
	By []authorEntry
	// Draft says that some words are those of the draft as imported.
	Draft bool
}

// authorEntry is all that one author wrote in a text.
type authorEntry struct {
	byline
	Words []string
}

func (s *Server) getBlame(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	p, err := h.paragraph(r)
	if err != nil {
		return err
	}
	version, err := readVersion(r.URL.Query().Get("version"), p, p.Version)
	if err != nil {
		return err
	}
	h.Here, h.Title = "text", h.T("blame.title", "address", p.Address)
	page := blamePage{Base: h.Base, Paragraph: p, Label: rowLabel(p.Paragraph), Version: p.Versions[version-1],
		Authors: h.authors(h.View, p, version)}
	page.By, page.Draft = gathered(page.Authors.Bylines)
	s.pages.render(w, r, http.StatusOK, "blame", page, s.log)
	return nil
}

// readVersion reads the number of a version of p; nothing is the one given.
func readVersion(typed string, p negotiation.ParagraphView, otherwise int) (int, error) {
	if typed == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > p.Version {
		return otherwise, noVersion(typed, p)
	}
	return n, nil
}

// noVersion is the answer to a version that p never had.
func noVersion(asked string, p negotiation.ParagraphView) error {
	return told{"blame.no-version", []any{"address", p.Address, "version", shortened(asked), "newest", p.Version}, negotiation.ErrNotFound}
}

// gathered puts together what each author wrote, and reports whether words of the
// draft are left.
func gathered(list []byline) (by []authorEntry, draft bool) {
	at := map[string]int{}
	for _, s := range list {
		if s.Number == 0 {
			draft = true
			continue
		}
		i, known := at[s.Said]
		if !known {
			i = len(by)
			at[s.Said] = i
			by = append(by, authorEntry{byline: s})
		}
		by[i].Words = append(by[i].Words, strings.TrimSpace(s.Text))
	}
	return by, draft
}

// presentAuthors gives who wrote the words of p as it stands, or nil where there is
// nothing to say of any.
func (b Base) presentAuthors(v negotiation.View, p negotiation.ParagraphView) *authorsPart {
	part := b.authors(v, p, p.Version)
	if p.Deleted || !slices.ContainsFunc(part.Bylines, func(s byline) bool { return s.Number > 0 }) {
		return nil
	}
	return &part
}

// Before is the entry before the one that made the version: the whole text as it
// was then is compared with it. It is 0 for the import, before which there was none.
func (e versionEntry) Before() negotiation.Seq {
	if e.Proposal == "" {
		return 0
	}
	return e.Seq - 1
}
