package web

import (
	"net/http"
	"slices"

	"plenary/negotiation"
	"plenary/negotiation/lint"
)

// openPlace is a place of the draft that is still to be filled in (***).
type openPlace struct {
	Paragraph negotiation.ParagraphID
	Address   string
	Nth       int
	Mark      string
	// Behind are the last words before it.
	Behind string
	Owner  string
}

// mostPlaces is how many open places are listed on the desk.
const mostPlaces = 100

// openPlaces lists the open places of the draft with who is to fill them.
func openPlaces(judge *lint.Draft, v negotiation.View) []openPlace {
	byAddress := make(map[string]negotiation.ParagraphView, len(v.Paragraphs))
	for _, p := range v.Paragraphs {
		byAddress[p.Address] = p
	}
	var list []openPlace
	for _, gap := range judge.Placeholders() {
		p := byAddress[gap.Address]
		list = append(list, openPlace{p.ID, gap.Address, gap.Nth, gap.Mark, gap.Behind, p.Owners[gap.Nth]})
	}
	return list
}

// ownedPlaces lists the open places of one paragraph that somebody is to fill. One that
// was filled since is no longer open.
func ownedPlaces(p negotiation.ParagraphView) []openPlace {
	if len(p.Owners) == 0 || p.Deleted {
		return nil
	}
	var list []openPlace
	for _, gap := range lint.New([]lint.Unit{{Address: p.Address, Text: p.Text}}).Placeholders() {
		if owner := p.Owners[gap.Nth]; owner != "" {
			list = append(list, openPlace{p.ID, p.Address, gap.Nth, gap.Mark, gap.Behind, owner})
		}
	}
	return list
}

// ownerForm is what was typed for an open place.
type ownerForm struct {
	Paragraph negotiation.ParagraphID
	Nth       int
	Owner     string
}

// Gaps are the open places that the desk lists, with what was typed for one; More
// says how many others there are.
func (p deskPage) Gaps() []openPlace {
	list := slices.Clone(p.Places[:min(len(p.Places), mostPlaces)])
	for i, gap := range list {
		if gap.Paragraph == p.Owner.Paragraph && gap.Nth == p.Owner.Nth {
			list[i].Owner = p.Owner.Owner
		}
	}
	return list
}

// MoreGaps counts the open places that are not listed.
func (p deskPage) MoreGaps() int { return max(len(p.Places)-mostPlaces, 0) }

// postPlaceholder names who is to fill an open place, or nobody any more.
func (s *Server) postPlaceholder(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "issue")
	if err != nil {
		return err
	}
	p.Owner = ownerForm{negotiation.ParagraphID(r.PostFormValue("paragraph")), number(r.PostFormValue("nth")), r.PostFormValue("owner")}
	c := negotiation.AssignPlaceholder{Paragraph: p.Owner.Paragraph, Nth: p.Owner.Nth, Owner: p.Owner.Owner}
	if _, err := s.submit(r.Context(), p.View.ID, p.Seat, r.PostFormValue("key"), c); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/desk", p.T("paragraph.done"))
}
