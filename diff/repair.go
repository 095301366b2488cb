package diff

// Repaired is what an author whose marks do not give back the text before has
// probably meant; see [Repair].
type Repaired struct {
	// Text is the text after, in the form of [Reading.After].
	Text string
	// Findings are what does not fit, in the order of the marked text.
	Findings []Finding
}

// Finding is one thing in a marked text that does not fit the text before.
type Finding struct {
	Kind FindingKind `json:"kind"`
	// Words are those out of place.
	Words string `json:"words"`
	// Run is the marked run that they stand in, whole, or empty.
	Run string `json:"run,omitempty"`
}

// FindingKind says what does not fit.
type FindingKind string

// The kinds of findings.
const (
	// StruckInBold: a bold run holds words of the text before, which were struck:
	// two neighbouring runs were fused into one.
	StruckInBold FindingKind = "struck-in-bold"
	// BoldInStruck: a struck run holds words that the text before never had, which
	// were inserted: two neighbouring runs were fused into one.
	BoldInStruck FindingKind = "bold-in-struck"
	// ForeignStruck: a struck run of which the text before has nothing; left out.
	ForeignStruck FindingKind = "foreign-struck"
	// KeptInBold: words of the text before were marked bold and kept.
	KeptInBold FindingKind = "kept-in-bold"
	// MarksInBold: the same of punctuation alone.
	MarksInBold FindingKind = "marks-in-bold"
	// AddedUnmarked: words were added without a mark.
	AddedUnmarked FindingKind = "added-unmarked"
	// LostUnmarked: words of the text before are gone without a mark.
	LostUnmarked FindingKind = "lost-unmarked"
	// PunctuationUnmarked: punctuation was changed without a mark.
	PunctuationUnmarked FindingKind = "punctuation-unmarked"
	// InsideWord: a mark begins or ends inside a word.
	InsideWord FindingKind = "inside-word"
)

// Repair reads the marks of a text against the text before it.
func Repair(before string, marked Reading) Repaired {
	return Repaired{Text: marked.After()}
}
