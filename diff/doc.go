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
// # Marks
//
// [Marked] writes a redline as text, with **inserted** and ~~deleted~~ words as
// delegations type them, and [ReadMarks] reads such a text.
//
// [UAX #15]: https://www.unicode.org/reports/tr15/
// [UAX #29]: https://www.unicode.org/reports/tr29/
package diff
