// Package negotiation is the law of the house: what a draft, a proposal and a
// delegation are, who may do what, and what follows from it. It is pure: it
// reads no clock, draws no chance, starts no goroutine and opens no file, so
// that a replay of the record decides and reads exactly as the day itself did.
//
// # The data's way
//
// A [Request] carries a [Command], which is a wish. [State.Decide] answers with
// a [*Refusal], or with the [Event]s that follow. The events of one command are
// one [Entry]; a [Journal] makes it durable; only then does [State.After] apply
// it. Whoever looks sees a [View], which only [Sight.For] makes, and a document
// is a [Compilation], which only [Compile] makes from a View.
//
// # Words
//
//	draft         the text under negotiation, a list of paragraphs
//	paragraph     any amendable unit: heading, numbered paragraph, sub-paragraph, bullet
//	chapeau       the own text of a numbered paragraph that leads into a list
//	proposal      what a delegation sends; holds one or more changes
//	redline       a change shown as words deleted and inserted (package diff)
//	to table      to put a proposal before the meeting
//	delegation    a member state, or a consultative body such as COSATE and CEATAL
//	seat          the right of somebody to act: a role, mostly for a delegation
//	Secretariat   the seat that holds the pen
//	Chair         the seat that runs the room; never the state it comes from
//	cut-off       the instant after which a proposal is late; a policy, not a wall
//	compilation   the draft with every delegation's restated paragraphs after each
//	version       of a paragraph, from 1; Seq is of the record; a release is of the software
//	fate          what became of a proposal (accepted, not retained, withdrawn, ...)
//	contest       the open proposals on one paragraph, laid over one another
//	combined      of a proposal: put together from others, its parents, by a seat that decides
//	to rebase     to carry an open proposal to the new version of its paragraph
//	blame         who brought each word of a version
//	reading       a way in which the marks of an imported proposal can be read
//	doubt         a change that has two readings, of which none is confirmed
//	to issue      to make a document one of the meeting's, with a symbol, for ever
//	session       the meeting at work: scheduled, open, suspended, closed
//	floor         what an open session is on: a paragraph that was called, and its stage
//	to have the   to be the delegation that speaks
//	  floor
//	pen           the right to type what the meeting drafts; one seat has it at a time
//	frozen        of a text: the exact words that the meeting is asked to agree to
//	gavel         an agreement that takes effect unless somebody objects in time
//	settled       of a paragraph: with an outcome; agreed, agreed ad referendum (ad ref),
//	              in brackets, parked or deferred
//	position      what a delegation, or a group of them, says of a text
//	to lapse      of a proposal: to fall because its paragraph was agreed without it
//	unheard       of a proposal: that came when its paragraph was frozen or agreed already
//
// # Rules that are never broken
//
//  1. Nothing vanishes: each proposal has a visible fate in every later document.
//  2. No silent edit: each changed word is in the record with who, when and why.
//  3. A delegation sees the text it amends: a stale base is refused.
//  4. What is not in the journal has not happened.
//  5. Roles belong to seats, not to states.
//  6. Late is marked and admitted by decision, or refused by a policy set before.
//  7. No machine prefers a delegation: of two changes that clash, a combined
//     proposal takes neither, and a rebase alters no word that an author wrote.
//  8. The machine's reading is never applied without its author's word: where marks
//     can be read in two ways, both are kept until one is confirmed.
//  9. What the meeting is asked to agree to does not change under its eyes, and what it
//     has agreed to does not change unless the Chair reopens it, with a reason. Nothing
//     is read from silence but that it was silence.
//  10. Nobody is decided on unheard. What comes onto a paragraph while its words are
//     frozen, or after they were agreed, is not decided with them: nothing can be
//     tabled, admitted or combined there, and what comes in writing, or is a remark,
//     stays on the table and does not lapse. An objection ends that until the last one
//     is taken back: the meeting is then asked again, with all before it that has come
//     until then, and what comes is unheard from there on.
//
// [State.Check] states the invariants that hold after every entry.
package negotiation
