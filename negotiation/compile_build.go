package negotiation

import (
	"cmp"
	"slices"
)

// Compile makes a document of a view. It fails where a proposal of the view
// would have no place in a compilation: a document that loses one is not
// printed. It fails also where the view is not readable or the document unknown.
func Compile(v View, what What) (Compilation, error) {
	if !v.Readable {
		return Compilation{}, Refuse(NotAllowed, "role", v.Audience.Role, "act", "read")
	}
	c := Compilation{What: what, ID: v.ID, Title: v.Title, Language: v.Language, Words: v.Language, Zone: v.Window.Zone, Seq: v.Seq, AsOf: v.At, Cover: v.Cover}
	b := newBuilder(v)
	if what == Clean {
		c.Blocks = b.clean()
		return c, nil
	}
	if !slices.Contains(Documents(), what) {
		return Compilation{}, Refuse(BadValue, "field", "what", "value", what)
	}
	b.sort()
	c.States, c.Bodies = b.contributors()
	c.General, c.Fates = b.general, b.fates
	var err error
	switch what {
	case Comments:
		c.Blocks = b.blocks()
	case Consolidated:
		c.Fates = unplaced(b.fates)
		c.Consolidated, err = b.consolidated()
	case Comparative:
		c.Fates = unplaced(b.fates)
		c.Comparative = b.comparative()
	case Dispositions:
		c.General, c.Fates = nil, nil // each is a row
		c.Dispositions = b.dispositions()
	case Record:
		c.General, c.Fates, c.Record = nil, unplaced(b.fates), b.sessions()
		if err := c.Record.conserves(v); err != nil {
			return Compilation{}, err
		}
	}
	if err != nil {
		return Compilation{}, err
	}
	return c, c.conserves(v)
}

// unplaced are the fates of what has no place in the text: what is late stands at
// its paragraph, unless it is on the whole draft.
func unplaced(fates []Fate) []Fate {
	return slices.DeleteFunc(slices.Clone(fates), func(f Fate) bool { return f.Status.Open() && f.Address != "" })
}

// builder gathers the proposals of a view by the paragraph they are printed under.
type builder struct {
	view View
	// index has the place of each paragraph in the draft, and below those of
	// what hangs below it.
	index   map[ParagraphID]int
	below   map[ParagraphID][]int
	at      map[ParagraphID][]ProposalView
	general []Restated
	fates   []Fate
	// reasoned are the proposals whose reason was written out; see Point.Reason.
	reasoned map[ProposalID]bool
}

func newBuilder(v View) *builder {
	b := &builder{view: v, index: make(map[ParagraphID]int, len(v.Paragraphs)), below: map[ParagraphID][]int{}, at: map[ParagraphID][]ProposalView{},
		reasoned: map[ProposalID]bool{}}
	for i, p := range v.Paragraphs {
		b.index[p.ID] = i
		if p.Parent != "" {
			b.below[p.Parent] = append(b.below[p.Parent], i)
		}
	}
	return b
}

// paragraph gives the one with an id, or one that is empty.
func (b *builder) paragraph(id ParagraphID) ParagraphView {
	if i, ok := b.index[id]; ok {
		return b.view.Paragraphs[i]
	}
	return ParagraphView{}
}

// clean lists the text as it stands; struck paragraphs are left out.
func (b *builder) clean() []Block {
	var blocks []Block
	for _, p := range b.view.Paragraphs {
		if !p.Deleted {
			blocks = append(blocks, b.block(p))
		}
	}
	return blocks
}

func (b *builder) block(p ParagraphView) Block {
	printed := b.printed(p)
	return Block{Paragraph: &printed}
}

// printed is a paragraph with its outcome.
func (b *builder) printed(p ParagraphView) PrintedParagraph {
	printed := PrintedParagraph{Paragraph: p.Paragraph, Address: p.Address, Reservations: b.view.Reservations(p)}
	if s, ok := p.Settled(); ok {
		printed.Outcome = &s
	}
	return printed
}

// sort puts each proposal where it belongs: under its paragraph in the fixed
// order of delegations, among the general comments, or among the fates.
func (b *builder) sort() {
	var general []ProposalView
	for _, p := range b.view.Proposals {
		switch {
		case p.Status() != OnTable:
			b.fates = append(b.fates, b.view.fate(p))
		case p.Target == "":
			general = append(general, p)
		default:
			b.at[p.Target] = append(b.at[p.Target], p)
		}
	}
	for _, list := range b.at {
		slices.SortStableFunc(list, b.view.Before)
	}
	slices.SortStableFunc(general, b.view.Before)
	for _, p := range general {
		b.general = append(b.general, b.restate(p))
	}
}

// Before orders proposals for printing: member states by name, then bodies by
// name, and each delegation's own by number.
func (v View) Before(x, y ProposalView) int {
	if x.Delegation == y.Delegation {
		return cmp.Compare(x.ID.number(), y.ID.number())
	}
	return v.precedes(x.Delegation, y.Delegation)
}

// InOrder gives the places in v.Proposals of all of them, ordered as by Before.
func (v View) InOrder() []int {
	rank := map[Delegation]int{}
	var names []Delegation
	places := make([]int, len(v.Proposals))
	for i := range v.Proposals {
		places[i] = i
		if name := v.Proposals[i].Delegation; rank[name] == 0 {
			rank[name] = 1
			names = append(names, name)
		}
	}
	slices.SortFunc(names, v.precedes)
	for i, name := range names {
		rank[name] = i
	}
	// They are by number, and stay so within a delegation.
	slices.SortStableFunc(places, func(i, j int) int {
		return cmp.Compare(rank[v.Proposals[i].Delegation], rank[v.Proposals[j].Delegation])
	})
	return places
}

func (v View) fate(p ProposalView) Fate {
	last := p.Last()
	f := Fate{Proposal: p.ID, Delegation: p.Delegation, Status: last.Status, At: last.At, Reason: last.Reason, By: last.By, Agreed: v.agreedWithout(p)}
	if len(p.Addresses) > 0 {
		f.Address = p.Addresses[0]
	}
	return f
}

// agreedWithout are the addresses of the paragraphs with whose agreement p lapsed.
func (v View) agreedWithout(p ProposalView) []string {
	if p.Status() != Lapsed {
		return nil
	}
	var list []string
	for _, para := range v.Paragraphs {
		if slices.Contains(para.Proposals, p.ID) && slices.ContainsFunc(para.Settlements, func(s Settlement) bool { return s.Seq == p.Last().Seq }) {
			list = append(list, para.Address)
		}
	}
	return list
}

// blocks lists the draft with the proposals under their paragraphs. Those on a
// paragraph with a list stand behind the list, as the house prints them.
func (b *builder) blocks() []Block {
	var blocks []Block
	var waiting ParagraphID
	for _, p := range b.view.Paragraphs {
		if waiting != "" && p.Parent != waiting {
			blocks = append(blocks, b.restated(waiting)...)
			waiting = ""
		}
		blocks = append(blocks, b.block(p))
		if p.Kind.Sub() || p.Kind.IsHeading() {
			blocks = append(blocks, b.restated(p.ID)...)
		} else {
			waiting = p.ID
		}
	}
	if waiting != "" {
		blocks = append(blocks, b.restated(waiting)...)
	}
	return blocks
}

func (b *builder) restated(id ParagraphID) []Block {
	var blocks []Block
	for _, p := range b.at[id] {
		r := b.restate(p)
		blocks = append(blocks, Block{Restated: &r})
	}
	return blocks
}

// contributors are the delegations with a proposal that was on the table.
func (b *builder) contributors() (states, bodies []Delegation) {
	named := map[Delegation]bool{}
	for _, p := range b.view.Proposals {
		if !p.WasOnTable() {
			continue
		}
		named[p.Delegation] = true
		for _, d := range p.Sponsors {
			named[d] = true
		}
	}
	for _, p := range b.view.Parties {
		switch {
		case !named[p.Name]:
		case p.Kind == ConsultativeBody:
			bodies = append(bodies, p.Name)
		default:
			states = append(states, p.Name)
		}
	}
	return states, bodies
}
