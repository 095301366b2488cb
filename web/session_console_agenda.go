package web

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"plenary/negotiation"
)

func number10(seq negotiation.Seq) string { return strconv.FormatUint(uint64(seq), 10) }

// consoleRow is a paragraph of the agenda on the console.
type consoleRow struct {
	agendaEntry
	Paragraph negotiation.ParagraphID
	// Kind is what the filters go by: "contested", "untouched" or "settled".
	Kind string
	// Words are the first of the paragraph, to know it by.
	Words string
	First bool
	Last  bool
	// Calls says that it can be called now.
	Calls bool
}

// consoleAgenda is what the parts of the agenda have in common.
type consoleAgenda struct {
	// rows are the paragraphs of the agenda, each with where it stands.
	rows []consoleRow
	// standing are the paragraphs that can be called, and kinds the Kind of each.
	standing []negotiation.ParagraphView
	kinds    map[negotiation.ParagraphID]string
}

func (p consolePart) newAgenda() consoleAgenda {
	a := consoleAgenda{kinds: map[negotiation.ParagraphID]string{}}
	for _, on := range p.View.Paragraphs {
		if !on.Kind.IsHeading() && !on.Deleted {
			a.standing = append(a.standing, on)
			a.kinds[on.ID] = p.kindOf(on)
		}
	}
	if !p.View.Session.Ended() {
		a.rows = p.newRows(a.kinds)
	}
	return a
}

func (p consolePart) newRows(kinds map[negotiation.ParagraphID]string) []consoleRow {
	ids := p.View.Session.Agenda
	calls := p.mayCall()
	list := make([]consoleRow, 0, len(ids))
	for i, e := range p.Agenda() {
		on, _ := p.sides.paragraph(e.id)
		row := consoleRow{agendaEntry: e, Paragraph: on.ID, Kind: kinds[on.ID], Words: firstWords(on.Text), First: i == 0, Last: i == len(ids)-1}
		row.Calls = calls && !e.Now
		list = append(list, row)
	}
	return list
}

// Rows are the paragraphs of the agenda, each with where it stands.
func (p consolePart) Rows() []consoleRow { return p.agenda().rows }

// RowsShown are they as the list shows them.
func (p consolePart) RowsShown() (template.HTML, error) {
	return leavesOf(p.pages, "chair-row", p.Base, p.Rows())
}

// Decided counts those that need no decision any more.
func (p consolePart) Decided() (n int) {
	for _, row := range p.agenda().rows {
		if row.Done {
			n++
		}
	}
	return n
}

// firstWords are as much of a text as a narrow row shows.
func firstWords(text string) string {
	const most = 60
	n := 0
	for at := range text {
		if n++; n > most {
			return text[:at] + "…"
		}
	}
	return text
}

// kindOf says whether a paragraph is settled, or what is on the table would change it.
func (p consolePart) kindOf(on negotiation.ParagraphView) string {
	if _, settled := on.Settled(); settled {
		return "settled"
	}
	if p.disputed(on.ID) {
		return "contested"
	}
	return "untouched"
}

// disputed reports whether something is on the table that would change a paragraph:
// then it cannot be agreed in one list with others.
func (p consolePart) disputed(id negotiation.ParagraphID) bool {
	on, _ := p.sides.paragraph(id)
	return slices.ContainsFunc(on.Proposals, func(n negotiation.ProposalID) bool {
		prop, ok := p.View.Proposal(n)
		return ok && prop.Status() == negotiation.OnTable && slices.ContainsFunc(prop.Changes, func(c negotiation.Change) bool {
			return c.Paragraph == id && c.Kind != negotiation.Comment
		})
	})
}

// standing lists the paragraphs that can be called and meet a condition.
func (p consolePart) standing(meets func(negotiation.ParagraphView) bool) []negotiation.ParagraphView {
	return filtered(p.agenda().standing, meets)
}

// Ordered is the agenda as one field of the form has it.
func (p consolePart) Ordered() string { return strings.Join(texts(p.View.Session.Agenda), " ") }

// AgendaKey is the idempotency key of the form around the agenda, which calls as well.
func (p consolePart) AgendaKey() string {
	return "agenda-" + number10(p.View.Session.AgendaSeq) + "-" + number10(p.View.Session.Floor.Seq)
}

// agendaSet is an agenda that one button makes.
type agendaSet struct {
	consoleAct
	Paragraphs int
}

// Sets are the agendas that one button makes: what is contested, and what is open.
func (p consolePart) Sets() []agendaSet {
	var contested, open []string
	for _, on := range p.agenda().standing {
		switch p.agenda().kinds[on.ID] {
		case "contested":
			contested = append(contested, string(on.ID))
			fallthrough
		case "untouched":
			open = append(open, string(on.ID))
		default:
			if !closed(on) {
				open = append(open, string(on.ID))
			}
		}
	}
	var list []agendaSet
	for label, ids := range map[string][]string{"chair.agenda-contested": contested, "chair.agenda-open": open} {
		words := strings.Join(ids, " ")
		if len(ids) == 0 || words == p.Ordered() {
			continue
		}
		act := p.act("agenda", label, "", p.View.Session.AgendaSeq, roomField{"paragraphs", words}, roomField{"looked", number10(p.View.Session.AgendaSeq)})
		act.Key = label + "-" + number10(p.View.Session.AgendaSeq)
		list = append(list, agendaSet{consoleAct{act, p.T(label, "n", len(ids))}, len(ids)})
	}
	slices.SortFunc(list, func(a, b agendaSet) int { return strings.Compare(a.Label, b.Label) })
	return list
}

// Addable are the paragraphs that are not on the agenda.
func (p consolePart) Addable() []negotiation.ParagraphView {
	return p.standing(func(on negotiation.ParagraphView) bool { return !slices.Contains(p.View.Session.Agenda, on.ID) })
}

// Next is the form to call the next paragraph of the agenda that is not decided: the
// first behind the one that was called last, or else the first; nil where there is none.
func (p consolePart) Next() *consoleAct {
	if !p.mayCall() {
		return nil
	}
	rows := p.Rows()
	last := lastCalled(p.View)
	at := slices.IndexFunc(rows, func(r consoleRow) bool { return r.Paragraph == last })
	for _, row := range behind(rows, at) {
		if row.Done || row.Now || row.Kind == "settled" {
			continue
		}
		act := p.onFloor("call", "chair.call-next", "n", roomField{"paragraph", string(row.Paragraph)}).named("paragraph", row.Address)
		return &act
	}
	return nil
}

// lastCalled is the paragraph of the agenda that this session has called last; empty
// for none.
func lastCalled(v negotiation.View) negotiation.ParagraphID {
	for _, a := range slices.Backward(v.Acts) {
		if a.Session != v.Session.Number {
			break
		}
		if a.Kind == negotiation.ActCalled && slices.Contains(v.Session.Agenda, a.Paragraph) {
			return a.Paragraph
		}
	}
	return ""
}

// behind gives a list from behind the item at an index on, and around to it.
func behind[T any](list []T, at int) []T { return slices.Concat(list[at+1:], list[:at+1]) }

// mayCall reports whether another paragraph can come on the floor now.
func (p consolePart) mayCall() bool {
	return p.View.Session.Running() && p.View.Session.Floor.Stage != negotiation.AtGavel
}
