package htmldoc

import "fmt"

// grid is a table of words and numbers.
type grid struct {
	// Title is not shown where Quiet: a heading says it.
	Title string
	Quiet bool
	Heads []string
	Rows  []gridRow
}

// gridRow is headed by a word; Total sets it apart.
type gridRow struct {
	Head  string
	Cells []string
	Total bool
}

// grid begins a table by the keys of its title and of its headings.
func (p printer) grid(title string, heads ...string) grid {
	g := grid{Title: p.tongue.Say(title)}
	for _, key := range heads {
		g.Heads = append(g.Heads, p.tongue.Say(key))
	}
	return g
}

func (g *grid) add(head string, numbers ...int) {
	r := gridRow{Head: head}
	for _, n := range numbers {
		r.Cells = append(r.Cells, fmt.Sprint(n))
	}
	g.Rows = append(g.Rows, r)
}

func (g *grid) total(head string, n int) {
	g.add(head, n)
	g.Rows[len(g.Rows)-1].Total = true
}
