package web

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

type inImport struct {
	ID          string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key         string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	As          string `query:"as" enum:"draft,proposals" default:"draft" doc:"What the file is: a draft, with the proposals that stand in it, or amendments to the draft that there is."`
	Delegation  string `query:"delegation" doc:"Whose amendments they are, where the file does not name the delegations." example:"PERU"`
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
		"file":    {Type: "string", Format: "binary", Description: "The document, with its name."},
		"choices": choicesSchema()}}}
	operation(a, huma.Operation{
		OperationID: "import-draft", Method: http.MethodPost, Path: "/negotiations/{id}/import", Tags: []string{"Secretariat"},
		Summary: "Import a draft, with the proposals that stand in it, or a delegation's file of amendments",
		Description: "All or nothing, as one entry of the record. A negotiation takes one draft, and any number of files of amendments; each file is kept as it came. " +
			"As multipart/form-data it may come with choices: what a dry run has left to be decided.",
		SkipValidateBody: true, // a document is not JSON
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"text/plain": document, "text/markdown": document, "multipart/form-data": form}},
	}, a.server.apiImport)
	operation(a, huma.Operation{
		OperationID: "read-report", Method: http.MethodGet, Path: "/negotiations/{id}/report", Tags: []string{"Documents"},
		Summary: "Read what was seen in the imported document, for the Secretariat and the Chair",
	}, a.server.apiReport)
	a.describe(map[string]string{
		"Report":           "What was read in a document: paragraphs without headings, headings, proposals, requests for words that nobody has drafted yet, and notices; what an editor would mend, the open places, and what the document does not tell: names that may be delegations, and proposals without a place.",
		"ReportedProposal": "A proposal as it was read; its id is the number that it gets when the draft is recorded, its line the one by which choices name it.",
		"Readings":         "How the words can be read: with the marks taken literally, and as they were probably meant; the redline was computed from one of them, or from the plain text where they are the same.",
		"ReportedRequest":  "A request for words, by the number of its proposal and the address of its paragraph.",
		"Notice":           "What the reader of a document saw at a line: info needs nothing done, ask needs a person to look, error changes the meaning if taken literally.",
		"Question":         "A name at the start of a line that may be a delegation or a word of the text, and how it was read.",
		"EditorialNote":    "What an editor would mend in what a proposal would leave, or in the draft itself where there is no delegation. Nothing of it is applied.",
		"OpenPlace":        "An open place of the draft, with the words before it.",
		"UnplacedProposal": "A proposal of which the document does not tell on which paragraph of the draft it is.",
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
	i, err := in.importing()
	if err != nil {
		return apiImported{}, err
	}
	if err := i.read(v); err != nil {
		return apiImported{}, err
	}
	if err := i.choosable(); err != nil {
		return apiImported{}, err
	}
	out := apiImported{Report: i.Report}
	if in.DryRun {
		return out, nil
	}
	receipt, err := receiptFor(s.importFile(ctx, v, seat, in.Key, i))
	out.Receipt = &receipt
	return out, err
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

// importedDraft gives back what was imported with the draft from what has become of
// it. Files of amendments came in later entries.
func importedDraft(v negotiation.View) negotiation.Draft {
	d := negotiation.Draft{Source: v.Source, Cover: v.Cover, Parties: v.Parties, Notices: v.Notices}
	var entry negotiation.Seq
	for _, p := range v.Paragraphs {
		if first := p.Versions[0]; first.Proposal == "" {
			came := p.Paragraph
			came.Text, came.Version, came.Deleted = first.Text, 1, false
			d.Paragraphs = append(d.Paragraphs, came)
			entry = first.Seq
		}
	}
	for _, p := range v.Proposals {
		if p.Received != nil && p.Tabled().Seq == entry {
			d.Proposals = append(d.Proposals, p.Proposal)
		}
	}
	return d
}
