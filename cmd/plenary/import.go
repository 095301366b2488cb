package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
)

type importCmd struct {
	dataFlag
	Negotiation string `help:"Name of the negotiation in addresses; made from the title if not given." placeholder:"ID"`
	Title       string `help:"Title of the negotiation; that of the document if not given." placeholder:"TITLE"`
	Language    string `enum:",en,es,fr,pt" default:"" help:"Language of the draft: en, es, fr or pt; en for a new negotiation if not given." placeholder:"TAG"`
	Public      bool   `help:"Open the negotiation to readers without a seat."`
	As          string `enum:"draft,compilation,proposals" default:"compilation" help:"What the file is: ${enum}. A draft may hold no proposals; proposals are amendments to the draft that the negotiation has."`
	Delegation  string `help:"Whose the proposals are, where the file does not name the delegations." placeholder:"NAME"`
	Report      string `enum:"text,json" default:"text" help:"Form of the report: ${enum}."`
	File        string `arg:"" help:"The document (.txt, .md), or - for stdin."`
}

// Help is the example under the usage.
func (importCmd) Help() string {
	return "Example: plenary import --negotiation bridgetown --title \"Plan of Action\" --public compilation.txt\n\n" +
		"Example: plenary import --negotiation bridgetown --as proposals --delegation PERU amendments.txt"
}

// Run reads the file, records it in one entry, and prints the report.
func (c importCmd) Run(ctx context.Context, std streams) error {
	if c.As == "proposals" {
		return c.amend(ctx, std)
	}
	if c.Delegation != "" {
		return fmt.Errorf("%w: --delegation is for --as proposals; a %s names the delegations itself", errUsage, c.As)
	}
	draft, data, err := std.readDraft(c.File)
	if err != nil {
		return err
	}
	if c.As == "draft" && len(draft.Proposals) > 0 {
		return fmt.Errorf("%s: it holds %d proposals, so it is no clean draft; import it with --as compilation", c.File, len(draft.Proposals))
	}
	opening := negotiation.CreateNegotiation{Title: cmp.Or(c.Title, titleOf(draft, c.File)), Language: cmp.Or(c.Language, "en"), Public: c.Public}
	id := negotiation.NegotiationID(c.Negotiation)
	if id == "" {
		id = idOf(opening.Title)
	}
	if !id.Valid() {
		return fmt.Errorf("%w: --negotiation is %q; it may hold a to z, 0 to 9 and -, 63 at most", errUsage, id)
	}
	// What the law would refuse is tried out before the data file is touched, so
	// that neither an empty file nor an empty negotiation is left behind.
	if _, err := rehearsed(ctx, id, draft, opening, std.clock); err != nil {
		return fmt.Errorf("import %s: %w", c.File, err)
	}
	err = c.use(func(b *store.Bolt) error {
		h := house{room: room.New(b, std.clock), secrets: b.Secrets, clock: std.clock}
		there, err := h.importDraft(ctx, id, draft, data, opening)
		if err == nil && there {
			err = c.describe(ctx, h, id, opening.Title)
		}
		return err
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

// describe tells a negotiation that was there before the import what the flags
// say of it, and gives one that nobody has named yet this title.
func (c importCmd) describe(ctx context.Context, h house, id negotiation.NegotiationID, title string) error {
	v, err := h.room.View(ctx, id, negotiation.Audience{Role: negotiation.System})
	if err != nil {
		return err
	}
	now := negotiation.DescribeNegotiation{Title: v.Title, Language: v.Language, Public: v.Public}
	next := negotiation.DescribeNegotiation{Title: v.Title, Language: cmp.Or(c.Language, v.Language), Public: v.Public || c.Public}
	if c.Title != "" || v.Title == negotiation.Unnamed {
		next.Title = title
	}
	if next == now {
		return nil
	}
	return h.do(ctx, id, next)
}

// importDraft records a draft in a negotiation, which it opens if it is not there
// yet, and keeps the file beside the journal.
func (h house) importDraft(ctx context.Context, id negotiation.NegotiationID, d negotiation.Draft, data []byte, opening negotiation.CreateNegotiation) (there bool, err error) {
	err = h.do(ctx, id, opening)
	if r, refused := negotiation.Refused(err); refused && r.Code == negotiation.AlreadyExists {
		there, err = true, nil
	}
	if err != nil {
		return there, err
	}
	// Before the record says that it was read: then the file must be there.
	if err := h.secrets.KeepFile(ctx, id, d.Source.SHA256, negotiation.KeptFile{Name: d.Source.Name, Data: data}); err != nil {
		return there, fmt.Errorf("keep the file: %w", err)
	}
	return there, h.do(ctx, id, negotiation.ImportDraft{Draft: d})
}

// rehearsed imports a draft into a negotiation that exists only here.
func rehearsed(ctx context.Context, id negotiation.NegotiationID, d negotiation.Draft, opening negotiation.CreateNegotiation, clock func() time.Time) (negotiation.View, error) {
	r := room.New(store.NewMemory(), clock)
	h := house{room: r, clock: clock}
	if err := h.do(ctx, id, opening); err != nil {
		return negotiation.View{}, err
	}
	if err := h.do(ctx, id, negotiation.ImportDraft{Draft: d}); err != nil {
		return negotiation.View{}, err
	}
	return r.View(ctx, id, negotiation.Audience{Role: negotiation.Secretariat})
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
