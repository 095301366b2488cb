package web

import (
	"fmt"
	"runtime/debug"
)

// safely takes a step of ours outside of any request, where a panic would end
// the server, and gives a panic as an error: one broken negotiation must not
// take the others down.
func safely(step func() error) (err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("panic: %v\n%s", broken, debug.Stack())
		}
	}()
	return step()
}
