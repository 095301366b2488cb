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
//	MEXICO (reading not confirmed): Text the marks are printed as they came, and read anew
//	CHILE and PERU: Text                 by several
//	On 9.c: Text                         a further paragraph; also "On 9.c, version 1: Text"
//	After 7.b (lettered): **Text**       a new paragraph
//	Move after 7.d: Text                 a move
//	Request: Text                        a request for words
//	Comment: Text                        a remark; further lines of it stand in by two spaces,
//	                                     behind a backslash where they would be structure
//	Reason: Text                         why
//
// A text that would be misread at its start, or for its brackets, stands behind a
// backslash. Three asterisks are the placeholder for a name still to come and never
// a mark. The marks are those of [diff.ReadMarks].
//
// # The forms of other houses
//
// Read takes the documents of other houses as they come, in English, Spanish, French
// and Portuguese. A label is kept as it is printed, with one space in it at most and
// no full stop: its address is the label without the space. What is printed with two
// labels, or with parts, has both in one:
//
//	PP1 Text, OP 2. Text, OP1 alt. Text    paragraphs PP1, OP 2 and OP1 alt
//	Paragraph 7: Text, 7) Text, 7.- Text   the paragraph 7
//	3 bis. Text, 3ter Text                 3 bis and 3 ter
//	Article 4. A sentence.                 the paragraph Article 4; also with the sentence on the next line
//	Article 4 – Title, Chapter II, Annex I a heading; its title may stand on the next line,
//	                                       and without one the label is its text
//	1. Text, in Article 4                  4(1), where numbers begin anew in each article;
//	                                       Annex I(1) below another heading in which they do
//	1.2 Text, behind 1                     the item 2 of 1, at the address 1.2; behind it 1.2.3 is the
//	                                       item 2(3). Elsewhere 1.2 and A.1 are paragraphs 1(2) and A(1).
//	                                       Before small letters it has to go on from 1 or 1.1
//	(1) Text                               an item behind a colon, and else the paragraph 1
//	(i) Text behind b, (a) Text behind 1.2 the items b(i) and 2(a) of the same list
//
// A heading may also be underlined, stand in bold, or be a few words without a full
// stop that stand alone. Lines that are wrapped, and pieces that a page parted, are
// joined; the number of a page, and the symbol printed again beside it, are left out.
//
// A proposal may begin "Trinidad and Tobago:", "**Mexico:**", "[PERU]", "Mexico –",
// "BRAZIL, on behalf of MERCOSUR:" (it is of both), "Proposal by Chile:", "Paragraph
// 7 – MEXICO:", "Japan proposed to ..."; or stand below "### Mexico". A name is
// believed if whoever imports the document says so, if the note on the cover lists
// it, if [nations.Find] knows it, or if it stands before one of the qualifiers above. In
// capitals before a colon any other is asked ([negotiation.Question]); until it is
// answered it is a delegation if the words behind it restate a paragraph nearby or
// say what is to become of one, and else text of the draft. So is a name in small
// letters before a redline. A known name in any other form before marked words or an
// instruction ("• CUBA:", "(Chile)", "Ms. Ramírez (Panama):") is asked too, and read as
// its proposal, or as its comment where the form says more than a name. One delegation has one spelling: that of its first
// proposal.
//
// A proposal is on the paragraph whose text it restates word for word, but for its
// marks, wherever that stands; else on the one nearby that it is most like. A label
// before it that says another paragraph is told. What stands behind "Rationale:",
// "Motivo:" and the like is its reason.
//
// Words in square brackets that name a delegation ("[text – MEXICO]", "[MEX: text]")
// are its proposal, and the draft is without them; see package bracketed. All other
// brackets are the draft's own words, with a notice where there is a choice to be made
// or a partner is missing. A paragraph of which nothing would be left stays as it is.
//
// A file is in UTF-8, in UTF-16 behind a byte order mark, or in Windows-1252. Soft
// hyphens, control characters and marks that turn the direction of writing are left out of the words; spaces at which no line breaks, and quotation
// marks of all shapes, are kept.
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
