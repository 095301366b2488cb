package web

import "plenary/negotiation"

// The messages of the live channel, which are promised to programs; see also
// static/js/protocol.d.ts. Messages of another type may come, and are to be
// ignored, as "beat", which says with each ping that the connection stands.
//
// Now is the server's clock when the message was made [RFC 3339]. A message may be
// kept for those who come later: of all that a reader gets, the one that says the
// most is the nearest to the truth.

// helloMessage is the first: what the server has.
type helloMessage struct {
	Type  string          `json:"type"`
	Epoch string          `json:"epoch"`
	Seq   negotiation.Seq `json:"seq"`
	Now   string          `json:"now"`
	// Release names the scripts, styles and pages of this server: a page of another
	// is out of date.
	Release string `json:"release,omitempty"`
	// Connection is the name of a stream, which goes with what its reader posts.
	Connection string `json:"connection,omitempty"`
}

// changeMessage leads from any Seq from Since up to Seq.
type changeMessage struct {
	Type  string          `json:"type"`
	Epoch string          `json:"epoch"`
	Since negotiation.Seq `json:"since"`
	Seq   negotiation.Seq `json:"seq"`
	// At is when the newest entry was journalled [RFC 3339].
	At  string `json:"at"`
	Now string `json:"now"`
	// Paragraphs that changed for this audience, in the order of the draft; none
	// where the entries hold nothing that it sees.
	Paragraphs []paragraphMessage `json:"paragraphs"`
	// Said is one sentence on all of it; empty where there is nothing to say.
	Said string `json:"said,omitempty"`
	// Regions are the parts of a page of the room that changed; such a page gets
	// no paragraphs.
	Regions []region `json:"regions,omitempty"`
	// Session is the session that is not closed, for programs.
	Session any `json:"session,omitempty"`
}

// refusedMessage tells one reader that what it said was not taken.
type refusedMessage struct {
	Type string           `json:"type"`
	Code negotiation.Code `json:"code"`
	Text string           `json:"text"`
}

// paragraphMessage is a paragraph as it is now.
type paragraphMessage struct {
	ID      negotiation.ParagraphID `json:"id"`
	Address string                  `json:"address"`
	// HTML is its fragment and Data its description: which, the reader asked.
	// Both are missing where it could not be made: the page has it, or says why.
	HTML string `json:"html,omitempty"`
	Data any    `json:"data,omitempty"`
	// After is the paragraph before it in the draft; empty for the first.
	After negotiation.ParagraphID `json:"after"`
	// Said is a sentence on the newest thing that happened to it.
	Said string `json:"said,omitempty"`
}

// region is a part of a page of the room: an element with this id, whole.
type region struct {
	ID   string `json:"id"`
	HTML string `json:"html"`
}

// signalMessage is of what is beside the record: the latest one of a kind counts.
type signalMessage struct {
	Type    string   `json:"type"` // "signal"
	Kind    string   `json:"kind"` // "presence" or "typing"
	Now     string   `json:"now"`
	Regions []region `json:"regions,omitempty"`
	Data    any      `json:"data,omitempty"`
}
