package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Apply gives the text of a paragraph after the instruction, or before
// unchanged and why not. The address is not looked at: the caller found the
// paragraph.
//
// Words are found as people quote them: white space and the shape of quotes do
// not count, case counts but for the first letter, and only whole words are
// found. Three dots inside Old stand for any words. What is inserted is New as
// it is, with the spaces that the seams need and no mark of our own. Where a French
// article without its vowel would come to stand before a consonant ("l'travail"),
// what its author wants in its place is Unclear.
func (i Instruction) Apply(before string) (after string, problem Problem) {
	after, problem = i.apply(before)
	switch {
	case problem.Code != Applied:
	case len(after) > MaxText:
		problem = Problem{Code: TooLong}
	case strings.TrimSpace(after) == "":
		problem = Problem{Code: NotText}
	case after == before:
		problem.Code = Same
	}
	if problem.Code != Applied {
		return before, problem
	}
	return after, problem
}

func (i Instruction) apply(before string) (string, Problem) {
	switch {
	case len(before) > MaxText || len(i.Old)+len(i.New)+len(i.Anchor)+len(i.Until) > MaxText:
		return "", Problem{Code: TooLong}
	case !utf8.ValidString(before+i.Old+i.New+i.Anchor+i.Until) || i.Doubt != "":
		return "", Problem{Code: Unclear}
	case i.Verb != DeleteWords && i.New == "" && (i.Verb == ReplaceWords || i.Verb == InsertWords || i.Verb == ReplaceParagraph):
		return "", Problem{Code: Unclear}
	}
	switch i.Verb {
	case ReplaceParagraph:
		return i.New, Problem{}
	case ReplaceWords, DeleteWords, InsertWords:
		if i.Sentence != 0 {
			return i.inSentence(before)
		}
		return i.inPart(before)
	}
	return "", Problem{Code: NotText}
}

// inSentence does what is to be done inside or to a sentence.
func (i Instruction) inSentence(before string) (string, Problem) {
	s, count, ok := pick(before, i.Sentence)
	if !ok {
		return "", Problem{Code: NotFound, Found: count}
	}
	left, sentence, right := before[:s[0]], before[s[0]:s[1]], before[s[1]:]
	itself := i.Old == "" && i.Anchor == ""
	switch {
	case itself && i.Verb == DeleteWords:
		left, right = closeUp(left, right)
		return left + right, Problem{}
	case itself && i.Verb == ReplaceWords:
		return left + i.New + right, Problem{}
	case itself && i.Place == Before:
		return left + i.New + " " + sentence + right, Problem{}
	case itself && i.Place == After:
		return left + sentence + " " + i.New + right, Problem{}
	}
	after, problem := i.inPart(sentence)
	return left + after + right, problem
}

// inPart does what is to be done to words of a part of a paragraph.
func (i Instruction) inPart(part string) (string, Problem) {
	if i.Verb == InsertWords && i.Anchor == "" {
		return i.atEdge(part)
	}
	words := wordsOf(part)
	spans, problem := i.meant(words)
	if problem.Code != Applied {
		return "", problem
	}
	if len(part)+len(spans)*(len(i.New)+2) > MaxText {
		return "", Problem{Code: TooLong}
	}
	// What stays on the left is looked at no further back than any white space
	// goes, so that many spans take no more time than one each.
	const back = 64
	var done []byte
	rest := part
	for _, s := range spans {
		from, to := words[s.first].start, words[s.last].end
		at := len(part) - len(rest)
		if to <= at {
			continue // it was a mark, and one of two at the seam before
		}
		done = append(done, part[at:max(from, at)]...)
		tail := string(done[max(0, len(done)-back):])
		kept, middle, after := i.change(tail, part[max(from, at):to], part[to:])
		if tears(kept, middle, after[:min(len(after), back)]) {
			return "", Problem{Code: Unclear}
		}
		done = append(append(done[:len(done)-len(tail)], kept...), middle...)
		rest = after
	}
	return string(append(done, rest...)), problem
}

// change does it to the words between left and right.
func (i Instruction) change(left, words, right string) (kept, middle, rest string) {
	switch {
	case i.Verb == DeleteWords:
		kept, rest = closeUp(left, right)
		return kept, "", rest
	case i.Verb == ReplaceWords:
		return splice(left, i.New, right)
	case i.Place == Before:
		kept, middle, _ = splice(left, i.New, "")
		return kept, ahead(middle) + words, right
	}
	space := strings.TrimSuffix(behind(i.New), i.New)
	return splice(left+words+space, i.New, right)
}

// meant finds the words that the instruction is about.
func (i Instruction) meant(words []word) ([]span, Problem) {
	anchor := findElided(words, wordsOf(i.Anchor))
	until := find(words, wordsOf(i.Until))
	if i.Verb == InsertWords {
		if i.Until != "" {
			anchor = anchor.beside(Before, until)
		}
		return anchor.choose(i.Occurrence, i.Anchor)
	}
	old := findElided(words, wordsOf(i.Old))
	switch {
	case i.Old == "":
		return nil, Problem{Code: Unclear}
	case i.Until != "":
		old = stretches(old, until)
	case i.Anchor != "":
		old = old.beside(i.Place, anchor)
	}
	return old.choose(i.Occurrence, i.Old)
}

// atEdge inserts at the start or the end of a part. At the end a sentence goes
// behind the final stop, and words go before it.
func (i Instruction) atEdge(part string) (string, Problem) {
	if i.Place == Start {
		return ahead(i.New) + part, Problem{}
	}
	if i.Place != End {
		return "", Problem{Code: Unclear}
	}
	body, stop := cutStop(part)
	first, _ := utf8.DecodeRuneInString(i.New)
	_, own := cutStop(i.New)
	sentence := i.AsSentence || unicode.IsUpper(first) && isStop(own)
	switch {
	case body == "" || isStop(stop) && sentence:
		return strings.TrimSpace(body + stop + behind(i.New)), Problem{}
	case stop != "" && sentence, isStop(stop) && unicode.IsUpper(first):
		return "", Problem{Code: Unclear} // a sentence without a stop, or words with a capital?
	case own != "":
		stop = ""
	}
	return body + behind(i.New) + stop, Problem{}
}
