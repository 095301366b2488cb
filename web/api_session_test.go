package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// sessionBody is as much of a session as the tests ask about.
type sessionBody struct {
	Number     int
	Title      string
	Status     string
	Agenda     []struct{ ID, Address, Outcome string }
	AgendaSeq  uint64 `json:"agenda_seq"`
	Attendance []struct{ Seat, Place string }
	Groups     []struct {
		Name    string
		Members []string
	}
	Speakers []struct {
		Delegation string
		Order      bool
	}
	Floor *struct {
		Paragraph, Address, Stage string
		Seq                       uint64
		Pen                       *struct{ Seat, For string }
		Frozen                    *struct {
			Hash  string
			Texts []struct{ Address, Text string }
		}
		Gavel *struct {
			Outcome    string
			Until, Due time.Time
		}
		Objections []struct {
			Delegation string
			Sent, At   time.Time
		}
	}
}

func readSession(s *webtest.Script) (b sessionBody) {
	s.Get("session").Into(http.StatusOK, &b)
	return b
}

func TestAScriptRunsASession(t *testing.T) {
	h := webtest.New(t)
	chair, pen, mexico := h.Script(webtest.Chair), h.Script(webtest.Secretariat), h.Script(webtest.Mexico)
	if s := readSession(mexico); s.Number != 0 || s.Floor != nil {
		t.Errorf("before there is any: %+v", s)
	}
	post(t, chair, "session/schedule", object{"title": "Third reading", "object_within": 20}, 200)
	post(t, chair, "session/open", nil, 200)
	s := readSession(mexico)
	if s.Number != 1 || s.Title != "Third reading" || s.Status != "open" || len(s.Agenda) != 11 || s.Agenda[0].Address != "1" {
		t.Errorf("opened: %+v", s)
	}
	post(t, chair, "session/agenda", object{"paragraphs": []string{"2.b", "p5"}, "looked": s.AgendaSeq}, 200)
	if p := chair.Post("session/agenda", object{"paragraphs": []string{"p5"}, "looked": s.AgendaSeq}).Problem(); p.Code != "floor-moved" || p.Status != 409 {
		t.Errorf("an agenda that somebody changed: %d %s", p.Status, p.Code)
	}
	post(t, mexico, "session/attend", object{"place": "remote"}, 200)
	post(t, chair, "session/call", object{"paragraph": "2.b"}, 200)
	post(t, mexico, "session/ask-floor", object{"order": true}, 200)
	post(t, pen, "session/take-pen", object{"for": "MEXICO"}, 200)
	if s := readSession(mexico); s.Floor.Pen == nil || s.Floor.Pen.For != "MEXICO" || s.Floor.Pen.Seat != "" || len(s.Attendance) != 1 || s.Attendance[0].Seat != "" || s.Attendance[0].Place != "remote" || len(s.Speakers) != 1 || !s.Speakers[0].Order {
		t.Errorf("a delegate sees %+v", s)
	}
	if s := readSession(h.Script(webtest.Peru)); s.Attendance != nil {
		t.Errorf("another delegation sees who attends: %+v", s.Attendance)
	}
	if s := readSession(chair); s.Floor.Pen.Seat != "secretariat" || len(s.Attendance) != 1 {
		t.Errorf("the Chair sees %+v", s)
	}
	put := post(t, pen, "session/put-drafted", object{"text": "promote the protection of all workers."}, 200)
	post(t, chair, "session/freeze", object{"proposal": put.Proposal}, 200)
	f := readSession(mexico).Floor
	if f.Stage != "frozen" || f.Address != "2.b" || f.Frozen.Texts[0].Text != "promote the protection of all workers." {
		t.Errorf("frozen: %+v", f)
	}
	post(t, mexico, "session/object", object{"hash": f.Frozen.Hash, "reason": "No.", "sent": h.Clock.Now()}, 200)
	if o := readSession(chair).Floor.Objections; len(o) != 1 || o[0].Delegation != "MEXICO" || !o[0].Sent.Equal(o[0].At) {
		t.Errorf("objections: %+v", o)
	}
	post(t, mexico, "session/withdraw-objection", nil, 200)
	gavel := chair.With("Idempotency-Key", "g1")
	first := post(t, gavel, "session/gavel", object{"outcome": "agreed", "hash": f.Frozen.Hash}, 200)
	if again := post(t, gavel, "session/gavel", object{"outcome": "agreed", "hash": f.Frozen.Hash}, 200); again.Seq != first.Seq || !again.Repeated {
		t.Errorf("the gavel again: %+v after %+v", again, first)
	}
	if g := readSession(mexico).Floor.Gavel; g == nil || g.Outcome != "agreed" || g.Until.Sub(h.Clock.Now()) != 20*time.Second || g.Due.Sub(g.Until) != negotiation.SlowLink {
		t.Errorf("gavel: %+v", g)
	}
	h.Clock.Advance(25 * time.Second)
	h.Do(negotiation.SystemSeat, negotiation.TakeEffect{})
	if s := readSession(mexico); s.Agenda[0].Outcome != "agreed" || s.Floor.Stage != "" {
		t.Errorf("after the gavel: %+v, floor %+v", s.Agenda, s.Floor)
	}
	post(t, pen, "session/group", object{"name": "GRULAC", "members": []string{"PERU", "MEXICO"}}, 200)
	if g := readSession(mexico).Groups; len(g) != 1 || strings.Join(g[0].Members, " ") != "MEXICO PERU" {
		t.Errorf("groups: %+v", g)
	}
	post(t, mexico, "session/position", object{"kind": "reserves", "text": "Pending instructions.", "paragraph": "3", "version": 1}, 200)
	post(t, chair, "session/position", object{"by": "PERU", "kind": "supports", "paragraph": "3", "version": 1}, 200)
	post(t, chair, "session/reopen", object{"paragraph": "2.b", "reason": "A figure was wrong."}, 200)
	said := h.Script(webtest.Peru).Get("paragraphs/3").Body
	settled := h.Script(webtest.Peru).Get("paragraphs/2.b").Body
	for _, want := range []string{`"kind":"reserves"`, `"by":"MEXICO"`, `"text":"Pending instructions."`, `"by":"PERU","kind":"supports","relayed":true`} {
		if !strings.Contains(string(said), want) {
			t.Errorf("the positions lack %s: %s", want, said)
		}
	}
	for _, want := range []string{`"outcome":"agreed"`, `"hash":"` + f.Frozen.Hash, `"proposal":"` + put.Proposal, `"reopened":`} {
		if !strings.Contains(string(settled), want) {
			t.Errorf("the outcome lacks %s: %s", want, settled)
		}
	}
	post(t, chair, "session/close", nil, 200)
	if s := readSession(mexico); s.Status != "closed" || s.Floor != nil {
		t.Errorf("closed: %+v", s)
	}
}

func TestAnActOverTheAPIIsRefusedAsAProblem(t *testing.T) {
	h := openRoom(t)
	for _, tt := range []struct {
		name, act string
		script    *webtest.Script
		body      any
		status    int
		code      string
	}{
		{"no JSON", "call", h.Script(webtest.Chair), "{", 400, "malformed"},
		{"another type", "call", h.Script(webtest.Chair), `{"floor":"x"}`, 422, "malformed"},
		{"a field that is none", "call", h.Script(webtest.Chair), object{"paragraf": "p5"}, 422, "malformed"},
		{"who is connected, as a client says it", "gavel", h.Script(webtest.Chair), object{"present": []string{"PERU"}}, 422, "malformed"},
		{"the button of a form", "agenda", h.Script(webtest.Chair), object{"move": "up p5"}, 422, "malformed"},
		{"an outcome that is none", "rule", h.Script(webtest.Chair), object{"outcome": "shelved"}, 422, "bad-value"},
		{"an instant that is none", "suspend", h.Script(webtest.Chair), object{"until": "tomorrow"}, 422, "malformed"},
		{"nothing", "call", h.Script(webtest.Chair), nil, 404, "unknown-paragraph"},
		{"a delegate who would run it", "close", h.Script(webtest.Mexico), nil, 403, "not-allowed"},
		{"a stranger", "ask-floor", h.Stranger(), nil, 403, "not-signed-in"},
		{"nothing on the floor", "freeze", h.Script(webtest.Chair), nil, 409, "wrong-stage"},
		{"the system's own", "take-effect", h.Script(webtest.Secretariat), nil, 404, "not-found"},
		{"too much", "suspend", h.Script(webtest.Chair), object{"reason": strings.Repeat("a", 9<<10)}, 413, "too-long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before := h.View(webtest.Chair).Seq
			if p := tt.script.Post("session/"+tt.act, tt.body).Problem(); p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s, want %d %s", p.Status, p.Code, tt.status, tt.code)
			}
			if now := h.View(webtest.Chair).Seq; now != before {
				t.Errorf("the record went on from %d to %d", before, now)
			}
		})
	}
}
