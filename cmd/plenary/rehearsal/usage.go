package rehearsal

import "time"

// usage is what a process takes.
type usage struct {
	cpu    time.Duration // since it began
	memory int64         // bytes in use now
}
