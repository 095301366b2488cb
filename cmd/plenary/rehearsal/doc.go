// Package rehearsal tries a server before the conference does: it seats viewers by
// the thousand, lets things happen, and measures how long it takes from the record
// to the last screen, what is lost, and what a viewer costs.
package rehearsal
