package markdown

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"plenary/negotiation"
)

// decode gives the text of a file, and the name of the encoding where it is not
// UTF-8: UTF-16 behind a byte order mark, or else, where the bytes are text at all,
// Windows-1252, in which the word processors of the West saved for two decades.
// Every byte of that is one sign, so that nothing is lost or guessed at but the
// encoding itself.
func decode(src []byte) (text, encoding string, refusal *negotiation.Refusal) {
	if utf8.Valid(src) {
		return string(src), "", nil
	}
	bad := invalidAt(src)
	if order := byteOrder(src); order != nil {
		if text, ok := fromUTF16(src[2:], order); ok {
			return text, "UTF-16", nil
		}
	} else if isWindows1252(src) {
		return fromWindows1252(src), "Windows-1252", nil
	}
	return "", "", negotiation.Refuse(negotiation.Unreadable, "problem", "encoding", "byte", bad)
}

// byteOrder is that of a file in UTF-16 which says so [RFC 2781, 3.2], or nil.
func byteOrder(src []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(src, []byte{0xfe, 0xff}):
		return binary.BigEndian
	case bytes.HasPrefix(src, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	}
	return nil
}

// fromUTF16 reads UTF-16. It refuses half signs.
func fromUTF16(src []byte, order binary.ByteOrder) (string, bool) {
	if len(src)%2 != 0 {
		return "", false
	}
	text := make([]byte, 0, len(src))
	for i := 0; i < len(src); i += 2 {
		r := rune(order.Uint16(src[i:]))
		if utf16.IsSurrogate(r) {
			if i += 2; i == len(src) {
				return "", false
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(src[i:]))); r == unicode.ReplacementChar {
				return "", false
			}
		}
		text = utf8.AppendRune(text, r)
	}
	return string(text), true
}

// isWindows1252 reports whether bytes that are not UTF-8 can be Windows-1252: no
// control character but white space, none of the five bytes without a sign, and
// not a text in UTF-8 that was damaged in a few places.
func isWindows1252(src []byte) bool {
	for _, b := range src {
		if r := charmap.Windows1252.DecodeByte(b); unicode.IsControl(r) && !unicode.IsSpace(r) || r == unicode.ReplacementChar {
			return false
		}
	}
	broken, whole := 0, 0
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		src = src[size:]
	}
	return whole <= broken
}

func fromWindows1252(src []byte) string {
	text := make([]byte, 0, len(src)+len(src)/8)
	for _, b := range src {
		text = utf8.AppendRune(text, charmap.Windows1252.DecodeByte(b))
	}
	return string(text)
}

// invalidAt is the index of the first byte that is no UTF-8.
func invalidAt(src []byte) int {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(src)
}
