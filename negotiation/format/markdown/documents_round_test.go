package markdown_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

// A document of another house, recorded and issued in the form of ours, says the
// same: no label, name or word is lost with the form that it came in.
func TestDocumentsOfOtherHousesComeRound(t *testing.T) {
	for _, file := range otherDocuments(t) {
		t.Run(file, func(t *testing.T) {
			first := readOther(t, file)
			once := write(t, formattest.Import(t, first).Compile(negotiation.Comments))
			second := read(t, once)
			twice := write(t, formattest.Import(t, second).Compile(negotiation.Comments))
			if diff := unlike(unordered(second), unordered(first)); diff != "" {
				t.Errorf("%s, written and read again, is otherwise (-second +first):\n%s\nwritten:\n%s", file, diff, once)
			}
			if diff := unlike(strings.Split(twice, "\n"), strings.Split(once, "\n")); diff != "" {
				t.Errorf("%s: compilations differ (-second +first):\n%s", file, diff)
			}
		})
	}
}

// unordered tells of paragraphs in order and of proposals, their sponsors and their
// doubts in any: a compilation has an order of its own.
func unordered(d negotiation.Draft) []string {
	d.Proposals = slices.Clone(d.Proposals)
	for i, p := range d.Proposals {
		d.Proposals[i].Sponsors = slices.Sorted(slices.Values(p.Sponsors))
	}
	lines := strings.Split(strings.TrimSpace(outline(d)), "\n")
	for _, p := range d.Proposals {
		for _, doubt := range p.Received.Doubts {
			lines = append(lines, fmt.Sprintf("%s: literal %q, probable %q", p.Delegation, doubt.Literal, doubt.Probable))
		}
	}
	slices.Sort(lines[len(d.Paragraphs):])
	return lines
}
