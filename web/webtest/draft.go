package webtest

import (
	"strconv"
	"strings"

	"plenary/negotiation"
)

// Draft is a small draft with every kind of paragraph. Its addresses, with the
// ids p1, p2, ... in this order:
//
//	A  A.group1  1  2  2.a  2.b  3  3.bullet1  3.bullet2  B  4  4.i  4.ii  par1
func Draft() negotiation.Draft {
	d := negotiation.Draft{
		Source: negotiation.Source{Name: "draft.md", SHA256: strings.Repeat("0", 64), Bytes: 1200},
		Cover:  negotiation.Cover{Title: "DRAFT PLAN OF ACTION OF BRIDGETOWN", Symbol: "TRABAJO/RTP/doc.13/17"},
		Notices: []negotiation.Notice{
			{Line: 12, Severity: negotiation.Ask, Code: "empty-bullet", Text: "a bullet without words was left out"},
		},
	}
	for _, p := range []struct {
		kind   negotiation.Kind
		label  string
		parent negotiation.ParagraphID
		text   string
	}{
		{negotiation.Heading, "A", "", "ORGANIZATION"},
		{negotiation.Group, "group1", "p1", "WORKING GROUP 1"},
		{negotiation.Numbered, "1", "", "Establish two working groups that meet in the period between conferences."},
		{negotiation.Numbered, "2", "", "Mandate the working groups to:"},
		{negotiation.Lettered, "a", "p4", "examine the future of work in all its forms;"},
		{negotiation.Lettered, "b", "p4", "promote the protection of workers, with a gender perspective."},
		{negotiation.Numbered, "3", "", "Strengthen the capacity of the ministries through:"},
		{negotiation.Bullet, "bullet1", "p7", "technical cooperation among peers"},
		{negotiation.Bullet, "bullet2", "p7", "workshops on shared priorities"},
		{negotiation.Heading, "B", "", "PARTICIPANTS AND RESOURCES"},
		{negotiation.Numbered, "4", "", "Invite the consultative bodies to take part:"},
		{negotiation.Roman, "i", "p11", "in the meetings of the working groups; and"},
		{negotiation.Roman, "ii", "p11", "in the Portfolio of Programs."},
		{negotiation.Plain, "par1", "", "Thank the Government of Barbados for its hospitality."},
	} {
		d.Paragraphs = append(d.Paragraphs, negotiation.Paragraph{
			ID: negotiation.ParagraphID("p" + strconv.Itoa(len(d.Paragraphs)+1)), Kind: p.kind, Label: p.label, Parent: p.parent, Text: p.text, Version: 1,
		})
	}
	return d
}
