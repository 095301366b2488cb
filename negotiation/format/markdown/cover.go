package markdown

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"plenary/negotiation"
)

// readCover reads the front matter and returns how many lines it takes. It ends
// with the note, with a rule, or where the body begins.
func (r *reader) readCover() int {
	end := r.bodyStart()
	noted := end
	for i := range end {
		if _, _, ok := r.noteAt(i); ok {
			noted = i
			break
		}
	}
	for i := 0; i < noted; {
		next := i + 1
		for next < noted && r.lines[next].blanks == 0 {
			next++
		}
		r.coverBlock(r.lines[i:next])
		i = next
	}
	after := noted
	if noted < end {
		after = r.readNote(noted)
	}
	if r.cover.Title == "" {
		r.cover.Title = r.coverTitle()
	}
	if after < len(r.lines) && r.lines[after].shape == rule {
		after++
	}
	return after
}

// bodyStart is the index of the first line that cannot stand on a cover: the one
// behind the note, or else the first with a label or the first long sentence.
func (r *reader) bodyStart() int {
	recital := len(r.lines)
	for i := 0; i < len(r.lines); i++ {
		if _, next, ok := r.noteAt(i); ok {
			return next
		}
		if r.lines[i].shape == rule {
			return min(r.leadIn(i), r.firstSentence()) // Write ends each cover so
		}
		if !r.mayCover(i) {
			return r.spared(min(r.leadIn(i), r.firstSentence(), recital))
		}
		if recital == len(r.lines) && r.recites(i) {
			recital = i
		}
	}
	return r.spared(min(r.firstSentence(), recital))
}

// recitalWord matches how a paragraph of a preamble begins.
var recitalWord = regexp.MustCompile(`^(?i:recalling|noting|considering|having|recogni[sz]ing|reaffirming|bearing in mind|whereas|vist[oa]s?|considerando|recordando|reconociendo|resuelven?|teniendo|` +
	`rappelant|considérant|reconnaissant|notant|ayant|vu|tendo|recordando|lembrando|reconhecendo|resolvem?)[ :\x{a0}]`)

// recites reports whether a preamble begins at line i: with a word of one, or as a
// block that ends as no title does.
func (r *reader) recites(i int) bool {
	l := r.lines[i]
	if l.shape == sharp || l.shape == bold || i > 0 && l.blanks == 0 {
		return false
	}
	if recitalWord.MatchString(l.words + " ") {
		return true
	}
	for i+1 < len(r.lines) && r.lines[i+1].blanks == 0 {
		i++
	}
	return goesOn(r.lines[i].words)
}

// goesOn reports whether words end as no title does.
func goesOn(words string) bool { return strings.HasSuffix(words, ",") || strings.HasSuffix(words, ";") }

// spared is where the body begins if the cover ends at a line: at the start, if all
// but nothing of a text stood on its cover.
func (r *reader) spared(end int) int {
	const fewest, share = 12, 10 // lines of such a cover, and how much longer it is
	size := func(lines []line) (n int) {
		for _, l := range lines {
			n += len(l.words)
		}
		return n
	}
	if end < fewest || size(r.lines[end:])*share > size(r.lines[:end]) {
		return end
	}
	return 0
}

// leadIn is the first line of the block before line i if that leads into the text
// ("The General Assembly,", "Whereas:"), and else i.
func (r *reader) leadIn(i int) int {
	if i == 0 || r.lines[i].shape == rule || r.lines[i].blanks == 0 || !strings.HasSuffix(r.lines[i-1].words, ",") && !strings.HasSuffix(r.lines[i-1].words, ":") || r.lines[i-1].shape == sharp {
		return i
	}
	for i--; i > 0 && r.lines[i].blanks == 0; i-- {
		if r.lines[i-1].shape == sharp {
			return i
		}
	}
	return i
}

// mayCover reports whether line i can stand on a cover by its shape.
func (r *reader) mayCover(i int) bool {
	switch l := r.lines[i]; l.shape {
	case sharp:
		return l.level == 1 && l.label == "" && !r.titled(i)
	case rule, numbered, parted, listed, labelled, bare:
		return false
	case titled:
		return l.blanks == 0 && i > 0 || i+1 < len(r.lines) && r.lines[i+1].blanks == 0
	}
	return true
}

// titled reports whether a Markdown title stands before line i.
func (r *reader) titled(i int) bool {
	for _, l := range r.lines[:i] {
		if l.shape == sharp {
			return true
		}
	}
	return false
}

// firstSentence is the index of the first block that reads as a paragraph: long,
// or ending as a sentence does. A document without labels has no other start.
func (r *reader) firstSentence() int {
	const longest, fewest = 120, 8
	for i := 0; i < len(r.lines); {
		if r.lines[i].shape == sharp {
			i++
			continue
		}
		next, words := i+1, r.lines[i].words
		for next < len(r.lines) && r.lines[next].blanks == 0 && r.mayCover(next) {
			words += " " + r.lines[next].words
			if len(words) > 4*longest {
				break
			}
			next++
		}
		if utf8.RuneCountInString(words) > longest || finished(words) && len(strings.Fields(words)) >= fewest {
			return i
		}
		i = next
	}
	return len(r.lines)
}

func (r *reader) coverBlock(lines []line) {
	if lines[0].shape == sharp {
		r.cover.Title = negotiation.Normal(lines[0].text)
		if len(lines) > 1 {
			r.coverBlock(lines[1:])
		}
		return
	}
	block := negotiation.CoverBlock{}
	for _, l := range lines {
		block.Lines = append(block.Lines, l.words)
	}
	joined := strings.Join(block.Lines, "\n")
	if inner, ok := strings.CutPrefix(joined, "**"); ok && strings.HasSuffix(inner, "**") {
		if inner = strings.TrimSuffix(inner, "**"); inner != "" && !strings.Contains(inner, "**") {
			block.Bold = true
			block.Lines = strings.Split(inner, "\n")
		}
	}
	for i, words := range block.Lines {
		block.Lines[i], _ = unescape(words)
		if isSymbol(words) {
			r.cover.Symbol = words
		}
	}
	r.cover.Blocks = append(r.cover.Blocks, block)
}

// isSymbol reports whether words are the symbol of a document, such as
// TRABAJO/RTP/doc.13/17. Where several are printed the last is the document's own.
func isSymbol(words string) bool {
	return strings.Contains(words, "/") && !strings.Contains(words, "://") && !strings.ContainsAny(words, " \t") && len(words) >= 5
}

// coverTexts are the blocks of the cover, each on one line.
func (r *reader) coverTexts() []string {
	var texts []string
	for _, b := range r.cover.Blocks {
		texts = append(texts, negotiation.Normal(strings.Join(b.Lines, " ")))
	}
	return texts
}

// draftTitle matches how the title of a draft begins, and compiledTitle how the
// words before it do, in capitals.
var (
	draftTitle    = regexp.MustCompile(`^(?:DRAFT|ZERO DRAFT|REVISED DRAFT|(?:ANTE)?PROYECTO|(?:AVANT-)?PROJET|(?:ANTE)?PROJETO)\b`)
	compiledTitle = regexp.MustCompile(`^(?:COMPILATION|COMPILACIÓN|COMPILACION|COMPILAÇÃO)\b`)
)

// coverTitle finds the title of the draft on the cover: the block that the note
// names, or the one behind "COMPILATION OF ...", or one that begins with DRAFT, or
// the last.
func (r *reader) coverTitle() string {
	behind, draft, last := "", "", ""
	compiled := false
	for _, text := range r.coverTexts() {
		upper := strings.ToUpper(text)
		if goesOn(text) {
			continue
		}
		switch {
		case r.noted != "" && strings.EqualFold(text, r.noted):
			return text
		case compiled && behind == "":
			behind = text
		case draft == "" && draftTitle.MatchString(upper):
			draft = text
		}
		compiled = compiled || compiledTitle.MatchString(upper)
		if !isSymbol(text) {
			last = text
		}
	}
	for _, title := range []string{r.noted, behind, draft, last} {
		if title != "" {
			return title[:min(len(title), negotiation.MaxTitle)]
		}
	}
	return ""
}
