package web

import (
	"fmt"
	"html/template"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// leafRow is a consoleRow that differs with n.
func leafRow(n int) consoleRow {
	return consoleRow{agendaEntry: agendaEntry{Address: fmt.Sprint(n), Says: "untouched"}, Paragraph: negotiation.ParagraphID(fmt.Sprint("p", n)), Kind: "untouched"}
}

func leafBase(tag string) Base {
	t, _ := lang.For(tag)
	return Base{Tongue: t, Negotiation: &Heading{ID: "n1"}}
}

func TestLeafIsRenderedOnceForWhatIsAlike(t *testing.T) {
	s := atTheDoor(t)
	render := func(b Base, row consoleRow) string {
		html, err := s.pages.leaf("chair-row", b, row)
		if err != nil {
			t.Fatal(err)
		}
		return string(html)
	}
	first := render(leafBase("en"), leafRow(1))
	if again := render(leafBase("en"), leafRow(1)); again != first || len(s.pages.leaves.young) != 1 {
		t.Errorf("%d are kept of one row, which is %q and then %q", len(s.pages.leaves.young), first, again)
	}
	callable := leafRow(1)
	callable.Calls = true
	if other := render(leafBase("en"), callable); !strings.Contains(other, "formaction") || strings.Contains(first, "formaction") {
		t.Errorf("a row that can be called is %q, and one that cannot is %q", other, first)
	}
	if spanish := render(leafBase("es"), leafRow(1)); spanish == first {
		t.Errorf("in Spanish a row is %q, as in English", spanish)
	}
	elsewhere := leafBase("en")
	elsewhere.Negotiation = &Heading{ID: "n2"}
	if other := render(elsewhere, leafRow(1)); !strings.Contains(other, "/n/n2/p/1") {
		t.Errorf("of another negotiation a row is %q", other)
	}
}

func TestLeavesAreLetGoWhenThereAreMany(t *testing.T) {
	var l leaves
	often := leafKey{"chair-row", leafPart{Of: leafRow(0)}}
	html := template.HTML(strings.Repeat("x", 1<<10))
	for n := range 5 * leafBytes >> 10 {
		l.keep(leafKey{"chair-row", leafPart{Of: leafRow(n + 1)}}, html)
		if _, ok := l.find(often); !ok {
			l.keep(often, html)
		}
	}
	if kept := (len(l.young) + len(l.old)) << 10; kept > 2*leafBytes+2<<10 {
		t.Errorf("%d bytes are kept, want at most %d", kept, 2*leafBytes)
	}
	if _, ok := l.find(often); !ok {
		t.Error("what is asked for all the time was let go")
	}
}
