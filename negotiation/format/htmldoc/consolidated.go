package htmldoc

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// consolidated is what the template prints of a consolidated text.
type consolidated struct {
	Count string
	Units []unit
	// ByParagraph counts brackets by paragraph, History by time.
	ByParagraph, History grid
	Chart                *chart
	// Words tells of the brackets that words hold.
	Words []listing
	Deep  string
}

type listing struct {
	Title string
	Items []string
}

func (p printer) consolidated(t *negotiation.ConsolidatedText) *consolidated {
	if t == nil {
		return nil
	}
	v := &consolidated{Chart: p.chart(t.History),
		Count:       p.tongue.Say("document.count", "brackets", t.Brackets, "paragraphs", t.Bracketed, "proposals", t.Open),
		ByParagraph: p.grid("document.bracket-count", "document.column-paragraph", "document.column-brackets"),
		History:     p.grid("document.history", "document.column-when", "document.column-brackets", "document.column-open")}
	v.History.Quiet = true
	for _, para := range t.Paragraphs {
		v.Units = append(v.Units, p.bracketed(para))
		if para.Brackets > 0 {
			v.ByParagraph.add(p.place(para), para.Brackets)
		}
	}
	v.ByParagraph.total(p.tongue.Say("document.total"), t.Brackets)
	for _, c := range t.History {
		v.History.add(p.instant(c.At), c.Brackets, c.Open)
	}
	v.hold(p, "document.own-brackets", t.Own)
	v.hold(p, "document.brought-brackets", t.Brought)
	if len(t.Deep) > 0 {
		v.Deep = p.tongue.Say("document.deep-brackets", "addresses", strings.Join(t.Deep, ", "))
	}
	return v
}

func (v *consolidated) hold(p printer, title string, list []negotiation.OwnBrackets) {
	if len(list) == 0 {
		return
	}
	l := listing{Title: p.tongue.Say(title)}
	for _, o := range list {
		l.Items = append(l.Items, p.sayAll(o.Says()))
	}
	v.Words = append(v.Words, l)
}

// place names a paragraph where its address is all there is of it.
func (p printer) place(para negotiation.ConsolidatedParagraph) string {
	if para.Proposed() {
		return p.tongue.Say("document.after", "address", para.After)
	}
	return para.Address
}

func (p printer) bracketed(para negotiation.ConsolidatedParagraph) unit {
	u := p.paragraph(para.PrintedParagraph)
	p.settled(&u, para.PrintedParagraph, true)
	if para.Proposed() {
		u.ID, u.Said = "", p.place(para)
		if para.Kind != negotiation.Bullet {
			u.Label = ""
		}
	}
	if !para.Deleted {
		u.Spans = p.passages(nil, para.Passages, diff.Equal)
	}
	if para.Brackets > 0 {
		u.Brackets = p.tongue.Count("document.brackets", para.Brackets)
	}
	for _, n := range para.Notes {
		v := p.point(n.Point, n.Says())
		v.By = p.names(n.Delegations) + ", " + v.By
		u.Notes = append(u.Notes, v)
	}
	return u
}

// passages adds words and brackets to list; op is what becomes of the words.
func (p printer) passages(list []span, passages []negotiation.Passage, op diff.Op) []span {
	for _, passage := range passages {
		if passage.Bracket == nil {
			struck := op
			if strings.TrimSpace(passage.Text) == "" {
				struck = diff.Equal // a struck space between two brackets reads as a hyphen
			}
			words := p.spans(diff.Script{{Op: struck, Text: passage.Text}})
			words[0].Parts = p.parts(passage.Text)
			list = append(list, words...)
			continue
		}
		list = append(list, span{Sign: true, Text: "["})
		list = p.passages(list, passage.Bracket.Inside, passage.Bracket.Op)
		list = append(list, span{Who: true, Text: " –\u00a0" + p.attribution(*passage.Bracket)}, span{Sign: true, Text: "]"})
	}
	return list
}

// attribution is what stands behind the words of a bracket.
func (p printer) attribution(b negotiation.Bracket) string {
	names := strings.Join(b.Names(), ", ")
	if b.Op == diff.Delete {
		return p.tongue.Say("document.delete-by", "names", names)
	}
	return names
}

// parts sets the brackets of words apart from ours: nothing where there are none.
func (p printer) parts(text string) []part {
	var list []part
	for text != "" {
		i := strings.IndexAny(text, "[]")
		if i < 0 && list == nil {
			return nil
		}
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			list = append(list, part{Text: text[:i], Lang: p.textLang})
		}
		if text = text[i:]; text != "" {
			list = append(list, part{Own: p.tongue.Say("bracket.own"), Text: text[:1], Lang: p.textLang})
			text = text[1:]
		}
	}
	return list
}
