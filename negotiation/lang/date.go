package lang

import (
	"fmt"
	"time"
)

// Date gives the day of t in loc: "27 September 2017", "27 de septiembre de
// 2017", "1er octobre 2017". A nil loc is UTC.
func (t Tongue) Date(at time.Time, loc *time.Location) string {
	at = at.In(zone(loc))
	day := fmt.Sprint(at.Day())
	if at.Day() == 1 {
		day = t.Say("date.first")
	}
	month := t.Say(fmt.Sprintf("date.month-%02d", int(at.Month())))
	return t.Say("date.day", "day", day, "month", month, "year", at.Year())
}

// DateTime gives day, minute and zone of t in loc, the zone by its IANA name and
// its offset at that instant, because an abbreviation such as CST means several:
// "27 September 2017, 23:59 (America/New_York, UTC−04:00)". A nil loc is UTC.
func (t Tongue) DateTime(at time.Time, loc *time.Location) string {
	at = at.In(zone(loc))
	return t.Say("date.minute",
		"date", t.Date(at, at.Location()),
		"hour", at.Format("15"), "minute", at.Format("04"),
		"zone", zoneName(at))
}

// Zone is the zone of this IANA name; UTC where it is empty or nobody knows it.
func Zone(name string) *time.Location {
	if loc, err := time.LoadLocation(name); err == nil && name != "Local" {
		return loc
	}
	return time.UTC
}

func zone(loc *time.Location) *time.Location {
	if loc == nil {
		return time.UTC
	}
	return loc
}

// zoneName leaves out a name that says nothing to a reader elsewhere.
func zoneName(at time.Time) string {
	name, offset := at.Location().String(), utcOffset(at)
	switch name {
	case "UTC", "Etc/UTC":
		return "UTC"
	case "", "Local", offset:
		return offset
	}
	return name + ", " + offset
}

// utcOffset is "UTC−04:00", with a true minus sign.
func utcOffset(at time.Time) string {
	_, seconds := at.Zone()
	sign, minutes := "+", seconds/60
	if minutes < 0 {
		sign, minutes = "−", -minutes
	}
	return fmt.Sprintf("UTC%s%02d:%02d", sign, minutes/60, minutes%60)
}

// Ago gives the distance from now to at in one unit, always rounded towards now:
// "just now", "5 minutes ago", "in 2 hours". So it never promises more time
// before a deadline than there is. A month is 30 days and a year 365: beside it
// stands the exact date.
func (t Tongue) Ago(at, now time.Time) string {
	family, distance := "ago", now.Sub(at)
	if distance < 0 {
		// Not -distance: the longest Duration back has no opposite.
		family, distance = "ahead", at.Sub(now)
	}
	const day = 24 * time.Hour
	units := [...]struct {
		name   string
		length time.Duration
	}{{"years", 365 * day}, {"months", 30 * day}, {"days", day}, {"hours", time.Hour}, {"minutes", time.Minute}}
	for _, u := range units {
		if n := int(distance / u.length); n > 0 {
			return t.Count(family+"."+u.name, n)
		}
	}
	return t.Say(family + ".now")
}
