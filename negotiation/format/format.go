// Package format is the table of document formats: which are written, which are
// read, and by what names. Each format has a package of its own below this one;
// none knows another.
package format

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/format/htmldoc"
	"plenary/negotiation/format/jsondoc"
	"plenary/negotiation/format/markdown"
)

// Format is a form in which documents are written.
type Format struct {
	// Name by which scripts ask for it; also the extension of its files.
	Name string
	// MediaType as HTTP names it.
	MediaType string
	write     func(io.Writer, negotiation.Compilation) error
}

// Extension is how the names of its files end, with the dot.
func (f Format) Extension() string { return "." + f.Name }

// formats lists what is written, in the order in which it is offered.
func formats() []Format {
	return []Format{
		{"html", "text/html; charset=utf-8", htmldoc.Write},
		{"md", "text/markdown; charset=utf-8", markdown.Write},
		{"json", "application/json", jsondoc.Write},
	}
}

// Names are the formats that Write knows, in the order in which they are offered.
func Names() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.Name)
	}
	return names
}

// Find gives the format with this name, or refuses (BadValue, with the names
// that there are).
func Find(name string) (Format, error) {
	for _, f := range formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, negotiation.Refuse(negotiation.BadValue, "field", "format", "value", name, "expected", strings.Join(Names(), ", "))
}

// Write writes a document in the format of this name. It refuses as Find does;
// any other error is that of w. Nothing is written before a refusal.
func Write(w io.Writer, name string, c negotiation.Compilation) error {
	f, err := Find(name)
	if err != nil {
		return err
	}
	if err := f.write(w, c); err != nil {
		return fmt.Errorf("write %s as %s: %w", c.What, name, err)
	}
	return nil
}

// Extensions are the ends of the names of files that Read knows, with the dot.
func Extensions() []string { return []string{".md", ".markdown", ".txt"} }

// Read reads a draft, or a compilation, from a file by the end of its name. It
// refuses a file of another kind (Unreadable), and as the reader of its format does.
func Read(name string, src []byte, opts negotiation.ReadOptions) (negotiation.Draft, error) {
	if !readable(name) {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.Unreadable, "problem", "format", "file", name)
	}
	return markdown.Read(name, src, opts)
}

// ReadProposals reads a file of amendments against a draft that is there: a Draft
// without paragraphs, for ImportProposals. It refuses as Read does, and a file that
// does not say whose it is where against does not either (Empty, field delegation).
func ReadProposals(name string, src []byte, against negotiation.Against, opts negotiation.ReadOptions) (negotiation.Draft, error) {
	if !readable(name) {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.Unreadable, "problem", "format", "file", name)
	}
	return markdown.ReadProposals(name, src, against, opts)
}

// ReadPassage reads a passage that was received (Received.Verbatim) as one on a
// paragraph that was chosen by hand, for PlaceProposal. List are the paragraphs of
// the draft in order. It refuses what Read would, a paragraph that is not in the list
// (UnknownParagraph), and a passage that changes nothing (NoChange).
func ReadPassage(verbatim string, on negotiation.PrintedParagraph, list []negotiation.PrintedParagraph) ([]negotiation.Change, []negotiation.Doubt, error) {
	return markdown.ReadPassage(verbatim, on, list)
}

// readable reports whether a file is of a kind that is read, by the end of its name.
func readable(name string) bool {
	return slices.Contains(Extensions(), strings.ToLower(filepath.Ext(name)))
}
