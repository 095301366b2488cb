package web

import (
	"time"

	"plenary/negotiation"
)

// The kinds of signals, and the ids of the regions that they bring.
const (
	presenceSignal = "presence" // #session-presence, part "session-presence"
	typingSignal   = "typing"   // #session-typing, part "session-typing"
)

// signals are the signals as readers of m are shown them now. Who sends them sends
// only those that are not what was sent last. Pages of the text have none.
func (b *board) signals(m *moment) []signalMessage {
	return b.signalsFor(m.base, m.view, m.feed.key.form)
}

// signalsFor leaves out a signal that cannot be made: the page has the one before.
func (b *board) signalsFor(base Base, v negotiation.View, f form) []signalMessage {
	var list []signalMessage
	for _, kind := range []string{presenceSignal, typingSignal} {
		msg := signalMessage{Type: "signal", Kind: kind}
		err := safely(func() (err error) {
			if f == jsonForm {
				msg.Data = b.signalData(base, v, kind)
				return nil
			}
			msg.Regions, err = b.signalRegions(base, v, f, kind)
			return err
		})
		switch {
		case err != nil:
			b.server.log.Error("signal not made", "negotiation", b.id, "kind", kind, "error", err)
		case msg.Data != nil || len(msg.Regions) > 0:
			list = append(list, msg)
		}
	}
	return list
}

func (b *board) signalRegions(base Base, v negotiation.View, f form, kind string) ([]region, error) {
	if f != roomForm && f != consoleForm && f != penForm && f != screenForm {
		return nil, nil
	}
	part, data := "session-typing", any(nil)
	var key any
	if kind == presenceSignal {
		part = "session-presence"
		p := b.presenceFor(base, v, f)
		data, key = p, p.key()
	} else {
		p := b.typingFor(base, v, f)
		data, key = p, p.key()
	}
	html, err := b.server.pages.kept(leafKey{part, leafOf(base, key)}, data)
	return []region{{part, string(html)}}, err
}

// presenceData and typingData are the signals for programs. Who is connected is
// named to those who run the meeting only.
type presenceData struct {
	Connections int                      `json:"connections"`
	Delegations int                      `json:"delegations"`
	Readers     int                      `json:"readers"`
	Present     []negotiation.Delegation `json:"present,omitempty"`
	Absent      []negotiation.Delegation `json:"absent,omitempty"`
	Hash        string                   `json:"hash,omitempty"`
	Screens     int                      `json:"screens,omitempty"`
}

type typingData struct {
	Paragraph  negotiation.ParagraphID `json:"paragraph,omitempty"`
	Base       int                     `json:"base,omitempty"`
	Delegation negotiation.Delegation  `json:"delegation,omitempty"`
	Pen        negotiation.Seq         `json:"pen,omitempty"`
	Rev        int                     `json:"rev,omitempty"`
	Text       string                  `json:"text,omitempty"`
	At         time.Time               `json:"at,omitzero"`
}

func (b *board) signalData(base Base, v negotiation.View, kind string) any {
	if kind == typingSignal {
		d, open := b.drafting(v)
		if !open {
			return typingData{}
		}
		return typingData{d.Paragraph, d.Base, d.For, d.Pen, d.Rev, d.Text, d.At}
	}
	p := b.presenceFor(base, v, jsonForm)
	data := presenceData{Connections: p.Connections, Delegations: len(p.present), Readers: p.Readers, Screens: p.Screens}
	if f := v.Session.Floor.Frozen; f != nil {
		data.Hash = f.Hash
	}
	if v.Audience.Role.Decides() {
		data.Present, data.Absent = p.present, p.absent
	}
	return data
}
