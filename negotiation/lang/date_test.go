package lang

import (
	"testing"
	"time"
	_ "time/tzdata" // the zones below must be there on any machine
)

func place(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestDateIsWrittenAsTheLanguageWritesIt(t *testing.T) {
	cutOff := time.Date(2017, time.September, 28, 3, 59, 0, 0, time.UTC)
	first := time.Date(2017, time.December, 1, 12, 0, 0, 0, time.UTC)
	washington := place(t, "America/New_York")
	tests := []struct {
		tag  string
		at   time.Time
		loc  *time.Location
		want string
	}{
		{"en", cutOff, nil, "28 September 2017"},
		{"en", cutOff, washington, "27 September 2017"},
		{"en", first, nil, "1 December 2017"},
		{"es", cutOff, washington, "27 de septiembre de 2017"},
		{"es", first, nil, "1 de diciembre de 2017"},
		{"fr", cutOff, washington, "27 septembre 2017"},
		{"fr", first, nil, "1er décembre 2017"},
		{"pt", cutOff, washington, "27 de setembro de 2017"},
		{"pt", first, nil, "1º de dezembro de 2017"},
	}
	for _, tt := range tests {
		tongue, _ := For(tt.tag)
		if got := tongue.Date(tt.at, tt.loc); got != tt.want {
			t.Errorf("%s: Date(%v, %v) = %q, want %q", tt.tag, tt.at, tt.loc, got, tt.want)
		}
	}
}

func TestEveryMonthHasItsOwnName(t *testing.T) {
	every(t, func(t *testing.T, tongue Tongue) {
		seen := map[string]time.Month{}
		for month := time.January; month <= time.December; month++ {
			got := tongue.Date(time.Date(2017, month, 2, 0, 0, 0, 0, time.UTC), nil)
			if other, ok := seen[got]; ok {
				t.Errorf("%v and %v are both %q", other, month, got)
			}
			seen[got] = month
		}
	})
}

func TestDateTimeNamesItsZone(t *testing.T) {
	at := time.Date(2017, time.September, 28, 3, 5, 59, 0, time.UTC)
	tests := []struct {
		name, tag string
		loc       *time.Location
		want      string
	}{
		{"none is UTC", "en", nil, "28 September 2017, 03:05 (UTC)"},
		{"summer time", "en", place(t, "America/New_York"), "27 September 2017, 23:05 (America/New_York, UTC−04:00)"},
		{"half hours", "en", place(t, "Asia/Kolkata"), "28 September 2017, 08:35 (Asia/Kolkata, UTC+05:30)"},
		{"half hours west", "en", place(t, "America/St_Johns"), "28 September 2017, 00:35 (America/St_Johns, UTC−02:30)"},
		{"an offset alone", "en", time.FixedZone("", -3*3600), "28 September 2017, 00:05 (UTC−03:00)"},
		{"Spanish", "es", place(t, "America/Bogota"), "27 de septiembre de 2017, 22:05 (America/Bogota, UTC−05:00)"},
		{"French", "fr", place(t, "America/Cayenne"), "28 septembre 2017 à 00:05 (America/Cayenne, UTC−03:00)"},
		{"Portuguese", "pt", place(t, "America/Sao_Paulo"), "28 de setembro de 2017, 00:05 (America/Sao_Paulo, UTC−03:00)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tongue, _ := For(tt.tag)
			if got := tongue.DateTime(at, tt.loc); got != tt.want {
				t.Errorf("DateTime(%v, %v) = %q, want %q", at, tt.loc, got, tt.want)
			}
		})
	}
}

// TestZoneOfTheMachineIsItsOffset: "Local" would mean another hour to each reader.
func TestZoneOfTheMachineIsItsOffset(t *testing.T) {
	at := time.Date(2017, time.September, 28, 3, 5, 0, 0, time.UTC).In(time.Local)
	if got, want := zoneName(at), utcOffset(at); got != want {
		t.Errorf("zoneName in the machine's zone = %q, want %q", got, want)
	}
}

func TestAgoRoundsTowardsNow(t *testing.T) {
	now := time.Date(2017, time.September, 27, 18, 0, 0, 0, time.UTC)
	tests := []struct {
		tag  string
		from time.Duration
		want string
	}{
		{"en", 0, "just now"},
		{"en", -59 * time.Second, "just now"},
		{"en", -time.Minute, "1 minute ago"},
		{"en", -119 * time.Second, "1 minute ago"},
		{"en", -59 * time.Minute, "59 minutes ago"},
		{"en", -23*time.Hour - 59*time.Minute, "23 hours ago"},
		{"en", -48 * time.Hour, "2 days ago"},
		{"en", -45 * 24 * time.Hour, "1 month ago"},
		{"en", -800 * 24 * time.Hour, "2 years ago"},
		{"en", 30 * time.Second, "in less than a minute"},
		{"en", 3*time.Hour - time.Second, "in 2 hours"},
		{"es", -2 * time.Hour, "hace 2 horas"},
		{"es", 72 * time.Hour, "en 3 días"},
		{"fr", -time.Hour, "il y a 1 heure"},
		{"fr", time.Hour, "dans 1 heure"},
		{"pt", -60 * 24 * time.Hour, "há 2 meses"},
		{"pt", 5 * time.Minute, "em 5 minutos"},
	}
	for _, tt := range tests {
		tongue, _ := For(tt.tag)
		if got := tongue.Ago(now.Add(tt.from), now); got != tt.want {
			t.Errorf("%s: Ago(now%+v) = %q, want %q", tt.tag, tt.from, got, tt.want)
		}
	}
}

func TestMomentsAtTheEndOfTimeDoNotBreakAgo(t *testing.T) {
	far, now := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), time.Time{}
	if got, want := (Tongue{}).Ago(far, now), "in 292 years"; got != want {
		t.Errorf("Ago(%v, %v) = %q, want %q", far, now, got, want)
	}
	if got, want := (Tongue{}).Ago(now, far), "292 years ago"; got != want {
		t.Errorf("Ago(%v, %v) = %q, want %q", now, far, got, want)
	}
}
