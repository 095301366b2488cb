package markdown_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
)

func TestWhatAWordProcessorLeavesIsLeftOut(t *testing.T) {
	for _, src := range []string{"Commented [A1]: Is this right?", "Deleted: the", "Formatted: Font: Bold", "Inserted by Ana: all"} {
		draft, proposals, said, d := behind(t, src, negotiation.ReadOptions{})
		if draft != "" || proposals != "" || said != "6 word-residue" || !strings.HasSuffix(d.Notices[0].Text, src) {
			t.Errorf("%q is read as %q and %q, with %q", src, draft, proposals, said)
		}
	}
}

func TestRemarksOfWhoEditsAreAsked(t *testing.T) {
	for _, src := range []string{
		"Secretariat note: Mexico withdrew its proposal on 3 May.", "Nota de la Secretaría: México retiró su propuesta.",
		"[Note by the Secretariat: the text was agreed in 2012.]", "Chair's proposal: All the workers have rights.",
		"Compromise text: Most workers have rights.", "Status: agreed", "Agreed ad ref.",
	} {
		draft, _, said, _ := behind(t, src, negotiation.ReadOptions{})
		if !strings.Contains(said, "6 editor-note") || !strings.Contains(draft, strings.Trim(src, "[]")) {
			t.Errorf("%q is read as %q, with %q", src, draft, said)
		}
	}
}

func TestTheDraftMaySpeakOfTheSecretariat(t *testing.T) {
	for _, src := range []string{"The secretariat notes that all is well.", "Status reports are public."} {
		if _, _, said, _ := behind(t, src, negotiation.ReadOptions{}); strings.Contains(said, "editor-note") {
			t.Errorf("%q has the notices %q", src, said)
		}
	}
}

func TestBulletsOfSymbolFontsAreBullets(t *testing.T) {
	for _, mark := range []string{"\uf0b7", "\uf0a7"} {
		d := readWith(t, "1. All:\n\n"+mark+"\tworkers", negotiation.ReadOptions{})
		if len(d.Paragraphs) != 2 || d.Paragraphs[1].Kind != negotiation.Bullet || d.Paragraphs[1].Text != "workers" {
			t.Errorf("a list of %q is read as %v", mark, d.Paragraphs)
		}
	}
}
