package lang

import (
	"slices"
	"strings"
	"testing"
)

func TestMatchFindsTheReadersLanguage(t *testing.T) {
	tests := []struct{ name, header, chosen, want string }{
		{"nothing is said", "", "", "en"},
		{"the header decides", "fr", "", "fr"},
		{"a region reads its language", "es-MX,es;q=0.9,en;q=0.8", "", "es"},
		{"both Portugueses", "pt-BR", "", "pt"},
		{"weights count, not order", "en;q=0.2,pt-PT;q=0.9", "", "pt"},
		{"the first that we have", "de,fr;q=0.5", "", "fr"},
		{"none that we have", "ja,de;q=0.5", "", "en"},
		{"a choice wins over the header", "fr,en;q=0.5", "es", "es"},
		{"an unknown choice is passed over", "fr", "ja", "fr"},
		{"a broken choice is passed over", "fr", "../../etc", "fr"},
		{"a broken header", ";;q=,,", "", "en"},
		{"a broken header and a choice", "\xff\x00", "pt", "pt"},
		{"a header beyond all measure", strings.Repeat("es-", 100_000), "", "en"},
		{"only the head of a long header is read", "fr," + strings.Repeat("x", 100_000), "", "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Match(tt.header, tt.chosen).Tag(); got != tt.want {
				t.Errorf("Match(%.40q, %q) = %s, want %s", tt.header, tt.chosen, got, tt.want)
			}
		})
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("es-MX,es;q=0.9", "fr")
	f.Add("*", "")
	f.Fuzz(func(t *testing.T, header, chosen string) {
		if got := Match(header, chosen).Tag(); !slices.Contains(Tags(), got) {
			t.Errorf("Match(%q, %q) = %q, which is none of ours", header, chosen, got)
		}
	})
}

func TestForKnowsExactlyTheTags(t *testing.T) {
	for _, tag := range []string{"", "de", "EN", "es-MX", "en "} {
		if got, ok := For(tag); ok {
			t.Errorf("For(%q) = %s, want none", tag, got.Tag())
		}
	}
	every(t, func(t *testing.T, tongue Tongue) {
		if got, ok := For(tongue.Tag()); !ok || got != tongue {
			t.Errorf("For(%q) = %v, %v", tongue.Tag(), got, ok)
		}
	})
}

func TestLanguagesNameThemselves(t *testing.T) {
	names := map[string]string{"en": "English", "es": "Español", "fr": "Français", "pt": "Português"}
	if len(names) != len(Tags()) {
		t.Fatalf("Tags() = %q, want those of %q", Tags(), names)
	}
	every(t, func(t *testing.T, tongue Tongue) {
		if got, want := tongue.Name(), names[tongue.Tag()]; got != want {
			t.Errorf("Name() = %q, want %q", got, want)
		}
		if got := tongue.Dir(); got != "ltr" {
			t.Errorf("Dir() = %q, want ltr", got)
		}
	})
}

func TestTagsCannotBeChangedFromOutside(t *testing.T) {
	Tags()[0] = "xx"
	if got := Tags()[0]; got != "en" {
		t.Errorf("Tags()[0] = %q after a caller wrote into its copy, want en", got)
	}
}
