package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"plenary/cmd/plenary/rehearsal"
)

type rehearseCmd struct {
	Viewers int           `default:"200" help:"How many look on."`
	For     time.Duration `default:"10s" help:"How long changes are made and measured."`
	Rate    float64       `default:"10" help:"Changes a second; 0 only looks on."`
	Part    string        `default:"auto" enum:"auto,row,room" help:"What viewers look at, ${enum}: the text, the room, or whichever things happen in."`
	Story   bool          `default:"true" negatable:"" help:"Hold a session, where the server can; else proposals are tabled and withdrawn."`
	At      string        `help:"A server that runs, in place of one of its own." placeholder:"URL"`
	Invite  string        `help:"Sign-in link at that server, of the Secretariat or a delegation, to a negotiation whose title begins with \"Rehearsal\"." placeholder:"LINK"`
	Storm   bool          `help:"Overload that server as well, and drop all viewers at once; one of its own always is."`
	Plain   bool          `default:"true" negatable:"" help:"Compare a server of its own with a plain broadcast."`
	Report  string        `default:"text" enum:"text,json" help:"Form of the report: ${enum}."`
}

// Help is the example under the usage.
func (rehearseCmd) Help() string {
	return "Example: plenary rehearse --viewers 1000 --for 30s\n\n" +
		"Tries how a conference would fare on this machine: viewers by the thousand, proposals or a session, all viewers dropped at once, a restart. " +
		"It uses a server and a data file of its own, and deletes them.\n\n" +
		"With --at and --invite it tries a server that runs, such as https://plenary.example.org, and writes only into a negotiation whose title begins with \"Rehearsal\"."
}

// Run rehearses and prints what came of it.
func (c rehearseCmd) Run(ctx context.Context, std streams) error {
	plan, err := c.plan(std)
	if err != nil {
		return err
	}
	report, err := rehearsal.Run(ctx, plan)
	if err != nil {
		return fmt.Errorf("rehearse: %w", err)
	}
	if c.Report == "json" {
		e := json.NewEncoder(std.out)
		e.SetIndent("", "  ")
		err = e.Encode(report)
	} else {
		err = report.WriteTable(std.out)
	}
	if err == nil && !report.Whole() {
		err = errors.New("not every viewer saw everything once: see \"lost\" and \"seen twice\"; please report it with this table")
	}
	return err
}

// plan says what to rehearse, or what is wrong with the flags.
func (c rehearseCmd) plan(std streams) (rehearsal.Config, error) {
	self, err := os.Executable()
	if err != nil {
		return rehearsal.Config{}, fmt.Errorf("find the program itself: %w", err)
	}
	plan := rehearsal.Config{Viewers: c.Viewers, Rate: c.Rate, For: c.For, Part: c.Part, Story: c.Story,
		Storm: c.Storm, Serve: []string{self}, Progress: std.err}
	if c.Plain {
		plan.Plain = []string{self, "plain-broadcast"}
	}
	switch {
	case c.Viewers < 1 || c.Viewers > 20_000:
		return plan, fmt.Errorf("%w: --viewers is %d; it must be 1 to 20000, which is what a server takes", errUsage, c.Viewers)
	case c.For <= 0 || c.For > 24*time.Hour:
		return plan, fmt.Errorf("%w: --for is %s; it must be above 0 and at most a day", errUsage, c.For)
	case c.Rate < 0 || c.Rate > 1000 || c.Rate == 0 && c.At == "":
		return plan, fmt.Errorf("%w: --rate is %g; it must be above 0 and at most 1000, or 0 with --at", errUsage, c.Rate)
	case (c.At == "") != (c.Invite == ""):
		return plan, fmt.Errorf("%w: --at and --invite go together", errUsage)
	}
	plan.At, plan.Invite = c.At, c.Invite
	if plan.Part == "auto" {
		plan.Part = ""
	}
	return plan, nil
}

// plainCmd is the plain broadcast that a rehearsal compares with, in a process of
// its own so that what it takes can be measured.
type plainCmd struct{}

// Run broadcasts what comes on stdin until it ends.
func (plainCmd) Run(std streams) error { return rehearsal.Plain(std.in, std.out) }
