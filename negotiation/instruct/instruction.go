package instruct

// MaxText is how long a text may be, in bytes. A longer one is no instruction,
// and none is applied to a longer one or makes one.
const MaxText = 32 << 10

// Verb is what an instruction does.
type Verb string

const (
	// ReplaceWords puts New in the place of Old, or of the sentence.
	ReplaceWords Verb = "replace words"
	// DeleteWords takes away Old, or the sentence.
	DeleteWords Verb = "delete words"
	// InsertWords puts New where Place says.
	InsertWords Verb = "insert words"
	// ReplaceParagraph gives the paragraph New for all of its words.
	ReplaceParagraph Verb = "replace paragraph"
	// DeleteParagraph takes the paragraph away.
	DeleteParagraph Verb = "delete paragraph"
	// InsertParagraph makes a paragraph of New, before or after the one at
	// Address, or first or last of the list below it.
	InsertParagraph Verb = "insert paragraph"
	// MoveParagraph puts the paragraph at Address before or after the one at To.
	MoveParagraph Verb = "move paragraph"
)

// Place is where something goes, seen from a paragraph, a sentence or words.
type Place string

// The places. Start and End are inside.
const (
	Before Place = "before"
	After  Place = "after"
	Start  Place = "start"
	End    Place = "end"
)

// Nth counts occurrences or sentences: 1 is the first, 0 that none was named.
type Nth int

const (
	// Last is the last one, however many there are.
	Last Nth = -1
	// All is each of them.
	All Nth = -2
)

// Doubt is why an instruction cannot be carried out as it stands. A text with
// such a one is a request: its author has to say more.
type Doubt string

const (
	// AtLine says that a place is named by its line, which another print, page
	// or language does not share.
	AtLine Doubt = "line"
	// NoPlace says that words are to be inserted and nothing says where.
	NoPlace Doubt = "place"
	// Conditional says that it holds only if something else does, that it is
	// asked, or that what stands behind it takes half of it back.
	Conditional Doubt = "condition"
	// Alternative says that another one may hold in its place.
	Alternative Doubt = "alternative"
	// Range says that it is on the paragraphs from one to another, or on all of a
	// section, which are not named one by one.
	Range Doubt = "range"
	// ManyParagraphs says that what is to be inserted is more than one paragraph.
	ManyParagraphs Doubt = "paragraphs"
)

// Instruction is one thing to be done to a draft, as an author wrote it down.
type Instruction struct {
	Verb Verb
	// Address is the paragraph that it is on, in the form of
	// negotiation.Addresses: "7", "7.b", "7.b(ii)", "5bis", "6.bullet3", "A"; "OP3"
	// and "PP2" for operative and preambular paragraphs. It is empty where the text
	// names none, which means the paragraph at which the text stands; ".b" is
	// item b of the list there.
	Address string
	// To is the paragraph beside which a MoveParagraph goes, in the same form.
	To string
	// Place is where New goes, or what is moved. With Old it says on which side of
	// Anchor the Old that is meant stands.
	Place Place
	// Old are the words to look for, New those to put in, without their quotes
	// and with single spaces.
	Old, New string
	// Until are the words at which a stretch that begins with Old ends ("from Old to
	// Until"), or that follow Anchor ("between Anchor and Until").
	Until string
	// Anchor are the words beside which something is done.
	Anchor string
	// Occurrence tells which Old or Anchor is meant where there are several.
	Occurrence Nth
	// Sentence is the sentence of the paragraph in which it is to be done, or
	// that is itself replaced, deleted or inserted beside.
	Sentence Nth
	// AsSentence says that New was called a sentence.
	AsSentence bool
	// Chapeau says that the paragraph was named as the chapeau of its list.
	Chapeau bool
	// Everywhere says that it is on the whole draft, wherever Old stands in it:
	// "throughout the text", "in the whole document", "in all paragraphs". It names
	// no paragraph then. See Places.
	Everywhere bool
	// Label is the label of a new paragraph as printed: "5 bis", "d".
	Label string
	// Comment is what was said beside it: "to align with paragraph 4".
	Comment string
	// Doubt is why it cannot be carried out as it stands, empty where it can.
	Doubt Doubt
}

// Code says why an instruction was not applied.
type Code string

const (
	// Applied means that nothing was wrong.
	Applied Code = ""
	// NotFound says that the paragraph does not hold Problem.Words, or not as
	// many sentences.
	NotFound Code = "not found"
	// Several says that it holds them Problem.Found times, and which was meant is
	// not said.
	Several Code = "several"
	// Same says that the paragraph would stay as it is.
	Same Code = "same"
	// NotText says that the instruction is about a whole paragraph and leaves no
	// text.
	NotText Code = "not text"
	// Unclear says that the instruction has a Doubt, lacks words, or does not tell
	// at what seam its words go or how they fit there.
	Unclear Code = "unclear"
	// TooLong says that the paragraph has, or would have, more than MaxText bytes.
	TooLong Code = "too long"
)

// Problem is how applying went.
type Problem struct {
	Code Code
	// Words are those that were not found, or found several times.
	Words string
	// Found is how many times they were found; of a great many, at least.
	Found int
	// OtherCase says that what was found differs from the words of the instruction
	// in the case of its first letter. It is set also where nothing was wrong.
	OtherCase bool
}

// Clear reports whether each of list can be carried out as it stands.
func Clear(list []Instruction) bool {
	for _, i := range list {
		if i.Doubt != "" {
			return false
		}
	}
	return len(list) > 0
}
