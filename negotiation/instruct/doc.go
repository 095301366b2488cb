// Package instruct reads amendments that are written as instructions, as in
// `Replace "X" by "Y" in paragraph 7`, and carries them out on a paragraph.
//
// It is pure: what it gives depends on its arguments only, and the time it takes
// is in proportion to their length. It reads English, Spanish, French and
// Portuguese, also in one text; accents, capitals and hyphens of its own words do
// not count.
//
// # Grammar
//
//	text        = { remark } clause { separator ( clause | remark ) }
//	separator   = "." | ";" | "," | line | "and" | label of an item
//	clause      = { part | preamble } [ verb ] { part } { "and" words } [ reason ]
//	preamble    = "Mexico proposes to" | "Please" | "Se propone" | "Proposal 3:"
//	verb        = replace | substitute | change | delete | insert | move | read | amend
//	part        = words | place | "by" words | "instead of" words | ":" text
//	            | ( "after" | "before" ) ( words | place ) | "between" words "and" words
//	            | ( "at the end" | "at the start" ) | "from" words "to" words
//	            | occurrence | new paragraph | "to read as follows" text
//	words       = [ noun ] quotation | "the word" WORD | NAME | "a comma"
//	place       = [ preposition ] ( paragraph | sentence | chapeau | line )
//	paragraph   = "paragraph 7(b)" | "7.b" | "literal c) del numeral 9" | "OP3"
//	            | "the third bullet of paragraph 6" | "this paragraph"
//	occurrence  = "the second occurrence of" | "wherever it occurs" | "throughout the text"
//	            | "in the whole document" | "in all paragraphs"
//	reason      = ( "," | "(" | "–" | "as" | "in order to" … ) up to the end of the sentence
//	            | "?"
//
// Parts stand in any order, as the languages have them; which verb needs which is
// checked when all are read. Only a new paragraph may be inserted without a verb:
// "Paragraph 5 bis (new): text".
//
// # What is certain, and what is not
//
// Words stand in quotes of any shape. Without quotes they are read only where
// their limits are certain: one word behind "the word", a name in capitals, the
// text of a paragraph from a colon to the end, a single sentence or a few words to
// be put at the end. "Substitute X for Y" and "substituer X à Y" put X in the place
// of Y; "sustituir X por Y" and "replace X by Y" the other way round; "replace X
// for Y" may mean either and is not read.
//
// A sentence that begins as an instruction does and is not read to its end makes
// the whole text none: half of what an author asked for is not what they asked
// for. A line number, a condition, an alternative or a missing place leaves an
// instruction with a Doubt; so do a question mark and, in brackets or behind a
// dash, words that do not begin as a reason does ("or at least bracket it"). A paragraph named in front ("In paragraph 7, …")
// holds for what follows until another is; one named behind holds for what the
// same verb joins.
//
// Not read: what moves words from one paragraph to another, merges or splits
// paragraphs, or counts from the end of a list ("the last bullet").
package instruct
