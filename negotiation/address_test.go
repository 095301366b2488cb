package negotiation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddressesArePathsOfLabels(t *testing.T) {
	got := Addresses([]Paragraph{
		{ID: "p1", Kind: Heading, Label: "C"},
		{ID: "p2", Kind: Group, Label: "group1", Parent: "p1"},
		{ID: "p3", Kind: Numbered, Label: "7"},
		{ID: "p4", Kind: Lettered, Label: "b", Parent: "p3"},
		{ID: "p5", Kind: Numbered, Label: "7 bis"},
		{ID: "p6", Kind: Bullet, Label: "bullet1", Parent: "p5"},
		{ID: "p7", Kind: Bullet, Label: "bullet1", Parent: "p9"},
	})
	want := map[ParagraphID]string{
		"p1": "C", "p2": "C.group1", "p3": "7", "p4": "7.b", "p5": "7bis", "p6": "7bis.bullet1", "p7": "bullet1",
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("Addresses (-got +want):\n%s", d)
	}
}
