package web

// Patterns lists the addresses of the table of routes, with their methods.
func Patterns() []string {
	var list []string
	for _, r := range (&Server{}).table() {
		list = append(list, r.pattern)
	}
	return list
}
