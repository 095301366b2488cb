// Package front writes the front matter of documents in the style of the house, as
// the Inter-American Conference of Ministers of Labor has it, and reads it from a
// cover that came with a draft:
//
//	ORGANIZATION OF AMERICAN STATES          who issues it
//	SECOND TECHNICAL PREPARATORY MEETING     the meeting, in bold
//	October 4-6, 2017                        when and where it is held
//	OEA/Ser.K/XII.20.1                       the series
//	TRABAJO/RTP/doc.13/17                    the symbol
//	28 September 2017                        the day of issue
//	Original: English                        the language that it was written in
//	COMPILATION OF COMMENTS TO THE           what it is
//	DRAFT PLAN OF ACTION OF BRIDGETOWN       the draft
//	RECEIVED IN THE VIRTUAL FORUM UP TO SEPTEMBER 27
//
// It is pure: it reads no clock and no file.
package front

import (
	"slices"
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// Matter is what stands on a cover. What is empty is left out.
type Matter struct {
	Organization, Meeting, Held []string
	Series, Symbol              string
	// Title is the draft's own.
	Title string
	// Forum is where the comments came in ("VIRTUAL FORUM").
	Forum string
	// Channel ends the note that names the contributors; see negotiation.Cover.
	Channel string
}

// Occasion is what the cover of one issue says beside its matter.
type Occasion struct {
	Kind negotiation.IssueKind
	// Of is the symbol of the document that it adds to or corrects.
	Of string
	// Issued is the day of issue, UpTo the one up to which it holds what came, both
	// in the zone that they are told in.
	Issued, UpTo time.Time
	// Original is the language of the draft.
	Original string
}

// Cover writes the front matter in a language.
func (m Matter) Cover(t lang.Tongue, o Occasion) negotiation.Cover {
	c := negotiation.Cover{Title: m.Title, Symbol: m.Symbol, Channel: m.Channel}
	add := func(bold bool, lines ...string) {
		if lines = slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return l == "" }); len(lines) > 0 {
			c.Blocks = append(c.Blocks, negotiation.CoverBlock{Lines: lines, Bold: bold})
		}
	}
	add(false, m.Organization...)
	add(true, m.Meeting...)
	add(false, m.Held...)
	add(false, m.Series, m.Symbol, t.Date(o.Issued, o.Issued.Location()), original(t, o.Original))
	add(false, strings.ToUpper(t.Say("front.compilation")))
	add(false, m.Title)
	add(false, m.upTo(t, o))
	if o.Kind == negotiation.AddedIssue || o.Kind == negotiation.CorrectedIssue {
		add(false, strings.ToUpper(t.Say("front."+string(o.Kind), "symbol", ""))+o.Of)
	}
	return c
}

func original(t lang.Tongue, language string) string {
	tongue, ok := lang.For(language)
	if !ok {
		return ""
	}
	return t.Say("front.original", "language", t.Say("front.language-"+tongue.Tag()))
}

// upTo is the line that says where and up to when the comments came in.
func (m Matter) upTo(t lang.Tongue, o Occasion) string {
	day := t.Say("front.day", "day", o.UpTo.Day(), "month", t.Say("date.month-"+o.UpTo.Format("01")))
	if o.UpTo.Year() != o.Issued.Year() {
		day = t.Date(o.UpTo, o.UpTo.Location())
	}
	if m.Forum == "" {
		return strings.ToUpper(t.Say("front.received", "day", day))
	}
	return strings.ToUpper(t.Say("front.received-in", "forum", m.Forum, "day", day))
}
