package negotiation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"time"
)

// eventTypes gives each event the name under which the record keeps it. A name
// is never changed and never used again for something else.
func eventTypes() map[string]Event {
	return map[string]Event{
		"negotiation-created":   NegotiationCreated{},
		"negotiation-described": NegotiationDescribed{},
		"draft-imported":        DraftImported{},
		"delegation-named":      DelegationNamed{},
		"seat-opened":           SeatOpened{},
		"seat-closed":           SeatClosed{},
		"comments-opened":       CommentsOpened{},
		"comments-closed":       CommentsClosed{},
		"proposal-tabled":       ProposalTabled{},
		"proposal-superseded":   ProposalSuperseded{},
		"proposal-withdrawn":    ProposalWithdrawn{},
		"proposal-admitted":     ProposalAdmitted{},
		"proposal-accepted":     ProposalAccepted{},
		"proposal-not-retained": ProposalNotRetained{},
		"proposal-rebased":      ProposalRebased{},
		"proposal-merged":       ProposalMerged{},
		"proposal-moot":         ProposalMoot{},
		"proposal-satisfied":    ProposalSatisfied{},
		"paragraph-amended":     ParagraphAmended{},
		"paragraph-inserted":    ParagraphInserted{},
		"paragraph-deleted":     ParagraphDeleted{},
		"paragraph-moved":       ParagraphMoved{},
		"proposals-imported":    ProposalsImported{},
		"reading-confirmed":     ReadingConfirmed{},
		"proposal-placed":       ProposalPlaced{},
		"compilation-issued":    CompilationIssued{},
		"placeholder-assigned":  PlaceholderAssigned{},
		"session-scheduled":     SessionScheduled{},
		"session-arranged":      SessionArranged{},
		"session-opened":        SessionOpened{},
		"session-ended":         SessionEnded{},
		"agenda-set":            AgendaSet{},
		"attended":              Attended{},
		"paragraph-called":      ParagraphCalled{},
		"floor-asked":           FloorAsked{},
		"floor-left":            FloorLeft{},
		"floor-given":           FloorGiven{},
		"floor-yielded":         FloorYielded{},
		"speakers-listed":       SpeakersListed{},
		"pen-taken":             PenTaken{},
		"pen-laid":              PenLaid{},
		"proposal-raised":       ProposalRaised{},
		"text-frozen":           TextFrozen{},
		"text-thawed":           TextThawed{},
		"gavel-fell":            GavelFell{},
		"gavel-void":            GavelVoid{},
		"objection-raised":      ObjectionRaised{},
		"objection-withdrawn":   ObjectionWithdrawn{},
		"paragraph-settled":     ParagraphSettled{},
		"paragraph-reopened":    ParagraphReopened{},
		"proposal-lapsed":       ProposalLapsed{},
		"proposal-revived":      ProposalRevived{},
		"position-taken":        PositionTaken{},
		"group-named":           GroupNamed{},
	}
}

// codec holds eventTypes both ways round.
var codec = newEventCodec()

type eventCodec struct {
	byName map[string]reflect.Type
	byType map[reflect.Type]string
}

func newEventCodec() eventCodec {
	c := eventCodec{byName: map[string]reflect.Type{}, byType: map[reflect.Type]string{}}
	for name, e := range eventTypes() {
		t := reflect.TypeOf(e)
		c.byName[name], c.byType[t] = t, name
	}
	return c
}

// EventName is the name under which the record keeps e.
func EventName(e Event) string {
	name, ok := codec.byType[reflect.TypeOf(e)]
	if !ok {
		panic(fmt.Sprintf("negotiation: the codec does not know %T", e))
	}
	return name
}

// entryJSON is the form of an entry in the record.
type entryJSON struct {
	Negotiation NegotiationID `json:"negotiation"`
	Seq         Seq           `json:"seq"`
	At          time.Time     `json:"at"`
	Seat        SeatID        `json:"seat"`
	Key         string        `json:"key,omitempty"`
	Digest      string        `json:"digest,omitempty"`
	Events      []eventJSON   `json:"events"`
}

type eventJSON struct {
	Type string          `json:"type"`
	Data json.RawMessage `json:"data"`
}

// EncodeEntry gives the bytes of e in the record: JSON [RFC 8259], the same for
// the same entry, instants in UTC.
func EncodeEntry(e Entry) ([]byte, error) {
	out := entryJSON{Negotiation: e.Negotiation, Seq: e.Seq, At: e.At.UTC(), Seat: e.Seat, Key: e.Key, Digest: e.Digest}
	for _, ev := range e.Events {
		data, err := encode(ev)
		if err != nil {
			return nil, fmt.Errorf("encode %s: %w", EventName(ev), err)
		}
		out.Events = append(out.Events, eventJSON{EventName(ev), data})
	}
	return encode(out)
}

// encode is json.Marshal without its escapes for HTML, which would make the
// record larger and harder to read; nothing serves these bytes as HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// DecodeEntry reads what EncodeEntry wrote. Unknown events and unknown fields
// are faults: an older release must not half understand a newer record.
func DecodeEntry(b []byte) (Entry, error) {
	var in entryJSON
	if err := decode(b, &in); err != nil {
		return Entry{}, fmt.Errorf("decode entry: %w", err)
	}
	if len(in.Events) == 0 {
		return Entry{}, errors.New("decode entry: it has no event")
	}
	e := Entry{Negotiation: in.Negotiation, Seq: in.Seq, At: in.At, Seat: in.Seat, Key: in.Key, Digest: in.Digest}
	for _, ev := range in.Events {
		t, ok := codec.byName[ev.Type]
		if !ok {
			return Entry{}, fmt.Errorf("decode entry %d: this release does not know the event %q", in.Seq, ev.Type)
		}
		p := reflect.New(t)
		if err := decode(ev.Data, p.Interface()); err != nil {
			return Entry{}, fmt.Errorf("decode entry %d, %s: %w", in.Seq, ev.Type, err)
		}
		e.Events = append(e.Events, p.Elem().Interface().(Event))
	}
	return e, nil
}

func decode(b []byte, to any) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(to); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("more than one value")
	}
	return nil
}
