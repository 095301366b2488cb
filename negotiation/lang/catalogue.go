package lang

import (
	"embed"
	"encoding/json"
	"fmt"
	"regexp"
	"sync"
)

//go:embed *.json
var files embed.FS

// catalogue is what one language says, by key.
type catalogue map[string]message

// catalogues are those of tags, index for index, read when first needed: a
// command that says nothing does not wait for them.
var catalogues = sync.OnceValue(func() [len(tags)]catalogue {
	var all [len(tags)]catalogue
	for i, tag := range tags {
		all[i] = load(tag)
	}
	return all
})

// load reads the catalogue of tag. It panics where that is not a flat JSON
// object of strings: the file is our own and built in.
func load(tag string) catalogue {
	raw, err := files.ReadFile(tag + ".json")
	if err != nil {
		panic(fmt.Sprintf("lang: %v", err))
	}
	var texts map[string]string
	if err := json.Unmarshal(raw, &texts); err != nil {
		panic(fmt.Sprintf("lang: read %s.json: %v", tag, err))
	}
	c := make(catalogue, len(texts))
	for key, text := range texts {
		c[key] = parse(text)
	}
	return c
}

// message is a text cut at its placeholders.
type message []part

// part is literal text, or a placeholder where name is set.
type part struct{ text, name string }

// placeholder is a name in braces. Any other brace is text, and the tests
// allow none in a catalogue.
var placeholder = regexp.MustCompile(`\{([a-z][a-z-]*)\}`)

func parse(text string) message {
	var m message
	at := 0
	for _, hit := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		if hit[0] > at {
			m = append(m, part{text: text[at:hit[0]]})
		}
		m = append(m, part{name: text[hit[2]:hit[3]]})
		at = hit[1]
	}
	if at < len(text) {
		m = append(m, part{text: text[at:]})
	}
	return m
}
