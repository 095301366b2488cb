//go:build unix

package rehearsal

import (
	"fmt"
	"syscall"
)

// roomFor makes sure that this process may have n connections open, besides what it
// needs for itself. The runtime has raised the limit as far as it may be raised; where
// that is not enough, who is allowed to goes further.
func roomFor(n int) error {
	need := uint64(n) + 200
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil || uint64(limit.Cur) >= need {
		return nil // what cannot be looked up is found out on the way
	}
	have := limit.Cur
	limit.Cur, limit.Max = need, max(limit.Max, need)
	if syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit) == nil {
		return nil
	}
	return fmt.Errorf("%d viewers need %d open files, and this account may have %d: raise the limit (\"ulimit -Hn\" in a shell of root, LimitNOFILE= in a unit of systemd) or take fewer --viewers", n, need, have)
}
