package web

import (
	"slices"
	"time"

	"plenary/negotiation"
)

// apiFreeze asks the meeting to agree to an exact text.
type apiFreeze struct {
	_ struct{} `additionalProperties:"false"`

	Proposal string `json:"proposal,omitempty" doc:"Number of the proposal with whose words; as it stands if left out." example:"12"`
	Floor    uint64 `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiFreeze) command(scene) negotiation.Command {
	return negotiation.FreezeText{Proposal: negotiation.ProposalID(shortened(in.Proposal)), Floor: negotiation.Seq(in.Floor)}
}

// apiFreezeList asks the meeting to agree to several paragraphs as they stand.
type apiFreezeList struct {
	_ struct{} `additionalProperties:"false"`

	Paragraphs ids    `json:"paragraphs,omitempty" nullable:"false" doc:"Addresses or ids." example:"[\"3\",\"4.i\"]"`
	Floor      uint64 `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiFreezeList) command(sc scene) negotiation.Command {
	return negotiation.FreezeList{Paragraphs: sc.paragraphs(in.Paragraphs), Floor: negotiation.Seq(in.Floor)}
}

// apiThaw takes back what is frozen.
type apiThaw struct {
	_ struct{} `additionalProperties:"false"`

	Floor uint64 `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiThaw) command(scene) negotiation.Command {
	return negotiation.ThawText{Floor: negotiation.Seq(in.Floor)}
}

// apiGavel lets the gavel fall. Who is connected the server knows by itself.
type apiGavel struct {
	_ struct{} `additionalProperties:"false"`

	Outcome string   `json:"outcome,omitempty" enum:"agreed,agreed-ad-ref" doc:"What is agreed: for good, or subject to what capitals say."`
	Note    string   `json:"note,omitempty" doc:"Markdown." example:"As amended in the room."`
	Hash    string   `json:"hash,omitempty" doc:"That of the frozen text which was seen. Refused as other-text where it is another." example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	Told    []string `json:"told,omitempty" nullable:"false" doc:"The delegations that are known to be connected no more." example:"[\"PERU\"]"`
	Floor   uint64   `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiGavel) command(sc scene) negotiation.Command {
	return negotiation.LetGavelFall{
		Outcome: negotiation.Outcome{Kind: negotiation.OutcomeKind(shortened(in.Outcome)), Note: in.Note}, Hash: in.Hash,
		Present: sc.present, Absent: sc.gone, Told: sc.delegations(in.Told), Floor: negotiation.Seq(in.Floor)}
}

// apiObject stops what is frozen.
type apiObject struct {
	_ struct{} `additionalProperties:"false"`

	Hash   string     `json:"hash,omitempty" doc:"That of the frozen text which was seen. Refused as other-text where it is another." example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	Reason string     `json:"reason,omitempty" doc:"Markdown." example:"We cannot accept the last line."`
	Sent   *time.Time `json:"sent,omitempty" doc:"When it was sent, by the server's clock as the sender knows it [RFC 3339]."`
	For    string     `json:"for,omitempty" doc:"The delegation; the caller's own if left out. The Secretariat and the Chair may name any, for what was said in the room." example:"MEXICO"`
}

func (in apiObject) command(sc scene) negotiation.Command {
	return negotiation.Object{Hash: in.Hash, Reason: in.Reason, Sent: timeOr(in.Sent), For: sc.delegation(in.For)}
}

// apiWithdrawObjection takes an objection back.
type apiWithdrawObjection struct {
	_ struct{} `additionalProperties:"false"`

	For string `json:"for,omitempty" doc:"The delegation; the caller's own if left out." example:"MEXICO"`
}

func (in apiWithdrawObjection) command(sc scene) negotiation.Command {
	return negotiation.WithdrawObjection{For: sc.delegation(in.For)}
}

// apiRule rules on the paragraph on the floor.
type apiRule struct {
	_ struct{} `additionalProperties:"false"`

	Outcome string     `json:"outcome,omitempty" enum:"bracketed,parked,deferred" doc:"What becomes of it for now."`
	Asked   []string   `json:"asked,omitempty" nullable:"false" doc:"Of brackets: the delegations that asked for them; those that object if left out." example:"[\"MEXICO\"]"`
	To      string     `json:"to,omitempty" doc:"Of parking: with whom." example:"Friends of the Chair"`
	Until   *time.Time `json:"until,omitempty" doc:"Of parking: until when [RFC 3339]."`
	Note    string     `json:"note,omitempty" doc:"Markdown." example:"To be taken up with 9.d."`
	Floor   uint64     `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiRule) command(sc scene) negotiation.Command {
	return negotiation.RuleOn{Floor: negotiation.Seq(in.Floor), Outcome: negotiation.Outcome{Kind: negotiation.OutcomeKind(shortened(in.Outcome)),
		Asked: sc.delegations(in.Asked), To: in.To, Until: timeOr(in.Until), Note: in.Note}}
}

// moved gives a list with one of its paragraphs a place further up or down, taken
// out, or put in at the end. What cannot be moved so stays where it is.
func moved(list []negotiation.ParagraphID, way string, id negotiation.ParagraphID) []negotiation.ParagraphID {
	list = slices.Clone(list)
	i := slices.Index(list, id)
	switch {
	case way == "in" && i < 0:
		list = append(list, id)
	case i < 0:
	case way == "out":
		list = slices.Delete(list, i, i+1)
	case way == "up" && i > 0:
		list[i-1], list[i] = list[i], list[i-1]
	case way == "down" && i+1 < len(list):
		list[i], list[i+1] = list[i+1], list[i]
	}
	return list
}
