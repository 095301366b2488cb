package diff

import "strings"

// Passage is a piece of the consolidated text: words, or a bracket.
type Passage struct {
	Text    string
	Bracket *Bracket // Text is "" if set
}

// Bracket is what some parties delete or insert. What is inserted is words;
// what is deleted may hold brackets of others.
type Bracket struct {
	Op     Op // Insert or Delete
	By     []int
	Inside []Passage
}

// Passages returns the consolidated text: the whole base, with what anybody
// deletes in brackets, and what anybody inserts behind the words it stands for.
//
// Deletions nest. Where they cross they are cut, so that the common part is one
// deletion of all. Each token of the base stands there once and in order, each
// insertion once; brackets that the base holds itself are words.
func (m *Merged) Passages() []Passage {
	b := bracketer{m: m, standing: m.standing(), nodes: m.nested()}
	end := m.base.len()
	return b.level(node{from: 0, to: end}, true)
}

// Brackets returns how many brackets there are, those inside others included.
func Brackets(passages []Passage) int {
	n := 0
	for _, p := range passages {
		if p.Bracket != nil {
			n += 1 + Brackets(p.Bracket.Inside)
		}
	}
	return n
}

// Bracketed writes the consolidated text in square brackets, as in
//
//	all workers[, including migrant workers – MEXICO] [and employers – CEATAL];
//
// where label gives what stands behind the dash. For nil it is the names of the
// parties, behind "delete: " for a deletion.
func (m *Merged) Bracketed(label func(op Op, by []int) string) string {
	if label == nil {
		label = m.label
	}
	var text strings.Builder
	writeBracketed(&text, m.Passages(), label)
	return text.String()
}

func writeBracketed(text *strings.Builder, passages []Passage, label func(op Op, by []int) string) {
	for _, p := range passages {
		text.WriteString(p.Text)
		if p.Bracket != nil {
			text.WriteString("[")
			writeBracketed(text, p.Bracket.Inside, label)
			text.WriteString(" – " + label(p.Bracket.Op, p.Bracket.By) + "]")
		}
	}
}

func (m *Merged) label(op Op, by []int) string {
	names := make([]string, len(by))
	for x, p := range by {
		names[x] = m.columns[p].name
	}
	text := strings.Join(names, ", ")
	if op == Delete {
		text = "delete: " + text
	}
	return text
}

// bracketer writes the passages of a table.
type bracketer struct {
	m        *Merged
	standing [][]int // see Merged.standing
	nodes    []node  // not opened yet
}

// level returns the passages of a node, or of the whole base for the root.
func (b *bracketer) level(parent node, root bool) []Passage {
	var out passages
	for i := parent.from; ; {
		if root || parent.from < i && i < parent.to {
			for _, x := range b.standing[i] {
				if !b.m.rows[x].deletes() {
					b.insert(&out, x)
				}
			}
		}
		if root || parent.from < i && i < parent.to {
			out.write(b.m.base.space(i))
		}
		if i == parent.to {
			out.flush()
			return out.done
		}
		if len(b.nodes) == 0 || b.nodes[0].from != i {
			out.write(b.m.base.word(i))
			i++
			continue
		}
		n := b.nodes[0]
		b.nodes = b.nodes[1:]
		out.bracket(Delete, n.by, b.level(n, false))
		for _, x := range b.standing[n.to] {
			if b.replaces(x, n) && (root || parent.to != n.to || !b.replaces(x, parent)) {
				b.insert(&out, x)
			}
		}
		i = n.to
	}
}

// replaces reports whether what row x replaces ends with all of a node.
func (b *bracketer) replaces(x int, n node) bool {
	r := b.m.rows[x]
	return r.deletes() && r.to == n.to && r.from <= n.from
}

func (b *bracketer) insert(out *passages, x int) {
	before, after := b.m.around(x)
	if before == "" && out.afterBracket() {
		before = " " // brackets side by side are read apart
	}
	out.write(before)
	out.bracket(Insert, b.m.rows[x].by, []Passage{{Text: b.m.rows[x].words}})
	out.write(after)
}

// passages are those of one level in the making.
type passages struct {
	done  []Passage
	words strings.Builder // not done yet
}

func (p *passages) write(text string) { p.words.WriteString(text) }

func (p *passages) bracket(op Op, by partySet, inside []Passage) {
	p.flush()
	p.done = append(p.done, Passage{Bracket: &Bracket{op, by.list(), inside}})
}

func (p *passages) flush() {
	if p.words.Len() > 0 {
		p.done = append(p.done, Passage{Text: p.words.String()})
		p.words.Reset()
	}
}

// afterBracket reports whether the next text would touch a bracket.
func (p *passages) afterBracket() bool { return p.words.Len() == 0 && len(p.done) > 0 }
