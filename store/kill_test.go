//go:build unix

package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"plenary/negotiation"
	"plenary/store"
	"plenary/store/storetest"
)

// killedPath and killedRound tell the test binary to be the process that is
// killed, on which file and for which time.
const (
	killedPath  = "PLENARY_TEST_KILLED_PATH"
	killedRound = "PLENARY_TEST_KILLED_ROUND"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(killedPath); path != "" {
		fmt.Fprintln(os.Stderr, "append until killed:", appendUntilKilled(path, os.Getenv(killedRound)))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

const killedRecords = 3

// appendUntilKilled appends from several goroutines to the records of the store
// at path and prints each entry that was acknowledged as a line, in one write.
func appendUntilKilled(path, round string) error {
	b, err := store.OpenBolt(path, store.MapSize(1<<20))
	if err != nil {
		return err
	}
	errs := make(chan error)
	for w := range 4 * killedRecords {
		go func() {
			for i := 0; ; i++ {
				id := negotiation.NegotiationID(fmt.Sprintf("n%d", w%killedRecords))
				note := fmt.Sprintf("round-%s-writer-%d-entry-%d", round, w, i)
				seq, err := storetest.AppendNext(context.Background(), b, id, note)
				if err == nil {
					_, err = os.Stdout.WriteString(fmt.Sprintf("%s %d %s\n", id, seq, note))
				}
				if err != nil {
					errs <- err
					return
				}
			}
		}()
	}
	return <-errs
}

// killOnce starts the process, kills it after it has acknowledged a number of
// entries, and returns the lines that it has printed by then.
func killOnce(t *testing.T, path string, round, after int) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killedPath+"="+path, killedRound+"="+strconv.Itoa(round))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	reader := bufio.NewReader(out)
	for {
		if len(lines) == after {
			if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
				t.Fatal(err)
			}
		}
		line, err := reader.ReadString('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.TrimSuffix(line, "\n"))
	}
	var exit *exec.ExitError
	err = cmd.Wait()
	if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("round %d: the process ended by itself: %v", round, err)
	}
	return lines
}

// TestKilledAtAnyMomentNothingAcknowledgedIsLost kills a process that appends to
// one file, again and again, and reads after each time what it left.
func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	random := rand.New(rand.NewPCG(testSeed(t), 0))
	path := filepath.Join(t.TempDir(), "plenary.db")
	shut(t, openBolt(t, path))
	var acked []string
	for round := range 20 {
		acked = append(acked, killOnce(t, path, round, random.IntN(80))...)
		b := openBolt(t, path)
		if err := b.Verify(t.Context()); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		kept := map[string]int{}
		for i := range killedRecords {
			id := negotiation.NegotiationID(fmt.Sprintf("n%d", i))
			for _, e := range storetest.Entries(t, b, id, 0) {
				kept[e.Key]++
				kept[fmt.Sprintf("%s %d %s", id, e.Seq, e.Key)]++
			}
		}
		for what, times := range kept {
			if times != 1 {
				t.Errorf("round %d: %s is there %d times", round, what, times)
			}
		}
		for _, line := range acked {
			if kept[line] == 0 {
				t.Errorf("round %d: %s was acknowledged and is not there", round, line)
			}
		}
		shut(t, b)
	}
	t.Logf("%d entries were acknowledged", len(acked))
}
