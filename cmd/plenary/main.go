// Command plenary is the negotiation platform in one binary: the server, and the
// tools that import, export, compare and check what it keeps.
//
// Exit codes: 0 done; 1 refused or bad input, with one line on stderr that says
// what, where and what to do; 2 wrong usage. Results go to stdout, words about
// progress to stderr; "-" stands for stdin and stdout.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // zones of cut-offs, on machines without zone files

	"github.com/alecthomas/kong"
)

// release is the release of this software; the linker sets it in builds for
// others.
var release = "0.1.0-dev"

// cli is the one table of commands and flags. Each flag has an environment name
// PLENARY_<FLAG>; "plenary config" prints them all.
type cli struct {
	Demo     demoCmd     `cmd:"" default:"withargs" help:"Serve the Bridgetown negotiation to try everything out. The default command."`
	Serve    serveCmd    `cmd:"" help:"Serve the negotiations of a data file."`
	Import   importCmd   `cmd:"" help:"Import a draft or a compilation of comments, all or nothing."`
	Export   exportCmd   `cmd:"" help:"Write one document of a negotiation."`
	Convert  convertCmd  `cmd:"" help:"Import and export in one go, without a data file."`
	Diff     diffCmd     `cmd:"" help:"Show the words deleted and inserted between two text files."`
	Merge    mergeCmd    `cmd:"" help:"Show what several texts make of one base: consolidated, what clashes, what combines."`
	Verify   verifyCmd   `cmd:"" help:"Replay every record and check every entry, every hash and every invariant."`
	Backup   backupCmd   `cmd:"" help:"Copy a data file, also while a server is running."`
	Invite   inviteCmd   `cmd:"" help:"Open a seat and print its sign-in link."`
	Rehearse rehearseCmd `cmd:"" help:"Try how a server fares with a conference full of viewers."`
	Config   configCmd   `cmd:"" help:"Print every setting with its environment name and default."`
	Version  versionCmd  `cmd:"" help:"Print the release."`

	PlainBroadcast plainCmd `cmd:"" hidden:"" help:"What a rehearsal compares with."`
}

// streams are where a command reads and writes, so that tests can stand in.
type streams struct {
	in       io.Reader
	out, err io.Writer
	clock    func() time.Time
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, clock: time.Now})
	stop()
	os.Exit(code)
}

// run carries out one command line and gives its exit code.
func run(ctx context.Context, args []string, std streams) int {
	var c cli
	help := false
	parser, err := kong.New(&c,
		kong.Name("plenary"),
		kong.Description("Plenary keeps the text of a negotiation: delegations propose words, everybody sees them at once, and the Secretariat exports the compilation."),
		kong.DefaultEnvars("PLENARY"),
		kong.Writers(std.out, std.err),
		kong.Exit(func(int) { help = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(std),
	)
	if err != nil {
		panic(err) // a mistake in the table above
	}
	cmd, err := parser.Parse(args)
	if help {
		return 0
	}
	if err != nil {
		fmt.Fprintf(std.err, "plenary: %v; see plenary --help\n", err)
		return 2
	}
	if err := cmd.Run(parser.Model); err != nil {
		fmt.Fprintf(std.err, "plenary: %s\n", strings.ReplaceAll(explain(err), "\n", "; ")) // one line, also for joined errors
		if errors.Is(err, errUsage) {
			return 2
		}
		return 1
	}
	return 0
}

// errUsage marks an error as one of usage that the flags alone cannot tell.
var errUsage = errors.New("wrong usage")

type versionCmd struct{}

// Run prints the release.
func (versionCmd) Run(std streams) error {
	_, err := fmt.Fprintln(std.out, "plenary", release)
	return err
}
