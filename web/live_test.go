package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestHelloComesFirst(t *testing.T) {
	h := openLive(t)
	want := h.View(webtest.Mexico).Seq
	got := h.as(t, webtest.Mexico, "").hello()
	if got.Seq != want {
		t.Errorf("hello has seq %d, want %d", got.Seq, want)
	}
}

func TestAChangeReachesEveryAudience(t *testing.T) {
	h := openLive(t)
	page := h.open(t, tried{client: h.Join(webtest.Mexico), query: "part=row"})
	program := h.as(t, webtest.Observer, "as=json")
	before := page.hello().Seq
	program.hello()

	at := h.Clock.Now()
	h.Table(webtest.Peru, amend("p5", "examine the present and future of work;"))

	for name, r := range map[string]*reader{"a delegate's page": page, "an observer's program": program} {
		m := r.next()
		if m.Type != "change" || m.Since != before || m.Seq != before+1 || m.addresses() != "2.a" {
			t.Fatalf("%s got %+v, want one change of 2.a from %d", name, m, before)
		}
		if got, err := time.Parse(time.RFC3339Nano, m.At); err != nil || !got.Equal(at) {
			t.Errorf("%s: at %q, want %s", name, m.At, at)
		}
		if want := "PERU tabled proposal 1 on paragraph 2.a."; m.Said != want || m.Paragraphs[0].Said != want {
			t.Errorf("%s: said %q and %q, want %q", name, m.Said, m.Paragraphs[0].Said, want)
		}
		if p := m.Paragraphs[0]; p.ID != "p5" || p.After != "p4" {
			t.Errorf("%s: paragraph %s after %q, want p5 after p4", name, p.ID, p.After)
		}
		html, data := m.Paragraphs[0].HTML, string(m.Paragraphs[0].Data)
		if r == page && (!strings.Contains(html, "PERU") || data != "") {
			t.Errorf("%s: html %q, data %q", name, html, data)
		}
		if r == program && (!strings.Contains(data, `"delegation":"PERU"`) || html != "") {
			t.Errorf("%s: html %q, data %q", name, html, data)
		}
	}
}

func TestALateProposalReachesOnlyThoseWhoMaySeeIt(t *testing.T) {
	h := openLive(t)
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(time.Hour), Zone: "UTC", Late: negotiation.MarkLate})
	h.Clock.Advance(2 * time.Hour)
	peru, mexico, chair := h.as(t, webtest.Peru, ""), h.as(t, webtest.Mexico, ""), h.as(t, webtest.Chair, "")
	for _, r := range []*reader{peru, mexico, chair} {
		r.hello()
	}

	late := h.Table(webtest.Mexico, amend("p5", "examine work;"))
	if m := peru.next(); len(m.Paragraphs) != 0 || m.Said != "" || strings.Contains(fmt.Sprint(m), "MEXICO") {
		t.Errorf("Peru was told of a late proposal that nobody has admitted: %+v", m)
	}
	for name, r := range map[string]*reader{"Mexico": mexico, "the Chair": chair} {
		if m := r.next(); m.addresses() != "2.a" || !strings.Contains(m.Said, "MEXICO tabled") {
			t.Errorf("%s got %+v, want the change of 2.a", name, m)
		}
	}
	h.Do(webtest.Chair, negotiation.AdmitProposal{Proposal: late})
	if m := peru.next(); m.addresses() != "2.a" || !strings.Contains(m.Said, "was admitted") {
		t.Errorf("Peru got %+v, want the admitted proposal", m)
	}
}

func TestWhoComesBackGetsExactlyWhatItMissedAsOneChange(t *testing.T) {
	h := openLive(t)
	seen := h.View(webtest.Peru).Seq
	first := h.Table(webtest.Mexico, amend("p5", "examine work;"))
	h.Table(webtest.Cosate, amend("p12", "in all meetings; and"))
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: first})

	tests := []struct {
		since negotiation.Seq
		want  string
	}{
		{seen, "2.a 4.i"},
		{seen + 1, "2.a 4.i"}, // the tabling of 1 is known, its withdrawal is not
		{seen + 2, "2.a"},
	}
	for _, tt := range tests {
		r := h.as(t, webtest.Peru, fmt.Sprintf("since=%d", tt.since))
		if got := r.hello().Seq; got != seen+3 {
			t.Fatalf("since %d: hello has seq %d, want %d", tt.since, got, seen+3)
		}
		if m := r.next(); m.Since != tt.since || m.Seq != seen+3 || m.addresses() != tt.want {
			t.Errorf("since %d: change from %d to %d of %q, want to %d of %q", tt.since, m.Since, m.Seq, m.addresses(), seen+3, tt.want)
		}
	}
}

func TestASinceThatIsNoPlaceInTheRecordIsLeftToTheReader(t *testing.T) {
	h := openLive(t)
	seq := h.View(webtest.Peru).Seq
	for _, query := range []string{"since=1&epoch=another", fmt.Sprintf("since=%d", seq+7), fmt.Sprintf("since=%d", uint64(1)<<63), ""} {
		r := h.as(t, webtest.Peru, query)
		if got := r.hello().Seq; got != seq {
			t.Errorf("?%s: hello has seq %d, want %d", query, got, seq)
		}
		h.Table(webtest.Mexico, amend("p5", "examine work;"))
		if m := r.next(); m.Since != seq || m.Seq != seq+1 {
			t.Errorf("?%s: first change leads from %d to %d, want from %d", query, m.Since, m.Seq, seq)
		}
		seq++
	}
}

func TestAProposalIsShownWhereItIsPrintedToo(t *testing.T) {
	h := openLive(t)
	r := h.as(t, webtest.Peru, "")
	r.hello()
	h.Table(webtest.Mexico, amend("p5", "examine work;"), amend("p6", "promote work."))
	if got := r.next().addresses(); got != "2 2.a 2.b" {
		t.Errorf("a proposal on 2.a and 2.b changes %q, want also the chapeau under which it is printed", got)
	}
}

func TestWhatIsOfNoParagraphIsSaid(t *testing.T) {
	h := openLive(t)
	r := h.as(t, webtest.Peru, "")
	r.hello()
	general := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Comment, Text: "Too long."})
	steps := []struct {
		do   func()
		want string
	}{
		{func() {}, "MEXICO commented on the whole draft (proposal 1)."},
		{func() { h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: general}) }, "Comment 1 of MEXICO on the whole draft: withdrawn."},
		{func() { h.Do(webtest.Secretariat, negotiation.CloseComments{}) }, "The window for proposals is closed."},
		{func() { h.Do(webtest.Secretariat, negotiation.OpenComments{}) }, "The window for proposals is open."},
	}
	for _, s := range steps {
		s.do()
		if m := r.next(); m.Said != s.want || len(m.Paragraphs) != 0 {
			t.Errorf("said %q of %d paragraphs, want %q of none", m.Said, len(m.Paragraphs), s.want)
		}
	}
}

func TestANewVersionIsSaidOnce(t *testing.T) {
	h := openLive(t)
	old := h.Table(webtest.Mexico, amend("p5", "examine work;"))
	r := h.as(t, webtest.Peru, "lang=es")
	r.hello()
	h.Do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{Replaces: old, Changes: []negotiation.Change{amend("p5", "examine all work;")}}})
	if got, want := r.next().Said, "MEXICO reemplazó la propuesta 1 por la propuesta 2 sobre el párrafo 2.a."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestAHandshakeThatIsRefused(t *testing.T) {
	h := openLive(t)
	client := h.Join(webtest.Mexico)
	tests := []struct {
		name string
		tried
		want int
	}{
		{"from a page of another site", tried{client: client, header: http.Header{"Origin": {"https://evil.example"}}}, http.StatusForbidden},
		{"from a page without an address", tried{client: client, header: http.Header{"Origin": {"null"}}}, http.StatusForbidden},
		{"since is no number", tried{client: client, query: "since=-1"}, http.StatusBadRequest},
		{"an unknown part", tried{client: client, query: "part=desk"}, http.StatusBadRequest},
		{"an unknown form", tried{client: client, query: "as=xml"}, http.StatusBadRequest},
	}
	for _, tt := range tests {
		_, res, err := h.try(tt.tried)
		if err == nil || res == nil || res.StatusCode != tt.want {
			t.Errorf("%s: %v (%v), want status %d", tt.name, err, res, tt.want)
		}
	}
	h.open(t, tried{client: client, header: http.Header{"Origin": {"http://" + h.address}}}).hello()
}

func TestWhoMayNotReadIsToldNotToComeBack(t *testing.T) {
	h := openLive(t)
	tests := []struct {
		name string
		tried
		want int
	}{
		{"the public", tried{}, 4100},
		{"a wrong bearer", tried{header: bearer("nonsense")}, 4100},
		{"an unknown negotiation", tried{path: "/n/nowhere/live"}, 4101},
	}
	for _, tt := range tests {
		if got := h.open(t, tt.tried).closing(); got != tt.want {
			t.Errorf("%s: closed with %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestThePublicReadsWhatIsPublic(t *testing.T) {
	h := openLive(t, webtest.Public())
	r := h.open(t, tried{})
	r.hello()
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	if got := r.next().addresses(); got != "2.a" {
		t.Errorf("the public got %q, want 2.a", got)
	}
}

func TestAClosedSeatLosesItsConnectionAndNobodyElseDoes(t *testing.T) {
	h := openLive(t)
	mexico, peru := h.as(t, webtest.Mexico, ""), h.as(t, webtest.Peru, "")
	mexico.hello()
	peru.hello()
	h.Do(webtest.Secretariat, negotiation.CloseSeat{Seat: webtest.Mexico})
	if got := mexico.closing(); got != 4100 {
		t.Errorf("closed seat: code %d, want 4100", got)
	}
	if m := peru.next(); len(m.Paragraphs) != 0 {
		t.Errorf("Peru got %+v, want a change without paragraphs", m)
	}
	h.Table(webtest.Peru, amend("p5", "examine work;"))
	if got := peru.next().addresses(); got != "2.a" {
		t.Errorf("Peru got %q after the other seat was closed, want 2.a", got)
	}
}
