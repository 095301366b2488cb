package negotiation

import (
	"strings"
	"time"
)

func (s State) openComments(c OpenComments) ([]Event, *Refusal) {
	if !s.HasDraft() {
		return nil, Refuse(NoDraft)
	}
	if c.Late == "" {
		c.Late = MarkLate
	}
	if c.Late != RefuseLate && c.Late != MarkLate && c.Late != AddendumLate {
		return nil, Refuse(BadValue, "field", "late", "value", c.Late)
	}
	if y := c.CutOff.UTC().Year(); y < 1 || y > 9999 {
		// The record could not spell it [RFC 3339, 1].
		return nil, Refuse(BadValue, "field", "cut-off", "value", y)
	}
	if !zoneName(c.Zone) {
		return nil, Refuse(BadValue, "field", "zone", "value", c.Zone[:min(len(c.Zone), MaxName)])
	}
	return []Event{CommentsOpened{CutOff: utc(c.CutOff), Zone: c.Zone, Late: c.Late}}, nil
}

// zoneName reports whether s has the form of an IANA zone name, or is empty.
// Whether there is such a zone the law cannot know: it reads no files.
func zoneName(s string) bool {
	return len(s) <= MaxName && s != "Local" && !strings.Contains(s, "..") && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("_+-/", r)
	})
}

func (s State) closeComments() ([]Event, *Refusal) {
	if !s.window.Open {
		return nil, Refuse(WindowClosed)
	}
	return []Event{CommentsClosed{}}, nil
}

// utc gives t in UTC and without its monotonic reading, and the zero time for a
// zero time: what the record holds is one instant in one spelling.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.Round(0).UTC()
}
