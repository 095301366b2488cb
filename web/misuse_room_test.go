package web_test

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// says sends a message over the live channel and gives what came of it: the code of
// the refusal, or that with which the connection was closed.
func (r *reader) says(message string) string {
	r.t.Helper()
	code, _ := r.told(message)
	return code
}

// told is says with the sentence of the refusal.
func (r *reader) told(message string) (code, sentence string) {
	r.t.Helper()
	_ = r.ws.WriteMessage(websocket.TextMessage, []byte(message)) // where it fails, what comes says why
	if err := r.ws.SetReadDeadline(time.Now().Add(tooLong)); err != nil {
		r.t.Fatal(err)
	}
	for {
		var m struct{ Type, Code, Text string }
		err := r.ws.ReadJSON(&m)
		var closed *websocket.CloseError
		switch {
		case errors.As(err, &closed):
			return strconv.Itoa(closed.Code), closed.Text
		case err != nil:
			r.t.Fatalf("after %.80q: %v", message, err)
		case m.Type == "refused":
			return m.Code, m.Text
		}
	}
}

// The seat holds the pen, and this window the one before.
func TestWhoTypesWithAnEarlierPenOfTheirOwnIsToldSo(t *testing.T) {
	h := openLive(t)
	h.Do(webtest.Chair, negotiation.ScheduleSession{})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	h.Do(webtest.Secretariat, negotiation.TakePen{For: "MEXICO"})
	older := h.View(webtest.Secretariat).Session.Floor.Pen.Seq
	h.Do(webtest.Secretariat, negotiation.TakePen{For: "PERU", Over: webtest.Secretariat})
	code, sentence := h.as(t, webtest.Secretariat, "part=pen").told(fmt.Sprintf(`{"type":"typing","rev":1,"pen":%d,"text":"Old."}`, older))
	if code != "pen-held" || !strings.HasPrefix(sentence, "Another window of yours") {
		t.Errorf("told %s: %s", code, sentence)
	}
}

// status asks for a path with a header, and gives the status of the answer.
func (h *liveHouse) status(t *testing.T, method, path string, header http.Header) string {
	t.Helper()
	res := h.request(t, method, path, header, "")
	_ = res.Body.Close()
	return strconv.Itoa(res.StatusCode)
}

// TestTheRoomIsUndisturbedByWhoeverMisbehaves lets somebody misbehave while a pen
// drafts: it has one outcome, nothing of it is recorded, and who follows the record is
// told of the next change and of nothing else.
func TestTheRoomIsUndisturbedByWhoeverMisbehaves(t *testing.T) {
	h := openLive(t, webtest.Public())
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading"})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	h.Do(webtest.Secretariat, negotiation.TakePen{For: "MEXICO"})
	older := h.View(webtest.Chair).Session.Floor.Pen.Seq
	h.Do(webtest.Secretariat, negotiation.TakePen{For: "PERU", Over: webtest.Secretariat})
	pen := h.as(t, webtest.Secretariat, "part=pen")
	well := h.as(t, webtest.Peru, "as=json")
	at := well.hello().Seq
	another := h.streamAs(t, webtest.Peru, "", nil).next().Connection
	foreign := func(seat negotiation.SeatID) http.Header {
		header := bearer(h.Bearer(seat))
		header.Set("Origin", "https://evil.example")
		return header
	}
	words := func(rev int, text string) string {
		return `{"type":"typing","rev":` + strconv.Itoa(rev) + `,"text":"` + text + `"}`
	}
	for _, tt := range []struct {
		name string
		do   func() string
		want string
	}{
		{"a delegate types without the pen", func() string { return h.as(t, webtest.Mexico, "part=pen").says(words(1, "Ours.")) }, "not-allowed"},
		{"the Chair types without the pen", func() string { return h.as(t, webtest.Chair, "part=pen").says(words(1, "Mine.")) }, "not-allowed"},
		{"the public types", func() string { return h.open(t, tried{query: "part=pen"}).says(words(1, "Everybody's.")) }, "not-allowed"},
		{"the words of an earlier pen come again", func() string {
			return pen.says(strings.Replace(words(1, "Old."), "{", `{"pen":`+strconv.Itoa(int(older))+",", 1))
		}, "pen-held"},
		{"words come that follow none", func() string { return pen.says(words(7, "Ahead.")) }, "pen-held"},
		{"words come that no paragraph can hold", func() string { return pen.says(words(1, strings.Repeat("x", negotiation.MaxText+1))) }, "too-long"},
		{"words come that no message can hold", func() string {
			return h.as(t, webtest.Secretariat, "part=pen").says(words(1, strings.Repeat("x", 10<<20)))
		}, "1009"},
		{"a revision is no number", func() string { return h.as(t, webtest.Mexico, "part=pen").says(`{"type":"typing","rev":1e99}`) }, "4103"},
		{"a hash is none", func() string { return h.as(t, webtest.Mexico, "part=room").says(`{"type":"seen","hash":"<script>"}`) }, "bad-value"},
		{"JSON has no ground", func() string {
			return h.as(t, webtest.Mexico, "part=room").says(`{"type":"seen","a":` + strings.Repeat("[", 30_000) + strings.Repeat("]", 30_000) + "}")
		}, "4103"},
		{"what an earlier pen drafted is put", func() string {
			return h.Script(webtest.Secretariat).Post("session/put-drafted", object{"text": "Old.", "looked": older}).Problem().Code
		}, "pen-held"},
		{"the stream of another is spoken for", func() string {
			return h.status(t, http.MethodPost, "/signals?connection="+another, bearer(h.Bearer(webtest.Mexico)))
		}, "404"},
		{"another site opens a websocket", func() string { return h.status(t, http.MethodGet, "/live", foreign(webtest.Mexico)) }, "403"},
		{"another site opens a stream", func() string { return h.status(t, http.MethodGet, "/events", foreign(webtest.Mexico)) }, "403"},
		{"another site speaks for a stream", func() string {
			return h.status(t, http.MethodPost, "/signals?connection="+another, foreign(webtest.Peru))
		}, "403"},
		{"another site sends a form", func() string { return h.status(t, http.MethodPost, "/session/ask-floor", foreign(webtest.Mexico)) }, "403"},
		{"an act is asked for by a link", func() string { return h.status(t, http.MethodGet, "/session/gavel", bearer(h.Bearer(webtest.Chair))) }, "404"},
		{"a session is of no negotiation", func() string {
			return h.Script(webtest.Chair).Send("../nosuch/session/open", []byte("{}"), "application/json").Problem().Code
		}, "unknown-negotiation"},
	} {
		if got := tt.do(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		h.Table(webtest.Mexico, amend("p12", "in all meetings; and"))
		now := h.View(webtest.Chair).Seq
		if m := well.next(); m.Type != "change" || m.Since != at || m.Seq != now || now != at+1 {
			t.Fatalf("%s: then a reader has a %s from %d to %d, and the record is at %d; want a change from %d to the next",
				tt.name, m.Type, m.Since, m.Seq, now, at)
		}
		at = now
	}
}
