package diff_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// merge compares texts with a base; their parties are named A, B, C and so on.
func merge(t testing.TB, base string, texts ...string) *diff.Merged {
	t.Helper()
	parties := make([]diff.Party, len(texts))
	for x, text := range texts {
		parties[x] = diff.Party{Name: string(rune('A' + x)), Text: text}
	}
	m, err := diff.Merge(base, parties)
	if err != nil {
		t.Fatalf("Merge(%q, %q): %v", base, texts, err)
	}
	return m
}

// checkMerge fails if what several texts make of a base breaks what is promised.
func checkMerge(t testing.TB, base string, texts ...string) *diff.Merged {
	t.Helper()
	m := merge(t, base, texts...)
	if got := m.Select(); got != base {
		t.Errorf("Merge(%q, %q).Select() = %q", base, texts, got)
	}
	for p, want := range texts {
		if got := m.Select(p); got != want {
			t.Errorf("Merge(%q, %q).Select(%d) = %q", base, texts, p, got)
		}
	}
	checkEdits(t, m, len(texts))
	checkSegments(t, m, base)
	checkPassages(t, m, base)
	checkRelations(t, m)
	return m
}

// checkEdits holds the edits to their order, to being one each, and to a token
// between those of one party.
func checkEdits(t testing.TB, m *diff.Merged, parties int) {
	t.Helper()
	edits := m.Edits()
	behind := make([]int, parties) // where the last edit of each party ended
	for p := range behind {
		behind[p] = -1
	}
	for x, e := range edits {
		for _, p := range e.By {
			if e.From <= behind[p] {
				t.Errorf("edit %+v of party %d follows one that ends at %d", e, p, behind[p])
			}
			behind[p] = e.To
		}
		if from, to := m.Place(x); m.Select()[from:to] != e.Deleted {
			t.Errorf("edit %+v takes up bytes %d to %d of %q", e, from, to, m.Select())
		}
		if x > 0 && e.From < edits[x-1].From || e.Deleted == "" && e.Inserted == "" {
			t.Errorf("edit %+v follows %+v", e, edits[x-1])
		}
	}
}

// checkSegments holds the segments to the base, whole and in order, and to one
// insertion for each edit that inserts.
func checkSegments(t testing.TB, m *diff.Merged, base string) {
	t.Helper()
	var got strings.Builder
	var inserted []string
	for _, s := range m.Segments() {
		if s.Op == diff.Insert {
			inserted = append(inserted, strings.TrimSpace(s.Text))
		} else {
			got.WriteString(s.Text)
		}
		if (s.Op == diff.Equal) != (s.By == nil) || s.Text == "" {
			t.Errorf("base %q: bad segment %+v", base, s)
		}
	}
	if got.String() != base {
		t.Errorf("base %q: the segments hold %q", base, got.String())
	}
	checkInsertions(t, m, inserted)
}

// checkPassages holds the passages to the same, and to deletions that name who
// deletes each word.
func checkPassages(t testing.TB, m *diff.Merged, base string) {
	t.Helper()
	passages := m.Passages()
	text, inserted := read(passages)
	if got, want := strings.Join(strings.Fields(text), ""), strings.Join(strings.Fields(base), ""); got != want {
		t.Errorf("base %q: the passages hold %q", base, text)
	}
	checkInsertions(t, m, inserted)
	label := func(diff.Op, []int) string { return "" }
	marks := strings.Count(m.Bracketed(label), " – ]") - strings.Count(base+strings.Join(inserted, "¦"), " – ]")
	if got := diff.Brackets(passages); got != marks {
		t.Errorf("base %q: %d brackets, but %d in %q", base, got, marks, m.Bracketed(label))
	}
}

func read(passages []diff.Passage) (base string, inserted []string) {
	for _, p := range passages {
		switch {
		case p.Bracket == nil:
			base += p.Text
		case p.Bracket.Op == diff.Insert:
			inserted = append(inserted, p.Bracket.Inside[0].Text)
		default:
			inside, more := read(p.Bracket.Inside)
			base += inside
			inserted = append(inserted, more...)
		}
	}
	return base, inserted
}

func checkInsertions(t testing.TB, m *diff.Merged, got []string) {
	t.Helper()
	var want []string
	for _, e := range m.Edits() {
		if e.Inserted != "" {
			want = append(want, e.Inserted)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%d insertions %q, want %q", len(got), got, want)
	}
}

// checkRelations holds the relations to their order, to different parties, and to
// what else is said of them.
func checkRelations(t testing.TB, m *diff.Merged) {
	t.Helper()
	edits, relations := m.Edits(), m.Relations()
	for x, r := range relations {
		if x > 0 && !(relations[x-1].A < r.A || relations[x-1].A == r.A && relations[x-1].B < r.B) {
			t.Errorf("%v follows %v", r, relations[x-1])
		}
		for _, p := range edits[r.A].By {
			if slices.Contains(edits[r.B].By, p) {
				t.Errorf("%v is between edits of party %d", r, p)
			}
		}
	}
	free := m.ClashFree(nil)
	if c := m.Apply(free, nil); len(c.Competing) > 0 {
		t.Errorf("ClashFree() = %v, of which %v compete", free, c.Competing)
	}
	if len(relations) == 0 && len(free) != len(edits) {
		t.Errorf("ClashFree() = %v of %d edits without relations", free, len(edits))
	}
}

// FuzzMerge holds Merge to its promises for any texts.
func FuzzMerge(f *testing.F) {
	f.Add("all workers;", "all workers, including migrant workers;", "all workers and employers;", "")
	f.Add("a b c d e f", "a b x e f", "a c d y f", "a f")
	f.Add("[a] “b” c", "[a]  \"b\" c d", "Please [a] c", "[a b] c")
	f.Add("a a a b", "a a b", "a a a a b", "a x a x a b")
	f.Add("", "a", "b", "c d")
	f.Fuzz(func(t *testing.T, base, a, b, c string) {
		m := checkMerge(t, base, a, b, c)
		for p, text := range []string{a, b, c} {
			checkApply(t, base, text, p, m)
		}
	})
}

// checkApply holds the text made of all edits of a party to the words of its own.
func checkApply(t testing.TB, base, text string, party int, m *diff.Merged) {
	t.Helper()
	got := m.Apply(editsOf(m, party), nil)
	if s := diff.Words(got.Text, text); s.Changed() && !s.Typographic() {
		t.Errorf("base %q: Apply gives %q, want %q", base, got.Text, text)
	}
	var credits strings.Builder
	for _, c := range got.Credits {
		credits.WriteString(c.Text)
	}
	if credits.String() != got.Text {
		t.Errorf("base %q: credits of %q for %q", base, credits.String(), got.Text)
	}
}
