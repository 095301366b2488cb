// Package room is the imperative shell around package negotiation: it holds one
// writer for each negotiation, writes to the journal first, and tells whoever
// waits that the record has moved.
//
// # What it promises
//
//   - Submit returns only after the entry is durable, or nothing has happened.
//   - The commands of one negotiation are decided one after the other, each on
//     the state that the one before left. Readers never wait for a writer.
//   - A request with an idempotency key happens once: the same key from the
//     same seat gives the same receipt, also after a restart; the same key with
//     another command is refused.
//   - Where another process has appended first, the room reads what it missed
//     and decides again. A refusal, too, is given on the newest record only.
//   - Tend lets deadlines pass: a gavel takes effect by a command of the system's
//     seat, in the record like any other.
//   - Next(since) gives what a reader that has seen up to since has missed, as
//     one change. First load, update and reconnection are one path.
//
// Concurrency: many submissions to one negotiation are decided in one batch and
// handed to the journal in order; the journal commits them in one transaction.
package room
