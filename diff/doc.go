// Package diff makes the redline of two texts, word by word: which words of the
// text before were deleted, and which of the text after were inserted.
//
// It is pure. It reads no clock, starts no goroutine and keeps no state, so the
// same two texts give the same script on any machine and under any load.
//
// # How a redline is made
//
// Both texts are cut into tokens: words, and marks one by one. Words follow the
// default boundaries of [UAX #29] in what they hold together (letters, digits,
// what extends them, and an apostrophe between two of them); in scripts written
// without spaces each rune is a token. Tokens are compared in normal form C
// [UAX #15] and with straight quotation marks; case counts. White space belongs
// to the token behind it and is not compared.
//
// The tokens are aligned with the fewest edits there are, by the algorithm of
// Myers ("An O(ND) Difference Algorithm and Its Variations", 1986) as it is
// implemented in github.com/sergi/go-diff. What is too large and too different
// for that is first cut where both sides share words found nowhere else.
//
// The fewest edits are not yet what a delegate would have marked. Five passes,
// each linear in the texts, come closer. What is kept has a value and each
// change has a price: a content word is worth 100, an article or a preposition
// 50, a mark 20; a deletion or an insertion costs 40, a replacement 60.
//
//   - Realign. Where changes lie close together, the alignment of the highest
//     value less price takes the place of the one with the fewest edits.
//   - Choose. The same for changes that lie too far apart for that, by giving up
//     runs of kept words where it pays; the changes around them become one.
//   - Fold. A run beside a replacement that is worth less than a fourth of the
//     smaller of its neighbours is given up as well: it is there by chance.
//   - Part. A sentence is struck or added with its own full stop, not with that
//     of the sentence before.
//   - Slide. What is only inserted or only deleted often fits in several places;
//     it goes where a phrase begins or ends.
//
// Runs are given up only between changes that, together, both delete and insert.
// Runes of Chinese and Japanese count for half a word, those of Thai, Lao, Khmer
// and Burmese for a tenth: one letter alone is kept by chance.
//
// The values were found on the redlines of the Bridgetown compilation, which
// Words is held to in testdata/diff/quality. They are round and not at an edge:
// see README.md there for what was tried.
//
// Those are the values of [Fine], which delegates see. [Coarse] gives up more,
// for editors who compare phrases.
//
// Where less than 30 % of the shorter text is kept, by value, the paragraph was
// not amended but rewritten: the script deletes the one text and inserts the
// other. Texts of fewer than ten words are left alone.
//
// The script is then cut out of the two texts as they were given.
//
// # What holds for every script of Words, in either profile
//
//   - What is equal or deleted, put together, is the text before, byte for byte;
//     what is equal or inserted is the text after.
//   - No span is empty, no two neighbours have the same op, and in a replaced
//     place the deletion comes first.
//   - A change that only inserts words shows no word as deleted, and one that
//     only deletes words shows none as inserted. (White space may be both.)
//   - Where a kept word differs in its quotation marks, its encoding or the white
//     space before it, the script deletes and inserts exactly that;
//     [Script.Typographic] tells such a change from one of substance, unless the
//     word was given up between two changes or the text was rewritten.
//     [Script.Editorial] finds those that touch punctuation or case as well.
//
// A text is expected to be UTF-8. Bytes that are not are compared one by one,
// and all of the above holds for them as well.
//
// # What it takes
//
// The work is counted in tokens and table cells, never in time, so that a bound
// gives the same script everywhere. It is about twice that of reading the two
// texts; for texts that share nothing, eight times.
//
// Two files of 8 MiB of any content take less than 2 s and 256 MB beside the
// texts: BenchmarkHostile has those that were made to take more, of which the
// slowest took 1.5 s and the largest 200 MB when nothing else ran. For that,
//
//   - the larger the texts, the smaller the blocks that are aligned with the
//     fewest edits; this begins at 50,000 words;
//   - where both texts have a million words or more and share little, fewer
//     words in common are looked for, and those between are shown as replaced;
//   - a text with more than a million changes has neighbouring ones joined,
//     unless words are only inserted or only deleted;
//   - texts of more than 6 Mi tokens together, or with a script of more than 2 Mi
//     spans, are compared in parts. Where one holds all words of the other it is
//     cut between words, and still shows only insertions or only deletions. Other
//     texts are cut at the lines they share. What then is too large as well is
//     shown as replaced, even where words were only inserted. Files of 8 MiB have so
//     many tokens only if most of them are marks or words of one letter.
//
// [Script.Typographic], [Script.Editorial] and [Blame.After] are linear in the
// texts, which must be shorter than 2 GiB.
//
// # Merge
//
// [Merge] lays what several parties make of one base into a table: what each of
// them deletes of the base and inserts into it. Nothing is lost by it:
// [Merged.Select] gives back the text of each party, byte for byte, and the base
// for none. What several change alike is one edit of all of them.
//
// From the table come the [Relation] of any two edits, of which some compete
// because one of them can stand at most; the pairs of parties with nothing to
// decide between them ([Merged.Compatible]); the base with any edits taken
// ([Merged.Apply]), for instance all that compete with none
// ([Merged.ClashFree]); and the consolidated text, in which every word of the base
// stands once and in order, with what anybody deletes or inserts in brackets
// ([Merged.Bracketed]). No method takes sides: where two compete, both are told.
//
// There are at most [MaxParties] texts and [MaxMergeBytes] bytes. Two hundred
// texts of 32 KiB take about a second. Where the parties make more than 50,000
// edits, those that make more than their share are compared coarsely: words
// between their changes show as replaced. That is never so below 250 edits of a
// party.
//
// # Rebase
//
// [Rebase] carries a script to a newer version of its text. Each edit carries
// over, is satisfied because the newer text holds it already, or clashes; with
// one clash the whole is a conflict. Nothing is lost silently, and no word
// comes in that neither side wrote. The newer text is never changed where the
// script did not touch it.
//
// # Blame
//
// [Blame] says who brought each piece of a text. [Blame.After] carries it over a
// script: words that are kept, however typed, stay with those who brought them,
// and those that are inserted belong to whoever the caller says. The pieces, put
// together, are the text at any time.
//
// # Marks
//
// [Marked] writes a redline as text, with **inserted** and ~~deleted~~ words as
// delegations type them, and [ReadMarks] reads such a text.
//
// # Repair
//
// Documents are converted, and marks suffer by it: neighbouring runs are fused,
// so that struck words show in bold and the other way round, and commas are put
// in by hand. [Repair] reads such a text against the text before it: words of
// that are kept or deleted, and others are inserted, wherever its marks leave a
// choice. The text it gives is the probable one, [Reading.After] the literal one;
// they differ only where a run was fused, and for each thing that does not fit
// there is a [Finding]. Which of the two was meant only the author knows.
//
// What is typed is aligned with the text before in a table, in which a gap costs
// as much however long it is: few stretches are matched rather than many, and so
// the draft's own words at the two ends of a long fused run rather than an "and"
// in its middle. For a paragraph that takes twice as long as [Words], for one of
// 500 words that is changed all over thirteen times. Longer texts are cut where
// many words in a row agree; parts that are still too long are aligned as Words
// would align them.
//
// [UAX #15]: https://www.unicode.org/reports/tr15/
// [UAX #29]: https://www.unicode.org/reports/tr29/
package diff
