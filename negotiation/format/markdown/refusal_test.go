package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

func TestRefusalsSayWhere(t *testing.T) {
	long := strings.Repeat("word ", negotiation.MaxText/5+1)
	half := strings.Repeat("w", 20_000) // and somewhat more, of a text
	const draft = "1. One plan for the seat of it.\n\n"
	tests := []struct{ name, src, want string }{
		{"paragraphs", strings.Repeat("1. x\n\n", negotiation.MaxParagraphs+1), `too-many count="20001" field="paragraphs" limit="20000" line="40001"`},
		{"changes", "1. x\n\nCHILE: x y\n\n" + strings.Repeat("Comment: y\n\n", negotiation.MaxChanges), `too-many count="201" field="changes" limit="200" line="3"`},
		{"paragraph", "1. x\n\n2. " + long, `too-long field="paragraph" length="32769" limit="32768" line="3"`},
		{"proposal", "1. x\n\nCHILE (on 1): " + long, `too-long field="text" length="32769" limit="32768" line="3"`},
		{"literal reading alone", "1. One plan " + half + " of it.\n\nCHILE (on 1): One plan **" + strings.ToUpper(half) + " " + half + "** of it.", `too-long field="text" length="40017" limit="32768" line="3"`},
		{"probable reading", draft + "CHILE (on 1): One plan ~~for the " + half + " " + half + "~~ seat of it.", `too-long field="text" length="40022" limit="32768" line="3"`},
		{"passage in doubt", draft + "CHILE (on 1): One **new plan** for the ~~" + strings.Repeat(half+" ", 15) + "~~ seat of it.", `too-long field="doubts" length="300059" limit="262144" line="3"`},
		{"sponsors", draft + "CHILE" + sponsors(negotiation.MaxSponsors+1) + ": One **small** plan for the seat of it.", `too-many count="101" field="sponsors" limit="100" line="3"`},
		{"comment in normal form", "1. x\n\nCHILE: x y\n\nComment: " + strings.Repeat("\u0958", 10900), `too-long field="text" length="65400" limit="32768" line="3"`},
		{"reason in normal form", "1. x\n\nCHILE: x y\n\nReason: " + strings.Repeat("\u0958", 2700), `too-long field="reason" length="16200" limit="8192" line="3"`},
		{"reason", "1. x\n\nCHILE: x y\n\nReason: " + long[:negotiation.MaxReason+1], `too-long field="reason" length="8193" limit="8192" line="3"`},
		{"control character", "1. x\n\n2. y\x00", `bad-text field="text" line="3"`},
		{"web page", "\ufeff <!DOCTYPE html>\n1. x", `unreadable kind="HTML" problem="kind"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := markdown.Read("x.md", []byte(test.src), negotiation.ReadOptions{})
			if r, refused := negotiation.Refused(err); !refused || r.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// sponsors names so many delegations behind another.
func sponsors(n int) string {
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, ", N%c%c", 'A'+i/26, 'A'+i%26)
	}
	return list.String()
}

// What cannot be seen comes along when a text is copied. It is no text, and a file
// that holds some is none the worse for it.
func TestWhatCannotBeSeenIsNoText(t *testing.T) {
	const blank = "\u200b"
	tests := []struct{ name, src, want string }{
		{"in a paragraph", "1. The se" + blank + "at of the Board is here.\n\nCHILE: The seat of the Board is **not** here.", `CHILE: [amend 1 "The seat of the Board is not here."]`},
		{"as all the difference", "1. The seat" + blank + ".\n\nCHILE: The seat.\n\nComment: x", `CHILE: [comment 1 "x"]`},
		{"as all that is new", "1. The seat.\n\nCHILE: The seat **" + blank + "**.\n\nComment: x", `CHILE: [comment 1 "x"]`},
		{"behind what is struck", "1. The seat.\n\nCHILE: ~~The seat.~~ **" + blank + "**", `CHILE: [delete 1]`},
		{"as a new paragraph", "1. The seat.\n\nCHILE: ~~The~~ seat.\n\nAfter 1 (numbered): **" + blank + "**", `CHILE: [amend 1 "seat."]`},
		{"as a comment", "1. The seat.\n\nCHILE: ~~The~~ seat.\n\nComment: " + blank, `CHILE: [amend 1 "seat."]`},
		{"as all that is restated", "1. The seat.\n\nCHILE (on 1): **" + blank + "**\n\nComment: x", `CHILE: [comment 1 "x"]`},
		{"on a line", "1. The seat.\n" + blank + "\nCHILE: ~~The~~ seat.\n" + blank + "\n", `CHILE: [amend 1 "seat."]`},
		{"as a paragraph", "1. " + blank + "\n\n2. The seat.\n\nCHILE: ~~The~~ seat.", `CHILE: [amend 2 "seat."]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.src)
			lines := strings.SplitN(outline(d), "\n", len(d.Paragraphs)+1)
			if got := strings.TrimSpace(lines[len(d.Paragraphs)]); got != test.want {
				t.Errorf("proposals of %q:\n got %s\nwant %s", test.src, got, test.want)
			}
			if r := formattest.Refuses(d); r != nil {
				t.Errorf("%q is refused: %v", test.src, r)
			}
		})
	}
}
