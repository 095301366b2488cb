package web

import "plenary/negotiation"

// apiAskFloor asks to speak.
type apiAskFloor struct {
	_ struct{} `additionalProperties:"false"`

	Order bool   `json:"order,omitempty" doc:"The request is to a point of order: these come first."`
	For   string `json:"for,omitempty" doc:"The delegation; the caller's own if left out. The Secretariat and the Chair may name any." example:"MEXICO"`
}

func (in apiAskFloor) command(sc scene) negotiation.Command {
	return negotiation.AskFloor{Order: in.Order, For: sc.delegation(in.For)}
}

// apiLeaveSpeakers takes a request for the floor back.
type apiLeaveSpeakers apiAskFloor

func (in apiLeaveSpeakers) command(sc scene) negotiation.Command {
	return negotiation.LeaveSpeakers{Order: in.Order, For: sc.delegation(in.For)}
}

// apiGiveFloor gives the floor.
type apiGiveFloor struct {
	_ struct{} `additionalProperties:"false"`

	Delegation string `json:"delegation,omitempty" doc:"On the list or not; the first of the list if left out." example:"MEXICO"`
}

func (in apiGiveFloor) command(sc scene) negotiation.Command {
	return negotiation.GiveFloor{Delegation: sc.delegation(in.Delegation)}
}

// apiListSpeakers opens or closes the speakers' list.
type apiListSpeakers struct {
	_ struct{} `additionalProperties:"false"`

	Closed bool `json:"closed,omitempty" doc:"From now on only points of order can be asked for."`
}

func (in apiListSpeakers) command(scene) negotiation.Command {
	return negotiation.ListSpeakers{Closed: in.Closed}
}

// apiTakePen takes the pen.
type apiTakePen struct {
	_ struct{} `additionalProperties:"false"`

	For   string `json:"for,omitempty" doc:"The delegation that asked, to which the words are credited." example:"MEXICO"`
	From  string `json:"from,omitempty" doc:"Number of the proposal to start from; the draft's words if left out." example:"12"`
	Over  string `json:"over,omitempty" doc:"The seat that is known to hold the pen, to take it over. Refused as pen-held where another does." example:"secretariat"`
	Floor uint64 `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiTakePen) command(sc scene) negotiation.Command {
	return negotiation.TakePen{For: sc.delegation(in.For), From: negotiation.ProposalID(shortened(in.From)),
		Over: negotiation.SeatID(shortened(in.Over)), Floor: negotiation.Seq(in.Floor)}
}

// apiPutDrafted tables what was drafted.
type apiPutDrafted struct {
	_ struct{} `additionalProperties:"false"`

	Text   string `json:"text,omitempty" doc:"The words of the paragraph, whole." example:"promote the protection of all workers"`
	Reason string `json:"reason,omitempty" doc:"Markdown." example:"Clearer."`
	Looked uint64 `json:"looked,omitempty" doc:"The seq of the pen with which it was drafted. Refused as pen-held where it was taken again since." example:"42"`
}

func (in apiPutDrafted) command(scene) negotiation.Command {
	return negotiation.PutDrafted{Text: in.Text, Reason: in.Reason, Looked: negotiation.Seq(in.Looked)}
}

// apiTakePosition says what a delegation or a group thinks of a text.
type apiTakePosition struct {
	_ struct{} `additionalProperties:"false"`

	By        string `json:"by,omitempty" doc:"The delegation or group; the caller's own if left out. The Secretariat and the Chair may name any." example:"MEXICO"`
	Kind      string `json:"kind,omitempty" enum:"supports,cosponsors,can-live-with,supports-if,opposes,reserves,awaits-instructions" doc:"Left out: the position is taken back."`
	Text      string `json:"text,omitempty" doc:"The condition of supports-if, or the footnote of reserves." example:"if the funds are found"`
	Proposal  string `json:"proposal,omitempty" doc:"Number of the proposal that it is on; otherwise it is on the paragraph as it stands." example:"12"`
	Paragraph string `json:"paragraph,omitempty" doc:"Address or id." example:"9.c"`
	Version   int    `json:"version,omitempty" doc:"Of the paragraph, that was seen." example:"1"`
	ToChair   bool   `json:"to_chair,omitempty" doc:"Told to the Chair and the Secretariat alone."`
	Looked    uint64 `json:"looked,omitempty" doc:"The newest place in the record that was seen. Refused as stale where the words of the proposal have changed since." example:"42"`
}

func (in apiTakePosition) command(sc scene) negotiation.Command {
	by := sc.delegation(in.By)
	for _, g := range sc.view.Groups {
		if string(g.Name) == in.By {
			by = g.Name
		}
	}
	return negotiation.TakePosition{Looked: negotiation.Seq(in.Looked), Position: negotiation.Position{
		By: by, Kind: negotiation.PositionKind(shortened(in.Kind)), Text: in.Text, Proposal: negotiation.ProposalID(shortened(in.Proposal)),
		Paragraph: sc.ids.find(in.Paragraph), Version: in.Version, ToChair: in.ToChair}}
}
