package diff

import (
	"unicode"
	"unicode/utf8"
)

// class says what a token is to somebody who reads for changes.
type class uint8

const (
	word         class = iota
	stopWord           // an article, a preposition: see stopWords
	conjunction        // and, or: a stop word that joins phrases
	ideograph          // a rune of Chinese or Japanese, where a word has about two
	syllable           // a rune of Thai, Lao, Khmer or Burmese, of which one says nothing
	sentenceMark       // ends a sentence or one of its parts
	comma
	opening
	closing
	otherMark
	classes // how many there are
)

// classOf returns the class of a token by the key it is compared by. Quotation
// marks are straight there and so neither open nor close.
func classOf(key string) class {
	first, _ := utf8.DecodeRuneInString(key)
	switch {
	case isSolo(first) && unicode.In(first, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return ideograph
	case isSolo(first):
		return syllable
	case isWord(first):
		return wordClass(key)
	}
	return classOfMark(first)
}

// wordClass looks a word up as it stands and, at the beginning of a sentence,
// with a small letter. In capitals it is none: WHO and US are names.
func wordClass(key string) class {
	const longest = 12 // in bytes, of what is looked up
	if len(key) > longest {
		return word
	}
	if class, found := stopWords[key]; found {
		return class
	}
	first, n := utf8.DecodeRuneInString(key)
	if unicode.IsUpper(first) {
		return stopWords[string(unicode.ToLower(first))+key[n:]]
	}
	return word
}

func classOfMark(mark rune) class {
	switch mark {
	case '.', ';', ':', '!', '?', '…', '؛', '؟', '۔', '。', '；', '：', '！', '？':
		return sentenceMark
	case ',', '،', '、', '，':
		return comma
	case '(', '[', '{', '¿', '¡', '（', '「', '『', '《', '【':
		return opening
	case ')', ']', '}', '）', '」', '』', '》', '】':
		return closing
	}
	return otherMark
}
