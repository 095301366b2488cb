package web

import (
	"context"
	"net/http"
	"net/url"

	"plenary/negotiation"
)

// descriptionForm is what was typed about the negotiation itself.
type descriptionForm struct {
	Name     string
	Language string
	Public   bool
}

func descriptionFormOf(v negotiation.View) descriptionForm {
	return descriptionForm{Name: v.Title, Language: v.Language, Public: v.Public}
}

// suggestedFor is the description to begin with when a document is imported. Its
// title is that of the document where nobody has named the negotiation yet.
func suggestedFor(v negotiation.View, d negotiation.Draft) descriptionForm {
	f := descriptionFormOf(v)
	if title := d.Cover.Title; v.Title == negotiation.Unnamed && title != "" && len(title) <= negotiation.MaxTitle {
		f.Name = title
	}
	return f
}

func readDescription(form url.Values) descriptionForm {
	return descriptionForm{Name: form.Get("title"), Language: form.Get("draft-language"), Public: form.Has("public")}
}

// descriptionPart is what part "description" shows.
type descriptionPart struct {
	Base
	Form descriptionForm
}

// Describing is what a template shows of a description.
func (b Base) Describing(f descriptionForm) descriptionPart { return descriptionPart{b, f} }

// postDescription records title, language and readers of the negotiation.
func (s *Server) postDescription(w http.ResponseWriter, r *http.Request) error {
	p, err := s.pen(r, "describe")
	if err != nil {
		return err
	}
	p.Key, p.Description = r.PostForm.Get("key"), readDescription(r.PostForm)
	if err := s.describe(r.Context(), p, p.Key); err != nil {
		return s.refusedDesk(w, r, p, err)
	}
	return s.done(w, r, "/n/"+string(p.View.ID)+"/desk", p.T("desk.negotiation-done"))
}

func (s *Server) describe(ctx context.Context, p deskPage, key string) error {
	f := p.Description
	_, err := s.submit(ctx, p.View.ID, p.Seat, key, negotiation.DescribeNegotiation{Title: f.Name, Language: f.Language, Public: f.Public})
	return err
}

// describeImported records what the form of an import says about the negotiation,
// where it says something new. It goes before the draft, so that what is refused
// leaves the whole import to be sent again, with a key of its own beside key.
func (s *Server) describeImported(ctx context.Context, p deskPage, key string) error {
	typed := p.Description
	typed.Name = negotiation.Normal(typed.Name)
	if len(p.View.Paragraphs) > 0 || typed == descriptionFormOf(p.View) {
		return nil
	}
	if key != "" {
		key += "-description"
	}
	return s.describe(ctx, p, key)
}
