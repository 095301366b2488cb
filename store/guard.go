package store

import (
	"fmt"
	"runtime/debug"
)

// guard runs fn, which reads pages through the memory map. On a damaged page
// bbolt panics, or follows a bad offset to an address that cannot be read: both
// become a *CorruptError. It guards this goroutine only.
func guard(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = &CorruptError{Reason: fmt.Sprint(r)}
		}
	}()
	return fn()
}
