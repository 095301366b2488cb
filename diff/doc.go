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
// The script is then cut out of the two texts as they were given.
//
// # What holds for every script of Words
//
//   - What is equal or deleted, put together, is the text before, byte for byte;
//     what is equal or inserted is the text after.
//   - No span is empty, no two neighbours have the same op, and in a replaced
//     place the deletion comes first.
//   - A change that only inserts words shows no word as deleted, and one that
//     only deletes words shows none as inserted. (White space may be both.)
//   - Where a kept word differs in its quotation marks, its encoding or the white
//     space before it, the script deletes and inserts exactly that;
//     [Script.Typographic] tells such a change from one of substance.
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
