package markdown

import "plenary/diff"

// instructed reads an amendment that says what is to be done instead of doing it.
func (s *resolver) instructed(it piece, marked diff.Reading) bool { return false }
