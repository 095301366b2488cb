// Package htmldoc writes a document as one HTML file that needs nothing else: no
// script, no picture, no other file. It reads in light and in dark, prints on A4
// and Letter with page numbers, and tells those who do not see where words are
// inserted and deleted. Its own sentences are in the language of the document
// where that is one of the house's, and in English otherwise.
package htmldoc

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

//go:embed *.tmpl
var source embed.FS

// document is parsed once; it never changes.
var document = template.Must(template.New("document.tmpl").ParseFS(source, "*.tmpl"))

// Write writes a document. The same document gives the same bytes. Its error is
// that of w.
func Write(w io.Writer, c negotiation.Compilation) error {
	tongue, _ := lang.For(c.Words)
	var page strings.Builder
	if err := document.Execute(&page, newView(c, tongue)); err != nil {
		return fmt.Errorf("fill html: %w", err)
	}
	if _, err := io.WriteString(w, page.String()); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}
