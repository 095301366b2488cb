package web

import (
	"errors"
	"strconv"
	"unicode/utf8"

	"plenary/negotiation"
)

// maxDepth bounds how deep JSON may nest; ours needs four.
const maxDepth = 16

var errDepth = errors.New("the JSON nests deeper than " + strconv.Itoa(maxDepth))

// checkJSON refuses what encoding/json would change without a word: bytes that
// are not UTF-8, and halves of UTF-16 pairs in \u escapes, both of which become
// U+FFFD [RFC 8259 8.1, 8.2]. A delegation's words are recorded as sent, or not
// at all. It also bounds the nesting; whether the rest is JSON, the decoder says.
func checkJSON(body []byte) error {
	if !utf8.Valid(body) {
		return negotiation.Refuse(negotiation.BadText, "field", "body")
	}
	depth := 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '{', '[':
			if depth++; depth > maxDepth {
				return errDepth
			}
		case '}', ']':
			depth--
		case '"':
			end, whole := skipString(body, i+1)
			if !whole {
				return negotiation.Refuse(negotiation.BadText, "field", "body")
			}
			i = end
		}
	}
	return nil
}

// skipString gives the index of the quotation mark that ends the string which
// begins at i, or the length of body; false where half a pair stands alone.
func skipString(body []byte, i int) (end int, whole bool) {
	for ; i < len(body) && body[i] != '"'; i++ {
		if body[i] != '\\' {
			continue
		}
		i++ // whatever is escaped, it ends no string
		switch unit := escaped(body, i); {
		case unit >= 0xdc00 && unit < 0xe000:
			return i, false
		case unit >= 0xd800 && unit < 0xdc00:
			// "\ud83d" stands at i-1; its other half must begin at i+5.
			if low := escaped(body, i+6); i+5 >= len(body) || body[i+5] != '\\' || low < 0xdc00 || low >= 0xe000 {
				return i, false
			}
			i += 10
		}
	}
	return i, true
}

// escaped is the UTF-16 unit that the escape with its "u" at i gives, or -1
// where there is no such escape.
func escaped(body []byte, i int) int {
	if i+5 > len(body) || body[i] != 'u' {
		return -1
	}
	unit, err := strconv.ParseUint(string(body[i+1:i+5]), 16, 32)
	if err != nil {
		return -1
	}
	return int(unit)
}
