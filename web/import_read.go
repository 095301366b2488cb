package web

import (
	"cmp"
	"maps"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

// What a file is taken for.
const (
	// asDraft is a draft, with the proposals that stand in it.
	asDraft = "draft"
	// asProposals is a file of amendments to the draft that there is.
	asProposals = "proposals"
)

// importing is a file that is being looked at, and what was read in it, before
// anything is recorded.
type importing struct {
	As string
	// Delegation whose amendments they are, where the file need not say so.
	Delegation negotiation.Delegation
	File       negotiation.KeptFile
	Choices    importChoices

	Draft negotiation.Draft
	// Against are the paragraphs that the proposals are on.
	Against []negotiation.PrintedParagraph
	Report  negotiation.Report
	// targets are where the proposals were read without any target chosen, by line.
	targets map[int]string
}

// fits reports whether what the file is taken for can be recorded in v.
func (i *importing) fits(v negotiation.View) bool {
	return (i.As == asProposals) == (len(v.Paragraphs) > 0)
}

// read reads the file for v with what was chosen. A target that the document names
// by itself is no choice: the file is read without any first, and again only if one
// is left. It refuses what the reader refuses, amendments to a draft that is not
// there (NoDraft), and a target that the draft does not have (UnknownParagraph).
func (i *importing) read(v negotiation.View) error {
	if i.As == asProposals && len(v.Paragraphs) == 0 {
		return negotiation.Refuse(negotiation.NoDraft)
	}
	options := negotiation.ReadOptions{Names: i.Choices.Names}
	if err := i.readOnce(v, options); err != nil {
		return err
	}
	i.targets = i.targetsRead()
	targets := i.Choices.Targets
	i.Choices.Targets = i.moved(targets)
	if err := i.knows(targets); err != nil || len(i.Choices.Targets) == 0 {
		return err
	}
	options.Targets = i.Choices.Targets
	return i.readOnce(v, options)
}

func (i *importing) readOnce(v negotiation.View, options negotiation.ReadOptions) (err error) {
	if i.As != asProposals {
		if i.Draft, err = format.Read(i.File.Name, i.File.Data, options); err != nil {
			return err
		}
		i.Against = addressed(i.Draft.Paragraphs)
		i.Report = negotiation.NewReport(v.ID, i.Draft)
		return nil
	}
	i.Against = standing(v)
	against := negotiation.Against{Paragraphs: i.Against, Delegation: i.Delegation, Known: v.Parties}
	if i.Draft, err = format.ReadProposals(i.File.Name, i.File.Data, against, options); err != nil {
		return err
	}
	i.Report = negotiation.NewReportAgainst(v.ID, i.Draft, i.Against, len(v.Proposals))
	return nil
}

// addressed gives paragraphs with their addresses.
func addressed(paragraphs []negotiation.Paragraph) []negotiation.PrintedParagraph {
	addresses := negotiation.Addresses(paragraphs)
	list := make([]negotiation.PrintedParagraph, 0, len(paragraphs))
	for _, p := range paragraphs {
		list = append(list, negotiation.PrintedParagraph{Paragraph: p, Address: addresses[p.ID]})
	}
	return list
}

// standing are the paragraphs of v that amendments can be on.
func standing(v negotiation.View) []negotiation.PrintedParagraph {
	var list []negotiation.PrintedParagraph
	for _, p := range v.Paragraphs {
		if !p.Deleted {
			list = append(list, printed(p))
		}
	}
	return list
}

// onWholeDraft stands in place of an address for the draft as a whole.
const onWholeDraft = "-"

// targetOf is the address at which a proposal of the report was read; empty where
// the document names no paragraph that there is.
func (i *importing) targetOf(n int) string {
	if r := i.Draft.Proposals[n].Received; r != nil && r.Unplaced != "" {
		return ""
	}
	return cmp.Or(i.Report.Proposals[n].Paragraph, onWholeDraft)
}

// targetsRead gives the target of each line; of two proposals at one line, the first's,
// which has the fields.
func (i *importing) targetsRead() map[int]string {
	read := make(map[int]string, len(i.Report.Proposals))
	for n, p := range i.Report.Proposals {
		if _, second := read[p.Line]; !second {
			read[p.Line] = i.targetOf(n)
		}
	}
	return read
}

// moved gives those targets that are other than what was read.
func (i *importing) moved(targets map[int]string) map[int]string {
	left := maps.Clone(targets)
	for n, p := range i.Report.Proposals {
		if left[p.Line] == i.targetOf(n) {
			delete(left, p.Line)
		}
	}
	return left
}

// knows refuses targets that the draft does not have.
func (i *importing) knows(targets map[int]string) error {
	known := map[string]bool{"": true, onWholeDraft: true}
	for _, p := range i.Against {
		known[p.Address] = true
	}
	for _, address := range targets {
		if !known[address] {
			return negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", extract(address))
		}
	}
	return nil
}

// command is what records the file as it was read.
func (i *importing) command() (negotiation.Command, error) {
	confirmed, err := i.confirmed()
	if err != nil {
		return nil, err
	}
	if i.As == asProposals {
		return negotiation.ImportProposals{Draft: i.Draft, Confirmed: confirmed}, nil
	}
	return negotiation.ImportDraft{Draft: i.Draft, Confirmed: confirmed}, nil
}
