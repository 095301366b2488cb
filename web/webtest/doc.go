// Package webtest opens a whole house for tests: a server over a store in
// memory, with a draft, seats and a clock that the test turns. Nothing in it is
// told what to answer: what a test sees is what a delegate would see.
package webtest
