package rehearsal

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"
)

// hertz is the unit of times in /proc: USER_HZ, which is 100 on every architecture
// that Go runs on [proc_pid_stat(5)].
const hertz = 100

// usageOf gives the processor time that a process has had and the memory that it
// has in use now, or false where they are not to be had.
func usageOf(pid int) (u usage, ok bool) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, false
	}
	// The name of the program comes second, in brackets, and may hold anything.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	if len(fields) < 22 {
		return u, false
	}
	ticks, pages := int64(0), int64(0)
	for i, to := range map[int]*int64{11: &ticks, 12: &ticks, 21: &pages} { // utime, stime, rss
		n, err := strconv.ParseInt(string(fields[i]), 10, 64)
		if err != nil {
			return u, false
		}
		*to += n
	}
	return usage{cpu: time.Duration(ticks) * time.Second / hertz, memory: pages * int64(os.Getpagesize())}, true
}
