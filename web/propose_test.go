package web_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// newWords are those that the tests propose for paragraph 1 (p3).
const newWords = "Establish three working groups that meet in the period between conferences."

func TestTablingAsksOnceAndGivesAReceipt(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	form := mexico.open("/p/1/propose").wants(200, "Propose a change to paragraph 1")
	asked := form.press("table", "words.p3", newWords, "reason", "The text has *three*.").
		wants(200, "Table this proposal?", "Replace “two” by “three”", "1 change")
	if n := len(h.View(webtest.Mexico).Proposals); n != 0 {
		t.Fatalf("%d proposals after the question, want none", n)
	}
	receipt := asked.press("Yes, table it").wants(200, "Your proposal is tabled", "Proposal 1", "16 October 2017, 14:00 (UTC)")
	p, ok := h.View(webtest.Peru).Proposal("1")
	if !ok || p.Delegation != "MEXICO" || p.Changes[0].Text != newWords || p.Reason != "The text has *three*." {
		t.Fatalf("recorded: %+v", p)
	}
	receipt.wants(200, "Entry in the record "+fmt.Sprint(p.Tabled().Seq))
	if !strings.Contains(receipt.words(), "(SHA-256): ") {
		t.Errorf("the receipt has no hash: %s", receipt.words())
	}
}

func TestAFormSentTwiceHappensOnceAndHasOneReceipt(t *testing.T) {
	h := webtest.New(t)
	asked := sitAt(t, h, webtest.Mexico).open("/p/1/propose").press("table", "words.p3", newWords)
	first := asked.press("Yes, table it").wants(200)
	second := asked.press("Yes, table it").wants(200)
	if first.Path != second.Path || first.words() != second.words() {
		t.Errorf("two receipts:\n%s\n%s", first.words(), second.words())
	}
	if n := len(h.View(webtest.Mexico).Proposals); n != 1 {
		t.Errorf("%d proposals, want 1", n)
	}
}

func TestAnotherTextUnderAKeyThatWasUsedIsRefusedAndGetsANewKey(t *testing.T) {
	h := webtest.New(t)
	asked := sitAt(t, h, webtest.Mexico).open("/p/1/propose").press("table", "words.p3", newWords)
	asked.press("Yes, table it").wants(200)
	refused := asked.press("Yes, table it", "words.p3", "Other words.").wants(409, "already used")
	if refused.field("words.p3") != "Other words." {
		t.Errorf("typed words are gone: %q", refused.field("words.p3"))
	}
	refused.press("table").press("Yes, table it").wants(200, "Proposal 2")
}

func TestOnlyTheChangedParagraphsOfAListBecomeChanges(t *testing.T) {
	h := webtest.New(t)
	sitAt(t, h, webtest.Mexico).open("/p/2/propose").
		press("table", "words.p4", "Mandate the two working groups to:", "words.p6", "promote the protection of migrant workers.").
		wants(200, "2.b").press("Yes, table it").wants(200)
	p, _ := h.View(webtest.Mexico).Proposal("1")
	var changed []negotiation.ParagraphID
	for _, c := range p.Changes {
		changed = append(changed, c.Paragraph)
	}
	if len(changed) != 2 || changed[0] != "p4" || changed[1] != "p6" {
		t.Errorf("changes on %v, want p4 and p6", changed)
	}
}

func TestEveryKindOfChangeCanBeTabled(t *testing.T) {
	tests := []struct {
		kind   negotiation.ChangeKind
		path   string
		fields []string
		want   negotiation.Change
	}{
		{negotiation.Insert, "/p/2.a/propose", []string{"text", "count the workers;", "as", "lettered"},
			negotiation.Change{Kind: negotiation.Insert, Paragraph: "p5", Base: 1, Text: "count the workers;", As: negotiation.Lettered}},
		{negotiation.Delete, "/p/2.a/propose", nil, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p5", Base: 1}},
		{negotiation.Move, "/p/2.a/propose", []string{"after", "p8"},
			negotiation.Change{Kind: negotiation.Move, Paragraph: "p5", Base: 1, After: "p8"}},
		{negotiation.RequestText, "/p/2.a/propose", []string{"text", "Include a mention of youth."},
			negotiation.Change{Kind: negotiation.RequestText, Paragraph: "p5", Base: 1, Text: "Include a mention of youth."}},
		{negotiation.Comment, "/p/2.a/propose", []string{"text", "Good."},
			negotiation.Change{Kind: negotiation.Comment, Paragraph: "p5", Base: 1, Text: "Good."}},
		{negotiation.Comment, "/propose", []string{"text", "Good as a whole."},
			negotiation.Change{Kind: negotiation.Comment, Text: "Good as a whole."}},
	}
	for _, tt := range tests {
		h := webtest.New(t)
		sitAt(t, h, webtest.Peru).open(tt.path+"?kind="+string(tt.kind)).wants(200).
			press("table", tt.fields...).wants(200, "Table this proposal?").press("Yes, table it").wants(200, "Proposal 1")
		p, _ := h.View(webtest.Peru).Proposal("1")
		got := p.Changes[0]
		got.Redline, got.Algorithm = nil, 0
		if len(p.Changes) != 1 || got.Kind != tt.want.Kind || got.Paragraph != tt.want.Paragraph || got.Base != tt.want.Base ||
			got.Text != tt.want.Text || got.As != tt.want.As || got.After != tt.want.After {
			t.Errorf("%s on %s recorded %+v, want %+v", tt.kind, tt.path, got, tt.want)
		}
	}
}

func TestWhatIsTypedGoesAlongWhenAnotherKindIsChosen(t *testing.T) {
	h := webtest.New(t)
	form := sitAt(t, h, webtest.Mexico).open("/p/1/propose").
		press("kind", "kind", "comment", "words.p3", newWords, "reason", "Because.").
		press("kind", "kind", "insert", "text", "A new one.").
		press("kind", "kind", "amend")
	if got := form.field("words.p3"); got != newWords {
		t.Errorf("words are %q, want %q", got, newWords)
	}
	if got := form.field("text") + form.field("reason"); got != "A new one.Because." {
		t.Errorf("text and reason are %q", got)
	}
}

// accepted tables and accepts a change, so that the draft moves on.
func accepted(h *webtest.House, c negotiation.Change) {
	id := h.Table(webtest.Peru, c)
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: id})
}

func TestARefusedFormComesBackWithAllThatWasTyped(t *testing.T) {
	tests := []struct {
		name   string
		before func(*webtest.House)
		words  string
		code   int
		want   string
	}{
		{"no change", nil, "", 422, "there is nothing to propose"},
		{"no words", nil, "  ", 422, "Something is missing here (text)"},
		{"too long", nil, strings.Repeat("word ", negotiation.MaxText/5+1), 413, "This is too long (text)"},
		{"turned direction", nil, "Establish \u202egroups", 422, "cannot be recorded (text)"},
		{"closed", func(h *webtest.House) { h.Do(webtest.Secretariat, negotiation.CloseComments{}) }, newWords, 409,
			"The window for proposals is closed"},
		{"too late", func(h *webtest.House) {
			h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-1), Late: negotiation.RefuseLate})
		}, newWords, 409, "late proposals are not taken"},
		{"deleted", func(h *webtest.House) {
			accepted(h, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
		},
			newWords, 409, "has been deleted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h := webtest.New(t)
			form := sitAt(t, h, webtest.Mexico).open("/p/1/propose")
			if tt.before != nil {
				tt.before(h)
			}
			before := len(h.View(webtest.Secretariat).Proposals)
			typed := map[string]string{"reason": "Because <b>so</b>.", "category": "editorial", "language": "es", "sponsor": "PERU"}
			if tt.words != "" {
				typed["words.p3"] = tt.words
			}
			fields := []string{"confirm", "1"}
			for name, value := range typed {
				fields = append(fields, name, value)
			}
			back := form.press("table", fields...).wants(tt.code, tt.want)
			for name, want := range typed {
				if got := back.field(name); got != want {
					t.Errorf("%s is %.60q, want %.60q", name, got, want)
				}
			}
			if n := len(h.View(webtest.Secretariat).Proposals); n != before {
				t.Error("it was recorded all the same")
			}
		})
	}
}

func TestWhatNoFormOfOursSendsIsRefused(t *testing.T) {
	tests := []struct {
		name, path string
		fields     url.Values
		code       int
	}{
		{"no UTF-8", "/p/1/propose", url.Values{"kind": {"amend"}, "words.p3": {"Establish \xff"}, "base.p3": {"1"}}, 422},
		{"unknown sponsor", "/p/1/propose", url.Values{"kind": {"comment"}, "text": {"x"}, "sponsor": {"ATLANTIS"}}, 422},
		{"unknown kind", "/p/1/propose", url.Values{"kind": {"burn"}, "text": {"x"}, "base": {"1"}}, 422},
		{"unknown category", "/p/1/propose", url.Values{"kind": {"comment"}, "text": {"x"}, "category": {"fun"}}, 422},
		{"version that never was", "/p/1/propose", url.Values{"kind": {"amend"}, "words.p3": {"x"}, "base.p3": {"99"}}, 409},
		{"no version", "/p/1/propose", url.Values{"kind": {"delete"}, "base": {"x"}}, 409},
		{"change of no proposal", "/p/1/propose", url.Values{"kind": {"comment"}, "keep": {"0@1"}}, 404},
		{"unknown paragraph", "/p/99/propose", url.Values{"kind": {"comment"}, "text": {"x"}}, 404},
		{"place that is none", "/p/1/propose", url.Values{"kind": {"move"}, "base": {"1"}, "after": {"p3"}}, 422},
		{"amend of the whole draft", "/propose", url.Values{"kind": {"amend"}}, 422},
		{"another's key", "/p/1/propose", url.Values{"kind": {"comment"}, "text": {"x"}, "key": {strings.Repeat("k", 300)}}, 413},
		{"four million bytes", "/p/1/propose", url.Values{"kind": {"comment"}, "text": {strings.Repeat("x", 4<<20)}}, 413},
	}
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	for _, tt := range tests {
		tt.fields.Set("act", "table")
		tt.fields.Set("confirm", "1")
		if got := mexico.send(tt.path, tt.fields); got.Code != tt.code {
			t.Errorf("%s: %d, want %d: %s", tt.name, got.Code, tt.code, got.words())
		}
	}
	if n := len(h.View(webtest.Secretariat).Proposals); n != 0 {
		t.Errorf("%d were recorded, want none", n)
	}
}

// TestAMegabyteIsRefusedWithTheLimitOfAParagraph shows the form again, with what was
// typed and with the limit that counts.
func TestAMegabyteIsRefusedWithTheLimitOfAParagraph(t *testing.T) {
	h := webtest.New(t)
	megabyte := strings.Repeat("work ", 1<<20/5)
	sitAt(t, h, webtest.Mexico).send("/p/3/propose", url.Values{"kind": {"amend"}, "words.p5": {megabyte}, "base.p5": {"1"}, "act": {"table"}, "confirm": {"1"}}).
		wants(413, "limit is 32768", "what you typed is kept", "work work work")
	if n := len(h.View(webtest.Secretariat).Proposals); n != 0 {
		t.Errorf("%d were recorded, want none", n)
	}
}

func TestWhoMayNotTableIsNotShownTheForm(t *testing.T) {
	h := webtest.New(t)
	for _, seat := range []negotiation.SeatID{webtest.Chair, webtest.Observer} {
		d := sitAt(t, h, seat)
		d.open("/p/1/propose").wants(403, "does not have the right")
		d.send("/p/1/propose", url.Values{"kind": {"comment"}, "text": {"x"}, "act": {"table"}, "confirm": {"1"}}).wants(403)
		d.send("/redline", url.Values{"paragraph": {"p3"}, "kind": {"amend"}}).wants(403)
	}
	visitor := desk{t, h, h.Visitor()}
	visitor.open("/p/1/propose").wants(403, "not signed in")
	sitAt(t, h, webtest.Mexico).open("/p/99/propose").wants(404, "no paragraph 99")
	empty := webtest.New(t, webtest.WithoutDraft())
	sitAt(t, empty, webtest.Mexico).open("/propose").wants(409, "no draft yet")
}

func TestMarkupInWordsIsShownAsWords(t *testing.T) {
	h := webtest.New(t)
	evil := "Establish <script>alert(1)</script> \"><img src=x onerror=alert(1)> groups."
	page := sitAt(t, h, webtest.Mexico).open("/p/1/propose").press("preview", "words.p3", evil, "reason", "[x](javascript:alert(1)) <img src=x>")
	page.wants(200, "<script>alert(1)</script>")
	for _, bad := range []string{"<script>alert", "<img", "javascript:alert(1)\""} {
		if strings.Contains(page.Body, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func TestWordsOnAnOlderVersionAreShownBesideTheNewerTextAndNeverMerged(t *testing.T) {
	h := webtest.New(t)
	form := sitAt(t, h, webtest.Mexico).open("/p/1/propose")
	accepted(h, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: "Establish two joint working groups that meet often."})
	for _, act := range []string{"table", "confirmed"} {
		fields := []string{"words.p3", newWords}
		if act == "confirmed" {
			fields = append(fields, "confirm", "1")
		}
		stale := form.press("table", fields...).wants(409, "The paragraph has changed in the meantime", "joint", "often", newWords)
		if base := stale.field("base.p3"); base != "1" {
			t.Fatalf("%s: the form moved to version %s by itself", act, base)
		}
		stale.press("table").wants(409) // asking again changes nothing
		started := stale.press("start").wants(200, "joint", "Preview").lacks("has changed in the meantime")
		if base, words := started.field("base.p3"), started.field("words.p3"); base != "2" || words != newWords {
			t.Fatalf("%s: started from version %s with %q", act, base, words)
		}
	}
	sitAt(t, h, webtest.Mexico).open("/p/1/propose").press("table", "words.p3", newWords).press("Yes, table it").wants(200)
	if p, ok := h.View(webtest.Mexico).Proposal("2"); !ok || p.Changes[0].Base != 2 {
		t.Errorf("recorded %+v", p)
	}
}

func TestAFieldThatNobodyTouchedFollowsTheDraft(t *testing.T) {
	h := webtest.New(t)
	form := sitAt(t, h, webtest.Mexico).open("/p/2/propose")
	accepted(h, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p5", Base: 1, Text: "examine work;"})
	form.press("table", "words.p6", "promote workers.").wants(200).press("Yes, table it").wants(200)
	p, _ := h.View(webtest.Mexico).Proposal("2")
	if len(p.Changes) != 1 || p.Changes[0].Paragraph != "p6" {
		t.Errorf("changes: %+v, want one, on p6", p.Changes)
	}
}

func TestABrokenJournalLosesNothing(t *testing.T) {
	h := webtest.New(t)
	asked := sitAt(t, h, webtest.Mexico).open("/p/1/propose").press("table", "words.p3", newWords)
	h.Store.Fail = func(negotiation.Entry) error { return errFull }
	back := asked.press("Yes, table it").wants(http.StatusInsufficientStorage, "This could not be recorded", "Nobody has seen it")
	if strings.Contains(back.Body, errFull.Error()) {
		t.Error("the page tells of our inside")
	}
	if !strings.Contains(h.Logged(), errFull.Error()) {
		t.Error("the log does not tell what broke")
	}
	h.Store.Fail = nil
	back.press("table").press("Yes, table it").wants(200, "Proposal 1")
	if p, _ := h.View(webtest.Mexico).Proposal("1"); len(h.View(webtest.Mexico).Proposals) != 1 || p.Changes[0].Text != newWords {
		t.Errorf("recorded %+v", p)
	}
}

var errFull = errors.New("no space left on device")

func TestALateProposalSaysSoBeforeAndAfter(t *testing.T) {
	h := webtest.New(t)
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-1), Zone: "America/Lima", Late: negotiation.MarkLate})
	sitAt(t, h, webtest.Mexico).open("/p/1/propose").wants(200, "The cut-off has passed", "America/Lima").
		press("table", "words.p3", newWords).wants(200, "it will be marked as late").
		press("Yes, table it").wants(200, "It came after the cut-off", "decides whether to admit it")
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-1), Zone: "America/Lima", Late: negotiation.AddendumLate})
	sitAt(t, h, webtest.Peru).open("/p/1/propose").press("table", "words.p3", newWords).press("Yes, table it").
		wants(200, "it is on the table and goes into an addendum").lacks("decides whether to admit it")
}

func TestWhereTheWindowIsClosedTheFormSaysSoAndKeepsDraftsOnly(t *testing.T) {
	h := webtest.New(t)
	h.Do(webtest.Secretariat, negotiation.CloseComments{})
	page := sitAt(t, h, webtest.Mexico).open("/p/1/propose").wants(200, "The window for proposals is closed.")
	if strings.Contains(page.Body, `value="table"`) {
		t.Error("there is a button to table")
	}
	page.press("save", "words.p3", newWords).wants(200, "Draft saved")
}

func TestTheSecretariatTablesForADelegation(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	pen.open("/p/1/propose").press("table", "words.p3", newWords).press("Yes, table it").wants(422, "missing here (delegation)").
		press("table", "delegation", "PERU").wants(200, "PERU").press("Yes, table it").wants(200, "Proposal 1")
	pen.open("/p/1/propose").press("table", "words.p3", newWords, "delegation", "PERU", "other", "CHILE").press("Yes, table it").wants(200, "CHILE")
	v := h.View(webtest.Secretariat)
	first, _ := v.Proposal("1")
	second, _ := v.Proposal("2")
	if first.Delegation != "PERU" || second.Delegation != "CHILE" {
		t.Errorf("tabled for %s and %s", first.Delegation, second.Delegation)
	}
	sitAt(t, h, webtest.Mexico).send("/p/1/propose", url.Values{"kind": {"comment"}, "text": {"x"}, "delegation": {"PERU"}, "act": {"table"}, "confirm": {"1"}}).wants(200)
	if p, _ := h.View(webtest.Mexico).Proposal("3"); p.Delegation != "MEXICO" {
		t.Errorf("Mexico tabled for %s", p.Delegation)
	}
}

func TestANewVersionKeepsWhatTheFormCannotEdit(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico,
		negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: newWords},
		negotiation.Change{Kind: negotiation.Insert, Paragraph: "p3", Base: 1, Text: "A new paragraph."})
	form := sitAt(t, h, webtest.Mexico).open("/p/1/propose?replaces=1").wants(200, "A new version of proposal 1", "A new paragraph.")
	form.press("table", "words.p3", "Establish four working groups.").press("Yes, table it").wants(200, "Proposal 2")
	v := h.View(webtest.Mexico)
	old, _ := v.Proposal("1")
	p, _ := v.Proposal("2")
	if old.Status() != negotiation.Superseded || len(p.Changes) != 2 || p.Changes[1].Text != "A new paragraph." {
		t.Errorf("the old is %s, the new has %+v", old.Status(), p.Changes)
	}
}

func TestAWithdrawnProposalIsTabledAgainByAnother(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: newWords})
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "1"})
	accepted(h, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: "Establish two joint working groups."})
	peru := sitAt(t, h, webtest.Peru)
	peru.open("/p/1/propose?again=9").wants(404)
	stale := peru.open("/p/1/propose?again=1").wants(200, "Table proposal 1 again", "The paragraph has changed in the meantime")
	stale.press("start").press("table").press("Yes, table it").wants(200, "Proposal 3")
	if p, _ := h.View(webtest.Peru).Proposal("3"); p.Again != "1" || p.Delegation != "PERU" || p.Changes[0].Text != newWords {
		t.Errorf("recorded %+v", p)
	}
}

func TestTheRedlineOfWhatIsTypedIsThatOfTheRecord(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	got := mexico.send("/redline", url.Values{"paragraph": {"p3"}, "kind": {"amend"}, "words.p3": {newWords}, "base.p3": {"1"}}).
		wants(200, "1 change", "Replace “two” by “three”")
	if want := "<ins>"; !strings.Contains(got.Body, want) || strings.Contains(got.Body, "<html") {
		t.Errorf("the answer is no fragment with %q: %s", want, got.Body)
	}
	mexico.send("/redline", url.Values{"paragraph": {"p3"}, "kind": {"amend"}, "words.p3": {strings.Repeat("x", negotiation.MaxText+1)}, "base.p3": {"1"}}).
		wants(413, "This is too long")
	mexico.send("/redline", url.Values{"paragraph": {"p3"}, "kind": {"amend"}}).wants(200, "Nothing is changed yet")
	mexico.send("/redline", url.Values{"paragraph": {"nowhere"}, "kind": {"amend"}}).wants(404)
	if n := len(h.View(webtest.Mexico).Proposals); n != 0 {
		t.Errorf("a redline recorded %d proposals", n)
	}
}
