package negotiation

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// unimported gives a meeting that has no draft yet.
func unimported(t testing.TB) *meeting {
	t.Helper()
	m := &meeting{t, New("n")}
	m.must("system", CreateNegotiation{Title: "Plan", Language: "en"})
	return m
}

func TestADraftIsImportedAsItPromises(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(d *Draft)
		code   Code
		field  string
	}{
		{"ids do not count", func(d *Draft) { d.Paragraphs[1].ID = "p9" }, BadValue, "paragraph"},
		{"version 2", func(d *Draft) { d.Paragraphs[1].Version = 2 }, BadValue, "paragraph"},
		{"struck", func(d *Draft) { d.Paragraphs[1].Deleted = true }, BadValue, "paragraph"},
		{"unknown kind", func(d *Draft) { d.Paragraphs[1].Kind = "verse" }, BadValue, "paragraph"},
		{"text not normal", func(d *Draft) { d.Paragraphs[1].Text = "a  b" }, BadValue, "paragraph"},
		{"no text", func(d *Draft) { d.Paragraphs[1].Text = "" }, Empty, "text"},
		{"unclean text", func(d *Draft) { d.Paragraphs[1].Text = "a\x00" }, BadText, "text"},
		{"parent comes later", func(d *Draft) { d.Paragraphs[1].Parent = "p3" }, BadValue, "parent"},
		{"item without a chapeau", func(d *Draft) { d.Paragraphs[1].Parent = "" }, BadValue, "parent"},
		{"item below an item", func(d *Draft) {
			d.Paragraphs[2] = Paragraph{ID: "p3", Kind: Roman, Label: "i", Parent: "p2", Text: "x", Version: 1}
		}, BadValue, "parent"},
		{"item below a heading", func(d *Draft) { d.Paragraphs[0].Kind = Heading }, BadValue, "parent"},
		{"number below a number", func(d *Draft) { d.Paragraphs[2].Parent = "p1" }, BadValue, "parent"},
		{"group below a group", func(d *Draft) {
			d.Paragraphs[1] = Paragraph{ID: "p2", Kind: Group, Label: "g1", Text: "x", Version: 1}
			d.Paragraphs[2] = Paragraph{ID: "p3", Kind: Group, Label: "g2", Parent: "p2", Text: "x", Version: 1}
		}, BadValue, "parent"},
		{"no label", func(d *Draft) { d.Paragraphs[1].Label = "" }, BadValue, "label"},
		{"blank label", func(d *Draft) { d.Paragraphs[1].Label = "\u00a0" }, BadValue, "label"},
		{"label with a dot", func(d *Draft) { d.Paragraphs[1].Label = "a.b" }, BadValue, "label"},
		{"label with a slash", func(d *Draft) { d.Paragraphs[1].Label = "a/b" }, BadValue, "label"},
		{"label of two lines", func(d *Draft) { d.Paragraphs[1].Label = "a\nb" }, BadValue, "label"},
		{"long label", func(d *Draft) { d.Paragraphs[1].Label = strings.Repeat("x", MaxName+1) }, BadValue, "label"},
		{"label twice", func(d *Draft) { d.Paragraphs[2].Label = "1" }, BadValue, "label"},
		{"label twice but for its space", func(d *Draft) { d.Paragraphs[0].Label, d.Paragraphs[2].Label = "1 bis", "1bis" }, BadValue, "label"},
		{"no paragraph", func(d *Draft) { d.Paragraphs = nil }, Empty, "paragraphs"},
		{"name of the source", func(d *Draft) { d.Source.Name = "\xff" }, BadText, "document"},
		{"cover", func(d *Draft) { d.Cover.Blocks = []CoverBlock{{Lines: []string{"\xff"}}} }, BadText, "document"},
		{"notice", func(d *Draft) { d.Notices = []Notice{{Text: "\xff"}} }, BadText, "document"},
		{"verbatim", func(d *Draft) {
			d.Proposals = []Proposal{{Delegation: "X", Changes: []Change{{Kind: Comment, Text: "x"}}, Received: &Received{Verbatim: "\xff"}}}
		}, BadText, "document"},
		{"party without a name", func(d *Draft) { d.Parties = []Party{{Name: " "}} }, Empty, "delegation"},
		{"party of an unknown kind", func(d *Draft) { d.Parties = []Party{{Name: "X", Kind: "club"}} }, BadValue, "kind"},
		{"proposal without a change", func(d *Draft) { d.Proposals = []Proposal{{Delegation: "X"}} }, Empty, "changes"},
		{"sponsor without a name", func(d *Draft) {
			d.Proposals = []Proposal{{Delegation: "X", Sponsors: []Delegation{""}, Changes: []Change{{Kind: Comment, Text: "x"}}}}
		}, Empty, "delegation"},
	} {
		m := unimported(t)
		d := Draft{Paragraphs: littleDraft()}
		c.change(&d)
		m.wantRefusal(c.name, ImportDraft{Draft: d}, c.code, c.field)
	}
}

func TestAnImportKeepsWhatItReceived(t *testing.T) {
	m := unimported(t)
	received := Received{Line: 3, Verbatim: "COSATE:\r\n **x** \x07", Unsure: true}
	cover := Cover{Title: "PLAN", Blocks: []CoverBlock{{Lines: []string{"OAS"}, Bold: true}}}
	notices := []Notice{{Line: 1, Severity: Ask, Code: "placeholder", Text: "***"}}
	m.must("system", ImportDraft{Draft: Draft{
		Source: Source{Name: "a.txt", SHA256: "00", Bytes: 3}, Cover: cover, Notices: notices, Paragraphs: littleDraft(),
		Parties: []Party{{Name: "COSATE", Kind: ConsultativeBody}, {Name: "COSATE", Kind: MemberState}},
		Proposals: []Proposal{
			{Delegation: "COSATE", Replaces: "9", Again: "9", Late: true, Received: &received, Changes: []Change{{Kind: Delete, Paragraph: "p3", Base: 1}}},
			{Delegation: "PERU", Changes: []Change{{Kind: Comment, Base: -7, Text: "x"}}},
		},
	}})
	v := m.For(Audience{Role: Secretariat})
	got, ok := v.Proposal("1")
	if !ok || got.Status() != OnTable || got.Late || got.Replaces != "" || got.Again != "" || !reflect.DeepEqual(*got.Received, received) {
		t.Errorf("proposal 1 is %+v", got)
	}
	if got := v.Proposals[1].Changes[0].Base; got != 0 {
		t.Errorf("a remark on the whole draft is on version %d", got)
	}
	if d := cmp.Diff(v.Parties, []Party{{"PERU", MemberState}, {"COSATE", ConsultativeBody}}); d != "" {
		t.Errorf("parties (-got +want):\n%s", d)
	}
	if !reflect.DeepEqual(v.Cover, cover) || !slices.Equal(v.Notices, notices) || v.Source.Name != "a.txt" {
		t.Errorf("front matter %+v, %+v, %+v", v.Source, v.Cover, v.Notices)
	}
	if v := m.For(Audience{Role: Observer}); v.Notices != nil || v.Seats != nil {
		t.Errorf("an observer sees notices %v and seats %v", v.Notices, v.Seats)
	}
}
