package markdown_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

func TestAPreambleIsNoCover(t *testing.T) {
	tests := []struct{ src, title, first string }{
		{"PROYECTO DE RESOLUCIÓN\n\nLA ASAMBLEA GENERAL,\n\nVISTO el informe de la Comisión;\n\nCONSIDERANDO que el trabajo es un derecho;\n\nRESUELVE:\n\n1. Promover el empleo.",
			"PROYECTO DE RESOLUCIÓN", "LA ASAMBLEA GENERAL,"},
		{"Draft resolution\n\nRecalling its decision of May\n\n1. Workers have rights.", "Draft resolution", "Recalling its decision of May"},
		{"Projet\n\nConsidérant le droit\n\n1. Les ports sont ouverts.", "Projet", "Considérant le droit"},
		{"Projeto\n\nTendo em vista o plano\n\n1. O plano é anual.", "Projeto", "Tendo em vista o plano"},
		{"DRAFT\n\nthe States, which meet each year;\n\n1. They meet.", "DRAFT", "the States, which meet each year;"},
		{strings.Repeat("Few words of the text\n\n", 20) + "1. End.", "", "Few words of the text"},
	}
	for _, test := range tests {
		d, err := markdown.Read("x.md", []byte(test.src), negotiation.ReadOptions{})
		if err != nil {
			t.Errorf("Read(%q): %v", test.src, err)
			continue
		}
		if d.Cover.Title != test.title || d.Paragraphs[0].Text != test.first {
			t.Errorf("Read(%q) has the title %q and begins %q, want %q and %q", test.src, d.Cover.Title, d.Paragraphs[0].Text, test.title, test.first)
		}
	}
}
