package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers may stand behind the mark that ends a text.
const closers = `)]}"”’'» ` + "\u00a0\u202f\n\t"

// ends are the marks that end a text.
const ends = ".;:!?…。！？；؟؛॥।"

// tail is the mark that ends a text, with the "and" behind it that leads to the
// last of a list (";", ".", "; and"), or "" where there is none.
func tail(t *text) string {
	if last := len(t.words) - 1; last >= 0 && leads[t.fold(last)] && strings.TrimSpace(t.gap(last+1)) == "" {
		if mark := strings.TrimSpace(t.gap(last)); mark == ";" || mark == "," {
			return mark + " " + t.word(last)
		}
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t.s, closers))
	if strings.ContainsRune(ends, r) || r == ',' {
		return string(r)
	}
	return ""
}

// leads are the words that lead to the last member of a list.
var leads = set("and or y e o u et ou")

// unfinished are words that end no text.
var unfinished = set("and or the of y del et ou les du des dos nor which")

// edges notes marks and words at the beginning and at the end of a text that
// neither begin nor end one.
func edges(t *text) []Note { return append(leading(t), trailing(t)...) }

func leading(t *text) []Note {
	whole := strings.TrimLeft(t.s, " \n\u00a0")
	if whole == "" || strings.IndexByte(",;:.!?", whole[0]) < 0 || len(whole) > 1 && (whole[1] == '.' || unicode.IsDigit(rune(whole[1]))) {
		return nil
	}
	from, to := len(t.s)-len(whole), max(t.right(0), len(t.s)-len(whole)+1)
	return []Note{t.span(LeadingMark, from, to, strings.TrimLeft(t.s[from:to], ",;:.!? \u00a0"))}
}

func trailing(t *text) []Note {
	whole := strings.TrimRight(t.s, " \n\u00a0")
	last := len(t.words) - 1
	if last < 0 {
		return nil
	}
	from := t.lastRun()
	switch r, _ := utf8.DecodeLastRuneInString(whole); {
	case strings.ContainsRune(",–—-&", r):
		return []Note{t.span(TrailingMark, from, len(whole), strings.TrimRight(whole[from:], " ,–—-&\u00a0"))}
	case t.words[last].to == len(whole) && unfinished[t.word(last)] && tail(t) == "":
		return []Note{t.note(TrailingWord, last, last, "")}
	}
	return nil
}

// ending notes what is wrong with the beginning and the end of a text that was
// not with the one before: it should end as that did, or as its neighbours do.
func (d *Draft) ending(address string, was, is *text) []Note {
	want, old := tail(was), map[string]bool{}
	for _, n := range edges(was) {
		old[n.Code] = true
	}
	if len(was.words) == 0 {
		want = d.usualTail(address)
	}
	notes := leading(is)
	if old[LeadingMark] {
		notes = nil
	}
	if ends := trailing(is); len(ends) > 0 {
		n := ends[0]
		if old[n.Code] || strings.HasSuffix(n.Words, ",") && d.endsInCommas(address) {
			return notes
		}
		if n.Code == TrailingMark && want != "," {
			n.Suggest += want
		}
		return append(notes, n)
	}
	if want != "" && want != "," && tail(is) == "" {
		notes = append(notes, lacking(is, want)...)
	}
	return notes
}

// lastRun is where the last word begins, with all that stands before it up to
// white space: "www.rialnet.org".
func (t *text) lastRun() int {
	from := t.words[len(t.words)-1].from
	return strings.LastIndexAny(t.s[:from], " \n\t") + 1
}

// lacking notes that a text has no mark at its end.
func lacking(t *text, want string) []Note {
	if len(t.words) == 0 {
		return nil
	}
	from := t.lastRun()
	to := len(strings.TrimRight(t.s, " \n\u00a0"))
	return []Note{t.span(MissingStop, from, to, t.s[from:to]+want)}
}

// beginning notes that a text begins with a small letter now.
func beginning(was, is *text) []Note {
	if len(was.words) == 0 || len(is.words) == 0 || !unicode.IsUpper(was.first(0)) || !unicode.IsLower(is.first(0)) || len(leading(is)) > 0 {
		return nil
	}
	if !plainWord(is.word(0)) || is.listLabel(0) || particles[is.fold(0)] {
		return nil
	}
	return []Note{is.note(LowerCase, 0, 0, capital(is.word(0)))}
}
