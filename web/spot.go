package web

import (
	"html/template"
	"strings"
)

// spotMark stands around the name of a spot. No HTML has it: html/template replaces it.
const spotMark = "\x00"

// spot is a place in a text that is rendered once for many readers, where each has
// something else.
func spot(name string) template.HTML { return template.HTML(spotMark + name + spotMark) }

// fillSpots puts into each spot of a text what is to stand there.
func fillSpots(html string, of func(name string) (template.HTML, error)) (template.HTML, error) {
	parts := strings.Split(html, spotMark)
	for i := 1; i < len(parts); i += 2 {
		filled, err := of(parts[i])
		if err != nil {
			return "", err
		}
		parts[i] = string(filled)
	}
	return template.HTML(strings.Join(parts, "")), nil
}
