package negotiation

import (
	"encoding/hex"
	"slices"
	"time"
)

// Issue is a document of the meeting, made of the record up to one Seq.
type Issue struct {
	// Symbol by which the meeting knows it ("TRABAJO/RTP/doc.13/17 rev. 1").
	Symbol string    `json:"symbol"`
	Kind   IssueKind `json:"kind"`
	// Of is the symbol of the document that it revises, corrects or adds to.
	Of string `json:"of,omitempty"`
	// Words is the language of the words around those of the delegations.
	Words string `json:"words"`
	// Seq is the newest entry that it holds, AsOf the instant up to which.
	Seq  Seq       `json:"seq"`
	AsOf time.Time `json:"as_of"`
	// Cover is the front matter as printed.
	Cover Cover `json:"cover"`
	// Files are its bytes in each format, kept beside the journal.
	Files []IssuedFile `json:"files"`
}

// IssueKind says what a document is among those of its series.
type IssueKind string

const (
	// FirstIssue is a document of its own.
	FirstIssue IssueKind = "document"
	// RevisedIssue takes the place of an earlier one.
	RevisedIssue IssueKind = "revision"
	// CorrectedIssue mends mistakes of an earlier one.
	CorrectedIssue IssueKind = "corrigendum"
	// AddedIssue holds what came after the cut-off, and that alone.
	AddedIssue IssueKind = "addendum"
)

// IssueKinds lists them in the order in which they are offered.
func IssueKinds() []IssueKind {
	return []IssueKind{FirstIssue, RevisedIssue, CorrectedIssue, AddedIssue}
}

// IssuedFile is a document in one format.
type IssuedFile struct {
	Format string `json:"format"`
	// SHA256 is the hash of its bytes, in hexadecimal.
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

// Issued is a document with when and by which seat it was issued.
type Issued struct {
	Issue
	Entry Seq
	At    time.Time
	Seat  SeatID
}

// MaxIssues bounds the documents of one negotiation.
const MaxIssues = 1000

// issueCompilation records that a document was issued. Its bytes were made before
// from the record up to its Seq, which nothing that comes later alters.
func (s State) issueCompilation(at time.Time, i Issue) ([]Event, *Refusal) {
	if !s.HasDraft() {
		return nil, Refuse(NoDraft)
	}
	if len(s.issued) >= MaxIssues {
		return nil, Refuse(TooMany, "field", "issues", "limit", MaxIssues, "count", len(s.issued)+1)
	}
	var r *Refusal
	if i.Symbol, r = readText("symbol", i.Symbol, MaxName); r != nil {
		return nil, r
	}
	switch {
	case blank(i.Symbol):
		return nil, Refuse(Empty, "field", "symbol")
	case slices.ContainsFunc(s.issued, func(other Issued) bool { return canonical(other.Symbol) == canonical(i.Symbol) }):
		return nil, Refuse(AlreadyExists, "field", "symbol", "value", i.Symbol)
	case !slices.Contains(IssueKinds(), i.Kind):
		return nil, Refuse(BadValue, "field", "kind", "value", i.Kind)
	case (i.Kind == FirstIssue) != (i.Of == ""), i.Of != "" && s.issue(i.Of) < 0:
		return nil, Refuse(BadValue, "field", "of", "value", i.Of)
	case !slices.Contains(Languages(), i.Words):
		return nil, Refuse(BadValue, "field", "language", "value", i.Words)
	case i.Seq < 1 || i.Seq > s.seq || i.AsOf.IsZero() || i.AsOf.After(at) || i.Seq == s.seq && i.AsOf.Before(s.at):
		return nil, Refuse(BadValue, "field", "as_of", "value", i.AsOf.UTC().Format(time.RFC3339))
	}
	if r := readIssuedFiles(i.Files); r != nil {
		return nil, r
	}
	if r := readCover(i.Cover); r != nil {
		return nil, r
	}
	return []Event{CompilationIssued{Issue: i}}, nil
}

// issue is the place of a document among those issued, or -1.
func (s State) issue(symbol string) int {
	return slices.IndexFunc(s.issued, func(i Issued) bool { return i.Symbol == symbol })
}

func readIssuedFiles(files []IssuedFile) *Refusal {
	const most = 20 // formats
	if len(files) == 0 {
		return Refuse(Empty, "field", "files")
	}
	if len(files) > most {
		return Refuse(TooMany, "field", "files", "limit", most, "count", len(files))
	}
	for n, f := range files {
		sum, err := hex.DecodeString(f.SHA256)
		twice := slices.ContainsFunc(files[:n], func(other IssuedFile) bool { return other.Format == f.Format })
		if err != nil || len(sum) != 32 || f.Bytes < 1 || f.Format == "" || len(f.Format) > MaxName || !clean(f.Format) || twice {
			return Refuse(BadValue, "field", "files", "value", f.Format)
		}
	}
	return nil
}

// readCover refuses front matter that no page holds, or that hides what it says.
func readCover(c Cover) *Refusal {
	const mostLines = 200
	lines := []string{c.Title, c.Symbol, c.Channel}
	for _, b := range c.Blocks {
		lines = append(lines, b.Lines...)
	}
	if len(lines) > mostLines {
		return Refuse(TooMany, "field", "cover", "limit", mostLines, "count", len(lines))
	}
	for _, l := range lines {
		if _, r := readText("cover", l, 2*MaxTitle); r != nil {
			return r
		}
	}
	return nil
}
