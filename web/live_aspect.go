package web

import (
	"reflect"
	"slices"
	"strings"

	"plenary/negotiation"
)

// aspect is a part of what a View says, or several. Which of them have not moved
// decides what need not be rendered again.
type aspect uint8

const (
	ofSession  aspect = 1 << iota // which session there is, and where it stands
	ofFloor                       // what the meeting is on, but for who speaks
	ofSpeakers                    // who speaks, and who asked to
	ofAgenda                      // the agenda, but for what was made of it
	ofMove                        // that something of the session moved
	ofActs                        // what was settled last, while nothing is on the floor
	ofCalled                      // the text on the floor, and what is on the table there
	ofText                        // any text, and anything on the table
)

// ofAll is everything that a View says, also what is no aspect.
const ofAll = ^aspect(0)

// aspectsOf are those that a region is made of. A region that is not named here is
// made of everything.
func aspectsOf(region string) aspect {
	if strings.HasPrefix(region, railCount) {
		return ofText
	}
	switch region {
	case "text-progress":
		return ofText
	case "room-line", "screen-status":
		return ofSession | ofFloor
	case "room-status":
		return ofSession | ofFloor | ofActs
	case "room-frozen", "room-text", "chair-text":
		return ofSession | ofFloor | ofActs | ofCalled
	case "room-speakers":
		return ofSession | ofSpeakers | ofMove
	case "room-agenda", "chair-agenda":
		return ofSession | ofFloor | ofAgenda | ofText
	case "chair-decide":
		return ofSession | ofFloor | ofCalled
	case "chair-gavel":
		return ofSession | ofFloor | ofMove
	case "screen-floor":
		return ofSession | ofFloor | ofAgenda | ofActs | ofCalled
	case "screen-foot":
		return ofSession | ofSpeakers
	}
	return ofAll
}

// movedBetween are the aspects in which two views of one audience may differ. What is
// no aspect of its own, as the names of delegations and the places of paragraphs,
// moves all of them.
func movedBetween(before, now negotiation.View) aspect {
	if before.Seq > now.Seq || !framedAlike(before, now) {
		return ofAll
	}
	moved := sessionMoved(before, now)
	if textMoved(now, before.Seq) || len(before.Proposals) != len(now.Proposals) {
		moved |= ofText
		if calledMoved(now, before.Seq) {
			moved |= ofCalled
		}
	}
	return moved
}

// framedAlike compares what stands behind many regions, and seldom changes.
func framedAlike(before, now negotiation.View) bool {
	return before.Title == now.Title && before.Language == now.Language && before.Public == now.Public &&
		reflect.DeepEqual(before.Window, now.Window) && slices.Equal(before.Parties, now.Parties) &&
		reflect.DeepEqual(before.Groups, now.Groups) && slices.Equal(before.Seats, now.Seats) &&
		slices.EqualFunc(before.Paragraphs, now.Paragraphs, func(a, b negotiation.ParagraphView) bool {
			return a.ID == b.ID && a.Address == b.Address && a.Deleted == b.Deleted
		})
}

// sessionMoved compares the sessions: each aspect alone, and the rest of them as one.
func sessionMoved(before, now negotiation.View) (moved aspect) {
	was, is := before.Session, now.Session
	note := func(differ bool, a aspect) {
		if differ {
			moved |= a
		}
	}
	note(was.Moved != is.Moved, ofMove)
	note(was.AgendaSeq != is.AgendaSeq || !slices.Equal(was.Agenda, is.Agenda), ofAgenda)
	note(was.SpeakersClosed != is.SpeakersClosed || was.Settings != is.Settings ||
		!slices.Equal(was.Speakers, is.Speakers) || was.Floor.Speaker != is.Floor.Speaker, ofSpeakers)
	settled := was.Floor.Stage == negotiation.AtNone || is.Floor.Stage == negotiation.AtNone
	note(len(before.Acts) != len(now.Acts) && (settled || len(before.Acts) == 0), ofActs)
	for _, s := range []*negotiation.Session{&was, &is} {
		s.Moved, s.AgendaSeq, s.Agenda, s.Attendance = 0, 0, nil, nil
		s.Speakers, s.SpeakersClosed, s.Floor.Speaker = nil, false, negotiation.Speaking{}
	}
	note(!reflect.DeepEqual(was.Floor, is.Floor), ofFloor)
	was.Floor, is.Floor = negotiation.Floor{}, negotiation.Floor{}
	note(!reflect.DeepEqual(was, is), ofSession)
	return moved
}

// textMoved reports whether anything of the text, or on the table, is newer than seq.
func textMoved(v negotiation.View, seq negotiation.Seq) bool {
	return slices.ContainsFunc(v.Paragraphs, func(p negotiation.ParagraphView) bool { return p.Touched > seq }) ||
		slices.ContainsFunc(v.Proposals, func(p negotiation.ProposalView) bool { return p.Last().Seq > seq })
}

// calledMoved reports whether something newer than seq may show where the paragraph on
// the floor does: of it, of its list, or of a paragraph that is changed with one of
// them. Where there is none, or a list is frozen, that is anything.
func calledMoved(v negotiation.View, seq negotiation.Seq) bool {
	floor := v.Session.Floor
	on, called := v.Paragraph(string(floor.Paragraph))
	if !called || floor.ListFrozen() || floor.Frozen != nil && len(floor.Frozen.Texts) > 1 {
		return true
	}
	shown := map[negotiation.ParagraphID]bool{}
	show := func(id negotiation.ParagraphID) {
		if id != "" { // a comment on the whole draft is at none
			shown[id] = true
		}
	}
	for _, p := range v.Paragraphs {
		if p.ID == on.ID || p.ID == on.Parent || p.Parent == on.ID || p.Parent == on.Parent && on.Parent != "" {
			show(p.ID)
		}
	}
	for _, p := range v.Proposals {
		if !showsAt(p, shown) {
			continue
		}
		if p.Last().Seq > seq {
			return true
		}
		for _, c := range p.Changes {
			show(c.Paragraph)
			show(c.After)
		}
		show(p.Target)
	}
	return slices.ContainsFunc(v.Paragraphs, func(p negotiation.ParagraphView) bool { return p.Touched > seq && shown[p.ID] })
}

// showsAt reports whether a proposal is on one of some paragraphs.
func showsAt(p negotiation.ProposalView, shown map[negotiation.ParagraphID]bool) bool {
	return shown[p.Target] || slices.ContainsFunc(p.Changes, func(c negotiation.Change) bool { return shown[c.Paragraph] || shown[c.After] })
}
