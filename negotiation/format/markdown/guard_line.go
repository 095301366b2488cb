package markdown

import "strings"

// guardLine puts a backslash before a further line of a remark that a renderer
// would take for structure: a heading, a rule, a table, a fence or markup that
// is never closed and takes in all that follows [CommonMark 4]. Lists stay lists.
func guardLine(line string) string {
	words := strings.TrimLeft(line, " \t")
	if isStructure(words) {
		return line[:len(line)-len(words)] + `\` + words
	}
	return line
}

// unguardLine takes that backslash away, and no other.
func unguardLine(line string) string {
	words := strings.TrimLeft(line, " \t")
	if rest, ok := strings.CutPrefix(words, `\`); ok && isStructure(rest) {
		return line[:len(line)-len(words)] + rest
	}
	return line
}

// isStructure reports whether words at the start of a line are structure, or a
// backslash that could be taken for that of guardLine.
func isStructure(words string) bool {
	for words != "" {
		if strings.IndexByte("`~#=*_<>[|\\", words[0]) >= 0 || strings.Trim(words, "-:| \t") == "" {
			return true
		}
		end := strings.IndexAny(words, " \t")
		if end < 0 || !isMarker(words[:end]) {
			return false
		}
		words = strings.TrimLeft(words[end:], " \t") // an item may begin with a heading or a fence
	}
	return false
}

// isMarker reports whether a list begins its items so [CommonMark 5.2].
func isMarker(word string) bool {
	number := strings.TrimRight(word, ".)")
	return word == "-" || word == "+" || number != "" && len(number)+1 == len(word) && strings.Trim(number, "0123456789") == ""
}

// opensBlock reports whether a paragraph would be rendered as something that may
// take in what follows it, or as nothing.
func opensBlock(words string) bool {
	return strings.HasPrefix(words, "```") || strings.HasPrefix(words, "<") || strings.HasPrefix(words, ">") ||
		strings.HasPrefix(words, "[") && strings.Contains(words, "]:")
}
