package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

type mergeCmd struct {
	Format  string   `enum:"text,json" default:"text" help:"Form of the result: ${enum}."`
	Base    string   `arg:"" help:"The text that all amend, or - for stdin."`
	Parties []string `arg:"" name:"name=file" help:"A delegation and its text, or - for stdin."`
}

// Help is the example under the usage.
func (mergeCmd) Help() string {
	return "Prints the consolidated text with what each delegation inserts and deletes in brackets, what clashes, and what can be combined.\n\n" +
		"Example: plenary merge base.txt MEXICO=mexico.txt CEATAL=ceatal.txt"
}

// Run prints what several texts make of one base.
func (c mergeCmd) Run(std streams) error {
	files, err := c.files()
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	base, err := std.readText(c.Base)
	if err != nil {
		return err
	}
	parties, length := make([]diff.Party, len(files)), len(base)
	for x, f := range files {
		text, err := std.readText(f.Text)
		if err != nil {
			return err
		}
		if length += len(text); length > negotiation.MaxImport {
			return fmt.Errorf("%s, with the texts before it: %w", f.Text,
				negotiation.Refuse(negotiation.TooLong, "field", "file", "limit", negotiation.MaxImport, "length", length))
		}
		parties[x] = diff.Party{Name: f.Name, Text: text}
	}
	m, err := diff.Merge(base, parties)
	if err != nil {
		return err
	}
	r := newMergeReport(m, parties)
	if c.Format == "json" {
		return r.writeJSON(std.out)
	}
	return r.writeText(std.out)
}

// files reads the arguments after the base; Text is the name of the file.
func (c mergeCmd) files() ([]diff.Party, error) {
	var files []diff.Party
	stdin := 0
	if c.Base == "-" {
		stdin++
	}
	for _, arg := range c.Parties {
		name, file, found := strings.Cut(arg, "=")
		if !found || name == "" || file == "" {
			return nil, fmt.Errorf("%q is not NAME=FILE", arg)
		}
		if !negotiation.Delegation(name).Attributable() {
			return nil, fmt.Errorf("%q cannot name a delegation: letters are wanted, and no brackets, commas or marks", name)
		}
		if file == "-" {
			stdin++
		}
		files = append(files, diff.Party{Name: name, Text: file})
	}
	if stdin > 1 {
		return nil, errors.New("only one of the texts can come from stdin")
	}
	// The names are held to their rule before any file is read.
	_, err := diff.Merge("", onlyNames(files))
	return files, err
}

func onlyNames(files []diff.Party) []diff.Party {
	names := make([]diff.Party, len(files))
	for x, f := range files {
		names[x].Name = f.Name
	}
	return names
}

// mergeReport is a merge as it is promised to programs. The segments hold the
// base, whole and in order, in what is equal and deleted.
type mergeReport struct {
	Version    int            `json:"version"`
	Text       string         `json:"text"`
	Segments   []mergeSegment `json:"segments"`
	Conflicts  []mergeFinding `json:"conflicts"`
	Notices    []mergeFinding `json:"notices"` // relations that leave nothing to decide
	Compatible [][]string     `json:"compatible"`
	Unchanged  []string       `json:"unchanged"` // who amends nothing
	Combined   string         `json:"combined"`  // with every edit that clashes with none
}

type mergeSegment struct {
	Op   diff.Op  `json:"op"`
	Text string   `json:"text"`
	By   []string `json:"by,omitempty"`
}

// ownBrackets is the kind of a notice that words hold brackets.
const ownBrackets = "own-brackets"

// mergeFinding says in Text, in one sentence, how two edits stand to each other.
type mergeFinding struct {
	Kind    string   `json:"kind"`
	Between []string `json:"between"`
	Text    string   `json:"text"`
	// Readings are what two insertions in one place can make of the base.
	Readings []string `json:"readings,omitempty"`
}

func (r mergeReport) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(r)
}

func (r mergeReport) writeText(w io.Writer) error {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(r.Text) + "\n\n")
	for _, found := range append(r.Conflicts, r.Notices...) {
		b.WriteString("- " + found.Text + "\n")
		for _, reading := range found.Readings {
			b.WriteString("  > " + reading + "\n")
		}
	}
	touching := func(f mergeFinding) bool { return f.Kind != ownBrackets }
	if len(r.Conflicts) == 0 && !slices.ContainsFunc(r.Notices, touching) {
		b.WriteString("- No change touches another.\n")
	}
	var pairs []string
	for _, pair := range r.Compatible {
		pairs = append(pairs, pair[0]+" and "+pair[1])
	}
	if pairs != nil {
		b.WriteString("- Compatible: " + strings.Join(pairs, ", ") + ".\n")
	}
	for _, name := range r.Unchanged {
		fmt.Fprintf(&b, "- %s changes nothing.\n", name)
	}
	b.WriteString("\nCombined, with every change that competes with none:\n\n" + strings.TrimSpace(r.Combined) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}
