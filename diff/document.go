package diff

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// DocumentVersion is the version of the JSON form of a script. It changes only
// if the form does; the algorithm has a version of its own, [Algorithm].
const DocumentVersion = 1

// Document is a script in the form that is promised to programs:
//
//	{"version":1,"ops":[{"op":"equal","text":"..."},...]}
type Document struct {
	Version int    `json:"version"`
	Ops     Script `json:"ops"`
}

// MarshalDocument returns the script as JSON, on one line without a newline at
// its end. The same script gives the same bytes. It refuses a script that
// [Script.Check] refuses, and one that is no UTF-8: JSON cannot carry it, and
// other bytes put in their place would not be the texts that were compared.
func (s Script) MarshalDocument() ([]byte, error) {
	if err := s.Check(); err != nil {
		return nil, fmt.Errorf("write script: %w", err)
	}
	for i, span := range s {
		if !utf8.ValidString(span.Text) {
			return nil, fmt.Errorf("write script: span %d is no UTF-8", i)
		}
	}
	if s == nil {
		s = Script{} // an empty list, never null
	}
	var doc bytes.Buffer
	enc := json.NewEncoder(&doc)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(Document{DocumentVersion, s}); err != nil {
		return nil, fmt.Errorf("write script: %w", err)
	}
	return bytes.TrimSuffix(doc.Bytes(), []byte("\n")), nil
}

// ReadDocument reads what [Script.MarshalDocument] wrote. It returns an error
// for another version, for anything that is no script by [Script.Check], and
// for anything that follows the document. The caller limits the length.
func ReadDocument(doc []byte) (Script, error) {
	if !utf8.Valid(doc) {
		return nil, errors.New("read script: no UTF-8")
	}
	var d Document
	if err := json.Unmarshal(doc, &d); err != nil {
		return nil, fmt.Errorf("read script: %w", err)
	}
	if d.Version != DocumentVersion {
		return nil, fmt.Errorf("read script: version %d, want %d", d.Version, DocumentVersion)
	}
	if err := d.Ops.Check(); err != nil {
		return nil, fmt.Errorf("read script: %w", err)
	}
	return d.Ops, nil
}
