package nations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns the form in which names are compared: small letters without
// accents, one space for spaces and hyphens, no full stops, no English article,
// one sign for "and" in all the languages, and saints in full. It refuses what is
// too long or no text.
//
// Without its accent a short name may be a word ("Irã", "ira"); it keeps a mark.
func fold(name string) (key []byte, ok bool) {
	if len(name) > MaxName || !utf8.ValidString(name) {
		return nil, false
	}
	f := folder{key: make([]byte, 0, len(name)+len("sainte"))}
	for _, r := range norm.NFKD.String(name) { // of ASCII it is the name itself
		f.letter(r)
	}
	f.endWord()
	const shortest = 3
	if f.accents && len(f.key) <= shortest {
		f.key = append(f.key, '^')
	}
	return f.key, len(f.key) > 0
}

// folder makes a key letter by letter.
type folder struct {
	key []byte
	// word is where the word begins that is being written.
	word int
	// gap says that a space stands before what comes next.
	gap, accents bool
}

func (f *folder) letter(r rune) {
	switch {
	case unicode.Is(unicode.Mn, r):
		f.accents = true
	case r == '.' || unicode.Is(unicode.Cf, r):
	case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
		f.endWord()
		f.gap = true
	case strings.ContainsRune("'’‘`´", r):
		f.write('\'')
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		f.write(unicode.ToLower(r))
	default:
		f.sign(r)
	}
}

// write puts a letter of a word, behind a space where one is due.
func (f *folder) write(r rune) {
	if f.gap && len(f.key) > 0 && f.key[len(f.key)-1] != '(' {
		f.key = append(f.key, ' ')
		f.word = len(f.key)
	}
	f.gap = false
	f.key = utf8.AppendRune(f.key, r)
}

// sign puts what is no letter: "and" as a word of its own, others close to the
// word before.
func (f *folder) sign(r rune) {
	f.endWord()
	switch r {
	case '&', '+':
		f.gap = true
		f.write('&')
		f.gap = true
	case '(':
		f.write(r)
	default:
		f.key = utf8.AppendRune(f.key, r)
	}
	f.word = len(f.key)
}

// endWord puts the word that was written in its one form.
func (f *folder) endWord() {
	switch word := f.key[f.word:]; string(word) {
	case "and", "y", "e", "et":
		f.key = append(f.key[:f.word], '&')
	case "the":
		f.key = f.key[:f.word]
		if f.word > 0 && f.key[f.word-1] == ' ' {
			f.key = f.key[:f.word-1]
			f.gap = true
		}
	case "st":
		f.key = append(f.key[:f.word], "saint"...)
	case "ste":
		f.key = append(f.key[:f.word], "sainte"...)
	case "sta":
		f.key = append(f.key[:f.word], "santa"...)
	case "sto":
		f.key = append(f.key[:f.word], "santo"...)
	}
	f.word = len(f.key)
}
