package web

import (
	"strings"
	"testing"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/store"
)

func TestOnlyThePenHolderTypesAndOnlyOnTopOfTheNewestWords(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	pen := h.takePen(seatPen, "")
	h.types(1, "Urge")
	h.types(2, "Urge Member States")
	tests := []struct {
		name string
		seat negotiation.SeatID
		m    upMessage
		want negotiation.Code // none where it is taken
	}{
		{"another seat of the Secretariat", seatOther, upMessage{Rev: 3, Text: "x"}, negotiation.PenHeld},
		{"the Chair", seatChair, upMessage{Rev: 3, Text: "x"}, negotiation.NotAllowed},
		{"a delegate", seatMexico, upMessage{Rev: 3, Text: "x"}, negotiation.NotAllowed},
		{"nobody", "", upMessage{Rev: 3, Text: "x"}, negotiation.NotAllowed},
		{"another page on older words", seatPen, upMessage{Rev: 2, Text: "x", By: "other"}, negotiation.PenHeld},
		{"another page ahead of itself", seatPen, upMessage{Rev: 9, Text: "x", By: "other"}, negotiation.PenHeld},
		{"a page without a name ahead of itself", seatPen, upMessage{Rev: 9, Text: "x"}, negotiation.PenHeld},
		{"the same page once more", seatPen, upMessage{Rev: 2, Text: "x", By: "page"}, negotiation.PenHeld},
		{"with an older pen", seatPen, upMessage{Rev: 3, Text: "x", By: "page", Pen: pen - 1}, negotiation.PenHeld},
		{"too long", seatPen, upMessage{Rev: 3, Text: strings.Repeat("x", negotiation.MaxText+1), By: "page"}, negotiation.TooLong},
		{"by a page with a long name", seatPen, upMessage{Rev: 3, Text: "x", By: strings.Repeat("x", 65)}, negotiation.TooLong},
		{"the same page, some lost on the way", seatPen, upMessage{Rev: 5, Text: "Urge Members", By: "page", Pen: pen}, ""},
		{"another page on the newest words", seatPen, upMessage{Rev: 6, Text: "Urge all Members", By: "other"}, ""},
		{"the first page, which has not seen them", seatPen, upMessage{Rev: 6, Text: "x", By: "page"}, negotiation.PenHeld},
		{"all that may be", seatPen, upMessage{Rev: 7, Text: strings.Repeat("x", negotiation.MaxText), By: "other"}, ""},
	}
	for _, tt := range tests {
		before, _ := h.draft("p1")
		tt.m.Type = "typing"
		r := h.enter(h.seatAt(tt.seat)).hear(tt.m)
		after, _ := h.draft("p1")
		switch {
		case tt.want == "" && (r != nil || after.Text != tt.m.Text || after.Rev != tt.m.Rev):
			t.Errorf("%s: refused %v, and the words are %.40q", tt.name, r, after.Text)
		case tt.want != "" && (r == nil || r.Code != tt.want || after.Text != before.Text):
			t.Errorf("%s: answered %v, want %s; the words were %.40q and are %.40q", tt.name, r, tt.want, before.Text, after.Text)
		}
	}
}

// Which seat holds the pen is for those who may take it.
func TestWhoMayNotTypeIsNotToldWhoDoes(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatPen, "")
	for _, seat := range []negotiation.SeatID{seatMexico, seatChair, ""} {
		r := h.write(h.seatAt(seat), upMessage{Rev: 1, Text: "x"})
		if said := leafBase("en").Refusal(r); strings.Contains(said, string(seatPen)) || r.Details["seat"] != "" {
			t.Errorf("seat %q is told: %s", seat, said)
		}
	}
}

// The words that a pen starts from change with the reading of their proposal.
func TestWhatAPenStartsFromIsShownAsItIsRead(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	const literal, probable = "Urge all Members to act.", "Urge all States and Members to act."
	h.do(seatPen, negotiation.ImportProposals{Draft: negotiation.Draft{Proposals: []negotiation.Proposal{{Delegation: "MEXICO",
		Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: "p1", Base: 1, Text: probable}},
		Received: &negotiation.Received{Line: 3, Verbatim: "x", Doubts: []negotiation.Doubt{{Typed: []diff.Span{{Op: diff.Delete, Text: draftWords}, {Op: diff.Insert, Text: literal}},
			Literal: literal, Probable: probable, Why: []diff.Finding{{Kind: diff.BoldInStruck, Words: "Members", Run: draftWords}}}}}}}}})
	h.do(seatPen, negotiation.TakePen{For: "MEXICO", From: "1"})
	shown := func() string {
		return h.regions(negotiation.Audience{Role: negotiation.Secretariat}, penForm)["typing"]
	}
	if first := shown(); !strings.Contains(first, probable) {
		t.Fatalf("the desk begins with %s, want %q", first, probable)
	}
	h.do(seatMexico, negotiation.ConfirmReading{Proposal: "1", Reading: negotiation.Literal})
	if now := shown(); !strings.Contains(now, literal) {
		t.Errorf("after it is read as %q the desk shows %s", literal, now)
	}
}

func TestWhoTypesOnOlderWordsIsToldTheNewer(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatPen, "")
	h.types(1, "Urge Member States")
	r := h.write(h.seatAt(seatPen), upMessage{Rev: 1, Text: "x", By: "other"})
	if r == nil || r.Details["text"] != "Urge Member States" {
		t.Errorf("answered %+v, want the newer words in it", r)
	}
}

func TestNobodyTypesWithoutAPen(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	pen := h.seatAt(seatPen)
	say := upMessage{Rev: 1, Text: "x", By: "page"}
	steps := []struct {
		name string
		do   func()
		want negotiation.Code
	}{
		{"called", func() {}, negotiation.WrongStage},
		{"pen taken", func() { h.takePen(seatPen, "") }, ""},
		{"taken over", func() { h.takePen(seatOther, seatPen) }, negotiation.PenHeld},
		{"taken back", func() { h.takePen(seatPen, seatOther) }, ""},
		{"frozen", func() { h.do(seatChair, negotiation.FreezeText{}) }, negotiation.WrongStage},
		{"thawed", func() { h.do(seatChair, negotiation.ThawText{}) }, negotiation.WrongStage},
		{"suspended", func() { h.takePen(seatPen, ""); h.do(seatChair, negotiation.SuspendSession{}) }, negotiation.WrongStage},
		{"opened again", func() { h.do(seatChair, negotiation.OpenSession{}) }, ""},
		{"laid down", func() { h.do(seatPen, negotiation.LayPen{}) }, negotiation.WrongStage},
	}
	for _, step := range steps {
		step.do()
		r := h.write(pen, say)
		if code := codeIn(r); code != step.want {
			t.Errorf("%s: answered %q, want %q", step.name, code, step.want)
		}
	}
}

func codeIn(r *negotiation.Refusal) negotiation.Code {
	if r == nil {
		return ""
	}
	return r.Code
}

func TestADraftIsSeenAsARedlineWhileItIsTyped(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	public, secretariat := negotiation.Audience{Role: negotiation.Public}, negotiation.Audience{Role: negotiation.Secretariat}
	if got := h.regions(public, roomForm)[typingSignal]; !strings.Contains(got, " hidden>") || strings.Contains(got, "<p") {
		t.Errorf("without a pen the region is %s", got)
	}
	h.takePen(seatPen, "")
	if got := h.regions(public, screenForm)[typingSignal]; !strings.Contains(got, draftWords) || strings.Contains(got, "<ins") {
		t.Errorf("before a word is typed the region is %s", got)
	}
	h.types(1, "Urge Member <States> to act.")
	for _, f := range []form{roomForm, consoleForm, penForm, screenForm} {
		got := h.regions(public, f)[typingSignal]
		if !strings.Contains(got, "<del>") || !strings.Contains(got, "Member &lt;") || !strings.Contains(got, "MEXICO") || strings.Contains(got, "data-rev") {
			t.Errorf("%s shows %s", f, got)
		}
	}
	if got := h.regions(secretariat, penForm)[typingSignal]; !strings.Contains(got, `data-rev="1"`) || !strings.Contains(got, `data-text="Urge Member &lt;States&gt; to act."`) {
		t.Errorf("the pen-holder's desk has %s", got)
	}
	if got := h.regions(secretariat, rowForm); len(got) != 0 {
		t.Errorf("the text page is sent %v", got)
	}
	h.do(seatChair, negotiation.FreezeText{})
	if got := h.regions(public, roomForm)[typingSignal]; strings.Contains(got, "Member") {
		t.Errorf("while a text is frozen the region is %s", got)
	}
}

func TestOnlyTheConsoleIsToldWhoIsConnected(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.enter(delegateOf("PERU"))
	h.enter(delegateOf("MEXICO")).leave()
	h.do(seatChair, negotiation.FreezeText{})
	chair, delegate := negotiation.Audience{Role: negotiation.Chair}, delegateOf("PERU").Audience()
	for _, tt := range []struct {
		name  string
		of    negotiation.Audience
		form  form
		named bool
	}{
		{"the Chair's console", chair, consoleForm, true},
		{"the Chair's page of the room", chair, roomForm, false},
		{"a delegate's page", delegate, roomForm, false},
		{"a delegate who asks for the console", delegate, consoleForm, false},
	} {
		got := h.regions(tt.of, tt.form)[presenceSignal]
		if named := strings.Contains(got, "PERU") && strings.Contains(got, "MEXICO"); named != tt.named || !strings.Contains(got, "1 delegation connected") {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
	v := h.view(delegate)
	for _, s := range h.signalsFor(Base{}, v, jsonForm) {
		if d, ok := s.Data.(presenceData); ok && (d.Delegations != 1 || d.Present != nil || d.Absent != nil || d.Hash == "") {
			t.Errorf("a delegate's program is told %+v", d)
		}
	}
}
