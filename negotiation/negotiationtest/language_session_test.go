package negotiationtest

import "testing"

// TestWhatASessionExpectsCanFail gives lines on a session that are not so.
func TestWhatASessionExpectsCanFail(t *testing.T) {
	begin(t, `system schedules "First"
system opens session
system calls 7.a
secretariat asks for the floor for MEXICO
secretariat gives the floor
mexico says opposes of 1
system freezes text
system gavels agreed
mexico objects because "no" sent 2017-09-20T10:00:00Z
system rules bracketed
secretariat calls 7.a
secretariat freezes text
secretariat gavels agreed absent MEXICO told MEXICO`).allWrong([]string{
		`session is none`,
		`session is 2 open`,
		`session is 1 closed`,
		`session is 1 open "Second"`,
		`session is 1 open until 2017-09-20T10:00:00Z`,
		`session is 1 open because "lunch"`,
		`agenda is none`,
		`list is closed`,
		`speaker is nobody`,
		`speaker is MEXICO to a point of order`,
		`speaker is MEXICO until 2017-09-20T10:00:00Z`,
		`floor is empty`,
		`floor is gavel on 7`,
		`floor is gavel on 7.a with 1`,
		`pen is for MEXICO`,
		`frozen is nothing`,
		`frozen is "7.a@1: sing"`,
		`frozen is "7.a@1: meet" hash 0`,
		`gavel is none`,
		`gavel is agreed-ad-ref`,
		`gavel is agreed until 2017-09-20T10:00:00Z`,
		`gavel is agreed present MEXICO`,
		`gavel is agreed absent none`,
		`objections are MEXICO`,
		`acts end with frozen settled`,
		`paragraph 7.a is not settled`,
		`paragraph 7.a is settled as agreed asked MEXICO`,
		`paragraph 7.a is settled as bracketed`,
		`paragraph 7.a is settled as bracketed on version 2 asked MEXICO`,
		`paragraph 7.a is settled as bracketed asked MEXICO silent MEXICO`,
		`mexico hears of 1 nothing`,
		`mexico hears of 1 "MEXICO supports"`,
	})
}
