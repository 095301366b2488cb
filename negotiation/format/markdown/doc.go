// Package markdown reads and writes the text form of a compilation of comments,
// as the Virtual Forum of the Inter-American Conference of Ministers of Labor has
// it, and reads a clean draft in text or Markdown.
//
// # The form
//
// A cover of blocks of lines, a note that names who made comments, and the body.
// Blank lines set nothing apart by themselves: what a line is, it says at its start.
//
//	A. ORGANIZATION          a section heading: a label and capitals; or "# Text"
//	WORKING GROUP 1          a group heading under it: capitals; or "### Text"
//	2. Text                  a numbered paragraph, the chapeau of the list behind it
//	- b. Text                a lettered or roman item; also "b) Text" and "(b) Text"
//	- Text                   a bullet; also "*" and "•"
//	Text                     a paragraph without a number
//	MEXICO: Text             a proposal: the whole paragraph with **inserted** and ~~deleted~~
//	                         words, and behind it the items of the list that it restates
//	- **Text**               behind a proposal: a new bullet
//
// For what the form of the Forum has no words, lines of a proposal say it:
//
//	MEXICO (late, on 7.b): Text          late; on a paragraph that the text does not tell
//	MEXICO (on 7.b, version 1): Text     written on an older version than the draft's
//	MEXICO (reading not confirmed): Text as it was marked, for it can be read in two ways
//	CHILE and PERU: Text                 by several
//	On 9.c: Text                         a further paragraph; also "On 9.c, version 1: Text"
//	After 7.b (lettered): **Text**       a new paragraph
//	Move after 7.d: Text                 a move
//	Request: Text                        a request for words
//	Comment: Text                        a remark; further lines of it stand in by two spaces,
//	                                     behind a backslash where they would be structure
//	Reason: Text                         why
//
// A text that would be misread at its start stands behind a backslash. Three
// asterisks are the placeholder for a name still to come and never a mark. The
// marks are those of [diff.ReadMarks].
//
// # Two readings
//
// Each redline is read twice: with its marks at their word, and, by [diff.Repair],
// so that what is kept and struck is the draft. Where the two differ in words the
// proposal carries both as a [negotiation.Doubt] and waits for its author; a
// difference in punctuation or in the shape of quotation marks is none. Where a
// proposal neither says nor shows on which paragraph it is, it waits to be placed.
// Instructions ("Delete paragraph 3") are carried out where that can be done in one
// way only, and are requests elsewhere.
//
// A notice has a line, a severity, a code for programs and a sentence for people:
//
//	merged-run, no-marks                  error: the meaning depends on it
//	unmarked-words, unmarked-punctuation, foreign-struck, unclosed-mark, pointer,
//	empty-parentheses, target, relabelled, extra-item, new-item, new-paragraph,
//	request, remark, no-match, no-text, no-change, unplaced, unknown-address,
//	struck-target, older-version, editorial
//	                                      ask: a person has to look
//	joined, empty-bullet, blank-line, placeholder, stray-mark, stray-space,
//	instruction, late, contributors, cut-off, slip, untouched, restates-draft,
//	left-out, general-comment             info: nothing needs to be done
//
// # Other documents
//
// A consolidated text, a comparative table and a disposition table are for people
// to read, in their own language, and are not read back. They begin with a comment
// that says so, so that none is taken for a draft by mistake:
//
//	[, including migrant workers – MEXICO]   words that are asked for
//	[old text – delete: MEXICO, PERU]        words that somebody would take away
//	> **PERU**, Proposal 4: ...              what stands in no bracket
//
// Words of others are escaped in them: a bracket behind a backslash is of the words,
// a raw one is the document's, and no comment makes a heading, a link or a block.
//
// The comparative table has a table for each paragraph, with a row for each
// delegation: in a text, a column for each would be too wide to read.
//
// # What is promised
//
// [Read] of any bytes gives a draft or a refusal; what it repairs, joins or
// leaves out, it says in a notice.
//
// [Write] of a compilation in which nothing was decided, read and compiled again,
// gives the same bytes: every proposal is on the table and in time, and the draft
// is as it was imported. A document that was read is such a one.
//
// Once something was decided, a document holds less than the house knows. Read
// again, it keeps each paragraph that stands, with its words, its kind and the
// label that is printed, and each proposal on it, with its author and the words
// that it would give that paragraph. No paragraph is invented, and no proposal
// is on another paragraph than the one that it names or stands at. This changes:
//
//   - A struck paragraph is left out, with the struck items of its list
//     (struck-paragraph). Words proposed on it become a comment on the whole
//     draft, as they stand (struck-target); so do those on an address that there
//     is not (unplaced, or unknown-address for a part of a proposal).
//   - Words written on an older version are taken, but that version is not in
//     the document: their redline is a new one, against today's words
//     (older-version).
//   - The list of fates is left out (fates-skipped), and so is who is named in
//     it alone. That a proposal was late is only said (late).
//   - Versions count from 1 anew, and paragraphs without a printed label as they
//     stand. An item i is read as a number where its list has other letters
//     before it and no h.
package markdown
