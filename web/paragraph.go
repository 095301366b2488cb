package web

import (
	"net/http"

	"plenary/negotiation"
)

// paragraphPage is one paragraph with the proposals on it side by side.
type paragraphPage struct {
	Base
	Side sidePart
	// Room says where the meeting is.
	Room sessionStatusPart
	// Before and After are its neighbours in the draft, headings included.
	Before, After *negotiation.ParagraphView
}

func (s *Server) getParagraph(w http.ResponseWriter, r *http.Request) error {
	h, typed, err := s.enterRoom(r)
	if err != nil {
		return err
	}
	h.Shown = shownAs(r)
	p, err := h.paragraph(r)
	if err != nil {
		return err
	}
	page := h.paragraphPage(p)
	page.Side.Position.retype(typed)
	s.pages.render(w, r, typed.Status(), "paragraph", page, s.log)
	return nil
}

// paragraph gives the one that r names.
func (h here) paragraph(r *http.Request) (negotiation.ParagraphView, error) {
	return paragraphAt(h.View, r.PathValue("address"))
}

// paragraphAt gives the paragraph of v at an address, or with an id.
func paragraphAt(v negotiation.View, address string) (negotiation.ParagraphView, error) {
	p, ok := v.Paragraph(address)
	if !ok {
		return p, negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", shortened(address))
	}
	return p, nil
}

func (h here) paragraphPage(p negotiation.ParagraphView) paragraphPage {
	h.Here, h.Part = "text", "side"
	h.Title = h.T("paragraph.title", "address", p.Address)
	page := paragraphPage{Base: h.Base, Side: newSides(place(h.View)).side(h.Base, p), Room: sessionStatus(h.Base, h.View)}
	list := h.View.Paragraphs
	for i := range list {
		if list[i].ID != p.ID {
			continue
		}
		if i > 0 {
			page.Before = &list[i-1]
		}
		if i+1 < len(list) {
			page.After = &list[i+1]
		}
	}
	return page
}
