package negotiation

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Tongue says things in a language; lang.Tongue is one.
type Tongue interface {
	Say(key string, pairs ...any) string
	List(names []string) string
	Date(at time.Time, zone *time.Location) string
	DateTime(at time.Time, zone *time.Location) string
}

// Day is an instant of which a sentence tells the day, and Clock one of which it
// tells the time of the day. Other instants are told with both.
type (
	Day   time.Time
	Clock time.Time
)

// In says s in a tongue, with instants in a zone. Words are how the words of others
// are written in the document, which may have signs of its own.
func (s Saying) In(t Tongue, zone *time.Location, words func(string) string) string {
	with := slices.Clone(s.With)
	for i := 1; i < len(with); i += 2 {
		switch v := with[i].(type) {
		case Saying:
			with[i] = v.In(t, zone, words)
		case []Saying:
			with[i] = strings.Join(in(v, t, zone, words), ", ")
		case time.Time:
			with[i] = t.DateTime(v, zone)
		case Day:
			with[i] = t.Date(time.Time(v), zone)
		case Clock:
			with[i] = v.In(zone)
		case string:
			with[i] = words(v)
		case Delegation:
			with[i] = words(string(v))
		case []Delegation:
			names := asStrings(v)
			for n := range names {
				names[n] = words(names[n])
			}
			with[i] = t.List(names)
		}
	}
	return t.Say(s.Key, with...)
}

// In tells the time of the day in a zone, to the millisecond where there are any.
func (c Clock) In(zone *time.Location) string {
	at := time.Time(c).In(zone)
	text := at.Format("15:04:05")
	if ms := at.Nanosecond() / int(time.Millisecond); ms > 0 {
		text += fmt.Sprintf(".%03d", ms)
	}
	return text
}

// InAll says a list, one behind the other.
func InAll(list []Saying, t Tongue, zone *time.Location, words func(string) string) string {
	return strings.Join(in(list, t, zone, words), "; ")
}

func in(list []Saying, t Tongue, zone *time.Location, words func(string) string) []string {
	said := make([]string, len(list))
	for i, s := range list {
		said[i] = s.In(t, zone, words)
	}
	return said
}
