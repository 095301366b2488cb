package web_test

import (
	"net"
	"testing"
	"testing/synctest"
	"time"
)

// A browser opens connections ahead, and says nothing on them until it needs them.
func TestAServerThatStopsDoesNotWaitForThoseWhoHaveAskedNothing(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		here, there := net.Pipe()
		defer here.Close()
		h.line.ends <- there
		synctest.Wait()
		begin := time.Now()
		h.stop()
		if took := time.Since(begin); took > 2*time.Second {
			t.Errorf("it took %v to stop, as for somebody who is served", took)
		}
	})
}
