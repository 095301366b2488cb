package diff

// Tokens returns the words and marks of a text, as they are compared.
func Tokens(text string) []string {
	var all []string
	s := newTable().read(text)
	for x := range s.len() {
		all = append(all, s.word(x))
	}
	return all
}
