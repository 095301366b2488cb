package main

import (
	"context"
	"fmt"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/room"
	"plenary/store"
)

// amend tables a file of amendments in one entry, and prints the report.
func (c importCmd) amend(ctx context.Context, std streams) error {
	switch {
	case c.Negotiation == "":
		return fmt.Errorf("%w: --as proposals needs --negotiation, whose draft they amend", errUsage)
	case c.Title != "" || c.Language != "" || c.Public:
		return fmt.Errorf("%w: --title, --language and --public describe a negotiation when its draft is imported, and not with --as proposals", errUsage)
	}
	name, data, err := std.readFile(c.File)
	if err != nil {
		return err
	}
	var report negotiation.Report
	err = c.edit(func(b *store.Bolt) error {
		h := house{room: room.New(b, std.clock), secrets: b.Secrets, clock: std.clock}
		v, err := h.amendable(ctx, negotiation.NegotiationID(c.Negotiation))
		if err != nil {
			return err
		}
		report, err = h.importProposals(ctx, std, v, negotiation.Delegation(negotiation.Normal(c.Delegation)), name, data)
		return err
	})
	if err != nil {
		return fmt.Errorf("import %s: %w", c.File, err)
	}
	return c.report(std.out, report)
}

// amendable gives a negotiation to which amendments can be tabled now. What would be
// refused whatever the file holds is refused before it is read.
func (h house) amendable(ctx context.Context, id negotiation.NegotiationID) (negotiation.View, error) {
	v, err := h.room.View(ctx, id, negotiation.Audience{Role: negotiation.System})
	switch {
	case err != nil:
		return v, err
	case len(v.Paragraphs) == 0:
		return v, negotiation.Refuse(negotiation.NoDraft)
	case v.Window.Shut():
		return v, negotiation.Refuse(negotiation.WindowClosed)
	}
	return v, nil
}

// importProposals reads a file of amendments against the draft of v, keeps it beside
// the journal and tables what it holds.
func (h house) importProposals(ctx context.Context, std streams, v negotiation.View, of negotiation.Delegation, name string, data []byte) (negotiation.Report, error) {
	against := negotiation.Against{Delegation: of, Known: v.Parties}
	for _, p := range v.Paragraphs {
		if !p.Deleted {
			against.Paragraphs = append(against.Paragraphs, negotiation.PrintedParagraph{Paragraph: p.Paragraph, Address: p.Address})
		}
	}
	d, err := std.reading(name, len(data), func(o negotiation.ReadOptions) (negotiation.Draft, error) {
		return format.ReadProposals(name, data, against, o)
	})
	if err != nil {
		return negotiation.Report{}, err
	}
	// Before the record says that it was read: then the file must be there.
	if err := h.secrets.KeepFile(ctx, v.ID, d.Source.SHA256, negotiation.KeptFile{Name: d.Source.Name, Data: data}); err != nil {
		return negotiation.Report{}, fmt.Errorf("keep the file: %w", err)
	}
	report := negotiation.NewReportAgainst(v.ID, d, against.Paragraphs, len(v.Proposals))
	return report, h.do(ctx, v.ID, negotiation.ImportProposals{Draft: d})
}
