package web

import (
	"bytes"
	"context"
	"mime"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/lang"
)

type inCompilation struct {
	ID     string    `path:"id" doc:"Which negotiation." example:"bridgetown"`
	What   string    `query:"what" enum:"compilation,consolidated,comparative,dispositions,clean,record" default:"compilation" doc:"The compilation of comments; the text with what is open in brackets; the table of draft and delegations; what became of every proposal; the text as it stands; or the record of the sessions."`
	Day    string    `query:"day" maxLength:"10" doc:"Of the record of the sessions, the one day in the zone of the negotiation; all if left out." example:"2017-09-21"`
	Format string    `query:"format" default:"html" doc:"In which form; the media types of the answer show which there are." example:"md"`
	AsOf   time.Time `query:"as_of" doc:"The document as it was at this instant [RFC 3339]; now if left out." example:"2017-09-27T23:59:00-04:00"`
	Lang   string    `query:"lang" enum:"en,es,fr,pt" doc:"Language of the words that are not the delegations'; that of the draft if left out."`
}

// outCompilation is a document to save: it was not made for the browser to show
// among our pages.
type outCompilation struct {
	ContentType        string `header:"Content-Type"`
	ContentDisposition string `header:"Content-Disposition"`
	Body               []byte
}

// documentTypes describes the forms in which documents are had.
func documentTypes() map[string]*huma.MediaType {
	content := map[string]*huma.MediaType{}
	for _, name := range format.Names() {
		if f, err := format.Find(name); err == nil {
			content[f.MediaType] = &huma.MediaType{Schema: &huma.Schema{Type: "string", Description: "format=" + name}}
		}
	}
	return content
}

func (a api) compilations() {
	huma.Register(a, huma.Operation{
		OperationID: "compile", Method: http.MethodGet, Path: "/negotiations/{id}/compilation", Tags: []string{"Documents"},
		Summary:                      "Print a document",
		Description:                  "The same bytes for the same place in the record and the same reader, for ever.",
		RejectUnknownQueryParameters: true,
		Responses:                    map[string]*huma.Response{"200": {Description: "The document.", Content: documentTypes()}},
	}, func(ctx context.Context, in *inCompilation) (*outCompilation, error) {
		out, err := a.server.apiCompile(ctx, in)
		if err != nil {
			return nil, a.server.problem(ctx, err)
		}
		return out, nil
	})
}

func (s *Server) apiCompile(ctx context.Context, in *inCompilation) (*outCompilation, error) {
	f, err := format.Find(shortened(in.Format))
	if err != nil {
		return nil, err
	}
	v, past, err := s.asOf(ctx, in.ID, in.AsOf)
	if err != nil {
		return nil, err
	}
	compiled := s.document
	if past {
		compiled = compilePast
	}
	c, err := compiled(ctx, v, negotiation.What(in.What))
	if err != nil {
		return nil, err
	}
	if c, err = c.OfDay(in.Day, lang.Zone(c.Zone)); err != nil {
		return nil, err
	}
	if in.Lang != "" {
		c.Words = in.Lang
	}
	var document bytes.Buffer
	if err := format.Write(&document, f.Name, c); err != nil {
		return nil, err
	}
	return &outCompilation{ContentType: f.MediaType, Body: document.Bytes(),
		ContentDisposition: mime.FormatMediaType("attachment", map[string]string{"filename": documentName(c) + f.Extension()})}, nil
}

// asOf gives the draft as the caller may see it and as it was at an instant, and
// whether more has happened since; now for the zero time. It refuses where there was
// none yet, and instants to come.
func (s *Server) asOf(ctx context.Context, id string, at time.Time) (v negotiation.View, past bool, err error) {
	if at.After(s.cfg.Clock()) {
		// Tomorrow it would be another document under the same address.
		return v, false, negotiation.Refuse(negotiation.BadValue, "field", "as_of", "value", at.Format(time.RFC3339))
	}
	seat, v, err := s.attend(ctx, id)
	if past = err == nil && !at.IsZero() && at.Before(v.At); past {
		v, err = s.room.AsOf(ctx, v.ID, seat.Audience(), at)
	}
	if err == nil && len(v.Paragraphs) == 0 {
		err = negotiation.Refuse(negotiation.NoDraft)
	}
	return v, past, err
}
