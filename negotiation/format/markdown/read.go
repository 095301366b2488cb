package markdown

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"plenary/negotiation"
)

// Read reads a compilation of comments or a clean draft. Name is that of the
// file, for the record. The time it takes grows with the length of src only. It
// refuses, as a whole:
//
//	Unreadable  problem empty: no text at all; encoding: neither UTF-8, nor UTF-16
//	            with a byte order mark, nor text in Windows-1252, with the byte at
//	            which UTF-8 breaks; kind: a file of another kind; no-paragraph; derived: a consolidated text or a
//	            table that Write made
//	BadText     field text, with the line: a zero; other control characters are
//	            left out with a notice
//	TooLong     field document; or paragraph, text or reason with the line at
//	            which the paragraph or the proposal begins
//	TooMany     field lines: more than 500,000 that are not blank; field changes, or field paragraphs, both with the line. The count
//	            of paragraphs ends with the first that is too many.
func Read(name string, src []byte, opts negotiation.ReadOptions) (negotiation.Draft, error) {
	r, err := readAll(src, opts)
	if err != nil {
		return negotiation.Draft{}, err
	}
	d, err := r.draft()
	hash := sha256.Sum256(src)
	d.Source = negotiation.Source{Name: name, SHA256: hex.EncodeToString(hash[:]), Bytes: len(src)}
	if opts.Progress != nil {
		opts.Progress(len(src), len(src))
	}
	return d, err
}

// readAll reads a document, and once more where a name turned out to be that of a
// delegation only behind the place where it stood first.
func readAll(src []byte, opts negotiation.ReadOptions) (*reader, error) {
	r, err := openText(src, opts, nil)
	if err != nil {
		return nil, err
	}
	r.readBody(r.readCover())
	if r.undecided() {
		opts.Progress = nil // it has been told
		if r, err = openText(src, opts, r.believed); err != nil {
			return nil, err
		}
		r.readBody(r.readCover())
	}
	return r, nil
}

// openText reads the lines of a document, by one who believes of some names that they
// are those of delegations.
func openText(src []byte, opts negotiation.ReadOptions, believed map[string]bool) (*reader, error) {
	if len(src) > negotiation.MaxImport {
		return nil, negotiation.Refuse(negotiation.TooLong, "field", "document", "limit", negotiation.MaxImport, "length", len(src))
	}
	if refusal := foreign(src); refusal != nil {
		return nil, refusal
	}
	text, encoding, refusal := decode(src)
	if refusal != nil {
		return nil, refusal
	}
	if isDerived(text) {
		return nil, negotiation.Refuse(negotiation.Unreadable, "problem", "derived")
	}
	if n := countLines(text); n > maxLines {
		return nil, negotiation.Refuse(negotiation.TooMany, "field", "lines", "limit", maxLines, "count", n)
	}
	r := newReader(text, encoding, opts, believed)
	r.size = len(src)
	if err := r.fit(); err != nil {
		return nil, err
	}
	return r, nil
}

// fit refuses a document that holds no text, or signs that the law records nowhere.
func (r *reader) fit() error {
	if len(r.lines) == 0 {
		return negotiation.Refuse(negotiation.Unreadable, "problem", "empty")
	}
	for _, l := range r.lines {
		if unfit(l.words) {
			return negotiation.Refuse(negotiation.BadText, "field", "text", "line", l.number)
		}
	}
	return nil
}

// reader reads one document from top to bottom.
type reader struct {
	notices
	structure
	people
	opts  negotiation.ReadOptions
	src   string
	lines []line
	// size is how many bytes the file has.
	size int
	// at is the index of the line that is being read.
	at    int
	cover negotiation.Cover
	// noted is the title of the draft in the note.
	noted string
	// anew are the sections in which numbers begin anew, by their lines.
	anew map[int]string
	// open is the proposal being read, or nil.
	open     *passage
	passages []*passage
	// over are the delegations whose name stands as a heading over their proposals.
	over []negotiation.Delegation
	// general says that comments on the whole draft are being read.
	general bool
	// fates says that a list of decided proposals was left out.
	fates bool
	// blankItems are the lines of bullets behind a blank line, tight is how many
	// bullets of the same list have none before them.
	blankItems []int
	tight      int
	// sharpSection says that the section heading is a Markdown heading of level 1,
	// plainTitles that headings in small letters stand as lines of their own.
	// and boldTitles that some stand in bold.
	sharpSection, plainTitles, boldTitles bool
	// inset is how far in the last numbered paragraph stands.
	inset   int
	refusal *negotiation.Refusal
	// against says that the draft was there before, and is not read from the document.
	against bool
	// spent is what the brackets of the draft have cost so far; see affords.
	spent int
	// sweeps counts the instructions for which the whole draft was looked through.
	sweeps int
}

func newReader(text, encoding string, opts negotiation.ReadOptions, believed map[string]bool) *reader {
	r := &reader{opts: opts, people: newPeople(opts.Names, believed), structure: newStructure()}
	switch encoding {
	case "":
	case "UTF-16":
		r.add(1, negotiation.Info, "recoded", "the file is in UTF-16 and was read as such")
	default:
		r.add(1, negotiation.Ask, "recoded", "the file is not in UTF-8 and was read as %s, each byte as one sign: look at its accents and quotation marks", encoding)
	}
	if rest, ok := strings.CutPrefix(text, "\ufeff"); ok {
		text = rest
		r.add(1, negotiation.Info, "byte-order-mark", "a byte order mark at the start was left out")
	}
	text = r.fitting(text)
	if strings.Contains(text, "\r") {
		r.add(1, negotiation.Info, "line-ends", "line ends of Windows or old Macintosh files were read as line ends")
	}
	if strings.Contains(text, "\f") {
		r.add(1, negotiation.Info, "page-ends", "page ends were read as line ends")
	}
	r.src, r.lines = text, numberParts(underline(split(text)))
	r.sayHyphens(text)
	r.dropPages()
	r.anew = anew(r.lines)
	return r
}

// sayHyphens tells of soft hyphens, at the first line that has one.
func (r *reader) sayHyphens(text string) {
	if n := strings.Count(text, softHyphen); n > 0 {
		before, _, _ := strings.Cut(text, softHyphen)
		number := 1
		for at := 0; at < len(before); number++ {
			end, next := lineEnd(before, at)
			if at = next; end == len(before) {
				break
			}
		}
		r.add(number, negotiation.Info, "soft-hyphens", "%d soft hyphens, which only show where a word may be parted, were left out of the words", n)
	}
}
