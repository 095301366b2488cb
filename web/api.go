package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"plenary/negotiation"
)

// apiRoot is where version 1 of the API stands. Names and meanings under it are
// promised to scripts: they are added to, and changed only with a new version.
const apiRoot = "/api/v1"

// api is the API while it is being put together.
type api struct {
	huma.API
	server *Server
}

// mountAPI puts the API on mux. Every operation comes in through the same door
// (apiDoor), and every command goes through submit, as the forms' do.
func (s *Server) mountAPI(mux *http.ServeMux) {
	inner := http.NewServeMux()
	a := api{humago.NewWithPrefix(inner, apiRoot, s.apiConfig()), s}
	a.negotiations()
	a.paragraphs()
	a.proposals()
	a.blame()
	a.compare()
	a.contest()
	a.table()
	a.combine()
	a.reading()
	a.placing()
	a.placeholder()
	a.description()
	a.window()
	a.seats()
	a.imports()
	a.compilations()
	a.issues()
	a.session()
	inner.Handle("GET "+apiRoot+"/openapi.json", a.document())
	door := s.apiDoor(inner)
	// A pattern without a method would compete with the pages' own.
	for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} {
		mux.Handle(method+" "+apiRoot+"/", door)
	}
}

// apiConfig leaves out what huma would add by itself: pages that load scripts
// from other hosts, and a $schema in every body.
func (s *Server) apiConfig() huma.Config {
	c := huma.DefaultConfig("Plenary", "1")
	c.Info.Description = "Reads a negotiation and gives its commands. Errors are problems [RFC 9457] with a code to rely on " +
		"and a sentence in the language of Accept-Language. A command sent with an Idempotency-Key happens once. " +
		"Whoever calls sees what their seat may see; without a seat, what is public."
	c.OpenAPIPath, c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", "", nil
	c.Formats = map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat}
	c.AllowAdditionalPropertiesByDefault = true // of answers, to which names are added; bodies are closed one by one
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"invitation": {Type: "http", Scheme: "bearer", Description: "The secret of an invitation to a seat: the end of a sign-in link."},
		"session":    {Type: "apiKey", In: "cookie", Name: s.sessions.Cookie.Name, Description: "The session of a browser that has signed in."},
	}
	c.Security = []map[string][]string{{"invitation": {}}, {"session": {}}, {}}
	c.Transformers = []huma.Transformer{s.translated}
	problems := c.Components.Schemas.Schema(reflect.TypeFor[problem](), true, "")
	c.OnAddOperation = []huma.AddOpFunc{func(_ *huma.OpenAPI, op *huma.Operation) {
		op.Responses["default"] = &huma.Response{
			Description: "A problem. Nothing was recorded.",
			Content:     map[string]*huma.MediaType{problemMedia: {Schema: problems}},
		}
	}}
	return c
}

// document serves the description of the API [OpenAPI 3.1.0]. It is written when
// it is first asked for, so that a server does not wait for it.
func (a api) document() http.Handler {
	// Huma's own kind of error is never sent.
	schemas := a.OpenAPI().Components.Schemas.Map()
	delete(schemas, "ErrorModel")
	delete(schemas, "ErrorDetail")
	document := sync.OnceValue(func() []byte {
		b, err := json.MarshalIndent(a.OpenAPI(), "", "  ")
		if err != nil {
			panic(fmt.Sprintf("web: the API cannot be described: %v", err))
		}
		return append(b, '\n')
	})
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		b := document()
		w.Header().Set("Content-Type", "application/openapi+json")
		_, _ = w.Write(b) // the reader has gone: nobody is left to tell
	})
}

// describe describes schemas whose types are not the API's own.
func (a api) describe(schemas map[string]string) {
	for name, words := range schemas {
		a.OpenAPI().Components.Schemas.Map()[name].Description = words
	}
}

// answer is what an operation gives back.
type answer[B any] struct{ Body B }

// operation puts one operation on a. Path parameters and bodies are fields of I.
func operation[I, B any](a api, op huma.Operation, handle func(context.Context, *I) (B, error)) {
	op.RejectUnknownQueryParameters = true
	op.MaxBodyBytes = -1 // the door has read it, within its limit
	op.BodyReadTimeout = bodyTime
	huma.Register(a, op, func(ctx context.Context, in *I) (*answer[B], error) {
		body, err := handle(ctx, in)
		if err != nil {
			return nil, a.server.problem(ctx, err)
		}
		return &answer[B]{body}, nil
	})
}

// errFalseToken is the answer to a bearer token that belongs to no invitation.
var errFalseToken = fmt.Errorf("token of no invitation: %w", errNotSignedIn)

// attend gives the negotiation as the caller may see it, and the caller's seat.
func (s *Server) attend(ctx context.Context, id string) (negotiation.Seat, negotiation.View, error) {
	seat, err := s.seatIn(ctx, negotiation.NegotiationID(id))
	if errors.Is(err, negotiation.ErrNotFound) {
		err = errFalseToken
	}
	if err != nil {
		return seat, negotiation.View{}, err
	}
	v, err := s.room.View(ctx, negotiation.NegotiationID(id), seat.Audience())
	if err == nil && !v.Readable {
		err = errNotSignedIn
	}
	return seat, v, err
}

// inNegotiation is the input of an operation that needs no more than to know
// which negotiation is meant.
type inNegotiation struct {
	ID string `path:"id" doc:"Which negotiation." example:"bridgetown"`
}

// schemaName names a schema after its type: apiParagraph is "Paragraph".
func schemaName(t reflect.Type, hint string) string {
	return strings.TrimPrefix(huma.DefaultSchemaNamer(t, hint), "Api")
}
