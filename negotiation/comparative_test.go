package negotiation

import (
	"slices"
	"strings"
	"testing"
)

// cellsOf writes a row as "MEXICO: amend 1; PERU: with 1".
func cellsOf(r Row) string {
	var cells []string
	for _, c := range r.Cells {
		var points []string
		for _, p := range c.Points {
			points = append(points, string(p.Kind)+" "+string(p.Proposal))
		}
		for _, p := range c.With {
			points = append(points, "with "+string(p.Proposal))
		}
		cells = append(cells, string(c.Delegation)+": "+strings.Join(points, ", "))
	}
	return r.Paragraph.Address + " " + strings.Join(cells, "; ")
}

func TestTheComparativeTableHasAColumnForEachDelegation(t *testing.T) {
	m := busy(t)
	m.knows("BRAZIL")
	m.must("system", TableProposal{Proposal: Proposal{Delegation: "PERU", Sponsors: []Delegation{"BRAZIL", "MEXICO"}, Reason: "Better.",
		Changes: []Change{{Kind: Delete, Paragraph: "p1", Base: 1}}}})
	c := m.compile(Comparative)
	if want := []Delegation{"BRAZIL", "MEXICO", "PERU"}; !slices.Equal(c.Comparative.Columns, want) {
		t.Errorf("columns are %v, want %v", c.Comparative.Columns, want)
	}
	var got []string
	reasons := 0
	for _, r := range c.Comparative.Rows {
		got = append(got, cellsOf(r))
		for _, cell := range r.Cells {
			for _, p := range cell.Points {
				if p.Reason != "" {
					reasons++
				}
			}
		}
	}
	want := []string{
		"1 BRAZIL: with 5; MEXICO: with 5; PERU: delete 5",
		"1.bullet1 BRAZIL: with 5; MEXICO: with 5; PERU: request 2, delete 2, delete 5", // it goes with its chapeau
		"2 MEXICO: amend 1, insert 1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if reasons != 1 {
		t.Errorf("the reason is given %d times, want once", reasons)
	}
}
