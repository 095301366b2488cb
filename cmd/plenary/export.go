package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/lang"
	"plenary/negotiation/room"
	"plenary/store"
)

// documentFlags say which document to write.
type documentFlags struct {
	What   string `enum:"compilation,consolidated,comparative,dispositions,clean,record" default:"compilation" help:"Which document: ${enum}."`
	Day    string `help:"Of the record of the sessions, the one day (2017-09-21) in the zone of the negotiation; all if not given." placeholder:"DAY"`
	Format string `enum:"md,html,json" default:"md" help:"In which form: ${enum}."`
	Lang   string `enum:"en,es,fr,pt," default:"" help:"Language of the generated words: en, es, fr or pt; that of the negotiation if not given."`
}

// write writes the document that these flags ask for.
func (f documentFlags) write(w io.Writer, v negotiation.View) error {
	c, err := negotiation.Compile(v, negotiation.What(f.What))
	if err != nil {
		return err
	}
	if c, err = c.OfDay(f.Day, lang.Zone(c.Zone)); err != nil {
		return err
	}
	if f.Lang != "" {
		c.Words = f.Lang
	}
	return format.Write(w, f.Format, c)
}

type exportCmd struct {
	dataFlag
	documentFlags
	Negotiation string     `required:"" help:"Which negotiation." placeholder:"ID"`
	Issue       string     `help:"Symbol of a document of the meeting: it is written as it was issued." placeholder:"SYMBOL"`
	AsOf        *time.Time `help:"The document as it was at this instant (RFC 3339); now if not given." placeholder:"TIME"`
	Out         string     `short:"o" default:"-" help:"File to write, or - for stdout." placeholder:"FILE"`
}

// Help is the example under the usage.
func (exportCmd) Help() string {
	return "Example: plenary export --negotiation bridgetown --format html --as-of 2017-09-27T23:59:00-04:00 -o compilation.html"
}

// Run writes one document, as the Secretariat sees it.
func (c exportCmd) Run(ctx context.Context, std streams) error {
	if c.Issue != "" {
		return c.issued(ctx, std)
	}
	if c.AsOf != nil && c.AsOf.After(std.clock()) {
		return fmt.Errorf("%w: --as-of is in the future, where the document would be another one tomorrow", errUsage)
	}
	return c.read(func(b *store.Bolt) error {
		v, err := c.view(ctx, room.New(b, std.clock))
		if err != nil {
			return fmt.Errorf("export %s: %w", c.Negotiation, err)
		}
		if !v.Readable {
			return fmt.Errorf("export %s: its record begins after %s; name a later instant with --as-of", c.Negotiation, c.AsOf.Format(time.RFC3339))
		}
		return std.writeFile(c.Out, 0o644, func(w io.Writer) error { return c.write(w, v) })
	})
}

// issued writes a document of the meeting, byte for byte as it was issued.
func (c exportCmd) issued(ctx context.Context, std streams) error {
	if c.AsOf != nil {
		return fmt.Errorf("%w: a document of the meeting is always the same: leave --as-of out", errUsage)
	}
	return c.read(func(b *store.Bolt) error {
		r := room.New(b, std.clock)
		v, err := c.view(ctx, r)
		if err != nil {
			return fmt.Errorf("export %s: %w", c.Negotiation, err)
		}
		i, f, err := findIssued(v, c.Issue, c.Format)
		if err != nil {
			return fmt.Errorf("export %s: %w", c.Negotiation, err)
		}
		file, err := b.Secrets.File(ctx, v.ID, f.SHA256)
		if err != nil && !errors.Is(err, negotiation.ErrNotFound) {
			return err
		}
		data, err := format.Reissue(i.Issue, f, file.Data, func() (negotiation.View, error) { return r.Until(ctx, v.ID, format.Readers(), i.Seq) })
		if err != nil {
			return err
		}
		return std.writeFile(c.Out, 0o644, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	})
}

// findIssued gives a document by its symbol, in a format.
func findIssued(v negotiation.View, symbol, name string) (negotiation.Issued, negotiation.IssuedFile, error) {
	var symbols []string
	for _, i := range v.Issued {
		symbols = append(symbols, i.Symbol)
		for _, f := range i.Files {
			if i.Symbol == symbol && f.Format == name {
				return i, f, nil
			}
		}
	}
	if slices.Contains(symbols, symbol) {
		return negotiation.Issued{}, negotiation.IssuedFile{}, fmt.Errorf("%s was not issued as %s; choose another --format", symbol, name)
	}
	return negotiation.Issued{}, negotiation.IssuedFile{}, fmt.Errorf("%s was not issued; there are: %s", symbol, cmp.Or(strings.Join(symbols, ", "), "none"))
}

func (c exportCmd) view(ctx context.Context, r *room.Room) (negotiation.View, error) {
	id, reader := negotiation.NegotiationID(c.Negotiation), negotiation.Audience{Role: negotiation.Secretariat}
	if c.AsOf == nil {
		return r.View(ctx, id, reader)
	}
	return r.AsOf(ctx, id, reader, *c.AsOf)
}

type convertCmd struct {
	documentFlags
	In  string `arg:"" help:"The document (.txt, .md), or - for stdin."`
	Out string `arg:"" help:"File to write, or - for stdout."`
}

// Help is the example under the usage.
func (convertCmd) Help() string {
	return "Example: plenary convert --format html compilation.txt out.html"
}

// Run imports into a negotiation that exists only as long as this runs. Its
// entries have no instant, so that the same file gives the same bytes.
func (c convertCmd) Run(ctx context.Context, std streams) error {
	draft, _, err := std.readDraft(c.In)
	if err != nil {
		return err
	}
	title := titleOf(draft, c.In)
	opening := negotiation.CreateNegotiation{Title: title, Language: "en"}
	v, err := rehearsed(ctx, idOf(title), draft, opening, func() time.Time { return time.Time{} })
	if err != nil {
		return fmt.Errorf("convert %s: %w", c.In, err)
	}
	return std.writeFile(c.Out, 0o644, func(w io.Writer) error { return c.write(w, v) })
}
