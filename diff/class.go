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
	ideograph          // a rune of Chinese or Japanese, where a word has about two
	syllable           // a rune of Thai, Lao, Khmer or Burmese, where a word has about five
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
	case isWord(first) && isStopWord(key):
		return stopWord
	case isWord(first):
		return word
	}
	return classOfMark(first)
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
