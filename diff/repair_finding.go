package diff

// Finding is one thing in a marked text that does not fit the text before.
type Finding struct {
	Kind FindingKind `json:"kind"`
	// Words are those out of place, white space folded.
	Words string `json:"words"`
	// Run is the marked run that they stand in, whole, without its marks and with
	// white space folded. It is empty where they stand in none.
	Run string `json:"run,omitempty"`
}

// MaxFindings is how many findings are returned of one text. Nobody reads more,
// and each holds the run that it is in.
const MaxFindings = 200

// maxFound is how many bytes the findings of one text may hold, but for the first:
// each holds the run that it is in, and a record keeps them all.
const maxFound = 64 << 10

// FindingKind says what does not fit.
type FindingKind string

// The kinds of findings. Only the first two make the probable text another than
// the literal one.
const (
	// StruckInBold: a bold run holds words of the text before, which were struck:
	// two neighbouring runs were fused into one.
	StruckInBold FindingKind = "struck-in-bold"
	// BoldInStruck: a struck run holds words that the text before never had, which
	// were inserted: two neighbouring runs were fused into one.
	BoldInStruck FindingKind = "bold-in-struck"
	// ForeignStruck: words were struck that the text before never had, and that
	// were not inserted either: the run has nothing of the text before, or is
	// another version of it. They are left out.
	ForeignStruck FindingKind = "foreign-struck"
	// KeptInBold: words of the text before were marked bold and kept.
	KeptInBold FindingKind = "kept-in-bold"
	// MarksInBold: the same of punctuation alone.
	MarksInBold FindingKind = "marks-in-bold"
	// AddedUnmarked: words were added without a mark.
	AddedUnmarked FindingKind = "added-unmarked"
	// LostUnmarked: words of the text before are gone without a mark.
	LostUnmarked FindingKind = "lost-unmarked"
	// PunctuationUnmarked: punctuation was added or is gone without a mark; or it
	// was struck, though the text before does not have it.
	PunctuationUnmarked FindingKind = "punctuation-unmarked"
	// InsideWord: a mark begins or ends inside a word, and what stood there before
	// is no word of the text before.
	InsideWord FindingKind = "inside-word"
)

// Merged reports whether runs were fused into one, so that the text reads
// otherwise than its marks say.
func (k FindingKind) Merged() bool { return k == StruckInBold || k == BoldInStruck }

// found is a finding and the unit at which it is.
type found struct {
	Finding
	at int
}

// report adds a finding about units.
func (r *repairer) report(kind FindingKind, s stretch, run string) {
	words := fold(r.typed[r.units[s.x].start:r.units[s.y-1].end])
	r.found = append(r.found, found{Finding{kind, words, run}, s.x})
}
