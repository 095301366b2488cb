// Package jsondoc writes a document as JSON, for programs. The form is promised:
// names are added, never changed or taken away without a new version.
//
// # The form, version 1
//
//	version      1
//	what         "compilation", "consolidated", "comparative", "dispositions", "clean" or "record"
//	negotiation  id
//	title, language
//	seq, as_of   of the newest entry of the record that the document holds
//	cover        title, symbol, channel, blocks of lines
//	states, bodies  the delegations that contributed, by name
//	blocks       the document in printing order; each is one of
//	  paragraph  id, address, kind, label, parent, text, version, deleted; outcome
//	             (as in a record) and reservations where a session has settled it
//	  proposal   see below
//	general      proposals that are comments on the whole draft
//	fates        proposals no longer on the table: proposal, delegation, address,
//	             status, at, reason, by, agreed (the addresses that a lapsed one
//	             was agreed without)
//	issue        symbol, kind (document, revision, corrigendum, addendum), of (the
//	             symbol that it follows), words (language), seq, as_of, cover; of a
//	             document that was issued
//	elsewhere    what it leaves to an addendum, as fates
//
// A proposal has id, delegation, sponsors, late, target (a paragraph id) with its
// address, reason, lines, requests and comments. A line is one restated paragraph:
// kind, label, address, change (amend, insert, delete, move; left out where it
// restates the draft), base (the version it changes), after (an address, for insert
// and move) and ops: the redline as [{"op": "equal|delete|insert", "text"}]. The
// equal and deleted ops together are the text of the base, the equal and inserted
// ones the text proposed. Where its author has not confirmed how a proposal is to
// be read, it is unconfirmed; typed is then a line as it was marked, in the same
// form, and ops only what it probably means. One that waits to be put on its
// paragraph by hand is unplaced: that is what its document says of the place.
//
// A document that is not in blocks has them empty, and its own part under its name:
//
//	consolidated  revision (the n of Rev.n), brackets, bracketed (paragraphs with
//	              one), open (proposals on the table), and
//	  paragraphs    each has paragraph as above, or proposed (kind, and after: an
//	                address); brackets; passages; notes (points with why)
//	  own_brackets  of the draft's own words: paragraph, address, brackets, problems
//	                (kind, at: in characters from 0)
//	  history       of the count: seq, at, brackets, open
//	comparative   columns (delegations), rows of a paragraph and cells: delegation,
//	              points, co_sponsors (the proposals of others that it sponsors)
//	dispositions  tally of status and proposals; rows: proposal, delegations, parents,
//	              addresses, points (excerpts), late, tabled, status, at, by, reason
//	record        zone, day (where it is of one), progress, history as above, and
//	  acts          seq, at, session, kind, and what it is about: address, version,
//	                proposal, delegation, by, text, order, many, sent, points,
//	                on_table (proposal, by), gavel (an outcome), outcomes, fates
//	  progress      up_to (an address), paragraphs, counts (stand, paragraphs),
//	                undecided: address, outcome, proposals, held, unconfirmed and
//	                unheard (as on_table), awaiting
//	  outcome       kind, asked, to, until, note, session, version, hash, proposal,
//	                silent, absent, seq, at, reopened (reason, seq, at); in acts also
//	                address, anchor, ops (its words), authors, positions,
//	                reservations, fates
//
// A position has by, kind, text, relayed where the Secretariat or the Chair took it
// down as said in the room, and stale where it is on earlier words. A proposal is
// unheard where it came after the words of its paragraph were frozen or agreed.
//
// A passage is text, or a bracket: op (insert, delete), by (proposal, delegation,
// sponsors) and inside, which is passages. The texts of all passages outside of
// insert brackets are the draft's, but for white space at the brackets. A point is one thing that a proposal asks of a
// paragraph: proposal, delegations (its own first), kind (of change), address, base,
// older (base is not the newest version), ops, typed (where it is unconfirmed), text (of a request or comment), as
// (kind to insert), after (where to move to), chapeau (the struck paragraph that it
// goes with), late, held (not admitted), parents (of a combined one), waits
// (conflict, satisfied) because of a proposal, and reason.
//
// Lists without anything are [], never null; names without a value, and the
// lists of a point, are left out.
package jsondoc

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

// Version is that of the form.
const Version = 1

// Write writes a document. The same document gives the same bytes. Its error is
// that of w.
func Write(w io.Writer, c negotiation.Compilation) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(newDocument(c)); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return nil
}

type document struct {
	Version     int                       `json:"version"`
	What        negotiation.What          `json:"what"`
	Negotiation negotiation.NegotiationID `json:"negotiation"`
	Title       string                    `json:"title"`
	Language    string                    `json:"language"`
	Seq         negotiation.Seq           `json:"seq"`
	AsOf        time.Time                 `json:"as_of"`
	Cover       negotiation.Cover         `json:"cover"`
	States      []negotiation.Delegation  `json:"states"`
	Bodies      []negotiation.Delegation  `json:"bodies"`
	Blocks      []block                   `json:"blocks"`
	General     []proposal                `json:"general"`
	Fates       []fate                    `json:"fates"`
	Issue       *negotiation.Issue        `json:"issue,omitempty"`
	Elsewhere   []fate                    `json:"elsewhere,omitempty"`
	// One of these, in the documents that they are named for.
	Consolidated *consolidated `json:"consolidated,omitempty"`
	Comparative  *comparative  `json:"comparative,omitempty"`
	Dispositions *dispositions `json:"dispositions,omitempty"`
	Record       *record       `json:"record,omitempty"`
}

type block struct {
	Paragraph *paragraph `json:"paragraph,omitempty"`
	Proposal  *proposal  `json:"proposal,omitempty"`
}

type paragraph struct {
	negotiation.Paragraph
	Address      string     `json:"address"`
	Outcome      *outcome   `json:"outcome,omitempty"`
	Reservations []position `json:"reservations,omitempty"`
}

func newParagraph(p negotiation.PrintedParagraph) paragraph {
	d := paragraph{Paragraph: p.Paragraph, Address: p.Address, Reservations: newPositions(p.Reservations)}
	if p.Outcome != nil {
		d.Outcome = newOutcome(*p.Outcome)
	}
	return d
}

type proposal struct {
	ID         negotiation.ProposalID   `json:"id"`
	Delegation negotiation.Delegation   `json:"delegation"`
	Sponsors   []negotiation.Delegation `json:"sponsors"`
	Late       bool                     `json:"late,omitempty"`
	// Unconfirmed is also said where only some lines can be read in two ways.
	Unconfirmed bool                    `json:"unconfirmed,omitempty"`
	Unplaced    string                  `json:"unplaced,omitempty"`
	Target      negotiation.ParagraphID `json:"target,omitempty"`
	Address     string                  `json:"address,omitempty"`
	Reason      string                  `json:"reason,omitempty"`
	Lines       []line                  `json:"lines"`
	Requests    []string                `json:"requests"`
	Comments    []string                `json:"comments"`
}

type line struct {
	Kind    negotiation.Kind       `json:"kind"`
	Label   string                 `json:"label,omitempty"`
	Address string                 `json:"address,omitempty"`
	Change  negotiation.ChangeKind `json:"change,omitempty"`
	Base    int                    `json:"base,omitempty"`
	After   string                 `json:"after,omitempty"`
	Ops     diff.Script            `json:"ops"`
	Typed   []diff.Span            `json:"typed,omitempty"`
}

type fate struct {
	Proposal   negotiation.ProposalID `json:"proposal"`
	Delegation negotiation.Delegation `json:"delegation"`
	Address    string                 `json:"address,omitempty"`
	Status     negotiation.Status     `json:"status"`
	At         time.Time              `json:"at"`
	Reason     string                 `json:"reason,omitempty"`
	By         negotiation.ProposalID `json:"by,omitempty"`
	Agreed     []string               `json:"agreed,omitempty"`
}

func newDocument(c negotiation.Compilation) document {
	d := document{Version: Version, What: c.What, Negotiation: c.ID, Title: c.Title, Language: c.Language,
		Seq: c.Seq, AsOf: c.AsOf.UTC(), Cover: c.Cover, States: list(c.States), Bodies: list(c.Bodies),
		Blocks: []block{}, General: []proposal{}, Fates: []fate{}, Consolidated: newConsolidated(c.Consolidated),
		Comparative: newComparative(c.Comparative), Dispositions: newDispositions(c.Dispositions), Record: newRecord(c)}
	for _, b := range c.Blocks {
		if b.Paragraph != nil {
			p := newParagraph(*b.Paragraph)
			d.Blocks = append(d.Blocks, block{Paragraph: &p})
			continue
		}
		p := newProposal(*b.Restated)
		d.Blocks = append(d.Blocks, block{Proposal: &p})
	}
	for _, r := range c.General {
		d.General = append(d.General, newProposal(r))
	}
	d.Fates, d.Elsewhere = append(d.Fates, newFates(c.Fates)...), newFates(c.Elsewhere)
	if c.Issue != nil {
		issue := *c.Issue
		issue.Files = nil // their hashes cannot stand in what is hashed
		d.Issue = &issue
	}
	return d
}

func newFates(all []negotiation.Fate) []fate {
	var fates []fate
	for _, f := range all {
		fates = append(fates, fate{f.Proposal, f.Delegation, f.Address, f.Status, f.At.UTC(), f.Reason, f.By, f.Agreed})
	}
	return fates
}

func newProposal(r negotiation.Restated) proposal {
	p := proposal{ID: r.Proposal, Delegation: r.Delegation, Sponsors: list(r.Sponsors), Late: r.Late, Unconfirmed: r.Unconfirmed, Unplaced: r.Unplaced, Target: r.Target,
		Address: r.Address, Reason: r.Reason, Lines: []line{}, Requests: list(r.Requests), Comments: list(r.Comments)}
	for _, l := range r.Lines {
		p.Lines = append(p.Lines, line{l.Kind, l.Label, l.Address, l.Change, l.Base, l.After, list(l.Redline), l.Typed})
	}
	return p
}

// list is a list that is [] and not null where it is empty.
func list[S ~[]E, E any](s S) S {
	if s == nil {
		return S{}
	}
	return s
}
