package instruct_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation/instruct"
)

// reading is a text and the instructions in it, as showAll gives them.
type reading struct{ text, want string }

func parses(t *testing.T, list []reading) {
	t.Helper()
	for _, r := range list {
		got, ok := instruct.Parse(r.text)
		if !ok {
			t.Errorf("%q is no instruction; want %s", r.text, r.want)
		} else if showAll(got) != r.want {
			t.Errorf("%q\n got %s\nwant %s", r.text, showAll(got), r.want)
		}
	}
}

// showAll gives instructions in one line: the verb, and what else is set.
func showAll(list []instruct.Instruction) string {
	var all []string
	for _, i := range list {
		all = append(all, show(i))
	}
	return strings.Join(all, " | ")
}

func show(i instruct.Instruction) string {
	var b strings.Builder
	b.WriteString(string(i.Verb))
	for _, f := range []struct{ name, value string }{
		{"at", i.Address}, {"to", i.To}, {"place", string(i.Place)}, {"old", i.Old}, {"until", i.Until}, {"new", i.New}, {"anchor", i.Anchor}, {"label", i.Label},
		{"comment", i.Comment}, {"doubt", string(i.Doubt)},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, " %s=%s", f.name, f.value)
		}
	}
	if i.Occurrence != 0 {
		fmt.Fprintf(&b, " nth=%d", i.Occurrence)
	}
	if i.Sentence != 0 {
		fmt.Fprintf(&b, " sentence=%d", i.Sentence)
	}
	if i.AsSentence {
		b.WriteString(" as-sentence")
	}
	if i.Chapeau {
		b.WriteString(" chapeau")
	}
	if i.Everywhere {
		b.WriteString(" everywhere")
	}
	return b.String()
}

// TestWordsInEnglish is on words of a paragraph.
func TestWordsInEnglish(t *testing.T) {
	parses(t, []reading{
		{`Replace "X" by "Y" in paragraph 7`, "replace words at=7 old=X new=Y"},
		{`In paragraph 7.b, replace "X" with "Y"`, "replace words at=7.b old=X new=Y"},
		{`Replace: "X" with: "Y"`, "replace words old=X new=Y"},
		{`Delete "X"`, "delete words old=X"},
		{`Delete the words "as appropriate" in 7(b)(ii).`, "delete words at=7.b(ii) old=as appropriate"},
		{"Delete the last sentence of 7.a", "delete words at=7.a sentence=-1"},
		{"Delete second sentence", "delete words sentence=2"},
		{`Delete "X" from 7.b and 9.c`, "delete words at=7.b old=X | delete words at=9.c old=X"},
		{`Delete "A", "B" and "C" in 7.b`, "delete words at=7.b old=A | delete words at=7.b old=B | delete words at=7.b old=C"},
		{`Delete from "X" to "Y"`, "delete words old=X until=Y"},
		{`Delete the word "and" after "workers" in paragraph 7.`, "delete words at=7 place=after old=and anchor=workers"},
		{`Insert "X" after "Y"`, "insert words place=after new=X anchor=Y"},
		{`After "Y", insert "X"`, "insert words place=after new=X anchor=Y"},
		{`Insert a comma after "X"`, "insert words place=after new=, anchor=X"},
		{"Insert the word “decent” before “work” in the third bullet of paragraph 6.", "insert words at=6.bullet3 place=before new=decent anchor=work"},
		{"Insert, in the first sentence of 7.a, after “fora”, “and forums”", "insert words at=7.a place=after new=and forums anchor=fora sentence=1"},
		{`Insert "X" between "Y" and "Z"`, "insert words place=after until=Z new=X anchor=Y"},
		{`Insert after "workers": and employers`, "insert words place=after new=and employers anchor=workers"},
		{`Add at the end of paragraph 4: "X"`, "insert words at=4 place=end new=X"},
		{"Add at the end of paragraph 4: and employers.", "insert words at=4 place=end new=and employers."},
		{`Add "and girls" after "women" wherever it appears.`, "insert words place=after new=and girls anchor=women nth=-2"},
		{`At the beginning of paragraph 7 insert "X"`, "insert words at=7 place=start new=X"},
		{`Insert the following sentence after the first sentence of paragraph 7: "It is."`, "insert words at=7 place=after new=It is. sentence=1 as-sentence"},
		{`Replace the first sentence of paragraph 7 with "It is."`, "replace words at=7 new=It is. sentence=1"},
		{`Substitute "X" for "Y"`, "replace words old=Y new=X"},
		{`Substitute "X" with "Y" in 7`, "replace words at=7 old=X new=Y"},
		{`For "X" read "Y"`, "replace words old=X new=Y"},
		{`Use "X" instead of "Y"`, "replace words old=Y new=X"},
		{`Change "shall" to "should" throughout`, "replace words old=shall new=should nth=-2 everywhere"},
		{`Replace "X" by "Y" throughout the text.`, "replace words old=X new=Y nth=-2 everywhere"},
		{`Replace the second occurrence of "X" by "Y"`, "replace words old=X new=Y nth=2"},
		{`Amend paragraph 7 by replacing "X" with "Y".`, "replace words at=7 old=X new=Y"},
		{`"X" should be replaced by "Y".`, "replace words old=X new=Y"},
		{`The Group suggests that "X" be deleted`, "delete words old=X"},
		{"Replace the word shall by the word should", "replace words old=shall new=should"},
		{"Replace COSATE by CEATAL in paragraph 7", "replace words at=7 old=COSATE new=CEATAL"},
		{`In the chapeau of paragraph 9, replace "X" by "Y".`, "replace words at=9 old=X new=Y chapeau"},
		{`In the title of section B, replace "X" by "Y"`, "replace words at=B old=X new=Y"},
		{`Delete "X" and insert "Y" instead.`, "replace words old=X new=Y"},
		{`Leave out "X" and insert "Y"`, "replace words old=X new=Y"},
		{`REPLACE "X" BY "Y"`, "replace words old=X new=Y"},
	})
}

// TestParagraphsInEnglish is on whole paragraphs.
func TestParagraphsInEnglish(t *testing.T) {
	parses(t, []reading{
		{"Delete paragraph 3", "delete paragraph at=3"},
		{"Delete this paragraph.", "delete paragraph"},
		{"Delete.", "delete paragraph"},
		{"Delete, as it duplicates paragraph 4.", "delete paragraph comment=as it duplicates paragraph 4"},
		{"Delete paragraph 3 in its entirety.", "delete paragraph at=3"},
		{"Delete all of 7.b.", "delete paragraph at=7.b"},
		{"Paragraph 3 to be deleted.", "delete paragraph at=3"},
		{"Delete paragraphs 3 and 4", "delete paragraph at=3 | delete paragraph at=4"},
		{"Delete paragraph 7(b) and (c)", "delete paragraph at=7.b | delete paragraph at=7.c"},
		{"Delete the third bullet of paragraph 6", "delete paragraph at=6.bullet3"},
		{"Please delete PP2.", "delete paragraph at=PP2"},
		{"Insert after 7.b: promote decent work; and", "insert paragraph at=7.b place=after new=promote decent work; and"},
		{`Insert after 7.b: "Decent work" is a right.`, `insert paragraph at=7.b place=after new="Decent work" is a right.`},
		{`Insert after 7.b: "Decent work is a right." (agreed)`, "insert paragraph at=7.b place=after new=Decent work is a right. comment=(agreed)"},
		{"Insert after 7.b:\n\npromote decent work", "insert paragraph at=7.b place=after new=promote decent work"},
		{`After 7.b insert a new item: "c. Promote"`, "insert paragraph at=7.b place=after new=Promote label=c"},
		{`Add a new paragraph 5 bis: "text"`, "insert paragraph at=5 place=after new=text label=5 bis"},
		{`Add a new paragraph 5 ter: "text"`, "insert paragraph at=5bis place=after new=text label=5 ter"},
		{`Add a new paragraph 21: "text"`, "insert paragraph at=20 place=after new=text label=21"},
		{`Paragraph 5 bis (new): "Text"`, "insert paragraph at=5 place=after new=Text label=5 bis"},
		{"New paragraph 5 bis: The Ministers agree.", "insert paragraph at=5 place=after new=The Ministers agree. label=5 bis"},
		{"OP3 bis (new): Urges all States to act.", "insert paragraph at=OP3 place=after new=Urges all States to act. label=OP3 bis"},
		{`Insert a new paragraph 5 bis after paragraph 5, reading as follows: "The Ministers agree."`, "insert paragraph at=5 place=after new=The Ministers agree. label=5 bis"},
		{`Add, before paragraph 12, a new paragraph reading: "The Ministers agree."`, "insert paragraph at=12 place=before new=The Ministers agree."},
		{`Insert a new paragraph between paragraphs 4 and 5: "X"`, "insert paragraph at=4 place=after new=X"},
		{"Add a new subparagraph (d) to paragraph 7: promote", "insert paragraph at=7.c place=after new=promote label=d"},
		{"Add a new subparagraph (a) to paragraph 7: promote", "insert paragraph at=7 place=start new=promote label=a"},
		{`Add at the end of paragraph 7 a new subparagraph: "promote"`, "insert paragraph at=7 place=end new=promote"},
		{`Insert "X" before paragraph 3`, "insert paragraph at=3 place=before new=X"},
		{`Replace paragraph 4 with the following: "All is well."`, "replace paragraph at=4 new=All is well."},
		{"Replace paragraph 4 with the following: All is well. It is.", "replace paragraph at=4 new=All is well. It is."},
		{`Replace paragraph 4 with: "4. All is well."`, "replace paragraph at=4 new=All is well."},
		{`Replace with: "New text."`, "replace paragraph new=New text."},
		{"Paragraph 4 should read: All is well.", "replace paragraph at=4 new=All is well."},
		{`Paragraph 4 should read "All is well."`, "replace paragraph at=4 new=All is well."},
		{`Amend paragraph 4 to read as follows: "All is well."`, "replace paragraph at=4 new=All is well."},
		{"Reword paragraph 3 as follows: All is well.", "replace paragraph at=3 new=All is well."},
		{`Delete paragraph 3 and replace it with the following: "New."`, "replace paragraph at=3 new=New."},
		{"Move paragraph 4 after paragraph 6", "move paragraph at=4 to=6 place=after"},
		{"Move paragraph 4 to before paragraph 2.", "move paragraph at=4 to=2 place=before"},
		{"DELETE PARAGRAPH 3", "delete paragraph at=3"},
	})
}

// TestAddresses holds the ways to name a paragraph to the form of addresses.
func TestAddresses(t *testing.T) {
	parses(t, []reading{
		{`Add "X" after "Y" in paragraph 8, first bullet.`, "insert words at=8.bullet1 place=after new=X anchor=Y"},
		{`7.b bis (new): "text"`, "insert paragraph at=7.b place=after new=text label=b bis"},
		{`OP 2 (a): delete "X"`, "delete words at=OP2.a old=X"},
		{"Replace 7.b with: b. Text of it", "replace paragraph at=7.b new=Text of it"},
		{`In OP3, delete "X"`, "delete words at=OP3 old=X"},
		{`In operative paragraph 3 bis, delete "X"`, "delete words at=OP3bis old=X"},
		{`In the second preambular paragraph, delete "X"`, "delete words at=PP2 old=X"},
		{`In preambular paragraph 2, delete "X"`, "delete words at=PP2 old=X"},
		{`In Article 4(2), delete "X"`, "delete words at=4.2 old=X"},
		{`In Article 4, paragraph 2, delete "X"`, "delete words at=4.2 old=X"},
		{`In paragraph 2 of article 4, delete "X"`, "delete words at=4.2 old=X"},
		{`In paragraph 7, subparagraph (b), delete "X"`, "delete words at=7.b old=X"},
		{`In subparagraph (b) of paragraph 7, delete "X"`, "delete words at=7.b old=X"},
		{`In paragraph 7(b)(ii), delete "X"`, "delete words at=7.b(ii) old=X"},
		{"In paragraph 7, delete subparagraph (b)", "delete paragraph at=7.b"},
		{`In 7b), delete "X"`, "delete words at=7.b old=X"},
		{`In 5 bis, delete "X"`, "delete words at=5bis old=X"},
		{`In subparagraph (b), delete "X"`, "delete words at=.b old=X"},
		{`In paragraph 4 of section C, delete "X"`, "delete words at=4 old=X"},
		{`In para. 7 of the draft, delete "X"`, "delete words at=7 old=X"},
	})
}
