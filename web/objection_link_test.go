package web_test

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// farAway is a delegate at the far end of a link, with a page that keeps the server's
// time by what the server last said.
type farAway struct {
	*timedHouse
	secret string
	// said is what the server's clock was when a message said so, which came at heard.
	said, heard time.Time
}

// clock is the server's time as the page knows it: late by what the message took.
func (f *farAway) clock() time.Time { return f.said.Add(time.Since(f.heard)) }

// follows reads what comes over the live channel until the record is at seq.
func (f *farAway) follows(r *reader, seq negotiation.Seq) {
	f.t.Helper()
	for m := r.next(); ; m = r.next() {
		at, err := time.Parse(time.RFC3339Nano, m.Now)
		if err != nil {
			f.t.Fatalf("message %+v: %v", m, err)
		}
		f.said, f.heard = at, time.Now()
		if m.Seq >= seq {
			return
		}
	}
}

// objects posts the form, with when it was sent by the clock of the page, and gives
// that instant and the code of the refusal, if it is one.
func (f *farAway) objects(hash string) (sent time.Time, code string) {
	f.t.Helper()
	sent = f.clock().UTC()
	form := url.Values{"hash": {hash}, "key": {"k1"}, "sent": {sent.Format(time.RFC3339Nano)}}
	req, err := http.NewRequestWithContext(f.t.Context(), http.MethodPost, "http://pipe/n/"+string(webtest.ID)+"/session/object", strings.NewReader(form.Encode()))
	if err != nil {
		f.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+f.secret)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	way := &http.Transport{DisableKeepAlives: true, DialContext: func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		f.line.ends <- there
		return here, nil
	}}
	res, err := (&http.Client{Transport: way}).Do(req)
	if err != nil {
		f.t.Fatal(err)
	}
	defer res.Body.Close()
	var answer struct{ Code string }
	if err := json.NewDecoder(res.Body).Decode(&answer); err != nil {
		f.t.Fatal(err)
	}
	return sent, answer.Code
}

// The gavel falls with the ten seconds that there are by default, in a server that
// keeps its deadlines, and nobody's clock stands: what is late is late.
func TestAnObjectionOverABadLinkCountsIfItWasSentInTime(t *testing.T) {
	for _, tt := range []struct {
		name string
		// before is how long before the time to object is over the page sends it, by
		// its own clock.
		before time.Duration
		code   string
		// late says that the server has it when that time is over.
		late bool
	}{
		{"soon after the gavel was seen", 8 * time.Second, "", false},
		{"in the last instant", time.Millisecond, "", true},
		{"an instant after", -time.Millisecond, string(negotiation.TooLateToObject), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			overLink(t, webtest.BadQuality(), func(t *testing.T, far *timedHouse, _ *webtest.Link) {
				hash := far.freezes()
				defer keepingDeadlines(t, far)()
				r := far.as(webtest.Peru)
				r.hello()
				peru := &farAway{timedHouse: far, secret: far.invites(webtest.Peru)}
				peru.follows(r, far.do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.Agreed}, Hash: hash}))
				until := far.session().Floor.Gavel.Until
				time.Sleep(until.Add(-tt.before).Sub(peru.clock())) // of the bubble
				sent, code := peru.objects(hash)
				if code != tt.code {
					t.Fatalf("answered %q, want %q", code, tt.code)
				}
				list := far.session().Floor.Objections
				if tt.code != "" {
					if len(list) != 0 {
						t.Errorf("too late, and there is %+v", list)
					}
					return
				}
				if len(list) != 1 || list[0].Delegation != "PERU" || !list[0].Sent.Equal(sent) || list[0].At.After(until) != tt.late {
					t.Fatalf("objections %+v, want one of PERU sent at %s, received after %s: %t", list, sent, until, tt.late)
				}
				time.Sleep(negotiation.SlowLink + time.Minute) // of the bubble: whatever was due has come
				if s := far.session(); s.Floor.Stage != negotiation.AtObjection {
					t.Errorf("after the objection the floor is at %q", s.Floor.Stage)
				}
			})
		})
	}
}

// freezes brings a session to the point where the gavel can fall on 2.a, and gives
// the hash of the text. It has fallen once before: the room, which is older than the
// bubble, waits for its next deadline by a channel of the bubble from then on.
func (h *timedHouse) freezes() string {
	h.t.Helper()
	h.do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading"})
	h.do(webtest.Chair, negotiation.OpenSession{})
	h.do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	h.do(webtest.Chair, negotiation.FreezeText{})
	hash := h.session().Floor.Frozen.Hash
	h.do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.Agreed}, Hash: hash})
	h.do(webtest.Chair, negotiation.ThawText{})
	h.do(webtest.Chair, negotiation.FreezeText{})
	return hash
}

func (h *timedHouse) session() negotiation.Session {
	h.t.Helper()
	v, err := h.room.View(h.t.Context(), webtest.ID, negotiation.Audience{Role: negotiation.Chair})
	if err != nil {
		h.t.Fatal(err)
	}
	return v.Session
}

// keepingDeadlines tends the room until the function that it gives is called.
func keepingDeadlines(t *testing.T, h *timedHouse) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() {
		defer close(over)
		h.room.Tend(ctx, func(err error) { t.Error(err) })
	}()
	return func() {
		cancel()
		<-over
	}
}
