package web

import (
	"html/template"
	"strings"
	"sync"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// leafPart is what the smallest parts of pages are made of, which are shown many times
// and again after every change: a row of an agenda, a form. It says all that such a
// part may know of its page, so that the same HTML serves wherever it is the same.
type leafPart struct {
	lang.Tongue
	// ID and Language are of the negotiation.
	ID       negotiation.NegotiationID
	Language string
	// Of is what the part shows; it can be compared.
	Of any
}

// T says something in the reader's language, as Base does.
func (p leafPart) T(key string, pairs ...any) string { return p.Say(key, pairs...) }

// leaves keeps what was rendered of leaves, by what it was made of. Where there is more
// than two generations of leafBytes, what was not asked for the longest is let go.
type leaves struct {
	mu         sync.Mutex // guards what follows
	young, old map[leafKey]template.HTML
	bytes      int // of the young ones
}

type leafKey struct {
	name string
	of   leafPart
}

// leafBytes is the HTML of some sixty agendas of two hundred rows. A leaf counts for no
// less than leastLeaf.
const (
	leafBytes = 4 << 20
	leastLeaf = 200
)

func (l *leaves) find(k leafKey) (template.HTML, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	html, ok := l.young[k]
	if !ok {
		if html, ok = l.old[k]; ok {
			l.add(k, html)
		}
	}
	return html, ok
}

func (l *leaves) keep(k leafKey, html template.HTML) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.add(k, html)
}

// add puts a leaf among the young ones. l.mu is held.
func (l *leaves) add(k leafKey, html template.HTML) {
	if l.bytes >= leafBytes || l.young == nil {
		l.old, l.young, l.bytes = l.young, make(map[leafKey]template.HTML), 0
	}
	l.young[k] = html
	l.bytes += max(leastLeaf, len(html))
}

// leaf renders a part that is a leafPart of something that can be compared, or gives
// what was made of the same before.
func (p *pages) leaf(name string, b Base, of any) (template.HTML, error) {
	part := leafOf(b, of)
	return p.kept(leafKey{name, part}, part)
}

func leafOf(b Base, of any) leafPart {
	part := leafPart{Tongue: b.Tongue, Of: of}
	if b.Negotiation != nil {
		part.ID, part.Language = b.Negotiation.ID, b.Negotiation.Language
	}
	return part
}

// kept renders a part of which the key says all that it shows, or gives what was made
// of the same before.
func (p *pages) kept(key leafKey, part any) (template.HTML, error) {
	if html, ok := p.leaves.find(key); ok {
		return html, nil
	}
	html, err := p.part(key.name, part)
	if err != nil {
		return "", err
	}
	p.leaves.keep(key, template.HTML(html))
	return template.HTML(html), nil
}

// leavesOf renders a list of leaves, a line each.
func leavesOf[T comparable](p *pages, name string, b Base, list []T) (template.HTML, error) {
	lines := make([]template.HTML, len(list))
	size := 0
	for i, of := range list {
		html, err := p.leaf(name, b, of)
		if err != nil {
			return "", err
		}
		lines[i] = html
		size += len(html) + 1
	}
	var all strings.Builder
	all.Grow(size)
	for _, html := range lines {
		all.WriteString(string(html))
		all.WriteByte('\n')
	}
	return template.HTML(all.String()), nil
}
