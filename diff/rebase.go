package diff

// Outcome says what became of a script that was carried to a newer text.
type Outcome string

// The outcomes of [Rebase].
const (
	Clean     Outcome = "clean"     // every edit carried over
	Conflict  Outcome = "conflict"  // some did not: see Rebased.Clashes
	Satisfied Outcome = "satisfied" // the newer text holds all of it already
)

// Clash is an edit that did not carry over: what the author of the script and
// what the newer text have in the stretch that both change.
type Clash struct {
	Kind   RelationKind `json:"kind"`
	Mine   string       `json:"mine,omitempty"`
	Theirs string       `json:"theirs,omitempty"`
}

// MaxClashes is how many clashes are told. Where there are more, nobody reads
// them, and each may be as long as the text.
const MaxClashes = 200

// Rebased is a script carried to a newer text.
type Rebased struct {
	Outcome Outcome
	// Text is the newer text with every edit that carries over.
	Text    string
	Script  Script  // from the newer text to Text
	Clashes []Clash // the first MaxClashes
}

// Rebase carries a script, which amends some base, to onto, a newer text of that
// base.
//
// An edit that onto holds already is satisfied. One in the same place as an edit
// of onto, or that competes with it, is a clash and stays behind; with any clash
// the outcome is Conflict, so nothing is merged silently. An edit that carries
// over inserts and deletes exactly the words its author wrote, but for those that
// onto deleted before. A deletion of the whole text conflicts with every word
// that onto brought: its author has not seen it.
//
// Spelling (quotation marks, white space) carries over where onto left it alone,
// and is no reason for a conflict. On its own base the script stays as it is,
// byte for byte.
func Rebase(script Script, onto string) Rebased {
	before := script.Before()
	if onto == before {
		return Rebased{Outcome: Clean, Text: script.After(), Script: script}
	}
	words := newTable()
	t := newTabulation(words.read(before))
	after, newer := words.read(script.After()), words.read(onto)
	t.add("mine", after, script.kept(t.base, after))
	// Both by their scripts: the same change must be the same edit on both sides.
	t.add("theirs", newer, Words(before, onto).kept(t.base, newer))
	r := rebaser{Merged: t.merged()}
	return r.rebase()
}

// The columns of a table made for Rebase.
const mine, theirs = 0, 1

type rebaser struct{ *Merged }

func (r rebaser) rebase() Rebased {
	stays, clashes := r.clashes()
	var taken []int
	for x := range r.rows {
		if r.rows[x].by.has(theirs) || !stays[x] {
			taken = append(taken, x)
		}
	}
	older := r.weave(r.columns[theirs].rows, nil, r.spelledBy(&r.columns[theirs]))
	newer := r.weave(taken, nil, r.spelled())
	done := Rebased{Clean, newer.text, older.to(newer), clashes}
	switch {
	case len(clashes) > 0:
		done.Outcome = Conflict
	case newer.text == older.text:
		done.Outcome = Satisfied
	}
	return done
}

// clashes returns which edits of mine stay behind, and why.
func (r rebaser) clashes() (stays []bool, clashes []Clash) {
	stays = make([]bool, len(r.rows))
	clash := func(kind RelationKind, a, b int) bool {
		if kind.agrees() {
			return true
		}
		if r.rows[b].by.has(mine) {
			a, b = b, a
		}
		stays[a] = true
		if len(clashes) < MaxClashes {
			clashes = append(clashes, r.clash(kind, r.rows[a], r.rows[b]))
		}
		return true
	}
	if x, found := r.deletesAll(); found {
		for y := range r.rows {
			if y != x && r.rows[y].inserts() {
				clash(InsideDeleted, y, x)
			}
		}
		return stays, clashes
	}
	r.sweep(r.all(), clash)
	return stays, clashes
}

// deletesAll returns the row by which mine deletes the whole base, if it does.
func (r rebaser) deletesAll() (int, bool) {
	for x, row := range r.rows {
		if row.by.has(mine) && !row.inserts() && row.from == 0 && row.to == r.base.len() {
			return x, true
		}
	}
	return 0, false
}

// clash shows what both sides have in the stretch from the beginning of the
// first to the end of the last.
func (r rebaser) clash(kind RelationKind, a, b row) Clash {
	from, to := min(a.from, b.from), max(a.to, b.to)
	return Clash{kind, r.within(mine, from, to), r.within(theirs, from, to)}
}

// within returns what a side has for the base from from to to: with all its edits
// there, or it would be shown with words that it does not want.
func (r rebaser) within(side, from, to int) string {
	text, space, at := "", "", from
	add := func(words string) {
		if text != "" && words != "" {
			text += space
		}
		text += words
	}
	for _, i := range r.columns[side].rows {
		x := r.rows[i]
		if x.from < from || x.to > to {
			continue
		}
		add(r.words(at, x.from))
		space = x.lead
		add(x.words)
		space, at = x.trail, x.to
	}
	add(r.words(at, to))
	return text
}

// spelled is the spelling of onto, and mine where onto has that of the base. The
// white space behind an edit of mine is no spelling: it goes with the edit.
func (r rebaser) spelled() spellings {
	own, newer := r.columns[mine], r.spelledBy(&r.columns[theirs])
	behind := make(map[int]bool, len(own.rows))
	for _, x := range own.rows {
		behind[r.rows[x].to] = true
	}
	token := func(i int) spelling {
		typed, was := newer.token(i), spelled(r.base, i)
		s, ok := own.spelling(i)
		if !ok || typed != was {
			return typed
		}
		if behind[i] {
			s.space = was.space
		}
		return s
	}
	return spellings{token, newer.typed}
}

// to returns the script that makes newer of w.
func (w woven) to(newer woven) Script {
	type place struct{ row, token int }
	at := make(map[place]int, len(newer.chunks))
	for j, c := range newer.chunks {
		at[place{c.row, c.token}] = j
	}
	var kept []run
	for i, c := range w.chunks {
		if j, ok := at[place{c.row, c.token}]; ok {
			kept = append(kept, run{i, j, 1})
		}
	}
	return write(w.sequence(), newer.sequence(), kept)
}

// sequence returns the text with its chunks as tokens, the end as an empty one.
func (w woven) sequence() sequence {
	s := sequence{text: w.text}
	for _, c := range w.chunks {
		s.ends = append(s.ends, int32(c.end))
	}
	return s
}
