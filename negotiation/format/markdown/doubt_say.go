package markdown

import (
	"fmt"
	"regexp"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// sayFindings tells what in the marks of a restated paragraph does not fit the
// draft, one notice of a kind; and one for each run that was probably two, whether
// or not that leaves two readings.
func (s *resolver) sayFindings(it piece, at int, r readings) {
	for _, run := range (negotiation.Doubt{Why: r.why}).MergedRuns() {
		severity, both := negotiation.Error, "both readings kept; ask %s to confirm"
		switch {
		case !r.inDoubt():
			severity, both = negotiation.Ask, "the marks were taken at their word; ask %s whether this is meant"
		case r.literal == "":
			both = "the marks strike the whole paragraph; " + both
		}
		s.note(it.line, severity, "merged-run", "%s: %s; "+both, s.who(at), merged(run), s.names[0])
	}
	words := map[diff.FindingKind][]string{}
	for _, f := range r.why {
		words[f.Kind] = append(words[f.Kind], single(f.Words))
	}
	list := func(kind diff.FindingKind, what string) string {
		if len(words[kind]) == 0 {
			return ""
		}
		return what + strings.Join(words[kind], ", ")
	}
	if said := joinSaid(list(diff.AddedUnmarked, "added: "), list(diff.LostUnmarked, "gone: "), list(diff.KeptInBold, "the draft's, but in bold: "),
		list(diff.InsideWord, "a mark inside a word: ")); said != "" {
		s.note(it.line, negotiation.Ask, "unmarked-words", "%s: words changed without a mark (%s); taken as typed; ask %s whether this is meant", s.who(at), said, s.names[0])
	}
	if said := joinSaid(list(diff.PunctuationUnmarked, "changed: "), list(diff.MarksInBold, "the draft's, but in bold: ")); said != "" {
		s.note(it.line, negotiation.Ask, "unmarked-punctuation", "%s: punctuation changed without a mark (%s); taken as typed, as an editorial change", s.who(at), said)
	}
	if said := list(diff.ForeignStruck, ""); said != "" {
		s.note(it.line, negotiation.Ask, "foreign-struck", "%s: struck words that the draft does not have were left out: %s", s.who(at), said)
	}
}

// merged says what is out of place in a run.
func merged(run []diff.Finding) string {
	var words []string
	for _, f := range run {
		words = append(words, single(f.Words))
	}
	list := strings.Join(words, " and ")
	if run[0].Kind == diff.StruckInBold {
		return fmt.Sprintf("the bold passage holds %s, which the draft has already; probably meant: struck, not inserted", list)
	}
	return fmt.Sprintf("the struck passage holds %s, which is not in the draft; probably meant: inserted, not struck", list)
}

// single puts words between single quotes.
func single(words string) string { return "'" + short(words) + "'" }

func joinSaid(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, "; ")
}

// pointer matches words that say where something is to stand, and are no part of it.
var pointer = regexp.MustCompile(`^\s*(?i:point|item|section|paragraph|para|article|punto|sección|párrafo|artículo|paragraphe|ponto|seção|parágrafo|artigo)\.? (?:[A-Z]|\d{1,3}|[ivx]{1,6})(?:\.[a-z]{1,4})?\.? ?[–—:-]\s`)

// straySpace matches white space before a mark that takes none in any language.
var straySpace = regexp.MustCompile(`\pL [,.](?:\s|$)`)

// sayTyped tells about signs among the words that a program may take for marks, and
// a pointer to a place of the document that stands inside words to be inserted.
func (s *resolver) sayTyped(it piece, at int, marked diff.Reading) {
	if marked.HasMarks && strings.Contains(it.text(), "***") {
		s.note(it.line, negotiation.Info, "stray-mark", "%s: three asterisks (***) were read as an open place, and not as the mark of a redline", s.who(at))
	}
	var whole strings.Builder
	for _, span := range typed(marked) {
		whole.WriteString(span.Text)
	}
	if marked.HasMarks && straySpace.MatchString(whole.String()) && !straySpace.MatchString(s.units[at].Text) {
		s.note(it.line, negotiation.Info, "stray-space", "%s: a space stands before a mark: %s", s.who(at), single(straySpace.FindString(whole.String())))
	}
	for _, bold := range marked.Bold {
		if m := pointer.FindString(bold); m != "" {
			s.note(it.line, negotiation.Ask, "pointer", "%s: %s at the start of the inserted words looks like a pointer to a place and not like text; ask %s whether to leave it out",
				s.who(at), single(strings.TrimSpace(m)), s.names[0])
		}
	}
}
