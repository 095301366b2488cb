package main

import (
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"

	"plenary/diff"
	"plenary/negotiation"
)

type diffCmd struct {
	Format string `enum:"text,md,html,json" default:"text" help:"Form of the redline: ${enum}."`
	Before string `arg:"" help:"The older text file, or - for stdin."`
	After  string `arg:"" help:"The newer text file, or - for stdin."`
}

// Help is the example under the usage.
func (diffCmd) Help() string { return "Example: plenary diff --format json before.txt after.txt" }

// Run prints the redline of two files.
func (c diffCmd) Run(std streams) error {
	if c.Before == "-" && c.After == "-" {
		return fmt.Errorf("%w: only one of the two texts can come from stdin", errUsage)
	}
	before, err := std.readText(c.Before)
	if err != nil {
		return err
	}
	after, err := std.readText(c.After)
	if err != nil {
		return err
	}
	return writeRedline(std.out, c.Format, diff.Words(before, after))
}

func (std streams) readText(file string) (string, error) {
	name, data, err := std.readFile(file)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(data) {
		return "", fmt.Errorf("%s: %w", name, negotiation.Refuse(negotiation.BadText, "field", "file"))
	}
	return string(data), nil
}

func writeRedline(w io.Writer, form string, s diff.Script) error {
	switch form {
	case "json":
		doc, err := s.MarshalDocument()
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s\n", doc)
		return err
	case "md":
		_, err := fmt.Fprintln(w, diff.Marked(s))
		return err
	case "html":
		return redlineHTML.Execute(w, s)
	}
	_, err := fmt.Fprintln(w, plain(s))
	return err
}

// plain gives the redline as terminals and mail show it: [-deleted-]{+inserted+}.
func plain(s diff.Script) string {
	var b strings.Builder
	for _, span := range s {
		switch span.Op {
		case diff.Delete:
			b.WriteString("[-" + span.Text + "-]")
		case diff.Insert:
			b.WriteString("{+" + span.Text + "+}")
		default:
			b.WriteString(span.Text)
		}
	}
	return b.String()
}

// redlineHTML is a fragment; <del> and <ins> carry the sense [HTML, 4.7].
var redlineHTML = template.Must(template.New("redline").Parse(
	`<p class="redline">{{range .}}{{if eq .Op.String "delete"}}<del>{{.Text}}</del>{{else if eq .Op.String "insert"}}<ins>{{.Text}}</ins>{{else}}{{.Text}}{{end}}{{end}}</p>
`))
