package negotiation

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// Frozen is the exact text that the meeting is asked to agree to. The hash is on
// every screen, so that all can say whether they look at the same words.
type Frozen struct {
	// Texts has one paragraph, those that a proposal changes, or a list of
	// paragraphs that nobody wants otherwise.
	Texts []FrozenText `json:"texts"`
	// Proposal is the one that is taken in if the text is agreed; empty for the
	// paragraphs as they stand.
	Proposal ProposalID `json:"proposal,omitempty"`
	// Hash is the SHA-256 of the texts in hexadecimal; see hashOf.
	Hash string `json:"hash"`
}

// FrozenText is a paragraph as it would be.
type FrozenText struct {
	// Paragraph is empty for one that the proposal would insert; After is then where.
	Paragraph ParagraphID `json:"paragraph,omitempty"`
	After     ParagraphID `json:"after,omitempty"`
	// Version is the paragraph's present one, and Text the words that are to stand:
	// those of Version or, where a proposal is frozen, its own.
	Version int    `json:"version,omitempty"`
	Text    string `json:"text"`
	// Deleted says that the paragraph would be struck.
	Deleted bool `json:"deleted,omitempty"`
}

// ShortHash is how many digits of a hash are shown and read out.
const ShortHash = 8

// Short is the hash as it is shown.
func (f Frozen) Short() string { return f.Hash[:min(ShortHash, len(f.Hash))] }

// hashOf is the SHA-256 [FIPS 180-4] of a line a text, in hexadecimal: id (none of one
// that is inserted), "+" and the id after which it is to stand if it is inserted or
// moved, version, "struck" or "stands", and the words.
func hashOf(texts []FrozenText) string {
	h := sha256.New()
	for _, t := range texts {
		id, fate := string(t.Paragraph), "stands"
		if t.After != "" {
			id += "+" + string(t.After)
		}
		if t.Deleted {
			fate = "struck"
		}
		fmt.Fprintf(h, "%s %d %s %s\n", id, t.Version, fate, t.Text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Gavel is an agreement that takes effect unless somebody objects.
//
// The server's clock decides: an objection counts if it was received by Until, or if
// it says that it was sent by then and was received before the agreement took effect,
// which is SlowLink later at the earliest. When it was sent is what the sender's
// screen said of the server's clock, so that nobody loses the word over a slow link;
// both instants are in the record.
type Gavel struct {
	Outcome Outcome   `json:"outcome"`
	Until   time.Time `json:"until"`
	// Present are the delegations that were connected when it fell, and Absent
	// those that had been connected and were not then, of whom the Chair was told.
	Present []Delegation `json:"present,omitempty"`
	Absent  []Delegation `json:"absent,omitempty"`
	// Seat is the one that let it fall, At when.
	Seat SeatID    `json:"seat"`
	At   time.Time `json:"at"`
}

const (
	// SlowLink is how long an objection may be on its way; see [Gavel].
	SlowLink = 3 * time.Second
	// Overdue is how late a gavel may take effect. A server that was not there in
	// time was not there for objections either: the gavel is then void.
	Overdue = 10 * time.Second
)

// Due is when the gavel takes effect.
func (g Gavel) Due() time.Time { return g.Until.Add(SlowLink) }

// Objection is a delegation's word against what is frozen.
type Objection struct {
	Delegation Delegation `json:"delegation"`
	Reason     string     `json:"reason,omitempty"`
	// Sent is when its sender's screen said that it was sent, if it did; At is when
	// the server had it.
	Sent time.Time `json:"sent,omitzero"`
	At   time.Time `json:"at"`
}
