package web

import (
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// Base is what every page has. Templates call its methods, none of which fails.
//
// A page is a file of templates/page that defines "main", what stands inside
// <main>, and where it needs them "head", for style sheets and scripts of its
// own. The parts that all pages share:
//
//	{{template "redline" (redline $.Base .Script)}}   a redline; see redlinePart
//	{{template "chip" .Delegation}}                   a delegation's name
//	{{template "status" (status $.Base .Status)}}     where a proposal stands
//
// The base has the header, the navigation, Done and Refused; a page repeats none
// of them.
type Base struct {
	Tongue lang.Tongue
	// Title is the name of the page in the browser's window.
	Title string
	// Path is the address of this page, to come back to.
	Path string
	Now  time.Time
	// Negotiation is the one that the page is about, if any.
	Negotiation *Heading
	// Seat is where the reader sits in it; its Role is Public for those who do not.
	Seat negotiation.Seat
	// Here names the entry of the navigation that the page is: "text", "room",
	// "compilation", "mine", "desk" or none.
	Here string
	// Part is which fragments of the page are replaced as the record grows:
	// "row", "side", or none where the page does not follow it.
	Part string
	// Shown is how redlines are first shown: "redline", "clean" or "draft";
	// empty is "redline". Scripts change it afterwards.
	Shown string
	// Done is a sentence on what has just been recorded, or otherwise done.
	Done string
	// Refused is a sentence on why a form was not taken.
	Refused string
}

// Heading is what the top of a page says about its negotiation.
type Heading struct {
	ID    negotiation.NegotiationID
	Title string
	// Language is that of the draft, for the lang attribute of its words.
	Language string
	Seq      negotiation.Seq
	Epoch    string
	Window   negotiation.Window
	Draft    bool
	// Session says that there is a session, or was one.
	Session bool
}

// T says something in the reader's language; pairs are name before value.
func (b Base) T(key string, pairs ...any) string { return b.Tongue.Say(key, pairs...) }

// N says something of a number of things.
func (b Base) N(key string, n int, pairs ...any) string { return b.Tongue.Count(key, n, pairs...) }

// Date gives an instant in full, in the zone of the negotiation's window.
func (b Base) Date(t time.Time) string { return b.Tongue.DateTime(t, b.zone()) }

// Ago gives an instant relative to now.
func (b Base) Ago(t time.Time) string { return b.Tongue.Ago(t, b.Now) }

// Names gives a list of delegations as a sentence has it.
func (b Base) Names(list []negotiation.Delegation) string {
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = string(d)
	}
	return b.Tongue.List(names)
}

// Languages are those the reader may choose.
func (b Base) Languages() []lang.Tongue {
	var list []lang.Tongue
	for _, tag := range lang.Tags() {
		if t, ok := lang.For(tag); ok {
			list = append(list, t)
		}
	}
	return list
}

// zone is that in which the cut-off was announced, else UTC.
func (b Base) zone() *time.Location {
	if b.Negotiation != nil {
		if loc, err := time.LoadLocation(b.Negotiation.Window.Zone); err == nil {
			return loc
		}
	}
	return time.UTC
}
