package markdown

import (
	"strings"

	"plenary/negotiation"
)

// itemKind tells letters from roman numbers by what stands before: i is a letter
// behind h and a number elsewhere. Before is the item before this one in its
// list, letter the label of the last lettered one; both may be empty. A number in
// digits is of the kind of letters: it is a label that is printed.
func itemKind(label string, before negotiation.Paragraph, letter string) negotiation.Kind {
	if label == "" {
		return negotiation.Bullet
	}
	if isNested(label) {
		return nestedKind(label, before)
	}
	own := stem(label)
	value := romanValue(own)
	switch last := innermost(letter); {
	case value == 0:
		return negotiation.Lettered
	case len(own) > 1:
		return negotiation.Roman
	case before.Label != "" && before.Kind != negotiation.Bullet && once(before.Label) == own:
		return before.Kind
	case len(last) == 1 && last[0]+1 == own[0]:
		return negotiation.Lettered
	case own == "i" || before.Kind == negotiation.Roman && romanValue(innermost(before.Label))+1 == value:
		return negotiation.Roman
	}
	return negotiation.Lettered
}

// nestedKind is itemKind for a label that says what it is nested in. Letters are
// nested in numbers only, and there a c or a d is one.
func nestedKind(label string, before negotiation.Paragraph) negotiation.Kind {
	own, last := innermost(label), innermost(before.Label)
	letters := isNested(before.Label) && outer(before.Label) == outer(label) && before.Kind == negotiation.Lettered
	switch {
	case romanValue(own) == 0:
		return negotiation.Lettered
	case len(own) > 1:
		return negotiation.Roman
	case letters && len(last) == 1 && last[0]+1 == own[0], isNumber(innermost(outer(label))) && !strings.Contains("ivx", own):
		return negotiation.Lettered
	}
	return negotiation.Roman
}

// isNested reports whether a label says what it is nested in, as "b(ii)" does.
func isNested(label string) bool {
	first, _, _ := strings.Cut(label, " ")
	return strings.Contains(first, "(")
}

// innermost is the last part of a label: "ii" of "ii" and of "b(ii)".
func innermost(label string) string {
	label = once(label)
	if at := strings.LastIndexByte(label, '('); at > 0 {
		return strings.TrimSuffix(label[at+1:], ")")
	}
	return stem(label)
}

// outer is what a label is nested in: "2(b)" of "2(b)(ii)".
func outer(label string) string {
	if at := strings.LastIndexByte(once(label), '('); at > 0 {
		return label[:at]
	}
	return ""
}

// nest is a label inside another: "b(ii) bis" for "ii bis" in "b".
func nest(within, label string) string {
	own := once(label)
	return once(within) + "(" + own + ")" + label[len(own):]
}
