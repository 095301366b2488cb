package web

import (
	"time"

	"plenary/negotiation"
)

// sessionOf gives the session of a view in the words of the API.
func sessionOf(v negotiation.View) apiSession {
	s := v.Session
	out := apiSession{Number: s.Number, Title: s.Title, Status: string(s.Status), Starts: orNone(s.Starts),
		ObjectWithin: s.Settings.ObjectWithin, SpeakFor: s.Settings.SpeakFor, Until: orNone(s.Until), Reason: s.Reason,
		AgendaSeq: uint64(s.AgendaSeq), SpeakersClosed: s.SpeakersClosed, Moved: uint64(s.Moved)}
	for _, g := range v.Groups {
		out.Groups = append(out.Groups, apiGroup{Name: string(g.Name), Members: texts(g.Members), Speaker: string(g.Speaker)})
	}
	byID := paragraphsByID(v)
	for _, id := range s.Agenda {
		p := byID[id]
		settled, _ := p.Settled()
		out.Agenda = append(out.Agenda, apiItem{ID: string(id), Address: p.Address, Outcome: string(settled.Kind)})
	}
	for _, sp := range s.Speakers {
		out.Speakers = append(out.Speakers, apiSpeaker{Delegation: string(sp.Delegation), Order: sp.Order, At: sp.At})
	}
	for _, a := range s.Attendance {
		out.Attendance = append(out.Attendance, apiAttendance{Seat: string(a.Seat), Delegation: string(a.Delegation), Place: string(a.Place)})
	}
	if s.Status == negotiation.SessionOpen || s.Status == negotiation.SessionSuspended {
		out.Floor = floorOf(s.Floor, byID)
	}
	return out
}

// paragraphsByID gives the paragraphs of a view, each at once.
func paragraphsByID(v negotiation.View) map[negotiation.ParagraphID]negotiation.ParagraphView {
	byID := make(map[negotiation.ParagraphID]negotiation.ParagraphView, len(v.Paragraphs))
	for _, p := range v.Paragraphs {
		byID[p.ID] = p
	}
	return byID
}

func floorOf(f negotiation.Floor, byID map[negotiation.ParagraphID]negotiation.ParagraphView) *apiFloor {
	out := &apiFloor{Paragraph: string(f.Paragraph), Address: byID[f.Paragraph].Address, Stage: string(f.Stage), Seq: uint64(f.Seq),
		At: orNone(f.At), Proposal: string(f.Proposal)}
	if sp := f.Speaker; sp.Delegation != "" {
		out.Speaker = &apiSpeaking{Delegation: string(sp.Delegation), Order: sp.Order, Since: sp.Since, Until: orNone(sp.Until)}
	}
	if p := f.Pen; p.Paragraph != "" {
		out.Pen = &apiPen{Seat: string(p.Seat), For: string(p.For), From: string(p.From), Paragraph: string(p.Paragraph), Base: p.Base, Seq: uint64(p.Seq)}
	}
	if f.Frozen != nil {
		out.Frozen = frozenOf(*f.Frozen, byID)
	}
	if g := f.Gavel; g != nil {
		out.Gavel = &apiFallen{Outcome: string(g.Outcome.Kind), At: g.At, Until: g.Until, Due: g.Due(), Present: texts(g.Present), Absent: texts(g.Absent)}
	}
	for _, o := range f.Objections {
		out.Objections = append(out.Objections, apiObjection{Delegation: string(o.Delegation), Reason: o.Reason, Sent: orNone(o.Sent), At: o.At})
	}
	return out
}

func frozenOf(f negotiation.Frozen, byID map[negotiation.ParagraphID]negotiation.ParagraphView) *apiFrozen {
	out := &apiFrozen{Hash: f.Hash, Proposal: string(f.Proposal), Texts: []apiFrozenText{}}
	for _, t := range f.Texts {
		out.Texts = append(out.Texts, apiFrozenText{Paragraph: string(t.Paragraph), Address: byID[t.Paragraph].Address, After: string(t.After),
			Version: t.Version, Text: t.Text, Deleted: t.Deleted})
	}
	return out
}

// orNone gives an instant as JSON leaves it out where it is none.
func orNone(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
