package web_test

import (
	"strings"
	"testing"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/web/webtest"
)

// The two readings of what MEXICO sent on paragraph 1.
const (
	probableWords = "Establish three working groups that meet in the period between conferences."
	literalWords  = "Establish three two working groups that meet in the period between conferences."
)

// inDoubt opens a public house on a document with marks that lie: 1 and 2 of MEXICO
// and 3 of PERU can be read in two ways, 4 of COSATE is on no paragraph, and the
// draft has an open place and a slip.
func inDoubt(t *testing.T) *webtest.House {
	t.Helper()
	d := webtest.Draft()
	d.Paragraphs[13].Text = "Thank the Government of *** for its its hospitality."
	d.Parties = []negotiation.Party{{Name: "COSATE", Kind: negotiation.ConsultativeBody}}
	d.Proposals = []negotiation.Proposal{
		readTwice("MEXICO", amend("p3", probableWords), literalWords),
		readTwice("MEXICO", amend("p5", "examine the future of work and skills,"), "examine the future of work and skills in all its forms;"),
		readTwice("PERU", amend("p3", "Establish two joint working groups."), "Establish two joint joint working groups."),
		{Delegation: "COSATE", Language: "en", Category: negotiation.Substantive, Changes: []negotiation.Change{{Kind: negotiation.Comment, Text: "technical cooperation among **equal** peers"}},
			Received: &negotiation.Received{Line: 40, Verbatim: "COSATE: technical cooperation among **equal** peers", Unplaced: "17"}},
	}
	return webtest.New(t, webtest.WithDraft(d), webtest.Public())
}

func readTwice(d negotiation.Delegation, c negotiation.Change, literal string) negotiation.Proposal {
	return negotiation.Proposal{Delegation: d, Language: "en", Category: negotiation.Substantive, Changes: []negotiation.Change{c},
		Received: &negotiation.Received{Line: 12, Verbatim: string(d) + ": Establish **three two** working groups", Doubts: []negotiation.Doubt{{
			Typed: diff.Words(c.Text, literal), Literal: literal, Probable: c.Text,
			Why: []diff.Finding{{Kind: diff.StruckInBold, Words: "two", Run: "three two"}, {Kind: diff.MarksInBold, Words: ","}}}}}}
}

func TestAProposalWithTwoReadingsIsMarkedWhereverItStands(t *testing.T) {
	h := inDoubt(t)
	h.Do(webtest.Secretariat, negotiation.AssignPlaceholder{Paragraph: "p14", Nth: 1, Owner: "Barbados"})
	const mark = "reading not confirmed"
	both := []string{mark, "As marked, taken literally", "As it was probably meant", literalWords, probableWords,
		"The bold passage holds “two”, which is in the draft.", "1 more remark on the marks", "As received", "Establish **three two** working groups"}
	for _, c := range []struct {
		seat  negotiation.SeatID
		path  string
		words []string
	}{
		{"", "", []string{"2 readings not confirmed", "to be filled by Barbados"}},
		{"", "/p/1", append(both, "Proposals 1 and 3 are not compared: their readings are not confirmed.")},
		{"", "/p/par1", []string{"to be filled by Barbados"}},
		{webtest.Peru, "/proposals/1", both},
		{"", "/compilation", []string{mark}},
		{"", "/compilation?what=comparative", []string{mark}},
		{webtest.Mexico, "/mine", append(both, "2 proposals wait for you to say how they are to be read", "Confirm how it is to be read")},
		{webtest.Chair, "/desk", []string{mark, "Readings not confirmed MEXICO Proposal 1 , Proposal 2 PERU Proposal 3"}},
		{webtest.Secretariat, "/desk", []string{mark, "Confirm readings on a delegation’s written word", "Proposal 4 COSATE : the document says 17"}},
	} {
		d := desk{t, h, h.Visitor()}
		if c.seat != "" {
			d = sitAt(t, h, c.seat)
		}
		page := d.open(c.path).wants(200, c.words...)
		page.wellFormed()
	}
}

func TestTheAuthorConfirmsAReading(t *testing.T) {
	for _, c := range []struct {
		reading negotiation.Reading
		text    string
		says    string
	}{
		{negotiation.Probable, probableWords, "Confirmed as probable by MEXICO on 16 October 2017"},
		{negotiation.Literal, literalWords, "Confirmed as marked, taken literally, by MEXICO on"},
		{negotiation.Edited, "Establish four working groups.", "Put into other words by MEXICO on"},
	} {
		t.Run(string(c.reading), func(t *testing.T) {
			h := inDoubt(t)
			form := sitAt(t, h, webtest.Mexico).open("/proposals/1/reading").wants(200, "How is proposal 1 to be read?").lacks("written word it rests on")
			if got := form.field("text-0"); got != probableWords {
				t.Errorf("the author's own words begin with %q", got)
			}
			if strings.Contains(form.Body, " checked") {
				t.Error("a reading is chosen before anybody chose one")
			}
			page := form.press("Confirm how it is to be read", "reading", string(c.reading), "text-0", "Establish four working groups.").
				wants(200, "Recorded.", c.says).lacks("reading not confirmed", "The text would read")
			if page.Path != "/n/bridgetown/proposals/1" {
				t.Errorf("led to %s", page.Path)
			}
			p, _ := h.View(webtest.Mexico).Proposal("1")
			if p.Unconfirmed() || p.Changes[0].Text != c.text || p.Confirmed.Reading != c.reading {
				t.Errorf("recorded %+v, %q", p.Confirmed, p.Changes[0].Text)
			}
			sitAt(t, h, webtest.Chair).open("/proposals/1").press("Accept").wants(200, "Recorded.")
		})
	}
}

func TestTheSecretariatNamesTheWrittenWordThatItReliesOn(t *testing.T) {
	h := inDoubt(t)
	form := sitAt(t, h, webtest.Secretariat).open("/proposals/1/reading").wants(200, "The written word it rests on (letter, e-mail, date)")
	refused := form.press("Confirm how it is to be read", "reading", "edited", "text-0", "Other <words>.").wants(422, "written word that it rests on")
	if refused.field("text-0") != "Other <words>." || refused.field("reading") != "edited" {
		t.Errorf("typed words are gone: %q, %q", refused.field("reading"), refused.field("text-0"))
	}
	refused.press("Confirm how it is to be read", "word", "letter of 3 October").
		wants(200, "Put into other words by the Secretariat on the written word of MEXICO (“letter of 3 October”), 16 October 2017")
}

func TestADelegateConfirmsInItsOwnName(t *testing.T) {
	for name, send := range map[string]func(*webtest.House){
		"the form of one": func(h *webtest.House) {
			sitAt(t, h, webtest.Mexico).send("/proposals/1/reading", map[string][]string{"reading": {"literal"}, "word": {"Letter"}}).wants(200)
		},
		"the form of many": func(h *webtest.House) {
			sitAt(t, h, webtest.Mexico).send("/mine/readings", map[string][]string{"reading-1": {"literal"}, "word-MEXICO": {"Letter"}}).wants(200)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := inDoubt(t)
			send(h)
			sitAt(t, h, webtest.Peru).open("/proposals/1").wants(200, "Confirmed as marked, taken literally, by MEXICO on").lacks("by the Secretariat")
		})
	}
}

func TestAReadingIsNotConfirmedWithoutAChoice(t *testing.T) {
	h := inDoubt(t)
	refused := sitAt(t, h, webtest.Mexico).open("/proposals/1/reading").press("Confirm how it is to be read", "text-0", "Typed.").
		wants(422, "Choose how it is to be read.")
	if got := refused.field("text-0"); got != "Typed." {
		t.Errorf("typed words are gone: %q", got)
	}
}

func TestOnlyTheAuthorAndTheSecretariatConfirm(t *testing.T) {
	h := inDoubt(t)
	for seat, code := range map[negotiation.SeatID]int{webtest.Peru: 403, webtest.Chair: 403, webtest.Observer: 403} {
		d := sitAt(t, h, seat)
		d.open("/proposals/1/reading").wants(code)
		d.send("/proposals/1/reading", map[string][]string{"reading": {"literal"}}).wants(code)
		d.open("/proposals/1").lacks("Confirm how it is to be read")
	}
	desk{t, h, h.Visitor()}.open("/proposals/1/reading").wants(403)
	if p, _ := h.View(webtest.Mexico).Proposal("1"); !p.Unconfirmed() {
		t.Error("somebody else has confirmed it")
	}
}

func TestAReadingThatWasConfirmedMeanwhileIsShownWithWhatWasTyped(t *testing.T) {
	h := inDoubt(t)
	form := sitAt(t, h, webtest.Mexico).open("/proposals/1/reading").wants(200)
	h.Do(webtest.Mexico, negotiation.ConfirmReading{Proposal: "1", Reading: negotiation.Probable})
	form.press("Confirm how it is to be read", "reading", "edited", "text-0", "Typed in vain.").wants(409, "Typed in vain.", "Confirmed as probable")
	if got := sitAt(t, h, webtest.Mexico).open("/proposals/1/reading").wants(200).Path; got != "/n/bridgetown/proposals/1" {
		t.Errorf("the form of a settled reading is at %s", got)
	}
}

func TestWordsOnAnOlderVersionShowWhatChangedInTheDraft(t *testing.T) {
	h := inDoubt(t)
	form := sitAt(t, h, webtest.Mexico).open("/proposals/1/reading").wants(200)
	accepted(h, amend("p3", "Establish two working groups that meet in the period between the conferences."))
	refused := form.press("Confirm how it is to be read", "reading", "edited", "text-0", "Establish five working groups.").
		wants(409, "What changed in the draft", "inserted the end of insertion")
	if refused.field("text-0") != "Establish five working groups." || refused.field("base-0") != "2" {
		t.Errorf("the form has %q on version %s", refused.field("text-0"), refused.field("base-0"))
	}
	refused.press("Confirm how it is to be read").wants(200, "Put into other words")
}

func TestNothingUnconfirmedIsOfferedForDecision(t *testing.T) {
	h := inDoubt(t)
	page := sitAt(t, h, webtest.Chair).open("/p/1").wants(200, "It waits for MEXICO to confirm how it is to be read.", "Do not retain", "See both readings")
	page.lacks("Accept as amended")
	for _, button := range []string{"Accept", "Combine"} {
		if strings.Contains(page.Body, ">"+button+"<") {
			t.Errorf("the page offers %q", button)
		}
	}
	sitAt(t, h, webtest.Secretariat).open("/proposals/1").wants(200, "It waits for MEXICO").lacks("Accept as amended")
}

func TestAReadingThatChangesNothingCannotBeChosen(t *testing.T) {
	d := webtest.Draft()
	d.Proposals = []negotiation.Proposal{readTwice("MEXICO", amend("p3", probableWords), d.Paragraphs[2].Text)}
	h := webtest.New(t, webtest.WithDraft(d))
	page := sitAt(t, h, webtest.Mexico).open("/proposals/1/reading").wants(200, "Read so, it changes nothing.")
	for value, offered := range map[string]bool{"literal": false, "probable": true, "edited": true} {
		if got := strings.Contains(page.Body, `name="reading" value="`+value+`"`); got != offered {
			t.Errorf("%s is offered: %t, want %t", value, got, offered)
		}
	}
}

func TestReadingsSpeakEachLanguageToEachRole(t *testing.T) {
	h := inDoubt(t)
	h.Do(webtest.Secretariat, negotiation.AssignPlaceholder{Paragraph: "p14", Nth: 1, Owner: "Barbados"})
	h.Do(webtest.Mexico, negotiation.ConfirmReading{Proposal: "2", Reading: negotiation.Literal})
	h.Do(webtest.Secretariat, negotiation.ConfirmReading{Proposal: "3", Reading: negotiation.Probable, Word: "A letter."})
	paths := []string{"", "/p/1", "/proposals/1", "/proposals/2", "/proposals/3", "/proposals/4", "/proposals/1/reading", "/mine", "/mine/readings",
		"/desk", "/desk/readings", "/proposals/4/place?paragraph=3.bullet1"}
	for _, seat := range []negotiation.SeatID{webtest.Observer, webtest.Mexico, webtest.Chair, webtest.Secretariat} {
		d := sitAt(t, h, seat)
		for _, tag := range lang.Tags() {
			for _, path := range paths {
				mark := "?"
				if strings.Contains(path, "?") {
					mark = "&"
				}
				page := d.open(path + mark + "lang=" + tag)
				if page.Code >= 500 || strings.Contains(page.Body, "⟦") {
					_, missing, _ := strings.Cut(page.Body, "⟦")
					t.Errorf("%q reads %s: status %d, missing %.60q", seat, page.Path, page.Code, missing)
				}
				page.wellFormed()
			}
		}
	}
}

func TestEveryKindOfFindingHasASentence(t *testing.T) {
	for _, kind := range []diff.FindingKind{diff.StruckInBold, diff.BoldInStruck, diff.ForeignStruck, diff.KeptInBold, diff.MarksInBold,
		diff.AddedUnmarked, diff.LostUnmarked, diff.PunctuationUnmarked, diff.InsideWord} {
		if !(lang.Tongue{}).Has("finding." + string(kind)) {
			t.Errorf("%q has no sentence", kind)
		}
	}
}
