package markdown

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"plenary/negotiation"
)

// Read reads a compilation of comments or a clean draft. Name is that of the
// file, for the record. The time it takes grows with the length of src only. It
// refuses, as a whole:
//
//	Unreadable  problem empty: no text at all; encoding: not UTF-8, with the byte
//	            at which it breaks; no-paragraph; derived: a consolidated text or a
//	            table that Write made
//	BadText     field text, with the line: a control character, or a mark that
//	            turns the direction of writing
//	TooLong     field document; or paragraph, text or reason with the line at
//	            which the paragraph or the proposal begins
//	TooMany     field changes, or field paragraphs, both with the line. The count
//	            of paragraphs ends with the first that is too many.
func Read(name string, src []byte, opts negotiation.ReadOptions) (negotiation.Draft, error) {
	if len(src) > negotiation.MaxImport {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.TooLong, "field", "document", "limit", negotiation.MaxImport, "length", len(src))
	}
	text := string(src)
	if !utf8.ValidString(text) {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.Unreadable, "problem", "encoding", "byte", invalidAt(text))
	}
	if isDerived(text) {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.Unreadable, "problem", "derived")
	}
	hash := sha256.Sum256(src)
	r := newReader(text)
	r.opts = opts
	if len(r.lines) == 0 {
		return negotiation.Draft{}, negotiation.Refuse(negotiation.Unreadable, "problem", "empty")
	}
	for _, l := range r.lines {
		if unfit(l.words) {
			return negotiation.Draft{}, negotiation.Refuse(negotiation.BadText, "field", "text", "line", l.number)
		}
	}
	r.readBody(r.readCover())
	d, err := r.draft()
	d.Source = negotiation.Source{Name: name, SHA256: hex.EncodeToString(hash[:]), Bytes: len(src)}
	return d, err
}

// invalidAt is the index of the first byte that is no UTF-8.
func invalidAt(s string) int {
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
			return i
		}
	}
	return len(s)
}

// reader reads one document from top to bottom.
type reader struct {
	notices
	structure
	src   string
	opts  negotiation.ReadOptions
	lines []line
	cover negotiation.Cover
	// noted is the title of the draft in the note; listed and bodies are the
	// names in it, in capitals, by the line of the note.
	noted          string
	listed, bodies map[string]int
	// open is the proposal being read, or nil.
	open     *passage
	passages []*passage
	// general says that comments on the whole draft are being read.
	general bool
	// fates says that a list of decided proposals was left out.
	fates bool
	// blankItems are the lines of bullets behind a blank line, tight is how many
	// bullets of the same list have none before them.
	blankItems []int
	tight      int
	// sharpSection says that the section heading is a Markdown heading of level 1.
	sharpSection bool
	refusal      *negotiation.Refusal
	index        index
}

func newReader(text string) *reader {
	r := &reader{listed: map[string]int{}, bodies: map[string]int{}, structure: newStructure()}
	if rest, ok := strings.CutPrefix(text, "\ufeff"); ok {
		text = rest
		r.add(1, negotiation.Info, "byte-order-mark", "a byte order mark at the start was left out")
	}
	if strings.Contains(text, "\r") {
		r.add(1, negotiation.Info, "line-ends", "line ends of Windows or old Macintosh files were read as line ends")
	}
	if strings.Contains(text, "\f") {
		r.add(1, negotiation.Info, "page-ends", "page ends were read as line ends")
	}
	r.src, r.lines = text, split(text)
	return r
}

// readBody reads the lines from index first on.
func (r *reader) readBody(first int) {
	for i := first; i < len(r.lines) && r.refusal == nil; i++ {
		before := line{number: r.lines[i].number}
		if i > first {
			before = r.lines[i-1]
		}
		if isFates(r.lines[i]) {
			r.fates = true
			r.add(r.lines[i].number, negotiation.Info, "fates-skipped", "the list of decided proposals was left out: %d lines", len(r.lines)-i)
			break
		}
		if isGeneral(r.lines[i]) && len(r.units) > 0 {
			r.close()
			r.general = true
			continue
		}
		r.readLine(r.lines[i], before, i == first)
	}
	r.close()
	r.finish()
	r.endList()
}

func (r *reader) readLine(l, before line, first bool) {
	if r.open != nil && r.moreRemark(l) {
		return
	}
	adjacent := !first && l.adjacent(before)
	switch l.shape {
	case rule:
		r.add(l.number, negotiation.Info, "rule", "a line across the page was left out")
	case sharp, labelled:
		r.heading(l)
	case capitals:
		r.capitals(l, before, adjacent)
	case numbered:
		if address, ok := r.restatesNumbered(l); ok {
			r.open.restated(l, address)
			return
		}
		if adjacent && r.wraps(l, before) {
			r.more(l)
			return
		}
		r.paragraph(negotiation.Numbered, l)
	case listed:
		r.item(l)
	default:
		r.prose(l, adjacent)
	}
}

// capitals reads a line in capitals: whose proposal, a heading, or more of one.
func (r *reader) capitals(l, before line, adjacent bool) {
	b, is := readBy(l.words, r.isListed)
	listed := is
	for _, name := range b.names {
		listed = listed && r.isListed(string(name))
	}
	const full = 50 // a heading is wrapped when its line is full
	switch last := r.last(); {
	case listed && last != nil:
		r.begin(l, b)
	case adjacent && last != nil && !last.Kind.IsHeading() && !finished(before.words),
		adjacent && last != nil && r.open == nil && last.Kind.IsHeading() && before.shape == capitals && len(before.words) >= full:
		r.more(l)
	default:
		r.heading(l)
	}
}

// wraps reports whether a number at the start of a line is one of the sentence
// that the line before it began, and not that of a paragraph.
func (r *reader) wraps(l, before line) bool {
	if last := r.last(); last == nil || last.Kind.IsHeading() || finished(before.words) {
		return false
	}
	if r.chapeau < 0 {
		return true
	}
	last, _ := strconv.Atoi(stem(r.units[r.chapeau].Label))
	own, _ := strconv.Atoi(stem(l.label))
	return own != last && own != last+1
}
