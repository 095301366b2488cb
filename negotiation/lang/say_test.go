package lang

import (
	"strings"
	"sync"
	"testing"
)

func TestSayFillsPlaceholders(t *testing.T) {
	tests := []struct {
		name  string
		key   string
		pairs []any
		want  string
	}{
		{"by name, in any order", "list.last", []any{"last", "B", "head", "A"}, "A and B"},
		{"any value is printed", "list.last", []any{"head", 1, "last", 2.5}, "1 and 2.5"},
		{"a value is not searched for placeholders", "list.last", []any{"head", "{last}", "last", "B"}, "{last} and B"},
		{"a value without a place is ignored", "list.last", []any{"head", "A", "last", "B", "tail", "C"}, "A and B"},
		{"a placeholder without a value is seen", "list.last", []any{"head", "A"}, "A and ⟦last⟧"},
		{"so is a name without a value", "list.last", []any{"head", "A", "last"}, "A and ⟦last⟧"},
		{"an unknown key is seen", "no.such-key", []any{"head", "A"}, "⟦no.such-key⟧"},
		{"a counted key is not for Say", "ago.days", []any{"n", 2}, "⟦ago.days⟧"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := (Tongue{}).Say(tt.key, tt.pairs...); got != tt.want {
				t.Errorf("Say(%q, %v) = %q, want %q", tt.key, tt.pairs, got, tt.want)
			}
		})
	}
}

func TestCountTakesThePluralOfTheLanguage(t *testing.T) {
	tests := []struct {
		tag  string
		n    int
		want string
	}{
		{"en", 0, "0 days ago"}, {"en", 1, "1 day ago"}, {"en", 2, "2 days ago"}, {"en", -1, "-1 day ago"},
		{"es", 0, "hace 0 días"}, {"es", 1, "hace 1 día"}, {"es", 21, "hace 21 días"},
		{"fr", 0, "il y a 0 jour"}, {"fr", 1, "il y a 1 jour"}, {"fr", 2, "il y a 2 jours"},
		{"pt", 1, "há 1 dia"}, {"pt", 2, "há 2 dias"}, {"pt", 1_000_001, "há 1000001 dias"},
	}
	for _, tt := range tests {
		tongue, _ := For(tt.tag)
		if got := tongue.Count("ago.days", tt.n); got != tt.want {
			t.Errorf("%s: Count(ago.days, %d) = %q, want %q", tt.tag, tt.n, got, tt.want)
		}
	}
	if got, want := (Tongue{}).Count("list.last", 2), "⟦list.last⟧"; got != want {
		t.Errorf("Count of a key that is not counted = %q, want %q", got, want)
	}
}

func TestHasKnowsPlainAndCountedKeys(t *testing.T) {
	for key, want := range map[string]bool{"list.last": true, "ago.days": true, "ago.days.one": true, "ago": false, "": false} {
		if got := (Tongue{}).Has(key); got != want {
			t.Errorf("Has(%q) = %v, want %v", key, got, want)
		}
	}
}

// TestEverySentenceCanBeSaid gives each placeholder a value and looks for any
// that is left over.
func TestEverySentenceCanBeSaid(t *testing.T) {
	every(t, func(t *testing.T, tongue Tongue) {
		for key, m := range tongue.words() {
			var pairs []any
			for _, name := range m.placeholders() {
				pairs = append(pairs, name, "x")
			}
			if got := tongue.Say(key, pairs...); strings.ContainsAny(got, "⟦⟧{}") {
				t.Errorf("Say(%q) = %q", key, got)
			}
		}
	})
}

// TestTonguesAreSharedBetweenGoroutines is for the race detector.
func TestTonguesAreSharedBetweenGoroutines(t *testing.T) {
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			tongue := Match("fr", "")
			if got, want := tongue.Count("ago.hours", 3), "il y a 3 heures"; got != want {
				t.Errorf("Count = %q, want %q", got, want)
			}
			if got, want := tongue.Sort([]string{"b", "a"})[0], "a"; got != want {
				t.Errorf("Sort put %q first, want %q", got, want)
			}
		})
	}
	readers.Wait()
}

func BenchmarkSay(b *testing.B) {
	for b.Loop() {
		Tongue{}.Say("refusal.stale", "paragraph", "7.b", "base", 1, "current", 2)
	}
}
