package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

type inImport struct {
	ID          string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key         string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	DryRun      bool   `query:"dry_run" doc:"Report what was read and record nothing."`
	Type        string `header:"Content-Type" hidden:"true"`
	Disposition string `header:"Content-Disposition" doc:"Names the file, where the body is the document [RFC 6266]; the end of the name says what it is." example:"attachment; filename=\"draft.md\""`
	RawBody     []byte
}

// apiImported tells what was read and, unless it was a dry run, what was
// recorded of it.
type apiImported struct {
	Receipt *apiReceipt        `json:"receipt,omitempty" doc:"None after a dry run."`
	Report  negotiation.Report `json:"report"`
}

func (a api) imports() {
	document := &huma.MediaType{Schema: &huma.Schema{Type: "string", Format: "binary"}}
	form := &huma.MediaType{Schema: &huma.Schema{Type: "object", Properties: map[string]*huma.Schema{
		"file": {Type: "string", Format: "binary", Description: "The document, with its name."}}}}
	operation(a, huma.Operation{
		OperationID: "import-draft", Method: http.MethodPost, Path: "/negotiations/{id}/import", Tags: []string{"Secretariat"},
		Summary:          "Import a draft, with the proposals that stand in it",
		Description:      "All or nothing. A negotiation takes one draft; the file is kept as it came.",
		SkipValidateBody: true, // a document is not JSON
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"text/plain": document, "text/markdown": document, "multipart/form-data": form}},
	}, a.server.apiImport)
	operation(a, huma.Operation{
		OperationID: "read-report", Method: http.MethodGet, Path: "/negotiations/{id}/report", Tags: []string{"Documents"},
		Summary: "Read what was seen in the imported document, for the Secretariat and the Chair",
	}, a.server.apiReport)
	a.describe(map[string]string{
		"Report":           "What was read in a document: paragraphs without headings, headings, proposals, requests for words that nobody has drafted yet, and notices.",
		"ReportedProposal": "A proposal as it was read; its id is the number that it gets when the draft is recorded.",
		"Readings":         "How the words can be read: with the marks taken literally, and as they were probably meant; the redline was computed from one of them, or from the plain text where they are the same.",
		"ReportedRequest":  "A request for words, by the number of its proposal and the address of its paragraph.",
		"Notice":           "What the reader of a document saw at a line: info needs nothing done, ask needs a person to look, error changes the meaning if taken literally.",
	})
}

func (s *Server) apiImport(ctx context.Context, in *inImport) (apiImported, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return apiImported{}, err
	}
	if !seat.Role.HoldsPen() {
		return apiImported{}, negotiation.Refuse(negotiation.NotAllowed, "role", seat.Role, "act", "import")
	}
	file, err := in.file()
	if err != nil {
		return apiImported{}, err
	}
	draft, err := format.Read(file.Name, file.Data, negotiation.ReadOptions{})
	if err != nil {
		return apiImported{}, err
	}
	out := apiImported{Report: negotiation.NewReport(v.ID, draft)}
	if in.DryRun {
		return out, nil
	}
	receipt, err := receiptFor(s.importFile(ctx, v, seat, in.Key, draft, file))
	out.Receipt = &receipt
	return out, err
}

// file gives the document of the request, under its name without folders.
func (in *inImport) file() (negotiation.KeptFile, error) {
	f := negotiation.KeptFile{Data: bytes.Clone(in.RawBody)} // the body's memory is used again
	disposition := in.Disposition
	if media, params, err := mime.ParseMediaType(in.Type); err == nil && media == "multipart/form-data" {
		if disposition, f.Data, err = filePart(in.RawBody, params["boundary"]); err != nil {
			return f, err
		}
	}
	if _, params, err := mime.ParseMediaType(disposition); err == nil {
		f.Name = fileName(params["filename"])
	}
	if f.Name == "" || f.Name == "." {
		return f, negotiation.Refuse(negotiation.Empty, "field", "filename")
	}
	return f, nil
}

// filePart gives the part "file" of a form with its disposition.
func filePart(body []byte, boundary string) (disposition string, data []byte, err error) {
	form := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return "", nil, negotiation.Refuse(negotiation.Empty, "field", "file")
		}
		if err != nil {
			return "", nil, negotiation.Refuse(negotiation.BadValue, "field", "body", "value", "multipart/form-data")
		}
		if part.FormName() != "file" {
			continue
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return "", nil, negotiation.Refuse(negotiation.BadValue, "field", "body", "value", "multipart/form-data")
		}
		return part.Header.Get("Content-Disposition"), data, nil
	}
}

// apiReport tells what was read when the draft was imported. The record has it:
// the paragraphs as they came, the proposals that came with them, the notices.
func (s *Server) apiReport(ctx context.Context, in *inNegotiation) (negotiation.Report, error) {
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return negotiation.Report{}, err
	}
	if !seat.Role.Decides() { // the notices are shown to no one else
		return negotiation.Report{}, negotiation.Refuse(negotiation.NotAllowed, "role", seat.Role, "act", "import")
	}
	if len(v.Paragraphs) == 0 {
		return negotiation.Report{}, negotiation.Refuse(negotiation.NoDraft)
	}
	return negotiation.NewReport(v.ID, importedDraft(v)), nil
}

// importedDraft gives back what was imported from what has become of it.
func importedDraft(v negotiation.View) negotiation.Draft {
	d := negotiation.Draft{Source: v.Source, Cover: v.Cover, Parties: v.Parties, Notices: v.Notices}
	for _, p := range v.Paragraphs {
		if first := p.Versions[0]; first.Proposal == "" {
			came := p.Paragraph
			came.Text, came.Version, came.Deleted = first.Text, 1, false
			d.Paragraphs = append(d.Paragraphs, came)
		}
	}
	for _, p := range v.Proposals {
		if p.Received != nil {
			d.Proposals = append(d.Proposals, p.Proposal)
		}
	}
	return d
}
