package markdown_test

import (
	"strings"
	"testing"
)

// A reservation behind a restated paragraph is said of it, and no part of its words.
func TestReservationsAreRemarks(t *testing.T) {
	const own = "The Secretariat reports on progress at each meeting."
	for _, test := range []struct{ words, want string }{
		{"~~" + own + "~~ (reserve)", `[delete 4] [comment 4 "(reserve)"]`},
		{"The Secretariat reports **in writing** on progress at each meeting. (reservation)", `[amend 4 "The Secretariat reports in writing on progress at each meeting."] [comment 4 "(reservation)"]`},
		{"The Secretariat reports **in writing** on progress at each meeting (reserva).", `[amend 4 "The Secretariat reports in writing on progress at each meeting."] [comment 4 "(reserva)"]`},
		{"The Secretariat reports **in writing** on progress at each meeting. **(réserve)**", `[amend 4 "The Secretariat reports in writing on progress at each meeting."] [comment 4 "(réserve)"]`},
		{own + " (reserve)", `[comment 4 "(reserve)"]`},
		{"The Secretariat reports on progress at each meeting **(in writing)**.", `[amend 4 "The Secretariat reports on progress at each meeting (in writing)."]`},
	} {
		if got, want := outline(read(t, plan+"\nPERU: "+test.words+"\n")), "PERU: "+test.want+"\n"; !strings.HasSuffix(got, want) {
			t.Errorf("%q is read as\n%s, want %s", test.words, got, want)
		}
	}
}
