package markdown

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// ReadProposals reads a file of amendments against a draft that is there: restated
// paragraphs, whole or with the list below them, and instructions ("Delete paragraph
// 6"), each by the address that it says or else by its words, with the names of
// delegations before them or for against.Delegation. Each paragraph has a proposal of
// its own; only a passage that restates a bulleted list has several changes. Changes
// name the paragraphs and versions of against. What the draft has no paragraph for is
// unplaced, what is no amendment a comment on the whole draft; paragraphs that are
// restated as they stand, and the head of the file, are left out with a notice.
//
// The time it takes grows with the length of both only. It refuses as Read does, and
//
//	Empty       field delegation, with the line: nobody is named whose it is
func ReadProposals(name string, src []byte, against negotiation.Against, opts negotiation.ReadOptions) (negotiation.Draft, error) {
	known := map[string]bool{}
	for _, p := range against.Known {
		known[asKey(string(p.Name))] = true
	}
	r, err := openText(src, opts, known)
	if err != nil {
		return negotiation.Draft{}, err
	}
	r.stand(against.Paragraphs)
	for _, p := range against.Known {
		r.spelled[sameName(string(p.Name))] = p.Name // as the record has it
	}
	f := amendments{reader: r, own: against.Delegation, near: -1}
	f.read()
	d, err := f.draft(against)
	if err != nil {
		return negotiation.Draft{}, err
	}
	hash := sha256.Sum256(src)
	d.Source = negotiation.Source{Name: name, SHA256: hex.EncodeToString(hash[:]), Bytes: len(src)}
	if opts.Progress != nil {
		opts.Progress(len(src), len(src))
	}
	return d, nil
}

// stand gives the reader the paragraphs of a draft, as if it had read them.
func (r *reader) stand(list []negotiation.PrintedParagraph) {
	at := make(map[negotiation.ParagraphID]int, len(list))
	for i, p := range list {
		u := unit{Paragraph: p.Paragraph, address: p.Address, up: -1}
		if up, ok := at[p.Parent]; ok && p.Parent != "" {
			u.up, u.rank = up, len(r.units[up].items)
			r.units[up].items = append(r.units[up].items, i)
		}
		at[p.ID], r.byAddress[p.Address] = i, i
		r.units = append(r.units, u)
	}
	r.against = true
}

// amendments is a file of amendments being read.
type amendments struct {
	*reader
	// own is whose the file is, over whose what follows is, as a heading says.
	own   negotiation.Delegation
	names []negotiation.Delegation
	// named is the paragraph that a line of its own has named, from line namedAt on.
	named   string
	namedAt line
	// headed says that an amendment of the file's own stands below that line.
	headed bool
	// near is the paragraph that was spoken of last, or -1.
	near int
	// last is the passage that a list or a reason may go on with, or nil.
	last *passage
	// begun says that the head of the file is over.
	begun bool
}

// stretch is some lines that belong together: a paragraph, an item, a heading.
type stretch struct {
	line // the first, with the words of all
	to   int
}

// read reads the file from top to bottom.
func (f *amendments) read() {
	for i := 0; i < len(f.lines) && f.refusal == nil; {
		next := f.stretchEnd(i)
		s := stretch{line: f.lines[i], to: f.lines[next-1].end}
		if next > i+1 {
			words := make([]string, 0, next-i)
			for _, l := range f.lines[i:next] {
				words = append(words, l.words)
			}
			s.words = strings.Join(words, " ")
			s.form = classify(s.words)
		}
		if f.opts.Progress != nil && i/1000 != next/1000 {
			f.opts.Progress(s.to, len(f.src))
		}
		f.stretch(s)
		i = next
	}
}

// stretchEnd is the index of the first line behind the stretch that begins at i.
func (f *amendments) stretchEnd(i int) int {
	for next := i + 1; next < len(f.lines); next++ {
		l, before := f.lines[next], f.lines[next-1]
		switch {
		case l.blanks > 0 && l.shape == prose && startsLower(l.words) && !finished(before.words) && before.shape == prose && len(before.words) > 40:
			f.add(l.number, negotiation.Info, "joined", "joined two pieces of a paragraph (page break): %s", short(l.words))
			continue
		case l.blanks > 0, before.shape == bare, before.shape == rule, before.shape == sharp:
			return next
		case l.shape != prose && l.shape != capitals, l.shape == capitals && before.shape != capitals:
			return next
		}
		if f.begins(l) {
			return next
		}
	}
	return len(f.lines)
}

// begins reports whether an amendment begins at a line that no blank one stands before.
func (f *amendments) begins(l line) bool {
	if _, _, ok := addressLead(l.words); ok || f.proposes(l) {
		return true
	}
	_, ok := instruct.Parse(l.words)
	return ok
}

// stretch reads some lines that belong together.
func (f *amendments) stretch(s stretch) {
	if s.shape == rule {
		f.add(s.number, negotiation.Info, "rule", "a line across the page was left out")
		return
	}
	if f.reasons(s) || f.heads(s) {
		return
	}
	b := by{text: s.words}
	if own, ok := readBy(s.words, f.vouchers()); ok && f.trusts(own, s.number) {
		if b = own; b.text == "" {
			f.names, f.named, f.last = f.spell(b.names), "", nil
			return
		}
		b.names = f.spell(b.names)
	}
	if f.goesOn(s, b) {
		return
	}
	f.passage(s, b)
}

// reasons reads why the passage before it is put forward.
func (f *amendments) reasons(s stretch) bool {
	t, rest := cutTag(s.words)
	if m := reasonWord.FindString(s.words[:min(len(s.words), 40)]); m != "" && t == (tag{}) {
		t, rest = tag{remark: "Reason"}, s.words[len(m):]
	}
	if t.remark == "" || f.last == nil || rest == "" {
		return false
	}
	f.last.pieces = append(f.last.pieces, piece{line: s.number, start: s.start, tag: t, tagged: true, parts: []string{rest}})
	f.last.end = s.to
	return true
}

// heads reads a line that says of what follows it whose it is or what it is on.
func (f *amendments) heads(s stretch) bool {
	const longest = 120
	if len(s.words) > longest {
		return false
	}
	words := strings.TrimRight(s.text, ":. ")
	if b := (by{}); b.read(cutSubmission(words), vouchers{known: f.known, listed: nobody}) {
		f.names, f.named, f.last = f.spell(b.names), "", nil
		return true
	}
	if s.shape != bare && !addressAlone.MatchString(strings.TrimRight(s.words, ":. ")) {
		return false
	}
	f.named, f.namedAt, f.last = strings.TrimRight(s.words, ":. "), s.line, nil
	if at, known := f.find(f.named, f.near); known {
		f.near = at
	}
	return true
}

// trusts reports whether the names at the start of a line are those of delegations.
func (f *amendments) trusts(b by, number int) bool {
	if slices.ContainsFunc(b.unknown, f.denied) {
		return false
	}
	if len(b.unknown) == 0 {
		return true
	}
	amends := f.amends(b.text)
	for _, name := range b.unknown {
		if !isName(name) {
			return false
		}
		f.ask(name, number, amends)
		if !amends {
			return false
		}
	}
	return true
}

// amends reports whether words are an instruction, have marks, or are like a paragraph
// of the draft.
func (f *amendments) amends(words string) bool {
	if _, ordered := instruct.Parse(words); ordered {
		return true
	}
	marked := diff.ReadMarks(words)
	if marked.HasMarks {
		return true
	}
	at, _ := f.likest(marked)
	return at >= 0
}

// goesOn reads an item of the list that the passage before it restates. Items with a
// label stand for themselves.
func (f *amendments) goesOn(s stretch, b by) bool {
	if s.shape != listed || f.last == nil || len(b.names) > 0 || f.last.target < 0 || f.units[f.last.target].Kind.Sub() || len(f.last.pieces) == 0 {
		return false
	}
	marked := diff.ReadMarks(s.text)
	at, _ := f.mostLike(f.units[f.last.target].items, bagsOf(marked))
	if at >= 0 && s.label != "" || at < 0 && !isNew(marked) && len(f.units[f.last.target].items) == 0 {
		return false
	}
	it := s.line
	it.end = s.to
	f.last.listed(it)
	return true
}
