package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiChoices decide what a document leaves open; a dry run tells what that is.
type apiChoices struct {
	Names     map[string]bool   `json:"names"`
	Targets   map[int]string    `json:"targets"`
	Confirmed []apiConfirmation `json:"confirmed"`
}

type apiConfirmation struct {
	Line    int                 `json:"line"`
	Reading negotiation.Reading `json:"reading"`
	Word    string              `json:"word"`
}

// choicesSchema describes apiChoices where they come as a part of a form.
func choicesSchema() *huma.Schema {
	text := func(doc string) *huma.Schema { return &huma.Schema{Type: "string", Description: doc} }
	return &huma.Schema{Type: "object", Description: "JSON, at most 1 MiB. What is not named here stays as it was read.", AdditionalProperties: false,
		Properties: map[string]*huma.Schema{
			"names": {Type: "object", Description: "By the name of a question of the report: whether it is a delegation.",
				AdditionalProperties: &huma.Schema{Type: "boolean"}},
			"targets": {Type: "object", Description: "By the line at which a proposal begins: the address of the paragraph that it is on, or - for the whole draft.",
				AdditionalProperties: text("An address of the draft.")},
			"confirmed": {Type: "array", Description: "Readings that their authors have confirmed in writing.", Items: &huma.Schema{
				Type: "object", AdditionalProperties: false, Required: []string{"line", "reading", "word"},
				Properties: map[string]*huma.Schema{
					"line":    {Type: "integer", Description: "The line at which the proposal begins."},
					"reading": {Type: "string", Enum: []any{"literal", "probable"}, Description: "How it is to be read."},
					"word":    text("The written word that it rests on."),
				}}}}}
}

// importing is the file of the request with what it says of it.
func (in *inImport) importing() (importing, error) {
	file, choices, err := in.parts()
	if err != nil {
		return importing{}, err
	}
	i := importing{As: in.As, Delegation: negotiation.Delegation(negotiation.Normal(in.Delegation)), File: file, Choices: newChoices()}
	if i.As != asProposals && i.Delegation != "" {
		return importing{}, negotiation.Refuse(negotiation.BadValue, "field", "delegation", "value", i.Delegation)
	}
	if len(choices) == 0 {
		return i, nil
	}
	var c apiChoices
	decoder := json.NewDecoder(bytes.NewReader(choices))
	decoder.DisallowUnknownFields()
	if err := checkJSON(choices); err != nil {
		return importing{}, negotiation.Refuse(negotiation.BadText, "field", "choices")
	}
	if err := decoder.Decode(&c); err != nil {
		return importing{}, negotiation.Refuse(negotiation.BadValue, "field", "choices", "value", extract(err.Error()))
	}
	return i, i.Choices.take(c)
}

// take takes over what a script chose. It refuses two readings of one proposal.
func (c importChoices) take(chosen apiChoices) error {
	for name, is := range chosen.Names {
		c.Names[name] = is
	}
	for line, address := range chosen.Targets {
		c.Targets[line] = address
	}
	for _, confirmed := range chosen.Confirmed {
		if _, twice := c.Readings[confirmed.Line]; twice {
			return negotiation.Refuse(negotiation.BadValue, "field", "line", "value", confirmed.Line)
		}
		c.Readings[confirmed.Line], c.own[confirmed.Line] = confirmed.Reading, confirmed.Word
	}
	return nil
}

// choosable refuses choices of a script on lines at which there is nothing to choose:
// nobody looks at a page that would show it.
func (i *importing) choosable() error {
	begins, unsure := map[int]bool{}, map[int]bool{}
	for _, p := range i.Report.Proposals {
		begins[p.Line] = true
		unsure[p.Line] = unsure[p.Line] || p.NeedsConfirmation
	}
	for line := range i.Choices.Targets {
		if !begins[line] {
			return negotiation.Refuse(negotiation.BadValue, "field", "line", "value", line)
		}
	}
	for line, reading := range i.Choices.Readings {
		if !unsure[line] {
			return negotiation.Refuse(negotiation.BadValue, "field", "line", "value", line)
		}
		if reading != negotiation.Literal && reading != negotiation.Probable {
			return negotiation.Refuse(negotiation.BadValue, "field", "reading", "value", extract(string(reading)))
		}
	}
	return nil
}

// maxChoices bounds the choices of a script, in bytes.
const maxChoices = 1 << 20

// parts gives the document of the request, under its name without folders, and its
// choices where it has any.
func (in *inImport) parts() (f negotiation.KeptFile, choices []byte, err error) {
	disposition := in.Disposition
	if media, params, bad := mime.ParseMediaType(in.Type); bad == nil && media == "multipart/form-data" {
		if disposition, f.Data, choices, err = readParts(in.RawBody, params["boundary"]); err != nil {
			return f, nil, err
		}
	} else {
		f.Data = bytes.Clone(in.RawBody) // the body's memory is used again
	}
	if _, params, err := mime.ParseMediaType(disposition); err == nil {
		f.Name = fileName(params["filename"])
	}
	if f.Name == "" || f.Name == "." {
		return f, nil, negotiation.Refuse(negotiation.Empty, "field", "filename")
	}
	return f, choices, nil
}

// readParts gives the part "file" of a form with its disposition, and the part
// "choices".
func readParts(body []byte, boundary string) (disposition string, file, choices []byte, err error) {
	form := multipart.NewReader(bytes.NewReader(body), boundary)
	broken := negotiation.Refuse(negotiation.BadValue, "field", "body", "value", "multipart/form-data")
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", nil, nil, broken
		}
		data, err := io.ReadAll(part)
		switch {
		case err != nil:
			return "", nil, nil, broken
		case part.FormName() == "file" && disposition == "":
			disposition, file = part.Header.Get("Content-Disposition"), data
		case part.FormName() == "choices" && len(data) > maxChoices:
			return "", nil, nil, negotiation.Refuse(negotiation.TooLong, "field", "choices", "limit", maxChoices, "length", len(data))
		case part.FormName() == "choices":
			choices = data
		}
	}
	if disposition == "" {
		return "", nil, nil, negotiation.Refuse(negotiation.Empty, "field", "file")
	}
	return disposition, file, choices, nil
}
