package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
)

// pageNumber matches a line that holds the number of a page and nothing else:
// "- 3 -", "Page 3 of 9", "Página 3/9". A number alone is none: it may be all that
// a converter left of a paragraph.
var pageNumber = regexp.MustCompile(`^(?:[-–—] ?\d{1,4} ?[-–—]|(?:[Pp]age|PAGE|[Pp]ágina|PÁGINA|[Pp]agina)[ \x{a0}]\d{1,4}(?: ?(?:of|de|sur|/) ?\d{1,4})?)$`)

func isPageNumber(words string) bool { return len(words) < 40 && pageNumber.MatchString(words) }

// dropPages leaves out the numbers of pages, and the symbol of the document where
// it is printed again beside one. The line behind knows that a page ended.
func (r *reader) dropPages() {
	var kept []line
	blanks, page := 0, false
	for i, l := range r.lines {
		switch {
		case isPageNumber(l.words):
			r.add(l.number, negotiation.Info, "page-number", "the number of a page was left out: %s", l.words)
		case r.runningHeader(i):
			r.add(l.number, negotiation.Info, "running-header", "the symbol of the document, printed again at the edge of a page, was left out: %s", short(l.words))
		default:
			l.blanks, l.page = l.blanks+blanks, page
			kept = append(kept, l)
			blanks, page = 0, false
			continue
		}
		blanks, page = blanks+l.blanks+1, true
	}
	r.lines = kept
}

// runningHeader reports whether line i repeats a symbol that the document began
// with, right above or below the number of a page.
func (r *reader) runningHeader(i int) bool {
	const first = 60 // lines among which the cover is
	l := r.lines[i]
	if !isSymbol(l.words) || (i == 0 || !isPageNumber(r.lines[i-1].words)) && (i+1 == len(r.lines) || !isPageNumber(r.lines[i+1].words)) {
		return false
	}
	for _, before := range r.lines[:min(i, first)] {
		if before.words == l.words {
			return true
		}
	}
	return false
}

// underline makes headings of lines that are underlined [CommonMark 4.3]: a short
// one that stands alone above its sign.
func underline(lines []line) []line {
	var kept []line
	for i, l := range lines {
		level := 0
		if i > 0 && l.blanks == 0 {
			level = underlineLevel(l.words)
		}
		if level > 0 {
			above := &kept[len(kept)-1]
			alone := above.blanks > 0 || len(kept) == 1
			if len(kept) == 1 {
				level = 1 // what a document begins with is its title
			}
			if alone && !above.escaped && (above.shape == prose && isTitle(above.words) || above.shape == capitals) {
				text := above.words
				above.form = sharpText(text, level)
				continue
			}
		}
		kept = append(kept, l)
	}
	return kept
}

// underlineLevel is 1 for a line of equals signs, 2 for one of hyphens, else 0.
func underlineLevel(words string) int {
	switch {
	case len(words) < 3:
		return 0
	case strings.Trim(words, "=") == "":
		return 1
	case strings.Trim(words, "-") == "":
		return 2
	}
	return 0
}
