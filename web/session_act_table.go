package web

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// sessionAct is one line of the table of acts: what is given over a form and over
// the API under one name, read into one struct.
type sessionAct struct {
	name     string
	fromForm func(scene, url.Values) (negotiation.Command, error)
	mount    func(api)
}

// scene is what an act is given in, besides its own words.
type scene struct {
	view negotiation.View
	ids  addressBook
	zone *time.Location
	// present and gone are the delegations that are connected, and those that were
	// in this session and are not now: the server's knowledge, and no client's.
	present, gone []negotiation.Delegation
}

func (s *Server) sceneOf(h here) scene {
	return scene{view: h.View, ids: idsOf(h.View), zone: h.zone(),
		present: s.presentIn(h.View.ID), gone: s.goneFrom(h.View.ID)}
}

// delegation gives the name that the record has for one that was typed.
func (sc scene) delegation(typed string) negotiation.Delegation {
	if typed == "" {
		return ""
	}
	return asRecorded(sc.view.Parties, shortened(typed))
}

func (sc scene) delegations(typed []string) []negotiation.Delegation {
	list := make([]negotiation.Delegation, len(typed))
	for i, d := range typed {
		list[i] = sc.delegation(d)
	}
	return list
}

func (sc scene) paragraphs(list ids) []negotiation.ParagraphID {
	found := make([]negotiation.ParagraphID, len(list))
	for i, a := range list {
		found[i] = sc.ids.find(a)
	}
	return found
}

// sessionActs is the table of acts. The two of the system's own seat are not in it.
func sessionActs() []sessionAct {
	return []sessionAct{
		actOf[apiSchedule]("schedule", "Announce a session", "The one before must be closed. Its agenda is every paragraph that is not agreed."),
		actOf[apiArrange]("arrange", "Change the title, the hour or the rules of the session", ""),
		plainAct("open", "Open the session, or go on with a suspended one", negotiation.OpenSession{}),
		actOf[apiSuspend]("suspend", "Suspend the session", ""),
		plainAct("close", "Close the session for ever", negotiation.CloseSession{}),
		actOf[apiAgenda]("agenda", "Set the agenda", ""),
		actOf[apiAttend]("attend", "Answer the roll call", "For the own seat; for the Secretariat also for others."),
		actOf[apiCall]("call", "Call a paragraph to the floor", ""),
		actOf[apiAskFloor]("ask-floor", "Ask for the floor", ""),
		actOf[apiLeaveSpeakers]("leave-speakers", "Take a request for the floor back", ""),
		actOf[apiGiveFloor]("give-floor", "Give the floor", ""),
		plainAct("yield", "End a speech", negotiation.YieldFloor{}),
		actOf[apiListSpeakers]("list-speakers", "Open or close the speakers' list", ""),
		actOf[apiTakePen]("take-pen", "Take the pen", ""),
		plainAct("lay-pen", "Lay the pen down without a proposal", negotiation.LayPen{}),
		actOf[apiPutDrafted]("put-drafted", "Table what the pen has drafted", ""),
		actOf[apiFreeze]("freeze", "Freeze the paragraph on the floor", "As it stands, or with the words of a proposal."),
		actOf[apiFreezeList]("freeze-list", "Freeze several paragraphs as they stand", "Nothing may be on the table on them."),
		actOf[apiThaw]("thaw", "Take back what is frozen", ""),
		actOf[apiGavel]("gavel", "Let the gavel fall", gavelWords),
		actOf[apiObject]("object", "Object to what is frozen", objectWords),
		actOf[apiWithdrawObjection]("withdraw-objection", "Take an objection back", ""),
		actOf[apiRule]("rule", "Put the paragraph on the floor in brackets, park it or defer it", ""),
		actOf[apiReopen]("reopen", "Reopen a paragraph that was agreed", "Proposals that had lapsed with it are on the table again."),
		actOf[apiTakePosition]("position", "Take a position on a proposal or a paragraph", ""),
		actOf[apiNameGroup]("group", "Name a group of delegations", "Without members, it is ended."),
	}
}

const (
	gavelWords = "It takes effect when the time to object is over. Refused as not-connected where delegations were connected in this session " +
		"and are not now: give their names as told to let it fall all the same."
	objectWords = "In time is what the server had before the time to object was over, or what says that it was sent by then and came before the gavel took effect."
)

// inAct is the input of an act over the API.
type inAct[I any] struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body *I
}

// actWords are the words of an act.
type actWords interface {
	command(sc scene) negotiation.Command
}

// actOf makes a line of the table of an act whose words are an I.
func actOf[I actWords](name, summary, more string) sessionAct {
	return sessionAct{
		name: name,
		fromForm: func(sc scene, f url.Values) (negotiation.Command, error) {
			zone, err := formZone(f, sc.zone)
			if err != nil {
				return nil, err
			}
			var in I
			if err := readAct(&in, f, zone); err != nil {
				return nil, err
			}
			return commandOf(in, sc)
		},
		mount: func(a api) {
			operation(a, actOperation(name, summary, more), func(ctx context.Context, in *inAct[I]) (apiReceipt, error) {
				var words I
				if in.Body != nil {
					words = *in.Body
				}
				return a.server.apiAct(ctx, in.ID, in.Key, words)
			})
		},
	}
}

// formZone is the zone that a form names for its local times, or else the
// negotiation's.
func formZone(f url.Values, zone *time.Location) (*time.Location, error) {
	if name := f.Get("zone"); name != "" {
		return zoneNamed(name)
	}
	return zone, nil
}

// plainAct makes a line of the table of an act that needs no words.
func plainAct(name, summary string, c negotiation.Command) sessionAct {
	return sessionAct{
		name:     name,
		fromForm: func(scene, url.Values) (negotiation.Command, error) { return c, nil },
		mount: func(a api) {
			operation(a, actOperation(name, summary, ""), func(ctx context.Context, in *inPlain) (apiReceipt, error) {
				return a.server.command(ctx, in.ID, in.Key, c)
			})
		},
	}
}

func actOperation(name, summary, more string) huma.Operation {
	return huma.Operation{OperationID: "session-" + name, Method: http.MethodPost, Path: "/negotiations/{id}/session/" + name,
		Tags: []string{"Session"}, Summary: summary, Description: more}
}

// apiAct gives the command of an act as the caller's seat.
func (s *Server) apiAct(ctx context.Context, id, key string, words actWords) (apiReceipt, error) {
	seat, v, err := s.attend(ctx, id)
	if err != nil {
		return apiReceipt{}, err
	}
	h := here{Base: Base{Seat: seat, Negotiation: headingOf(v, "")}, View: v}
	c, err := commandOf(words, s.sceneOf(h))
	if err != nil {
		return apiReceipt{}, err
	}
	return receiptFor(s.submit(ctx, v.ID, seat, key, c))
}
