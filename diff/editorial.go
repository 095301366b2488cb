package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Editorial reports whether the script changes something, but no words: only
// punctuation, case, and what [Script.Typographic] leaves out of account.
//
// It is a hint for whoever sorts proposals, never a judgement: a comma can
// change the sense. Square brackets are no punctuation here, because in a draft
// they say that the words inside are not agreed; nor are signs that are read
// aloud, such as % or &, or that stand for words to come, such as ***.
func (s Script) Editorial() bool {
	return s.Changed() && spoken(s.Before()) == spoken(s.After())
}

// EditorialAt reports whether the change that span i belongs to is editorial. A
// deletion and the insertion that replaces it are one change. A span that is
// equal belongs to none.
func (s Script) EditorialAt(i int) bool {
	if s[i].Op == Equal {
		return false
	}
	from, to := i, i+1
	if s[i].Op == Insert && i > 0 && s[i-1].Op == Delete {
		from--
	}
	if s[i].Op == Delete && to < len(s) && s[to].Op == Insert {
		to++
	}
	return s[from:to].Editorial()
}

// spoken returns the words of a text in small letters, set apart.
func spoken(text string) string {
	var words strings.Builder
	for s, i := newTable().read(text), 0; i < s.len(); i++ {
		if key := key(s.word(i)); !isPunctuation(key) {
			words.WriteString(strings.ToLower(key))
			words.WriteByte(' ')
		}
	}
	return words.String()
}

func isPunctuation(key string) bool {
	first, _ := utf8.DecodeRuneInString(key)
	return unicode.IsPunct(first) && !strings.ContainsRune("[]%‰&@#*/\\§¶", first)
}
