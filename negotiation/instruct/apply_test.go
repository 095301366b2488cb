package instruct_test

import (
	"strings"
	"testing"

	"plenary/negotiation/instruct"
)

// TestApplyKeepsSeamsWellFormed holds Apply to the words of the author and to one
// space, no mark of our own and none twice where they meet the draft.
func TestApplyKeepsSeamsWellFormed(t *testing.T) {
	const plan = "All workers and employers, in each country, will act. They report to the Chair."
	for _, c := range []struct {
		name, before string
		do           instruct.Instruction
		want         string
	}{
		{"words replaced", plan, replace("employers", "governments"), "All workers and governments, in each country, will act. They report to the Chair."},
		{"the shape of quotes and spaces does not count", "the “Plan  of\u00a0Action” of 2017", replace(`"Plan of Action"`, "Plan"), "the Plan of 2017"},
		{"an apostrophe of another shape", "the group’s plan", replace("group's", "troika's"), "the troika's plan"},
		{"a soft hyphen in the draft", "the em\u00adployers act", deleteWords("employers"), "the act"},
		{"a French article is a word", "l’emploi décent", replace("emploi", "avenir"), "l’avenir décent"},
		{"a composed letter", "cre\u0301er", replace("créer", "faire"), "faire"},
		{"the first letter in another case", "The States act.", replace("the States", "All States"), "All States act."},
		{"a mark that New has already", "They act, and report.", replace("act", "act jointly,"), "They act jointly, and report."},
		{"a mark for a word", "workers and employers", replace("and", ", with"), "workers, with employers"},
		{"a word for a mark", "and/or", replace("/", "plus"), "and plus or"},
		{"a word deleted", plan, deleteWords("All"), "workers and employers, in each country, will act. They report to the Chair."},
		{"a word deleted before a comma", plan, deleteWords("and employers"), "All workers, in each country, will act. They report to the Chair."},
		{"a word deleted between commas", plan, deleteWords("in each country"), "All workers and employers, will act. They report to the Chair."},
		{"the last words deleted", plan, deleteWords("to the Chair"), "All workers and employers, in each country, will act. They report."},
		{"a comma before a stop", "decent work, and growth.", deleteWords("and growth"), "decent work."},
		{"words in brackets", "the Plan (in brief) now", deleteWords("in brief"), "the Plan () now"},
		{"a French mark keeps its space", "travailleurs et employeurs\u00a0; et", deleteWords("et employeurs"), "travailleurs\u00a0; et"},
		{"words after words", plan, insertAfter("workers", "in all sectors"), "All workers in all sectors and employers, in each country, will act. They report to the Chair."},
		{"a clause with its commas", "All workers, and employers", insertAfter("workers", ", including migrants,"), "All workers, including migrants, and employers"},
		{"words after a quotation", `the "Plan" is`, insertAfter("Plan\"", "of Action"), `the "Plan" of Action is`},
		{"words before words", plan, insert(instruct.Before, "workers", "migrant"), "All migrant workers and employers, in each country, will act. They report to the Chair."},
		{"a comma before words", "workers and employers", insert(instruct.Before, "and", ", migrants"), "workers, migrants and employers"},
		{"between two words", "a b c b d", instruct.Instruction{Verb: instruct.InsertWords, Place: instruct.After, Anchor: "b", Until: "d", New: "x"}, "a b c b x d"},
		{"at the start", plan, insert(instruct.Start, "", "As agreed,"), "As agreed, " + plan},
		{"words at the end go before the stop", plan, insert(instruct.End, "", "and to COSATE"), "All workers and employers, in each country, will act. They report to the Chair and to COSATE."},
		{"words at the end with a comma", "productive employment;", insert(instruct.End, "", ", and youth"), "productive employment, and youth;"},
		{"words at the end with a stop", "They report.", insert(instruct.End, "", "to the Chair."), "They report to the Chair."},
		{"a sentence at the end", "They report.", insert(instruct.End, "", "Chairs too report."), "They report. Chairs too report."},
		{"an end that leads on to the next item", "decent work; and", insert(instruct.End, "", "for all"), "decent work for all; and"},
		{"an end without a mark", "decent work", insert(instruct.End, "", "for all"), "decent work for all"},
		{"the second occurrence", "work and work", with(deleteWords("work"), func(i *instruct.Instruction) { i.Occurrence = 2 }), "work and"},
		{"the last occurrence", "work, work; work", with(replace("work", "rest"), func(i *instruct.Instruction) { i.Occurrence = instruct.Last }), "work, work; rest"},
		{"all occurrences", "Work and work and work.", with(replace("work", "rest"), func(i *instruct.Instruction) { i.Occurrence = instruct.All }), "Work and rest and rest."},
		{"all occurrences, side by side", "a x x b", with(deleteWords("x"), func(i *instruct.Instruction) { i.Occurrence = instruct.All }), "a b"},
		{"the word beside another", "work and rest and play", with(replace("and", "or"), func(i *instruct.Instruction) { i.Anchor, i.Place = "rest", instruct.After }), "work and rest or play"},
		{"three dots stand for words", plan, deleteWords("in each ... will"), "All workers and employers, act. They report to the Chair."},
		{"three dots in brackets", plan, deleteWords("in each [...] will"), "All workers and employers, act. They report to the Chair."},
		{"dots of the draft", "work … and rest", replace("work ... and", "rest and"), "rest and rest"},
		{"from words to words", plan, with(deleteWords("and employers"), func(i *instruct.Instruction) { i.Until = "country" }), "All workers, will act. They report to the Chair."},
		{"the last sentence", plan, with(deleteWords(""), func(i *instruct.Instruction) { i.Sentence = instruct.Last }), "All workers and employers, in each country, will act."},
		{"the first sentence", plan, with(deleteWords(""), func(i *instruct.Instruction) { i.Sentence = 1 }), "They report to the Chair."},
		{"a sentence replaced", plan, with(replace("", "Nobody reports."), func(i *instruct.Instruction) { i.Sentence = 2 }), "All workers and employers, in each country, will act. Nobody reports."},
		{"an abbreviation ends no sentence", "See No. 5 of art. 3 of the U.S. Act. It holds.", with(deleteWords(""), func(i *instruct.Instruction) { i.Sentence = instruct.Last }), "See No. 5 of art. 3 of the U.S. Act."},
		{"a sentence after a sentence", plan, with(insert(instruct.After, "", "So it is."), func(i *instruct.Instruction) { i.Sentence = 1 }), "All workers and employers, in each country, will act. So it is. They report to the Chair."},
		{"a sentence before a sentence", plan, with(insert(instruct.Before, "", "So it is."), func(i *instruct.Instruction) { i.Sentence = 1 }), "So it is. " + plan},
		{"words at the end of a sentence", plan, with(insert(instruct.End, "", "now"), func(i *instruct.Instruction) { i.Sentence = 1 }), "All workers and employers, in each country, will act now. They report to the Chair."},
		{"words of one sentence", "We act. We act.", with(replace("act", "rest"), func(i *instruct.Instruction) { i.Sentence = 2 }), "We act. We rest."},
		{"all of a paragraph", plan, instruct.Instruction{Verb: instruct.ReplaceParagraph, New: "Nothing."}, "Nothing."},
	} {
		got, problem := c.do.Apply(c.before)
		if got != c.want || problem.Code != instruct.Applied {
			t.Errorf("%s:\n got %q %+v\nwant %q", c.name, got, problem, c.want)
		}
	}
}

func TestApplySaysWhyNot(t *testing.T) {
	const text = "Work and work and self-employment by 8.7. It ends."
	for _, c := range []struct {
		name string
		do   instruct.Instruction
		want instruct.Problem
	}{
		{"not there", deleteWords("rest"), instruct.Problem{Code: instruct.NotFound, Words: "rest"}},
		{"part of a word", deleteWords("employment"), instruct.Problem{Code: instruct.NotFound, Words: "employment"}},
		{"part of a number", deleteWords("8"), instruct.Problem{Code: instruct.NotFound, Words: "8"}},
		{"another case inside", deleteWords("and Work"), instruct.Problem{Code: instruct.NotFound, Words: "and Work"}},
		{"several", deleteWords("and"), instruct.Problem{Code: instruct.Several, Words: "and", Found: 2}},
		{"too few", with(deleteWords("and"), func(i *instruct.Instruction) { i.Occurrence = 3 }), instruct.Problem{Code: instruct.NotFound, Words: "and", Found: 2}},
		{"three dots that fit twice", deleteWords("Work ... and"), instruct.Problem{Code: instruct.Several, Words: "Work ... and", Found: 2}},
		{"no such anchor", insertAfter("rest", "x"), instruct.Problem{Code: instruct.NotFound, Words: "rest"}},
		{"no such sentence", with(deleteWords(""), func(i *instruct.Instruction) { i.Sentence = 3 }), instruct.Problem{Code: instruct.NotFound, Found: 2}},
		{"the same", replace("Work and", "Work and"), instruct.Problem{Code: instruct.Same}},
		{"nothing left", deleteWords(text), instruct.Problem{Code: instruct.NotText}},
		{"a paragraph deleted", instruct.Instruction{Verb: instruct.DeleteParagraph}, instruct.Problem{Code: instruct.NotText}},
		{"a paragraph inserted", instruct.Instruction{Verb: instruct.InsertParagraph, New: "x", Place: instruct.After}, instruct.Problem{Code: instruct.NotText}},
		{"a paragraph moved", instruct.Instruction{Verb: instruct.MoveParagraph, To: "6", Place: instruct.After}, instruct.Problem{Code: instruct.NotText}},
		{"no words to put in", replace("Work", ""), instruct.Problem{Code: instruct.Unclear}},
		{"no words to look for", deleteWords(""), instruct.Problem{Code: instruct.Unclear}},
		{"no place", insert("", "", "x"), instruct.Problem{Code: instruct.Unclear}},
		{"a doubt", with(deleteWords("self-employment"), func(i *instruct.Instruction) { i.Doubt = instruct.AtLine }), instruct.Problem{Code: instruct.Unclear}},
		{"a sentence or words", insert(instruct.End, "", "Chairs report"), instruct.Problem{Code: instruct.Unclear}},
		{"too long", insert(instruct.End, "", strings.Repeat("x", instruct.MaxText-5)), instruct.Problem{Code: instruct.TooLong}},
	} {
		got, problem := c.do.Apply(text)
		if got != text || problem != c.want {
			t.Errorf("%s: got %q %+v, want the text unchanged and %+v", c.name, got, problem, c.want)
		}
	}
}

// The case of a first letter does not count, but is told; and it counts where
// only that tells two words apart.
func TestApplyTellsOfAnotherCase(t *testing.T) {
	if got, problem := replace("the Chair", "A Chair").Apply("The Chair acts."); got != "A Chair acts." || !problem.OtherCase {
		t.Errorf("got %q %+v, want it done and the case told", got, problem)
	}
	if got, problem := replace("Labor", "Work").Apply("labor in Labor"); got != "labor in Work" || problem.OtherCase {
		t.Errorf("got %q %+v, want the exact word replaced", got, problem)
	}
}

// A paragraph of many equal words must not make a text without end.
func TestApplyAllStaysWithinItsLimit(t *testing.T) {
	text := strings.Repeat("a ", instruct.MaxText/4)
	do := with(replace("a", strings.Repeat("b", 1000)), func(i *instruct.Instruction) { i.Occurrence = instruct.All })
	if got, problem := do.Apply(text); got != text || problem.Code != instruct.TooLong {
		t.Errorf("got %d bytes, %+v", len(got), problem)
	}
}

// FuzzApply holds Apply to its promises: a problem leaves the paragraph as it
// was, and what is done holds New and no letter that is in neither.
func FuzzApply(f *testing.F) {
	f.Add("All workers and employers, act.", "employers", "governments", "", 0, 0)
	f.Add("a x x b", "x", "y,", "a", 2, -2)
	f.Add("One. Two.", "", "Three.", "", 1, -1)
	verbs := []instruct.Verb{instruct.ReplaceWords, instruct.DeleteWords, instruct.InsertWords, instruct.ReplaceParagraph}
	places := []instruct.Place{instruct.Before, instruct.After, instruct.Start, instruct.End}
	f.Fuzz(func(t *testing.T, before, old, words, anchor string, kind, nth int) {
		kind &= 0xff
		i := instruct.Instruction{Verb: verbs[kind%4], Place: places[kind/4%4], Old: old, New: words, Anchor: anchor,
			Occurrence: instruct.Nth(nth % 4), Sentence: instruct.Nth(kind / 16 % 3)}
		after, problem := i.Apply(before)
		if problem.Code != instruct.Applied {
			if after != before {
				t.Errorf("%+v changed %q into %q in spite of %+v", i, before, after, problem)
			}
			return
		}
		if i.Verb != instruct.DeleteWords && !strings.Contains(after, words) {
			t.Errorf("%+v made %q of %q, without its words", i, after, before)
		}
		allowed := before + " "
		if i.Verb != instruct.DeleteWords {
			allowed += words
		}
		if strings.ContainsFunc(after, func(r rune) bool { return !strings.ContainsRune(allowed, r) }) {
			t.Errorf("%+v made %q of %q: a letter is in neither", i, after, before)
		}
	})
}

func replace(old, words string) instruct.Instruction {
	return instruct.Instruction{Verb: instruct.ReplaceWords, Old: old, New: words}
}

func deleteWords(old string) instruct.Instruction {
	return instruct.Instruction{Verb: instruct.DeleteWords, Old: old}
}

func insert(place instruct.Place, anchor, words string) instruct.Instruction {
	return instruct.Instruction{Verb: instruct.InsertWords, Place: place, Anchor: anchor, New: words}
}

func insertAfter(anchor, words string) instruct.Instruction {
	return insert(instruct.After, anchor, words)
}

func with(i instruct.Instruction, change func(*instruct.Instruction)) instruct.Instruction {
	change(&i)
	return i
}
