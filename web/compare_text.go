package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"plenary/diff"
	"plenary/negotiation"
)

// compareTextPage shows what changed in the whole text between two instants.
type compareTextPage struct {
	Base
	compareForm
	// Only leaves out what did not change.
	Only bool
	// Compared says that there is something to compare; Same that nothing differs.
	Compared, Same bool
	Counts         []compareCount
	Rows           []compareRow
}

// compareCount is how many paragraphs something became of.
type compareCount struct {
	Is negotiation.Comparison
	N  int
}

// compareRow is one paragraph of the comparison.
type compareRow struct {
	negotiation.Compared
	Label string
}

func (s *Server) getCompareText(w http.ResponseWriter, r *http.Request) error {
	h, err := s.enter(r)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	h.Here, h.Title, h.Shown = "text", h.T("compare.title"), shownAs(r)
	page := compareTextPage{Base: h.Base, Only: q.Get("only") == "changed"}
	page.Profile = readProfile(q)
	code := http.StatusOK
	from, to, err := readRevisions(q, h.View)
	if err == nil {
		err = s.compareText(r.Context(), h.View, &page, from, to)
	}
	if err != nil {
		page.Refused, code = s.refusedForm(r, h.Base, err)
	}
	page.From, page.To = h.revisions(h.View, from), h.revisions(h.View, to)
	s.pages.render(w, r, code, "compare", page, s.log)
	return nil
}

// compareText fills in what changed.
func (s *Server) compareText(ctx context.Context, v negotiation.View, page *compareTextPage, from, to negotiation.Revision) error {
	list, err := s.compared(ctx, v, from, to, profileNamed(page.Profile))
	if err != nil {
		return err
	}
	counts := map[negotiation.Comparison]int{}
	for _, c := range list {
		counts[c.Is]++
		if !page.Only || c.Is != negotiation.Kept {
			page.Rows = append(page.Rows, compareRow{c, rowLabel(c.Paragraph)})
		}
	}
	page.Compared, page.Same = true, counts[negotiation.Kept] == len(list)
	for _, is := range []negotiation.Comparison{negotiation.Changed, negotiation.Inserted, negotiation.Struck, negotiation.Moved, negotiation.Kept} {
		if counts[is] > 0 {
			page.Counts = append(page.Counts, compareCount{is, counts[is]})
		}
	}
	return nil
}

// compared compares the text at two revisions of the record that v is of.
func (s *Server) compared(ctx context.Context, v negotiation.View, from, to negotiation.Revision, in diff.Profile) ([]negotiation.Compared, error) {
	earlier, err := s.textAt(ctx, v, from)
	if err != nil {
		return nil, err
	}
	later, err := s.textAt(ctx, v, to)
	if err != nil {
		return nil, err
	}
	return later.Compare(earlier, in), nil
}

// readRevisions reads between which places in the record to compare: from the
// import to now where nothing was chosen. With an error they are what a form may
// show.
func readRevisions(q url.Values, v negotiation.View) (from, to negotiation.Revision, err error) {
	list := v.Revisions()
	if len(list) == 0 {
		return from, to, negotiation.Refuse(negotiation.NoDraft)
	}
	first, last := list[0], list[len(list)-1]
	if to, err = readRevision(q.Get("to"), v, last); err != nil {
		return first, last, err
	}
	if from, err = readRevision(q.Get("from"), v, first); err != nil {
		return first, last, err
	}
	if from.Seq > to.Seq {
		err = reversed(from.Seq, to.Seq)
	}
	return from, to, err
}

// readRevision gives the revision of the text that was in force at a place in the
// record; nothing is the one given.
func readRevision(typed string, v negotiation.View, otherwise negotiation.Revision) (negotiation.Revision, error) {
	if typed == "" {
		return otherwise, nil
	}
	list := v.Revisions()
	seq, err := strconv.ParseUint(typed, 10, 64)
	if err != nil || seq < uint64(list[0].Seq) || seq > uint64(v.Seq) {
		return otherwise, told{"compare.no-entry", []any{"entry", shortened(typed), "first", list[0].Seq, "last", v.Seq}, negotiation.ErrNotFound}
	}
	in := list[0]
	for _, r := range list {
		if r.Seq <= negotiation.Seq(seq) {
			in = r
		}
	}
	return in, nil
}

// revisions lists the states of the text to choose from, oldest first.
func (b Base) revisions(v negotiation.View, chosen negotiation.Revision) []compareChoice {
	var list []compareChoice
	all := v.Revisions()
	for i, r := range all {
		said := b.T("compare.import", "time", b.Date(r.At))
		if len(r.Proposals) > 0 {
			said = b.N("compare.revision", len(r.Proposals), "proposals", b.Tongue.List(texts(r.Proposals)), "addresses", b.Tongue.List(few(r.Addresses)), "time", b.Date(r.At))
		}
		if i > 0 && i == len(all)-1 {
			said = b.T("compare.now", "revision", said)
		}
		list = append(list, compareChoice{Value: uint64(r.Seq), Said: said, Selected: r.Seq == chosen.Seq})
	}
	return list
}

// few gives the beginning of a list that must fit into one line.
func few(list []string) []string {
	const most = 3
	if len(list) <= most {
		return list
	}
	return append(list[:most:most], "…")
}

// MovedFrom says where a paragraph was before it was moved.
func (p compareTextPage) MovedFrom(c compareRow) string {
	from := c.Compared.MovedFrom
	if from.After == "" {
		return p.T("compare.moved-first", "address", from.Address)
	}
	return p.T("compare.moved-from", "address", from.Address, "after", from.After)
}
