package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/schollz/progressbar/v3"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/room"
	"plenary/store"
)

type importCmd struct {
	dataFlag
	Negotiation string `help:"Name of the negotiation in addresses; made from the title if not given." placeholder:"ID"`
	As          string `enum:"draft,compilation" default:"compilation" help:"What the file is: ${enum}. A draft may hold no proposals."`
	Report      string `enum:"text,json" default:"text" help:"Form of the report: ${enum}."`
	File        string `arg:"" help:"The document (.txt, .md), or - for stdin."`
}

// Help is the example under the usage.
func (importCmd) Help() string {
	return "Example: plenary import --negotiation bridgetown --report json compilation.txt"
}

// Run reads the file, records it in one entry, and prints the report.
func (c importCmd) Run(ctx context.Context, std streams) error {
	draft, data, err := std.readDraft(c.File)
	if err != nil {
		return err
	}
	if c.As == "draft" && len(draft.Proposals) > 0 {
		return fmt.Errorf("%s: it holds %d proposals, so it is no clean draft; import it with --as compilation", c.File, len(draft.Proposals))
	}
	id := negotiation.NegotiationID(c.Negotiation)
	if id == "" {
		id = idOf(titleOf(draft, c.File))
	}
	if !id.Valid() {
		return fmt.Errorf("%w: --negotiation is %q; it may hold a to z, 0 to 9 and -, 63 at most", errUsage, id)
	}
	// What the law would refuse is tried out before the data file is touched, so
	// that neither an empty file nor an empty negotiation is left behind.
	if _, err := rehearsed(ctx, id, draft, titleOf(draft, c.File), std.clock); err != nil {
		return fmt.Errorf("import %s: %w", c.File, err)
	}
	err = c.use(func(b *store.Bolt) error {
		h := house{room: room.New(b, std.clock), secrets: b.Secrets, clock: std.clock}
		return h.importDraft(ctx, id, draft, data, titleOf(draft, c.File))
	})
	if err != nil {
		return fmt.Errorf("import %s: %w", c.File, err)
	}
	return c.report(std.out, negotiation.NewReport(id, draft))
}

func (c importCmd) report(w io.Writer, r negotiation.Report) error {
	if c.Report == "text" {
		return r.WriteText(w)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// importDraft records a draft in a negotiation, which it creates if it is not
// there, and keeps the file beside the journal.
func (h house) importDraft(ctx context.Context, id negotiation.NegotiationID, d negotiation.Draft, data []byte, title string) error {
	err := h.create(ctx, id, title, false)
	if r, refused := negotiation.Refused(err); err != nil && (!refused || r.Code != negotiation.AlreadyExists) {
		return err
	}
	// Before the record says that it was read: then the file must be there.
	if err := h.secrets.KeepFile(ctx, id, d.Source.SHA256, negotiation.KeptFile{Name: d.Source.Name, Data: data}); err != nil {
		return fmt.Errorf("keep the file: %w", err)
	}
	return h.do(ctx, id, negotiation.ImportDraft{Draft: d})
}

// rehearsed imports a draft into a negotiation that exists only here.
func rehearsed(ctx context.Context, id negotiation.NegotiationID, d negotiation.Draft, title string, clock func() time.Time) (negotiation.View, error) {
	r := room.New(store.NewMemory(), clock)
	h := house{room: r, clock: clock}
	if err := h.create(ctx, id, title, false); err != nil {
		return negotiation.View{}, err
	}
	if err := h.do(ctx, id, negotiation.ImportDraft{Draft: d}); err != nil {
		return negotiation.View{}, err
	}
	return r.View(ctx, id, negotiation.Audience{Role: negotiation.Secretariat})
}

// readDraft reads a document, with a word about progress on a terminal.
func (std streams) readDraft(file string) (negotiation.Draft, []byte, error) {
	name, data, err := std.readFile(file)
	if err != nil {
		return negotiation.Draft{}, nil, err
	}
	bar := progressbar.NewOptions(-1, progressbar.OptionSetWriter(std.err), progressbar.OptionSetDescription("reading "+name),
		progressbar.OptionSetVisibility(std.terminal()), progressbar.OptionClearOnFinish())
	draft, err := format.Read(name, data)
	if finished := bar.Finish(); err == nil {
		err = finished
	}
	if err != nil {
		return draft, nil, fmt.Errorf("%s: %w", name, err)
	}
	return draft, data, nil
}

// titleOf is the title of a draft, or the name of its file.
func titleOf(d negotiation.Draft, file string) string {
	if d.Cover.Title != "" {
		return d.Cover.Title
	}
	return file
}

// idOf makes the name of a negotiation from its title.
func idOf(title string) negotiation.NegotiationID {
	return negotiation.NegotiationID(cmp.Or(negotiation.Slug(title, negotiation.MaxID), "negotiation"))
}
