package web_test

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/web/webtest"
)

// doubtful is a draft with a proposal on 2.b that can be read in two ways, and one
// that names a paragraph which the draft does not hold.
func doubtful() negotiation.Draft {
	d := webtest.Draft()
	doubt := negotiation.Doubt{Typed: diff.ReadMarks("promote ~~social the~~ protection of workers").Spans,
		Literal: "promote protection of workers", Probable: "promote social protection of workers",
		Why: []diff.Finding{{Kind: diff.BoldInStruck, Words: "social", Run: "social the"}}}
	d.Proposals = []negotiation.Proposal{
		{Delegation: "MEXICO", Changes: []negotiation.Change{amendment(doubt.Probable)},
			Received: &negotiation.Received{Line: 7, Verbatim: "MEXICO: ...", Doubts: []negotiation.Doubt{doubt}}},
		{Delegation: "PERU", Changes: []negotiation.Change{{Kind: negotiation.Comment, Text: "22. Thank all."}},
			Received: &negotiation.Received{Line: 9, Verbatim: "PERU: 22. ...", Unplaced: "22"}},
	}
	return d
}

// readingBody is what scripts read of how a proposal is to be read, and where it is.
type readingBody struct {
	Unconfirmed bool
	Doubts      []struct {
		Change            int
		Typed             []spanBody
		Literal, Probable string
		Why               []struct{ Kind, Words, Run string }
	}
	Confirmed *struct {
		Reading, Seat, Word string
		Seq                 uint64
		Changes             []int
	}
	Unplaced string
	Placed   uint64
	Target   string
}

func readReading(t *testing.T, s *webtest.Script, number string) readingBody {
	t.Helper()
	var body readingBody
	s.Get("proposals/"+number).Into(http.StatusOK, &body)
	return body
}

func TestAScriptReadsBothReadingsAndWhichWasConfirmed(t *testing.T) {
	h := webtest.New(t, webtest.WithDraft(doubtful()))
	before := readReading(t, h.Script(webtest.Peru), "1")
	if !before.Unconfirmed || len(before.Doubts) != 1 || before.Confirmed != nil {
		t.Fatalf("before: %+v", before)
	}
	d := before.Doubts[0]
	if want := []spanBody{{"equal", "promote "}, {"delete", "social the"}, {"equal", " protection of workers"}}; !cmp.Equal(d.Typed, want) {
		t.Errorf("typed %v, want %v", d.Typed, want)
	}
	if d.Literal != "promote protection of workers" || d.Probable != "promote social protection of workers" ||
		len(d.Why) != 1 || d.Why[0].Kind != "bold-in-struck" || d.Why[0].Words != "social" || d.Why[0].Run != "social the" {
		t.Errorf("doubt is %+v", d)
	}
	accept := h.Script(webtest.Chair).Post("proposals/1/accept", nil).Problem()
	if accept.Status != http.StatusConflict || accept.Code != "unconfirmed" || accept.Details["delegation"] != "MEXICO" {
		t.Errorf("accepted before: %+v", accept)
	}
	if p := h.Script(webtest.Secretariat).Post("proposals/1/confirm-reading", object{"reading": "literal"}).Problem(); p.Code != "empty" || p.Details["field"] != "word" {
		t.Errorf("without a written word: %+v", p)
	}
	receipt := post(t, h.Script(webtest.Secretariat), "proposals/1/confirm-reading", object{"reading": "literal", "word": "Letter of 3 October."}, http.StatusOK)
	for seat, shown := range map[negotiation.SeatID]string{webtest.Peru: "", webtest.Chair: "secretariat"} {
		after := readReading(t, h.Script(seat), "1")
		c := after.Confirmed
		if c == nil || after.Unconfirmed || len(after.Doubts) != 1 {
			t.Fatalf("after: %+v", after)
		}
		if c.Reading != "literal" || c.Word != "Letter of 3 October." || c.Seq != receipt.Seq || c.Seat != shown || !cmp.Equal(c.Changes, []int{0}) {
			t.Errorf("%s reads that it was confirmed so: %+v", seat, c)
		}
	}
}

func TestAScriptConfirmsWordsOfItsOwn(t *testing.T) {
	h := webtest.New(t, webtest.WithDraft(doubtful()))
	mexico := h.Script(webtest.Mexico)
	for _, tt := range []struct {
		body   object
		status int
		code   string
	}{
		{object{"reading": "edited", "words": []object{{"change": 0, "base": 2, "text": "promote"}}}, http.StatusConflict, "stale"},
		{object{"reading": "edited"}, http.StatusUnprocessableEntity, "empty"},
		{object{"reading": "backwards"}, http.StatusUnprocessableEntity, "bad-value"},
		{object{"reading": "literal", "because": "so"}, http.StatusUnprocessableEntity, "malformed"},
	} {
		if p := mexico.Post("proposals/1/confirm-reading", tt.body).Problem(); p.Status != tt.status || p.Code != tt.code {
			t.Errorf("%v: %d %s, want %d %s", tt.body, p.Status, p.Code, tt.status, tt.code)
		}
	}
	post(t, mexico, "proposals/1/confirm-reading", object{"reading": "edited", "words": []object{{"change": 0, "base": 1, "text": "promote all workers"}}}, http.StatusOK)
	post(t, h.Script(webtest.Chair), "proposals/1/accept", nil, http.StatusOK)
	v := h.View(webtest.Observer)
	if p, _ := v.Paragraph("2.b"); p.Text != "promote all workers" {
		t.Errorf("2.b is %q", p.Text)
	}
}

func TestAScriptPlacesWhatNamesNoParagraph(t *testing.T) {
	h := webtest.New(t, webtest.WithDraft(doubtful()))
	office := h.Script(webtest.Secretariat)
	if got := readReading(t, office, "2"); got.Unplaced != "22" || got.Placed != 0 || got.Target != "" {
		t.Errorf("before: %+v", got)
	}
	body := object{"reason": "they told us", "changes": []object{{"kind": "amend", "paragraph": "par1", "base": 1, "text": "Thank all."}},
		"doubts": []object{{"change": 0, "literal": "Thank", "probable": "Thank all.", "why": []object{{"kind": "struck-in-bold", "words": "all."}},
			"typed": []object{{"op": "equal", "text": "Thank "}, {"op": "delete", "text": "all."}}}}}
	if p := h.Script(webtest.Peru).Post("proposals/2/place", body).Problem(); p.Code != "not-allowed" {
		t.Errorf("its author: %s, want not-allowed", p.Code)
	}
	receipt := post(t, office, "proposals/2/place", body, http.StatusOK)
	got := readReading(t, office, "2")
	if got.Unplaced != "22" || got.Placed != receipt.Seq || got.Target != "par1" || !got.Unconfirmed || len(got.Doubts) != 1 {
		t.Errorf("after: %+v", got)
	}
	if d := got.Doubts[0]; d.Literal != "Thank" || len(d.Typed) != 2 || d.Typed[1].Op != "delete" || d.Why[0].Kind != "struck-in-bold" {
		t.Errorf("doubt is %+v", d)
	}
	if p := office.Post("proposals/2/place", body).Problem(); p.Code != "not-in-doubt" {
		t.Errorf("placed twice: %s, want not-in-doubt", p.Code)
	}
}
