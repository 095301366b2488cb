package web

import (
	"fmt"
	"sync"
	"time"

	"plenary/negotiation"
	"plenary/web/fanout"
)

// moment is a state of a negotiation as one feed shows it. Whatever is made of
// it is made once, when the first reader needs it.
type moment struct {
	*sight
	feed *feed
	// before is the Seq of the state that the feed showed last; 0 for none.
	before negotiation.Seq
	// turned says that the window was opened or closed since the state that the
	// feed showed last. No more of that one is kept, nor of those before it.
	turned bool
	// framed is since when what stands around the paragraphs is as it is.
	framed negotiation.Seq
	base   Base
	// standing is as stand gives it; none for forms that have no regions.
	standing func() ([]stood, error)
	// old are those of the state before, while stand is at work.
	old scenery

	mu sync.Mutex // guards what follows
	// tails are the changes made so far, for the readers on each line, by the Seq
	// from which they lead.
	tails     map[line]map[negotiation.Seq]tail
	fragments map[negotiation.ParagraphID]func() (fragment, error)
}

func newMoment(f *feed, s *sight, before *moment) *moment {
	v := s.view
	m := &moment{
		sight: s, feed: f,
		tails:     map[line]map[negotiation.Seq]tail{},
		fragments: map[negotiation.ParagraphID]func() (fragment, error){},
	}
	m.turned = before != nil && before.view.Window.Open != v.Window.Open
	m.framed = framedSince(f.key.form, before, v)
	old := scenery{moved: ofAll}
	if before != nil {
		m.before = before.view.Seq
		old.regions, _ = before.standing() // where it could not be made, all of it is new
	}
	now := f.live.server.cfg.Clock()
	if len(old.regions) > 0 {
		old.moved = movedBetween(before.view, v)
		if late := v.Window.CutOff; before.base.Now.Before(late) != now.Before(late) {
			old.moved |= ofText // what is said of the window is said with the text
		}
	}
	m.standing = sync.OnceValues(func() ([]stood, error) { return m.stand(old) })
	m.base = Base{
		Tongue:      f.tongue,
		Path:        "/n/" + string(v.ID),
		Now:         now,
		Negotiation: headingOf(v, f.epoch),
		Seat:        negotiation.Seat{Role: v.Audience.Role, Delegation: v.Audience.Delegation, MayTable: f.key.mayTable},
		Part:        string(f.key.form),
	}
	return m
}

// tail is a finished message that is made when the first reader needs it.
type tail = func() (*fanout.Frame, error)

// change gives the finished frame for a reader on a line that has since. It is kept for the next one who asks. It leads from
// since, or where too many ask for different ones, from earlier.
func (m *moment) change(since negotiation.Seq, on line) (*fanout.Frame, error) {
	if on.only != "" {
		if _, ok := m.sides().byID[on.only]; !ok {
			return m.prepare(since, on) // it has no paragraph: nothing worth keeping
		}
	}
	return m.tail(since, on)()
}

func (m *moment) tail(since negotiation.Seq, on line) tail {
	m.mu.Lock()
	defer m.mu.Unlock()
	tails := m.tails[on]
	if tails == nil {
		tails = map[negotiation.Seq]tail{}
		m.tails[on] = tails
	}
	if tails[since] == nil && len(tails) >= maxTails {
		since = m.earlier(tails, since)
	}
	if tails[since] == nil {
		tails[since] = sync.OnceValues(func() (*fanout.Frame, error) { return m.prepare(since, on) })
	}
	return tails[since]
}

// earlier gives the newest Seq not after since from which a tail leads already,
// or that of the import, or of the empty record: what is said from there is true.
func (m *moment) earlier(tails map[negotiation.Seq]tail, since negotiation.Seq) negotiation.Seq {
	var from negotiation.Seq
	if list := m.view.Paragraphs; len(list) > 0 && list[0].Versions[0].Seq <= since {
		from = list[0].Versions[0].Seq
	}
	for kept := range tails {
		if kept <= since {
			from = max(from, kept)
		}
	}
	return from
}

func (m *moment) prepare(since negotiation.Seq, on line) (*fanout.Frame, error) {
	f := &fanout.Frame{Since: uint64(since), Seq: uint64(m.view.Seq)}
	err := safely(func() error {
		msg, err := m.message(since, on.only)
		if err == nil {
			f.Bytes, err = m.finished(since, on, msg)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("encode change from %d to %d: %w", since, m.view.Seq, err)
	}
	return f, nil
}

// finished gives a change as its wire carries it.
func (m *moment) finished(since negotiation.Seq, on line, msg changeMessage) ([]byte, error) {
	finish := func() ([]byte, error) { return m.feed.live.encode(on.wire, m.view.Seq, msg) }
	if m.before == 0 || since != m.before {
		return finish()
	}
	return m.changes.share(sharedKey{on, m.feed.key.form, m.feed.key.tag}, msg, finish)
}

// message says what a reader that has since, and shows only one paragraph or
// all, has missed. A paragraph that cannot be shown is named without its words,
// so that the reader looks for itself: one broken proposal must not keep the
// others from anybody.
func (m *moment) message(since negotiation.Seq, only negotiation.ParagraphID) (msg changeMessage, err error) {
	msg = changeMessage{Type: "change", Epoch: m.feed.epoch, Since: since, Seq: m.view.Seq, At: m.view.At.Format(time.RFC3339Nano),
		Now: m.feed.live.now(), Paragraphs: []paragraphMessage{}, Said: m.said(since)}
	if m.feed.key.form == jsonForm {
		msg.Session = m.sessionData()
	}
	if msg.Regions, err = m.changed(since); err != nil || m.feed.key.form.ofRoom() {
		return msg, err
	}
	shown := m.shown(since)
	var after negotiation.ParagraphID
	for _, p := range m.view.Paragraphs {
		if shown[p.ID] && (only == "" || only == p.ID) {
			f, err := m.fragment(p)
			if err != nil {
				m.feed.live.server.log.Error("live fragment not made", "negotiation", m.view.ID, "paragraph", p.ID, "error", err)
			}
			msg.Paragraphs = append(msg.Paragraphs, paragraphMessage{ID: p.ID, Address: p.Address, HTML: f.html, Data: f.data,
				After: after, Said: m.saidOf(p, since)})
		}
		after = p.ID
	}
	return msg, nil
}

// shown are the paragraphs to show anew to a reader that has since: those of
// which something is news, and on a paragraph's own page also the one above,
// whose list has their proposals, and those below one with other words. Those of
// which the reader has another frame come as well.
func (m *moment) shown(since negotiation.Seq) map[negotiation.ParagraphID]bool {
	shown, reworded := map[negotiation.ParagraphID]bool{}, map[negotiation.ParagraphID]bool{}
	for _, p := range m.view.Since(since) {
		shown[p.ID] = true
		reworded[p.ID] = p.Versions[len(p.Versions)-1].Seq > since
		if m.feed.key.form == sideForm && p.Parent != "" {
			shown[p.Parent] = true
		}
	}
	for _, p := range m.view.Paragraphs {
		if m.feed.key.form == sideForm && reworded[p.Parent] || since < m.framed && m.feed.key.form.framed(p) {
			shown[p.ID] = true
		}
	}
	return shown
}

// fragment gives a paragraph as it is shown.
func (m *moment) fragment(p negotiation.ParagraphView) (fragment, error) {
	m.mu.Lock()
	get := m.fragments[p.ID]
	if get == nil {
		get = sync.OnceValues(func() (fragment, error) { return m.render(p) })
		m.fragments[p.ID] = get
	}
	m.mu.Unlock()
	return get()
}
