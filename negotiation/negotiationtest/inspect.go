package negotiationtest

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
)

// inspect looks at the state through the eyes of every audience. Who may not read
// keeps before them what they could read last.
func (s *simulation) inspect() {
	sight := s.state.Sight()
	for _, a := range Audiences() {
		v := sight.For(a)
		s.keepsLists(v)
		s.keepsSecrets(v)
		s.keepsWhispers(v)
		if !a.Role.Decides() && len(v.Imports)+len(v.Notices) > 0 {
			s.fatalf("%v is shown what was seen in documents", a)
		}
		if !v.Readable {
			continue
		}
		if a.Role == negotiation.Secretariat || a.Role == negotiation.Observer && a.Delegation == "" {
			s.saysUnread(v)
		}
		now := looked{v.Seq, look(v)}
		s.tellsAllSince(s.screens[a], v, now.screen)
		s.screens[a] = now
	}
}

// looked is what somebody has before them, and since when.
type looked struct {
	seq    negotiation.Seq
	screen screen
}

// compile compiles both documents of v, and holds the compilation to having
// each proposal once.
func (s *simulation) compile(v negotiation.View) []negotiation.Compilation {
	clean, err := negotiation.Compile(v, negotiation.Clean)
	if err != nil {
		s.fatalf("%v", err)
	}
	c, err := negotiation.Compile(v, negotiation.Comments)
	if err != nil {
		s.fatalf("%v", err)
	}
	var got, want []string
	for _, b := range c.Blocks {
		if b.Restated != nil {
			got = append(got, string(b.Restated.Proposal))
		}
	}
	for _, r := range c.General {
		got = append(got, string(r.Proposal))
	}
	for _, f := range c.Fates {
		got = append(got, string(f.Proposal))
	}
	for _, p := range v.Proposals {
		want = append(want, string(p.ID))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		s.fatalf("%v: the compilation conserves (-got +want):\n%s", v.Audience, cmp.Diff(got, want))
	}
	return []negotiation.Compilation{clean, c}
}

// keepsSecrets looks in everything v holds for the words of hidden proposals.
func (s *simulation) keepsSecrets(v negotiation.View) {
	if v.Audience.Role.Decides() || len(s.hidden) == 0 {
		return
	}
	seen := shown(v)
	for id, h := range s.hidden {
		_, shown := v.Proposal(id)
		if theirs := slices.Contains(h.authors, v.Audience.Delegation); theirs != shown {
			s.fatalf("%v is shown the held proposal %s: %v", v.Audience, id, shown)
		} else if theirs {
			continue
		}
		if i := slices.IndexFunc(h.words, func(word string) bool { return seen[word] }); i >= 0 {
			s.fatalf("%v is shown %q of the held proposal %s", v.Audience, h.words[i], id)
		}
	}
}

// shown are the words in everything that v holds.
func shown(v negotiation.View) map[string]bool {
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(marshal(v), func(r rune) bool { return r < '0' || r > '9' && r < 'A' || r > 'z' }) {
		seen[word] = true
	}
	return seen
}

// keepsLists looks whether each list stands directly below its paragraph.
func (s *simulation) keepsLists(v negotiation.View) {
	var above negotiation.ParagraphID
	for _, p := range v.Paragraphs {
		if !p.Kind.Sub() {
			above = p.ID
		} else if p.Parent != above {
			s.fatalf("paragraph %s of %s stands below %s", p.ID, p.Parent, above)
		}
	}
}

// tellsAllSince holds View.Since to naming every paragraph of which the reader
// of v now sees something that was not on the screen before.
func (s *simulation) tellsAllSince(before looked, v negotiation.View, now screen) {
	told := map[negotiation.ParagraphID]bool{}
	for _, p := range v.Since(before.seq) {
		told[p.ID] = true
	}
	for id, now := range now {
		if old := before.screen[id]; now != old && !told[id] {
			s.fatalf("%v is not told of %s:\n%s", v.Audience, id, cmp.Diff(old, now))
		}
	}
}

// screen is what stands for each paragraph: its words and address, and the
// proposals on it and printed below it.
type screen map[negotiation.ParagraphID]string

func look(v negotiation.View) screen {
	screen := screen{}
	for _, p := range v.Paragraphs {
		p.Touched = 0
		screen[p.ID] = marshal(p)
	}
	for _, p := range v.Proposals {
		screen[p.Target] += marshal(p)
		for _, c := range p.Changes {
			if c.Paragraph != p.Target {
				screen[c.Paragraph] += marshal(p)
			}
		}
	}
	for _, r := range negotiation.Restate(v, v.Proposals) {
		screen[r.Target] += marshal(r)
	}
	delete(screen, "")
	return screen
}

func marshal(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
