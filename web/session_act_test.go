package web_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// openRoom opens a session in a house, and its seats' desks.
func openRoom(t *testing.T, options ...webtest.Option) *webtest.House {
	t.Helper()
	h := webtest.New(t, options...)
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading"})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	return h
}

// act posts the form of an act and gives the answer; fields are name before value.
func (d desk) act(name string, fields ...string) sheet {
	d.t.Helper()
	f := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		f.Add(fields[i], fields[i+1])
	}
	return d.send("/session/"+name, f)
}

// tell posts the form of an act as a script does, which accepts JSON.
func (d desk) tell(name string, fields ...string) webtest.Answer {
	d.t.Helper()
	f := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		f.Add(fields[i], fields[i+1])
	}
	return d.house.Tell(d.client, "/session/"+name, f)
}

func floorSeq(h *webtest.House) string {
	return strconv.FormatUint(uint64(h.View(webtest.Chair).Session.Floor.Seq), 10)
}

func TestEveryActIsGivenByItsForm(t *testing.T) {
	h := webtest.New(t)
	first := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p5", Base: 1, Text: "examine the future of all work;"})
	chair, pen, mexico, peru := sitAt(t, h, webtest.Chair), sitAt(t, h, webtest.Secretariat), sitAt(t, h, webtest.Mexico), sitAt(t, h, webtest.Peru)
	session := func() negotiation.Session { return h.View(webtest.Chair).Session }
	gives := func(d desk, act string, fields ...string) {
		t.Helper()
		before := session().Moved
		if a := d.tell(act, fields...); a.Status != http.StatusOK {
			t.Fatalf("%s %v: %d %s", act, fields, a.Status, a.Body)
		}
		if now := h.View(webtest.Chair).Seq; now <= before {
			t.Fatalf("%s recorded nothing", act)
		}
		h.Clock.Advance(time.Second)
	}
	holds := func(what string, ok bool) {
		t.Helper()
		if !ok {
			t.Fatalf("%s: %+v", what, session())
		}
	}
	gives(chair, "schedule", "title", "Third reading", "starts", "2017-10-17T09:00", "zone", "America/New_York", "object_within", "20", "speak_for", "180")
	holds("schedule", session().Title == "Third reading" && session().Settings.ObjectWithin == 20 && session().Settings.SpeakFor == 180 &&
		session().Starts.Equal(time.Date(2017, 10, 17, 13, 0, 0, 0, time.UTC)))
	gives(chair, "arrange", "title", "Fourth reading", "starts", "2017-10-17T15:00:00Z", "object_within", "")
	holds("arrange", session().Title == "Fourth reading" && session().Settings.ObjectWithin == negotiation.DefaultObjection)
	gives(chair, "open")
	gives(chair, "agenda", "paragraphs", "p5 p6", "paragraphs", "3", "move", "up 3")
	holds("agenda", strings.Join(strings.Fields(string(session().Agenda[0]+" "+session().Agenda[1]+" "+session().Agenda[2])), " ") == "p5 p7 p6")
	gives(mexico, "attend", "place", "room")
	gives(pen, "attend", "seat", "peru", "place", "remote")
	holds("attend", len(session().Attendance) == 2)
	gives(chair, "call", "paragraph", "2.a", "floor", floorSeq(h))
	holds("call", session().Floor.Paragraph == "p5")
	gives(mexico, "ask-floor")
	gives(peru, "ask-floor", "order", "1")
	gives(mexico, "leave-speakers")
	holds("leave-speakers", len(session().Speakers) == 1)
	gives(chair, "give-floor")
	holds("give-floor", session().Floor.Speaker.Delegation == "PERU" && session().Floor.Speaker.Order)
	gives(peru, "yield")
	gives(chair, "list-speakers", "closed", "1")
	holds("list-speakers", session().SpeakersClosed)
	gives(pen, "take-pen", "for", "Mexico", "from", string(first), "floor", floorSeq(h))
	holds("take-pen", session().Floor.Pen.For == "MEXICO" && session().Floor.Pen.From == first)
	gives(pen, "put-drafted", "text", "examine the future of all work, in all its forms;", "looked", strconv.FormatUint(uint64(session().Floor.Pen.Seq), 10))
	drafted := session().Floor.Proposal
	holds("put-drafted", drafted != "" && drafted != first)
	gives(pen, "take-pen", "for", "PERU")
	gives(pen, "lay-pen")
	gives(peru, "position", "kind", "supports", "proposal", string(drafted))
	gives(peru, "position", "kind", "reserves", "text", "Pending instructions.", "paragraph", "2.b", "version", "1", "to_chair", "1")
	gives(chair, "freeze", "proposal", string(drafted), "floor", floorSeq(h))
	holds("freeze", session().Floor.Frozen != nil && session().Floor.Frozen.Proposal == drafted)
	hash := session().Floor.Frozen.Hash
	gives(peru, "object", "hash", hash, "reason", "Not yet.", "sent", h.Clock.Now().Format(time.RFC3339Nano))
	holds("object", len(session().Floor.Objections) == 1 && session().Floor.Objections[0].Delegation == "PERU")
	gives(peru, "withdraw-objection")
	gives(chair, "thaw", "floor", floorSeq(h))
	gives(chair, "rule", "outcome", "bracketed", "asked", "Peru", "asked", "MEXICO", "floor", floorSeq(h))
	gives(chair, "freeze-list", "paragraphs", "p6", "paragraphs", "p8 p9", "floor", floorSeq(h))
	gives(chair, "gavel", "outcome", "agreed-ad-ref", "hash", session().Floor.Frozen.Hash, "floor", floorSeq(h))
	holds("gavel", session().Floor.Stage == negotiation.AtGavel)
	h.Clock.Advance(time.Minute / 4)
	h.Do(negotiation.SystemSeat, negotiation.TakeEffect{})
	gives(chair, "reopen", "paragraph", "2.b", "reason", "A figure was wrong.")
	gives(pen, "group", "name", "GRULAC", "members", "MEXICO", "members", "PERU", "speaker", "PERU")
	gives(peru, "position", "by", "GRULAC", "kind", "opposes", "paragraph", "2.b", "version", "1")
	gives(chair, "suspend", "until", "2017-10-18T09:00:00Z", "reason", "Consultations.")
	gives(chair, "close")
	holds("close", session().Status == negotiation.SessionClosed)
}

func TestAnActReturnsToItsPageOrAnswersAScript(t *testing.T) {
	h := openRoom(t)
	chair := sitAt(t, h, webtest.Chair)
	if page := chair.act("call", "paragraph", "p5", "back", "chair"); page.Path != "/n/bridgetown/session/chair" {
		t.Errorf("after the form: %d at %s", page.Code, page.Path)
	}
	var receipt webtest.Receipt
	chair.tell("call", "paragraph", "p6").Into(http.StatusOK, &receipt)
	if uint64(h.View(webtest.Chair).Seq) != receipt.Seq {
		t.Errorf("receipt %+v, the record is at %d", receipt, h.View(webtest.Chair).Seq)
	}
	if p := chair.tell("call", "paragraph", "p99").Problem(); p.Code != "unknown-paragraph" || p.Status != http.StatusNotFound {
		t.Errorf("a script is told %+v", p)
	}
}

func TestAnActUnderItsKeyHappensOnce(t *testing.T) {
	h := openRoom(t)
	mexico, peru := sitAt(t, h, webtest.Mexico), sitAt(t, h, webtest.Peru)
	var first, again webtest.Receipt
	mexico.tell("ask-floor", "key", "k1").Into(http.StatusOK, &first)
	mexico.tell("ask-floor", "key", "k1").Into(http.StatusOK, &again)
	if again.Seq != first.Seq || !again.Repeated {
		t.Errorf("the second time: %+v after %+v", again, first)
	}
	if a := peru.tell("ask-floor", "key", "k1"); a.Status != http.StatusOK {
		t.Errorf("another seat's key: %d %s", a.Status, a.Body)
	}
	if p := mexico.tell("leave-speakers", "key", "k1").Problem(); p.Code != "same-key" {
		t.Errorf("another act under the key: %s", p.Code)
	}
	if n := len(h.View(webtest.Chair).Session.Speakers); n != 2 {
		t.Errorf("%d speakers, want 2", n)
	}
}

func TestAnActIsRefused(t *testing.T) {
	h := openRoom(t)
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	old := floorSeq(h)
	h.Do(webtest.Chair, negotiation.FreezeText{})
	hash := h.View(webtest.Chair).Session.Floor.Frozen.Hash
	for _, tt := range []struct {
		name   string
		seat   negotiation.SeatID
		act    string
		fields []string
		status int
		code   string
	}{
		{"of a delegate who would run the session", webtest.Mexico, "call", []string{"paragraph", "p6"}, 403, "not-allowed"},
		{"of an observer", webtest.Observer, "object", []string{"hash", hash}, 403, "not-allowed"},
		{"for another delegation", webtest.Mexico, "object", []string{"hash", hash, "for", "PERU"}, 403, "not-yours"},
		{"for another seat", webtest.Mexico, "attend", []string{"seat", "peru", "place", "room"}, 403, "not-allowed"},
		{"for another delegation's floor", webtest.Mexico, "ask-floor", []string{"for", "PERU"}, 403, "not-yours"},
		{"on a floor that has moved", webtest.Chair, "thaw", []string{"floor", old}, 409, "floor-moved"},
		{"on a floor that is no number", webtest.Chair, "thaw", []string{"floor", "x"}, 422, "bad-value"},
		{"on a floor before the first", webtest.Chair, "thaw", []string{"floor", "-1"}, 422, "bad-value"},
		{"on a floor beyond all", webtest.Chair, "thaw", []string{"floor", "99999999999999999999"}, 422, "bad-value"},
		{"on another text", webtest.Peru, "object", []string{"hash", "00"}, 409, "other-text"},
		{"with a gavel on another text", webtest.Chair, "gavel", []string{"hash", "00", "outcome", "agreed"}, 409, "other-text"},
		{"with a gavel that agrees to nothing", webtest.Chair, "gavel", []string{"hash", hash, "outcome", "parked"}, 422, "bad-value"},
		{"at another stage", webtest.Chair, "take-pen", []string{"for", "PERU"}, 403, "not-allowed"},
		{"at a stage without a pen", webtest.Secretariat, "put-drafted", []string{"text", "x"}, 409, "wrong-stage"},
		{"where a session is open", webtest.Chair, "schedule", nil, 409, "already-exists"},
		{"where none is suspended", webtest.Chair, "open", nil, 409, "no-session"},
		{"at a local time that is none", webtest.Chair, "suspend", []string{"until", "tomorrow"}, 422, "bad-value"},
		{"in a zone that is none", webtest.Chair, "suspend", []string{"until", "2017-10-18T09:00", "zone", "../etc"}, 422, "bad-value"},
		{"with a window beyond all", webtest.Chair, "arrange", []string{"object_within", "99999"}, 422, "bad-value"},
		{"with a title beyond all", webtest.Chair, "arrange", []string{"title", strings.Repeat("a", 501)}, 413, "too-long"},
		{"with a reason beyond all", webtest.Chair, "suspend", []string{"reason", strings.Repeat("a", 9<<10)}, 413, "too-long"},
		{"with bytes that are no text", webtest.Chair, "suspend", []string{"reason", "\xff"}, 422, "bad-text"},
		{"with a paragraph twice", webtest.Chair, "agenda", []string{"paragraphs", "p5 2.a"}, 422, "bad-value"},
		{"with a heading", webtest.Chair, "agenda", []string{"paragraphs", "p1"}, 404, "unknown-paragraph"},
		{"with a delegation that nobody knows", webtest.Chair, "give-floor", []string{"delegation", strings.Repeat("x", 5000)}, 422, "bad-value"},
		{"with a position that is none", webtest.Mexico, "position", []string{"kind", "shrugs", "paragraph", "p6", "version", "1"}, 422, "bad-value"},
		{"with a position on an older version", webtest.Mexico, "position", []string{"kind", "opposes", "paragraph", "p6", "version", "0"}, 409, "stale"},
		{"for a group of nobody known", webtest.Secretariat, "group", []string{"name", "GRULAC", "members", "ATLANTIS"}, 422, "bad-value"},
		{"to reopen without a reason", webtest.Chair, "reopen", []string{"paragraph", "p6"}, 422, "bad-value"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := h.View(webtest.Chair).Seq
			p := sitAt(t, h, tt.seat).tell(tt.act, tt.fields...).Problem()
			if p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s (%s), want %d %s", p.Status, p.Code, p.Detail, tt.status, tt.code)
			}
			if len(p.Detail) > 1000 {
				t.Errorf("it says %d bytes back", len(p.Detail))
			}
			if now := h.View(webtest.Chair).Seq; now != before {
				t.Errorf("the record went on from %d to %d", before, now)
			}
		})
	}
}

func TestAnActThatIsNoneOrOfTheSystemIsNoPage(t *testing.T) {
	h := openRoom(t)
	for _, name := range []string{"take-effect", "interrupt-gavel", "TakeEffect", "nothing"} {
		sitAt(t, h, webtest.Chair).act(name).wants(404)
		if p := sitAt(t, h, webtest.Chair).tell(name).Problem(); p.Status != 404 || p.Code != "not-found" {
			t.Errorf("%s: %d %s", name, p.Status, p.Code)
		}
	}
}

func TestAnActOfAStrangerOrFromAnotherSiteIsNotTaken(t *testing.T) {
	h := openRoom(t, webtest.Public())
	stranger := desk{t, h, h.Visitor()}
	if p := stranger.tell("ask-floor").Problem(); p.Status != 403 || p.Code != "not-signed-in" {
		t.Errorf("a stranger: %d %s", p.Status, p.Code)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL("/session/ask-floor"), strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Origin", "https://elsewhere.example")
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := h.Join(webtest.Mexico).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusForbidden || len(h.View(webtest.Chair).Session.Speakers) != 0 {
		t.Errorf("from another site: %d, speakers %v", res.StatusCode, h.View(webtest.Chair).Session.Speakers)
	}
}
