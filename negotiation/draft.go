package negotiation

// Draft is what was read from one document, before anything is recorded. The
// formats make it; ImportDraft records it; a Report tells about it.
type Draft struct {
	Source Source
	Cover  Cover
	// Paragraphs in the order of the document, with ids p1, p2, ..., version 1,
	// unique labels and parents that come before them.
	Paragraphs []Paragraph
	// Proposals in the order of the document, as for TableProposal, each with
	// its Received part. Changes name paragraphs of this draft at base 1.
	Proposals []Proposal
	// Parties are the delegations that the proposals come from.
	Parties []Party
	Notices []Notice
	// Editorial and Placeholders are what an editor would mend and the open places
	// of the draft, for the report; they are not recorded.
	Editorial    []EditorialNote
	Placeholders []OpenPlace
	// Questions are names at the start of a line of which the document does not
	// tell whether they are delegations.
	Questions []Question
}

// Question is a name at the start of a line ("OBJECTIVE:") that may be a
// delegation, or a word of the text. Whoever imports the document answers it with
// ReadOptions.Names.
type Question struct {
	// Name as it stands before the colon, in normal form.
	Name string `json:"name"`
	// Line at which it stands first, and how many times in all.
	Line  int `json:"line"`
	Times int `json:"times"`
	// Delegation says how it was read this time.
	Delegation bool `json:"delegation"`
}

// ReadOptions are what a person says to the reader of a document beforehand.
type ReadOptions struct {
	// Names answers a Question, by its Name: is it a delegation?
	Names map[string]bool
	// Targets names the paragraph that a proposal is on, by the line at which the
	// proposal begins: an address, "-" for the whole draft. It goes before what the
	// document says. One that the draft does not hold is as if it were not given.
	Targets map[int]string
	// Progress, where it is not nil, is called now and then with how many bytes
	// of all were read, and in the end with all of them.
	Progress func(read, all int)
}

// Against is the draft that a file of amendments is read against.
type Against struct {
	// Paragraphs as they stand, struck ones left out, with their addresses.
	Paragraphs []PrintedParagraph
	// Delegation whose file it is; proposals that name nobody are its own. Where it
	// is empty the file has to say whose they are.
	Delegation Delegation
	// Known are the delegations that the negotiation knows.
	Known []Party
}

// Source says which file a draft was read from.
type Source struct {
	Name string `json:"name"`
	// SHA256 is the hash of the file, in hexadecimal.
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

// Cover is the front matter of a document.
type Cover struct {
	// Blocks are the groups of lines above the note, as they stand.
	Blocks []CoverBlock `json:"blocks,omitempty"`
	// Title of the draft as printed on the cover ("DRAFT PLAN OF ACTION OF BRIDGETOWN").
	Title string `json:"title,omitempty"`
	// Symbol of the document ("TRABAJO/RTP/doc.13/17").
	Symbol string `json:"symbol,omitempty"`
	// Channel is how the comments came, the end of the note that names the
	// contributors: "the Virtual Forum of negotiation, enabled by ...". The
	// names themselves are written anew in each document, from who contributed.
	Channel string `json:"channel,omitempty"`
}

// CoverBlock is a run of lines without a blank one between.
type CoverBlock struct {
	Lines []string `json:"lines"`
	Bold  bool     `json:"bold,omitempty"`
}

// Severity ranks a notice.
type Severity string

const (
	// Info needs nothing done.
	Info Severity = "info"
	// Ask needs a person to look.
	Ask Severity = "ask"
	// Error changes the meaning if taken literally.
	Error Severity = "error"
)

// Notice is something the reader of a document saw and says, so that nothing is
// repaired in silence.
type Notice struct {
	// Line of the document, from 1.
	Line     int      `json:"line"`
	Severity Severity `json:"severity"`
	// Code names the kind of notice ("empty-bullet", "joined", "placeholder").
	Code string `json:"code"`
	Text string `json:"text"`
	// More is how many further notices of this code were left out, if it is the last.
	More int `json:"more,omitempty"`
}
